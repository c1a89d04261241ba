// Every fault a template can have, with the place and the words that its author is told. The snippets begin on line 4.
import { describe, expect, it } from 'vitest';
import { print, rows, told } from './printing.js';

const cell = (text: string) => rows(`<tr><td class="text">${text}</td></tr>`);
const findings = (template: string) => told(print(template).findings);
const first = (template: string) => findings(template).map((line) => line.replace(/ → .*/, ''));

const only = '只能用 {{键}}、{{@变量}}、{{#each}}、{{#if}}、{{#unless}}、{{#with}} 和 {{!-- 注释 --}}';

describe('fields', () => {
  it('a key that the form does not have, with the nearest it has', () => {
    expect(findings(cell('{{项目编号}}'))).toEqual([
      '4:24-28 template/field 这里没有“项目编号”这个键 → 是不是“项目编码”？键名照 schema 里的写；外一层的键写成 {{../键}}',
    ]);
  });

  it.each([
    ['{{项目编码.长度}}', '4:24-31 template/field 这里没有“长度”这个键'],
    ['{{绩效指标.产出指标.数量}}', '4:24-36 template/field 这里没有“数量”这个键'],
    ['{{constructor}}', '4:24-35 template/field 这里没有“constructor”这个键'],
    ['{{__proto__}}', '4:24-33 template/field 这里没有“__proto__”这个键'],
    ['{{this.toString}}', '4:24-37 template/field 这里没有“toString”这个键'],
    ['{{../项目编码}}', '4:24-31 template/field 这里没有“../项目编码”这个键'],
    ['{{#each 政策依据}}{{项目编码}}{{/each}}', '4:38-42 template/field 这里没有“项目编码”这个键'],
    ['{{#each 测算依据}}{{事项}}{{/each}}', '4:38-40 template/field 这里没有“事项”这个键'],
    ['{{#each 绩效指标}}{{#each 数量指标}}x{{/each}}{{/each}}', '4:44-48 template/field 这里没有“数量指标”这个键'],
    ['{{#if 项目编号}}x{{/if}}', '4:28-32 template/field 这里没有“项目编号”这个键'],
    ['{{绩效指标}}', '4:24-28 template/field “绩效指标”不是一段文字，不能直接印'],
    ['{{政策依据}}', '4:24-28 template/field “政策依据”不是一段文字，不能直接印'],
    ['{{this}}', '4:24-28 template/field “this”不是一段文字，不能直接印'],
    ['{{#each 项目编码}}x{{/each}}', '4:30-34 template/field “项目编码”里面没有别的内容，不能用 {{#each}}'],
    [
      '{{#each 政策依据}}{{#with @number}}x{{/with}}{{/each}}',
      '4:44-51 template/field “@number”里面没有别的内容，不能用 {{#with}}',
    ],
  ])('%s', (text, said) => {
    expect(first(cell(text))).toEqual([said]);
  });

  it('a fault is told once: what follows from it is not', () => {
    expect(first(cell('{{#each 政策}}{{this.名称}}{{@label}}{{#if 别的}}{{/if}}{{/each}}'))).toEqual([
      '4:30-32 template/field 这里没有“政策”这个键',
    ]);
  });
});

