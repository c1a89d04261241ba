// Placeholders in the cells of a sheet: what they print, which rows they repeat, and what their author is told of faults.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCells } from '../../../src/compose/cells/cells.js';
import { cellText } from '../../../src/compose/grid.js';
import { toView } from '../../../src/compose/view.js';
import { parse, projectGoal, sampleText } from '../../support/forms.js';
import { templateSource } from '../../support/project-goal.js';
import { gridOf, print as printForm } from '../printing.js';

type Sheet = Readonly<Record<string, string>>;

/** Cells by name, in the order of reading. */
function compile(sheet: Sheet) {
  const cells = Object.entries(sheet).map(([name, text]) => ({ row: Number(/\d+/.exec(name)?.[0]), name, text }));
  return compileCells(cells, projectGoal);
}

const declaration = parse(sampleText).value as Readonly<Record<string, never>>;

/** `5 2.1 B5=…` for each row: its number in the sheet, its path, its cells. */
function print(sheet: Sheet, values: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const { template, faults } = compile(sheet);
  if (!template) throw new Error(faults.map(({ cell, said }) => `${cell.name} ${said.message.zh}`).join('\n'));
  const viewed = toView({ ...declaration, ...values } as never, projectGoal, '2025');
  return template.print(viewed).map(({ row, path, cells }) => {
    const shown = [...cells].map(([name, cell]) => `${name}=${cellText(cell).replaceAll('\n', '⏎')}`);
    return [row, path.join('.'), ...shown].join(' ').replace(/ {2}/, ' ');
  });
}

const told = (sheet: Sheet) =>
  compile(sheet).faults.map(({ cell, kind, said }) => `${cell.name} ${kind} ${said.message.zh}`);

const oneGroup = {
  绩效指标: {
    产出指标: {
      数量指标: [
        { 名称: '甲', 指标值: '≥1次' },
        { 名称: '乙', 指标值: '≥2次' },
      ],
    },
  },
};

describe('a cell', () => {
  it('shows a field, alone or among words', () => {
    const sheet = { B2: '{{项目编码}}', D2: '{{项目名称}}（{{年度}}年度）', B3: '{{实施期限}}' };
    expect(print(sheet)).toEqual(['2 B2=440313230031500605004 D2=区总工会工作经费（2025年度）', '3 B3=5']);
  });

  it('takes line breaks and signs as they stand', () => {
    expect(print({ A1: '<b>{{项目名称}}</b> & “x”\n第二行 {{\n年度\n}}' })).toEqual([
      '1 A1=<b>区总工会工作经费</b> & “x”⏎第二行 2025',
    ]);
  });

  it('shows a text of the declaration as it stands, whatever it looks like', () => {
    const name = '<b>{{项目编码}}</b>&amp;\n=1+1';
    expect(print({ A1: '{{项目名称}}' }, { 项目名称: name })).toEqual(['1 A1=<b>{{项目编码}}</b>&amp;⏎=1+1']);
  });

  it('prints a list by its name alone, numbered, an item a line', () => {
    expect(print({ B5: '{{政策依据}}' }, { 政策依据: ['甲文', '乙文'] })).toEqual(['5 B5=1.甲文⏎2.乙文']);
    expect(print({ B5: '{{测算依据}}' }, { 测算依据: [{ 事项: '甲', 金额: '3万' }, '乙（2万）'] })).toEqual([
      '5 B5=1.甲（3万）⏎2.乙（2万）',
    ]);
    expect(print({ B5: '{{政策依据}}' }, { 政策依据: [] })).toEqual(['5 B5=']);
  });

  it('prints a list in words of its own by an each that ends in it', () => {
    const text = '{{#each 政策依据}}（{{@number}}）{{this}}{{#unless @last}}；\n{{/unless}}{{else}}无{{/each}}';
    expect(print({ B5: text }, { 政策依据: ['甲文', '乙文'] })).toEqual(['5 B5=（1）甲文；⏎（2）乙文']);
    expect(print({ B5: text }, { 政策依据: [] })).toEqual(['5 B5=无']);
  });

  it('knows which field it shows, where it shows one', () => {
    const { template } = compile({
      A1: '{{项目编码}}',
      B1: '{{项目编码}}号',
      A2: '{{#each 绩效指标}}{{名称}}',
      B2: '{{/each}}',
    });
    const rows = template?.print(toView({ ...declaration, ...oneGroup } as never, projectGoal, null)) ?? [];
    const fields = rows.flatMap(({ cells }) => [...cells.values()].map(({ field }) => field));
    expect(fields.slice(0, 3)).toEqual(['/项目编码', null, '/绩效指标/产出指标/数量指标/0/名称']);
  });

  it('says which cells print lists', () => {
    const { template } = compile({ A1: '{{项目编码}}', B1: '{{政策依据}}', C1: '{{#each 政策依据}}{{this}}{{/each}}' });
    expect([...(template?.lists ?? [])]).toEqual(['B1', 'C1']);
  });
});

