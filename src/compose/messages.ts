// What this room says of templates: the words only. What it says of themes is in theme-messages.ts.
import { say } from '../base/finding.js';

const list = (names: readonly string[]) => names.join('、');
const tags = (names: readonly string[]) => names.map((name) => `<${name}>`);

export const messages = {
  syntax(detail: string) {
    const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(detail) ?? [];
    if (opened !== undefined && closed !== undefined) {
      return say(
        `{{#${opened}}} 用 {{/${closed}}} 结束了`,
        `写成 {{/${opened}}}，或者补上漏掉的结束`,
        `{{#${opened}}} is ended by {{/${closed}}}`,
        `Write {{/${opened}}}, or add the end that is missing`,
      );
    }
    if (detail.endsWith("'EOF'")) {
      return say(
        '到文件末尾还有 {{#…}} 没有结束',
        '每个 {{#each}}、{{#if}}、{{#unless}}、{{#with}} 都要有对应的 {{/each}}、{{/if}}、{{/unless}}、{{/with}}',
        'A {{#…}} is still open at the end of the file',
        'Every {{#each}}, {{#if}}, {{#unless}} and {{#with}} needs its {{/…}}',
      );
    }
    return say(
      '这一行的 {{ }} 写错了，读不下去',
      '看看大括号是不是两个一对、{{#…}} 和 {{/…}} 是不是一一对应；键名里有空格或符号的写成 {{[键名]}}',
      `The {{ }} of this line cannot be read: ${detail}`,
      'Braces come in pairs of two, every {{/…}} has its {{#…}}, and a key with spaces or signs is written {{[key]}}',
    );
  },
  construct: (what: string) =>
    say(
      `模板里不能用 ${what}`,
      '只能用 {{键}}、{{@变量}}、{{#each}}、{{#if}}、{{#unless}}、{{#with}} 和 {{!-- 注释 --}}',
      `A template may not use ${what}`,
      'Use {{key}}, {{@variable}}, {{#each}}, {{#if}}, {{#unless}}, {{#with}} and {{!-- comments --}} only',
    ),
  mustache: () =>
    say(
      '标记的尖括号里不能用 {{ }}',
      '{{ }} 只能写在格子的文字里，或者写成 data-field="{{@pointer}}/键"；样式不同的格子，整个写在 {{#if}} 里面',
      'No {{ }} may stand inside a tag',
      'Write {{ }} in the text of a cell or as data-field="{{@pointer}}/key"; cells of different styles go into {{#if}} whole',
    ),
  helper: (name: string, known: readonly string[]) =>
    say(
      `没有“${name}”这个命令`,
      `可用的有 ${list(known)}；只想印一个键的内容，写 {{键}}`,
      `There is no helper “${name}”`,
      `Known helpers: ${known.join(', ')}; to print the value of a key write {{key}}`,
    ),
  oneField: (helper: string) =>
    say(
      `{{#${helper}}} 后面要写一个键，也只能写一个`,
      `例如 {{#${helper} 键}}…{{/${helper}}}`,
      `{{#${helper}}} takes one key and nothing else`,
      `For example {{#${helper} key}}…{{/${helper}}}`,
    ),
  field: (name: string, nearest: string | null) =>
    say(
      `这里没有“${name}”这个键`,
      `${nearest === null ? '' : `是不是“${nearest}”？`}键名照 schema 里的写；外一层的键写成 {{../键}}`,
      `There is no key “${name}” here`,
      `${nearest === null ? '' : `Did you mean “${nearest}”? `}Keys are those of the schema; a key one level out is {{../key}}`,
    ),
  notText: (name: string) =>
    say(
      `“${name}”不是一段文字，不能直接印`,
      '列表和分组用 {{#each}} 逐项印',
      `“${name}” is not a text and cannot be printed as one`,
      'Print lists and groups item by item with {{#each}}',
    ),
  notMany: (name: string, helper: string) =>
    say(
      `“${name}”里面没有别的内容，不能用 {{#${helper}}}`,
      `直接写 {{${name}}}`,
      `“${name}” holds nothing to go into with {{#${helper}}}`,
      `Write {{${name}}}`,
    ),
  variable: (name: string, known: readonly string[]) =>
    say(
      `没有“@${name}”这个变量`,
      `可用的有 ${list(known.map((one) => `@${one}`))}`,
      `There is no variable “@${name}”`,
      `Known variables: ${known.map((one) => `@${one}`).join(', ')}`,
    ),
  outsideLoop: (name: string) =>
    say(
      `“${name}”外面没有这么多层 {{#each}}`,
      '变量只在 {{#each}} 里面有；@../ 是外一层 {{#each}} 的变量',
      `“${name}” has not that many {{#each}} around it`,
      'Variables exist inside {{#each}} only; @../ is a variable of the {{#each}} one level out',
    ),
  pointer: () =>
    say(
      'data-field 不对',
      '写 data-field="/键/键"，在循环里写 data-field="{{@pointer}}/键"，要加引号',
      'This data-field is wrong',
      'Write data-field="/key/key", or data-field="{{@pointer}}/key" inside a loop, in quotes',
    ),
  noField: (pointer: string) =>
    say(
      `data-field 指的“${pointer}”在申报表里没有`,
      '照 schema 里的键一层层写；列表的一条用序号，从 0 起',
      `The form has no “${pointer}” for data-field to name`,
      'Follow the keys of the schema level by level; an item of a list is its number from 0',
    ),
  element: (name: string, known: readonly string[]) =>
    say(
      `模板里不能用 <${name}>`,
      `可用的标记有 ${list(tags(known))}`,
      `A template may not use <${name}>`,
      `Known elements: ${tags(known).join(', ')}`,
    ),
  misplaced: (name: string, inside: readonly string[]) =>
    say(
      `<${name}> 不能写在这里`,
      inside.includes('top') ? `<${name}> 写在最外层` : `<${name}> 写在 ${list(tags(inside))} 里面`,
      `<${name}> cannot stand here`,
      inside.includes('top') ? `<${name}> stands at the top` : `<${name}> stands inside ${tags(inside).join(', ')}`,
    ),
  crossing: (name: string) =>
    say(
      `<${name}> 和 </${name}> 不在同一个 {{#…}} 里`,
      `一个 {{#…}}、{{else}} 里面要有完整的 <${name}>…</${name}>，或者都写在外面`,
      `<${name}> and </${name}> are not in the same {{#…}}`,
      `Put a whole <${name}>…</${name}> into the {{#…}} or {{else}}, or both ends outside`,
    ),
  unclosed: (name: string) =>
    say(`<${name}> 没有结束标记`, `补上 </${name}>`, `<${name}> has no end tag`, `Add </${name}>`),
  unopened: (name: string) =>
    say(
      `</${name}> 前面没有对应的 <${name}>`,
      `删去 </${name}>，或者补上 <${name}>`,
      `</${name}> has no <${name}> before it`,
      `Remove </${name}> or add <${name}>`,
    ),
  malformed: (code: string) =>
    malformed[code] ??
    say(
      '这里的标记写错了',
      '标记写成 <名称 属性="值">，属性之间空一格，引号和尖括号成对',
      `The markup is wrong here (${code})`,
      'Write tags as <name attribute="value">, attributes apart by a space, quotes and brackets in pairs',
    ),
  attribute: (element: string, name: string, known: readonly string[]) =>
    say(
      `<${element}> 不能带 ${name}`,
      known.length === 0 ? `<${element}> 什么属性也不带` : `可以带的有 ${list(known)}`,
      `<${element}> may not carry ${name}`,
      known.length === 0 ? `<${element}> carries no attribute` : `It may carry ${known.join(', ')}`,
    ),
  style: (name: string, nearest: string | null, where: 'styles' | 'columns') =>
    say(
      `theme.yaml 的 ${where} 里没有“${name}”`,
      nearest === null
        ? `在 theme.yaml 的 ${where} 里加上它`
        : `是不是“${nearest}”？不是就在 theme.yaml 的 ${where} 里加上它`,
      `theme.yaml has no “${name}” under ${where}`,
      nearest === null
        ? `Add it under ${where} in theme.yaml`
        : `Did you mean “${nearest}”? Otherwise add it under ${where} in theme.yaml`,
    ),
  noStyle: (element: string) =>
    say(
      `<${element}> 没有写 class`,
      `写上 theme.yaml 的 ${element === 'col' ? 'columns' : 'styles'} 里的一个名字`,
      `<${element}> has no class`,
      `Name one of ${element === 'col' ? 'columns' : 'styles'} in theme.yaml`,
    ),
  span: (name: string, value: string) =>
    say(
      `${name}="${value}" 不对`,
      `写 1 到 1000 的整数，例如 ${name}="2"`,
      `${name}="${value}" is wrong`,
      `Write a whole number from 1 to 1000, for example ${name}="2"`,
    ),
  loose: () =>
    say(
      '文字要写在 <th>、<td> 或 <title> 里面',
      '把它移进格子里，或者删去',
      'Text stands inside <th>, <td> or <title> only',
      'Move it into a cell or remove it',
    ),
  oneTitle: (count: number) =>
    say(
      count === 0 ? '没有 <title>' : count === 1 ? '<title> 不能写在 {{#…}} 里面' : '<title> 只能有一个',
      '在最前面写一个 <title class="样式">表名</title>',
      count === 0
        ? 'There is no <title>'
        : count === 1
          ? '<title> cannot stand inside {{#…}}'
          : 'Only one <title> may stand',
      'Begin with one <title class="style">…</title>',
    ),
  noColumns: () =>
    say(
      '这张表没有先写 <colgroup>',
      '在 <table> 后面写 <colgroup>，里面每列一个 <col class="列名">',
      'This table does not begin with a <colgroup>',
      'Write a <colgroup> with one <col class="…"> per column after <table>',
    ),
  raggedRow: (has: number, wants: number) =>
    say(
      `这一行占了 ${has} 列，表有 ${wants} 列`,
      '检查这一行有几格，各格的 colspan，和上面各行的 rowspan',
      `This row fills ${has} columns, the table has ${wants}`,
      'Check the row’s cells, their colspan, and the rowspan of the rows above',
    ),
  overlap: () =>
    say(
      '这一行有一格的 colspan 伸进了上面一格的 rowspan 里',
      '改小 colspan，或者改小上面的 rowspan',
      'The colspan of a cell in this row runs into the rowspan of a cell above',
      'Make the colspan or the rowspan above smaller',
    ),
  tooTall: () =>
    say(
      '这一行有一格的 rowspan 超出了表的最后一行',
      '改小 rowspan，或者在下面补上行',
      'The rowspan of a cell in this row reaches below the last row of the table',
      'Make the rowspan smaller or add rows',
    ),
  emptyRow: () =>
    say(
      '这一行一格也没有',
      '给它加上 <td>，或者删去这一行',
      'This row has no cell',
      'Give it a <td> or remove the row',
    ),
  failed: (detail: string) =>
    say(
      '模板在这一行印不出这份申报表',
      '检查这一行用到的键和 ../ 的层数',
      `The template cannot print this declaration here: ${detail}`,
      'Check the keys of this line and how many ../ they have',
    ),
} as const;

/** HTML's names of the errors met most; the other ones are told in general. */
const malformed: Readonly<Record<string, ReturnType<typeof say>>> = {
  'invalid-first-character-of-tag-name': say('文字里不能有“<”', '写成 &lt;', 'Text may not contain “<”', 'Write &lt;'),
  'duplicate-attribute': say('同一个属性写了两次', '只留一个', 'The attribute is there twice', 'Keep one'),
  'unknown-named-character-reference': say(
    '没有这个 &…; 符号',
    '要印“&”本身，写成 &amp;',
    'There is no such &…; reference',
    'To print “&” itself write &amp;',
  ),
  'eof-in-tag': say('到文件末尾还有标记没有写完', '补上“>”', 'A tag is still open at the end of the file', 'Add “>”'),
};