describe('helpers, variables and other Handlebars', () => {
  it.each([
    ['{{lookup 政策依据 0}}', '4:24-30 template/helper 没有“lookup”这个命令'],
    ['{{log 项目编码}}', '4:24-27 template/helper 没有“log”这个命令'],
    ['{{log}}', '4:24-27 template/field 这里没有“log”这个键'],
    ['{{项目 编码}}', '4:24-26 template/helper 没有“项目”这个命令'],
    ['{{项目编码 x=1}}', '4:24-28 template/helper 没有“项目编码”这个命令'],
    ['{{#unknown 项目编码}}x{{/unknown}}', '4:25-32 template/helper 没有“unknown”这个命令'],
    ['{{#项目编码}}x{{/项目编码}}', '4:25-29 template/helper 没有“项目编码”这个命令'],
    ['{{#constructor 项目编码}}x{{/constructor}}', '4:25-36 template/helper 没有“constructor”这个命令'],
    ['{{#if}}x{{/if}}', '4:25-27 template/helper {{#if}} 后面要写一个键，也只能写一个'],
    ['{{#if 项目编码 项目名称}}x{{/if}}', '4:25-27 template/helper {{#if}} 后面要写一个键，也只能写一个'],
    ['{{#if 项目编码 includeZero=true}}x{{/if}}', '4:25-27 template/helper {{#if}} 后面要写一个键，也只能写一个'],
    ['{{@label}}', '4:24-30 template/variable “@label”外面没有这么多层 {{#each}}'],
    ['{{#each 政策依据}}{{@../number}}{{/each}}', '4:38-48 template/variable “@../number”外面没有这么多层 {{#each}}'],
    ['{{#each 政策依据}}{{else}}{{@number}}{{/each}}', '4:46-53 template/variable “@number”外面没有这么多层 {{#each}}'],
    ['{{@root.项目编码}}', '4:24-34 template/variable 没有“@root.项目编码”这个变量'],
    ['{{#each 政策依据}}{{@nubmer}}{{/each}}', '4:38-45 template/variable 没有“@nubmer”这个变量'],
    ['{{{项目编码}}}', '4:22-32 template/construct 模板里不能用 {{{ }}}'],
    ['{{&项目编码}}', '4:22-31 template/construct 模板里不能用 {{{ }}}'],
    ['{{> 页眉}}', '4:22-30 template/construct 模板里不能用 {{> }}'],
    ['{{#> 页眉}}{{/页眉}}', '4:22-38 template/construct 模板里不能用 {{#> }}'],
    ['{{* 装饰}}', '4:22-30 template/construct 模板里不能用 {{* }}'],
    ['{{#* inline "x"}}{{/inline}}', '4:22-50 template/construct 模板里不能用 {{#* }}'],
    ['{{#if (项目编码)}}x{{/if}}', '4:28-34 template/construct 模板里不能用 {{ (项目编码) }}'],
    ['{{"项目编码"}}', '4:24-30 template/construct 模板里不能用 {{ "项目编码" }}'],
    ['{{1}}', '4:24-25 template/construct 模板里不能用 {{ 1 }}'],
    ['编码 \\{{项目编码}}', '4:25-28 template/construct 模板里不能用 \\{{ }}'],
    ['{{{{raw}}}}{{项目编码}}{{{{/raw}}}}', '4:26-29 template/helper 没有“raw”这个命令'],
  ])('%s', (text, said) => {
    expect(first(cell(text))).toEqual([said]);
  });

  it('what is allowed is said', () => {
    expect(findings(cell('{{{项目编码}}}'))).toEqual([`4:22-32 template/construct 模板里不能用 {{{ }}} → ${only}`]);
  });

  it('a variable or helper brings the list of those that are', () => {
    expect(findings(cell('{{@x}}'))).toEqual([
      '4:24-26 template/variable 没有“@x”这个变量 → 可用的有 @number、@index、@first、@last、@key、@label、@starred、@pointer',
    ]);
    expect(findings(cell('{{#x 项目编码}}{{/x}}'))).toEqual([
      '4:25-26 template/helper 没有“x”这个命令 → 可用的有 each、if、unless、with；只想印一个键的内容，写 {{键}}',
    ]);
  });
});