describe('a row', () => {
  const row = {
    A9: '{{#each 绩效指标}}{{@../../label}}',
    B9: '{{#if @../starred}}*{{/if}}{{@../label}}',
    C9: '{{名称}}',
    D9: '{{指标值}}{{/each}}',
  };

  it('is repeated for every row of a list, through the groups around it', () => {
    expect(print(row, oneGroup).slice(0, 4)).toEqual([
      '9 1.1.1 A9=产出指标 B9=*数量指标 C9=甲 D9=≥1次',
      '9 1.1.2 A9=产出指标 B9=*数量指标 C9=乙 D9=≥2次',
      '9 1.2.1 A9=产出指标 B9=*质量指标 C9= D9=',
      '9 1.3.1 A9=产出指标 B9=*时效指标 C9= D9=',
    ]);
    expect(print(row)).toHaveLength(10);
  });

  it.each([
    ['as form.hbs has it', '{{#each 绩效指标}}{{#each this}}{{#each this}}', '{{/each}}{{/each}}{{/each}}'],
    ['with spaces between', '{{#each 绩效指标}} {{#each this}}\n{{#each this}}', '{{/each}} {{/each}}\n{{/each}}'],
  ])('is the same with every loop written out, %s', (_, open, close) => {
    const written = { ...row, A9: `${open}{{@../../label}}`, D9: `{{指标值}}${close}` };
    expect(print(written)).toEqual(print(row));
  });

  it('is repeated for one group, for one list', () => {
    const sheet = (path: string) => ({ A3: `{{#each ${path}}}{{@number}}`, B3: '{{名称}}{{/each}}' });
    expect(print(sheet('绩效指标.产出指标'), oneGroup)).toEqual([
      '3 1.1 A3=1 B3=甲',
      '3 1.2 A3=2 B3=乙',
      '3 2.1 A3=1 B3=',
      '3 3.1 A3=1 B3=',
      '3 4.1 A3=1 B3=',
    ]);
    expect(print(sheet('绩效指标.产出指标.数量指标'), oneGroup)).toEqual(['3 1 A3=1 B3=甲', '3 2 A3=2 B3=乙']);
  });

  it('is repeated for a list of texts, and stands once, empty, where there is none', () => {
    const sheet = { A3: '{{#each 政策依据}}{{@number}}', B3: '{{this}}{{/each}}' };
    expect(print(sheet, { 政策依据: ['甲文', '乙文'] })).toEqual(['3 1 A3=1 B3=甲文', '3 2 A3=2 B3=乙文']);
    expect(print(sheet, { 政策依据: [] })).toEqual(['3 0 A3= B3=']);
  });

  it('may give the item a name', () => {
    expect(
      print({ A3: '{{#each 绩效指标.产出指标 as |行 第几|}}{{第几}}', B3: '{{行.名称}}{{/each}}' }, oneGroup).slice(
        0,
        2,
      ),
    ).toEqual(['3 1.1 A3=0 B3=甲', '3 1.2 A3=1 B3=乙']);
  });
});

describe('rows', () => {
  it('are repeated together, with those between that have no placeholder', () => {
    const sheet = { A3: '{{#each 政策依据}}{{@number}}', A5: '{{this}}', B5: '{{/each}}' };
    expect(print(sheet, { 政策依据: ['甲文', '乙文'] })).toEqual([
      '3 1 A3=1',
      '4 1',
      '5 1 A5=甲文 B5=',
      '3 2 A3=2',
      '4 2',
      '5 2 A5=乙文 B5=',
    ]);
  });

  it('stand within others: a heading for each group', () => {
    const sheet = {
      A3: '{{#each 绩效指标}}{{@label}}',
      A4: '{{#each this}}{{@../label}}',
      B4: '{{名称}}{{/each}}',
      A5: '小计{{/each}}',
    };
    const rows = print(sheet, oneGroup);
    expect(rows.slice(0, 4)).toEqual([
      '3 1 A3=产出指标',
      '4 1.1.1 A4=数量指标 B4=甲',
      '4 1.1.2 A4=数量指标 B4=乙',
      '4 1.2.1 A4=质量指标 B4=',
    ]);
    expect(rows.filter((line) => line.startsWith('5')).length).toBe(3);
    expect(compile(sheet).template?.blocks).toEqual([
      { first: 3, last: 5, levels: 1, blocks: [{ first: 4, last: 4, levels: 2, blocks: [] }] },
    ]);
  });
});

describe('faults', () => {
  it.each([
    ['{{项目编号}}', 'A1 field 这里没有“项目编号”这个键'],
    ['{{绩效指标}}', 'A1 field “绩效指标”不是一段文字，不能直接印'],
    ['{{绩效指标.产出指标.数量指标}}', 'A1 field “绩效指标.产出指标.数量指标”不是一段文字，不能直接印'],
    ['{{upper 项目编码}}', 'A1 helper 没有“upper”这个命令'],
    ['{{@label}}', 'A1 variable “@label”外面没有这么多层 {{#each}}'],
    ['{{{项目编码}}}', 'A1 construct 模板里不能用 {{{ }}}'],
    ['{{> 别的}}', 'A1 construct 模板里不能用 {{> }}'],
    ['\\{{项目编码}}', 'A1 construct 模板里不能用 \\{{ }}'],
    ['{{项目 编码', 'A1 syntax 这一行的 {{ }} 写错了，读不下去'],
    ['{{#if 项目编码}}x', 'A1 row {{#if}} 没有在同一格里结束'],
    ['x{{/if}}', 'A1 row {{/each}} 前面没有对应的 {{#each}}'],
    ['{{#if 项目编码}}x{{/each}}', 'A1 syntax {{#if}} 用 {{/each}} 结束了'],
    ['{{#each 绩效指标}}x', 'A1 row {{#each 绩效指标}} 没有结束'],
    ['序号{{#each 绩效指标}}x', 'A1 row 重复整行的 {{#each}} 写的地方不对'],
    ['{{/each}}{{#each 政策依据}}', 'A1 row 重复整行的 {{#each}} 写的地方不对'],
  ])('%s', (text, said) => {
    expect(told({ A1: text })[0]).toBe(said);
  });

  it('an each that opens behind the first cell of its row, or ends before the last', () => {
    expect(told({ A1: '{{项目编码}}', B1: '{{#each 政策依据}}{{this}}', C1: '{{/each}}' })).toEqual([
      'B1 row 重复整行的 {{#each}} 写的地方不对',
      'C1 row {{/each}} 前面没有对应的 {{#each}}',
    ]);
    expect(told({ A1: '{{#each 政策依据}}{{this}}', B1: '{{/each}}', C1: '{{项目编码}}' })).toEqual([
      'B1 row 重复整行的 {{/each}} 写的地方不对',
      'A1 row {{#each 政策依据}} 没有结束',
    ]);
  });

  it('names the cell of each fault, in the order of reading', () => {
    const sheet = { A1: '{{甲}}', B1: '{{项目编码}}', A2: '{{#each 绩效指标}}{{乙}}', B2: '{{名称}}{{丙}}{{/each}}' };
    expect(told(sheet)).toEqual([
      'A1 field 这里没有“甲”这个键',
      'A2 field 这里没有“乙”这个键',
      'B2 field 这里没有“丙”这个键',
    ]);
  });

  it('braces within a comment are no faults', () => {
    expect(print({ A1: '{{!-- {{#each x}} --}}{{项目编码}}{{! {{/if }}' })).toEqual(['1 A1=440313230031500605004']);
  });
});

it('the rows that templates/README.md shows are those of form.hbs', () => {
  const readme = readFileSync('templates/README.md', 'utf8');
  const line = readme.split('\n').find((one) => one.startsWith('| `{{#each 绩效指标}}')) ?? '';
  const texts = [...line.matchAll(/`([^`]*)`/g)].map(([, text = '']) => text);
  const rows = print(Object.fromEntries(texts.map((text, index) => [`${'ABCDE'[index]}9`, text])));
  const indicators = gridOf(printForm(templateSource.text)).tables[2]?.rows.slice(1) ?? [];
  expect(rows.map((row) => row.replace(/^9 \S+ /, ''))).toEqual(
    indicators.map(({ cells }) => cells.map((cell, index) => `${'ABCDE'[index]}9=${cellText(cell)}`).join(' ')),
  );
});