describe('Handlebars that cannot be read names its line', () => {
  it.each([
    ['{{#each 政策依据}}{{/if}}', '4:1-53 template/syntax {{#each}} 用 {{/if}} 结束了'],
    ['{{#each 政策依据}}', '5:1-9 template/syntax 到文件末尾还有 {{#…}} 没有结束'],
    ['{{/each}}', '4:1-41 template/syntax 这一行的 {{ }} 写错了，读不下去'],
    ['{{else}}', '4:1-40 template/syntax 这一行的 {{ }} 写错了，读不下去'],
    ['\n  {{项目编码}', '5:3-20 template/syntax 这一行的 {{ }} 写错了，读不下去'],
    ['{{项目（编码）/..}}', '4:1-45 template/syntax 这一行的 {{ }} 写错了，读不下去'],
  ])('%j', (text, said) => {
    expect(first(cell(text))).toEqual([said]);
  });
});

describe('markup', () => {
  it.each([
    ['<p>x</p>', ['4:1-4 template/element 模板里不能用 <p>']],
    ['<script>alert(1)</script>', ['4:1-9 template/element 模板里不能用 <script>']],
    ['<tbody><tr></tr></tbody>', ['4:1-8 template/element 模板里不能用 <tbody>']],
    ['<td class="text">x</td>', ['4:1-18 template/element <td> 不能写在这里']],
    ['<!-- x -->', ['4:1-11 template/markup 模板里不能用 <!-- -->']],
    ['<!DOCTYPE html>', ['4:1-16 template/markup 模板里不能用 <!DOCTYPE>']],
    ['<?php x ?>', ['4:1-11 template/markup 模板里不能用 <!-- -->', '4:2-3 template/markup 这里的标记写错了']],
    ['文字', ['4:1-3 template/text 文字要写在 <th>、<td> 或 <title> 里面']],
    ['{{项目编码}}', ['4:1-9 template/text 文字要写在 <th>、<td> 或 <title> 里面']],
    ['<tr><td class="text">x</tr>', ['4:5-22 template/markup <td> 没有结束标记']],
    ['<tr></td></tr>', ['4:5-10 template/markup </td> 前面没有对应的 <td>']],
    ['<tr><td>x</td></tr>', ['4:5-9 template/class <td> 没有写 class']],
    ['<tr><td class="txt">x</td></tr>', ['4:9-20 template/class theme.yaml 的 styles 里没有“txt”']],
    ['<tr><td class="constructor">x</td></tr>', ['4:9-28 template/class theme.yaml 的 styles 里没有“constructor”']],
    ['<tr class="text"><td class="text">x</td></tr>', ['4:5-17 template/attribute <tr> 不能带 class']],
    ['<tr><td class="text" style="x">x</td></tr>', ['4:22-31 template/attribute <td> 不能带 style']],
    ['<tr><td class="text" onclick="x">x</td></tr>', ['4:22-33 template/attribute <td> 不能带 onclick']],
    ['<tr><td class="text" colspan="0">x</td></tr>', ['4:22-33 template/attribute colspan="0" 不对']],
    ['<tr><td class="text" rowspan="2.5">x</td></tr>', ['4:22-35 template/attribute rowspan="2.5" 不对']],
    ['<tr><td class="text" colspan="1001">x</td></tr>', ['4:22-36 template/attribute colspan="1001" 不对']],
    ['<tr><td class="text" class="text">x</td></tr>', ['4:27-28 template/markup 同一个属性写了两次']],
    ['<tr><td class="text">a < b</td></tr>', ['4:25-26 template/markup 文字里不能有“<”']],
    ['<tr><td class="text"><{{项目编码}}></td></tr>', ['4:23-24 template/markup 文字里不能有“<”']],
    ['<tr><td class="text">&mdsh;</td></tr>', ['4:27-28 template/markup 没有这个 &…; 符号']],
  ])('%s', (row, said) => {
    expect(first(rows(row))).toEqual(said);
  });

  it('a tag that never ends', () => {
    expect(first(`${rows('<tr><td class="text">x</td></tr>')}<tab`)).toEqual([
      '5:13-14 template/markup 到文件末尾还有标记没有写完',
    ]);
  });

  it('a mistyped style brings the nearest one', () => {
    expect(findings(rows('<tr><td class="txt">x</td></tr>'))).toEqual([
      '4:9-20 template/class theme.yaml 的 styles 里没有“txt” → 是不是“text”？不是就在 theme.yaml 的 styles 里加上它',
    ]);
  });

  it('the title and the columns of each table must be there', () => {
    const columns = '<colgroup><col class="full"></colgroup>';
    const row = '<tr><td class="text">x</td></tr>';
    const title = '<title class="title">表</title>';
    expect(first('')).toEqual(['1:1-1 template/title 没有 <title>']);
    expect(first(`${title}\n${title}`)).toEqual(['2:1-22 template/title <title> 只能有一个']);
    expect(first(`{{#if 项目编码}}${title}{{/if}}`)).toEqual(['1:13-34 template/title <title> 不能写在 {{#…}} 里面']);
    expect(first(`${title}<table>${row}</table>`)).toEqual(['1:31-38 template/table 这张表没有先写 <colgroup>']);
    expect(first(`${title}<table><colgroup></colgroup>${row}</table>`)).toHaveLength(1);
    expect(first(`${title}<table>${row}${columns}</table>`)).toHaveLength(1);
    expect(first(`${title}<table><colgroup><col class="whole"></colgroup>${row}</table>`)).toEqual([
      '1:53-66 template/class theme.yaml 的 columns 里没有“whole”',
    ]);
  });
});

describe('mustaches in tags', () => {
  const refused = 'template/mustache 标记的尖括号里不能用 {{ }}';

  it.each([
    ['<tr><td class="{{项目编码}}">x</td></tr>', `4:9-25 ${refused}`],
    ['<tr><td class="{{#if 项目编码}}text{{/if}}">x</td></tr>', `4:9-40 ${refused}`],
    ['<tr><td {{#if 项目编码}}class="text"{{/if}}>x</td></tr>', `4:5-41 ${refused}`],
    ['<tr><td class="text" {{项目编码}}>x</td></tr>', `4:5-31 ${refused}`],
    ['<tr><td class="text" colspan="{{实施期限}}">x</td></tr>', `4:22-40 ${refused}`],
    ['<tr><td class="text" data-field="{{项目编码}}">x</td></tr>', '4:22-43 template/field data-field 不对'],
    ['<tr><td class="text" data-field={{项目编码}}>x</td></tr>', '4:22-41 template/field data-field 不对'],
    [
      '<tr><td class="text" data-field="{{#if 项目编码}}/项目编码{{/if}}">x</td></tr>',
      '4:22-59 template/field data-field 不对',
    ],
    ['<tr><{{项目编码}} class="text">x</td></tr>', '4:6-7 template/markup 文字里不能有“<”'],
  ])('%s', (row, said) => {
    expect(first(rows(row))).toContain(said);
  });
});

describe('a block holds whole elements', () => {
  it.each([
    [
      '{{#if 项目编码}}<tr>{{/if}}<td class="text">x</td></tr>',
      '4:13-17 template/element <tr> 和 </tr> 不在同一个 {{#…}} 里',
    ],
    [
      '<tr>{{#if 项目编码}}<td class="text">x{{else}}y</td>{{/if}}</tr>',
      '4:17-34 template/element <td> 和 </td> 不在同一个 {{#…}} 里',
    ],
  ])('%s', (row, said) => {
    expect(first(rows(row))).toEqual([said]);
  });

  it('whole cells and rows may be chosen', () => {
    const row = '<tr>{{#if 项目编码}}<td class="text">有</td>{{else}}<td class="note">无</td>{{/if}}</tr>';
    expect(print(rows(row)).findings).toEqual([]);
  });
});

describe('data-field', () => {
  const field = (pointer: string, text = 'x') => `<tr><td class="text" data-field="${pointer}">${text}</td></tr>`;
  const inLoops = (pointer: string) =>
    rows(`{{#each 绩效指标}}{{#each this}}{{#each this}}${field(pointer)}{{/each}}{{/each}}{{/each}}`);

  it.each([
    ['/项目名', '4:22-39 template/field data-field 指的“/项目名”在申报表里没有'],
    ['项目名称', '4:22-39 template/field data-field 不对'],
    ['', '4:22-35 template/field data-field 不对'],
    [
      '/绩效指标/产出指标/数量指标/名称',
      '4:22-53 template/field data-field 指的“/绩效指标/产出指标/数量指标/名称”在申报表里没有',
    ],
    ['/政策依据/第一条', '4:22-44 template/field data-field 指的“/政策依据/第一条”在申报表里没有'],
  ])('%j', (pointer, said) => {
    expect(first(rows(field(pointer)))).toEqual([said]);
  });

  it.each(['{{@pointer}}/名字', '{{@../pointer}}/名称', '{{@pointer}}/0/名称'])('%s in a loop', (pointer) => {
    expect(first(inLoops(pointer))).toEqual([
      expect.stringMatching(/^4:\d+-\d+ template\/field data-field 指的“.*”在申报表里没有$/),
    ]);
  });

  it.each([
    '{{@pointer}}/名称',
    '{{@../pointer}}/0/名称',
    '{{@pointer}}',
    '/绩效指标',
  ])('%s in a loop is right', (pointer) => {
    expect(print(inLoops(pointer)).findings).toEqual([]);
  });
});

describe('rows are checked as printed', () => {
  const two = (text: string) => rows(text).replace('<col class="full">', '<col class="full"><col class="full">');
  const td = (attributes = '') => `<td class="text"${attributes}>x</td>`;

  it.each([
    ['too few cells', `<tr>${td()}</tr>`, ['4:1-33 template/row 这一行占了 1 列，表有 2 列']],
    ['too many cells', `<tr>${td()}${td()}${td()}</tr>`, ['4:1-79 template/row 这一行占了 3 列，表有 2 列']],
    ['a colspan past the edge', `<tr>${td(' colspan="3"')}</tr>`, ['4:1-45 template/row 这一行占了 3 列，表有 2 列']],
    ['no cell', '<tr></tr>', ['4:1-10 template/row 这一行一格也没有']],
    [
      'a colspan into a rowspan from above',
      `<tr>${td()}${td(' rowspan="2"')}</tr>\n  <tr>${td(' colspan="2"')}</tr>`,
      ['5:3-47 template/row 这一行有一格的 colspan 伸进了上面一格的 rowspan 里'],
    ],
    [
      'a rowspan below the end',
      `<tr>${td(' rowspan="3"')}${td()}</tr>\n<tr>${td()}</tr>`,
      ['4:1-68 template/row 这一行有一格的 rowspan 超出了表的最后一行'],
    ],
    [
      'once for each line, however often it is printed',
      `{{#each 政策依据}}\n  <tr>${td()}</tr>\n{{/each}}`,
      ['5:3-35 template/row 这一行占了 1 列，表有 2 列'],
    ],
  ])('%s', (_, text, said) => {
    expect(first(two(text))).toEqual(said);
  });
});

it('a template that fails while it prints names the line; no stack gets out', () => {
  // Handlebars makes no new level for a `with` that stays where it is.
  expect(findings(cell('\n{{#with this}}{{../项目编码}}{{/with}}'))).toEqual([
    '5:1-45 template/print 模板在这一行印不出这份申报表 → 检查这一行用到的键和 ../ 的层数',
  ]);
});

it('all faults are told at once, in the order of the text', () => {
  expect(
    first(`${cell('{{项目}}')}\n<p></p>\n<table><tr></tr></table>{{@x}}`).map((line) => line.split(' ')[1]),
  ).toEqual(['template/field', 'template/element', 'template/table', 'template/text', 'template/variable']);
});
