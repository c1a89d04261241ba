// The official template on the sample, and what a template sees of a declaration's values.
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { cellText, type Grid } from '../../src/compose/grid.js';
import { template, templateSource } from '../support/project-goal.js';
import { cells, gridOf, print, rows, sample, showGrid } from './printing.js';

const own = template();
const printed = (declaration = sample): Grid => gridOf(compose(declaration, own, { year: '2025' }));
const fieldsOf = (grid: Grid) =>
  new Map(
    grid.tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.flatMap((cell) => (cell.field === null ? [] : [[cell.field, cell] as const]))),
    ),
  );

describe('the official form', () => {
  it('prints the sample', async () => {
    await expect(showGrid(printed())).toMatchFileSnapshot('sample-grid.txt');
  });

  it('is the same grid each time', () => {
    expect(printed()).toEqual(printed());
  });

  it('prints a declaration with nothing but its form: every row of the form stands, blank', () => {
    const grid = printed({});
    const shape = (one: Grid) =>
      one.tables.map((table) => table.rows.map((row) => row.cells.map((cell) => cell.style)));
    expect(shape(grid)).toEqual(shape(printed()));
    expect([...fieldsOf(grid).values()].map(cellText).join('')).toBe('');
  });

  it('prints each row of an indicator, and a word in its place in all cells', () => {
    const fields = fieldsOf(
      printed({
        绩效指标: {
          产出指标: {
            数量指标: [
              { 名称: '一', 指标值: '≥1次' },
              { 名称: '二', 指标值: '≥2次', 解释: '二的解释' },
            ],
            质量指标: [],
          },
          效益指标: { 经济效益指标: '不适用' },
        },
      }),
    );
    const row = (at: string) =>
      ['名称', '指标值', '解释'].map((key) => cellText(fields.get(`/绩效指标/${at}/${key}`) ?? fail()));
    expect(row('产出指标/数量指标/0')).toEqual(['一', '≥1次', '']);
    expect(row('产出指标/数量指标/1')).toEqual(['二', '≥2次', '二的解释']);
    expect(row('产出指标/质量指标/0')).toEqual(['', '', '']);
    expect(row('效益指标/经济效益指标/0')).toEqual(['不适用', '不适用', '不适用']);
    expect(row('满意度指标/其他满意度指标/0')).toEqual(['', '', '']);
  });
});

describe('amounts', () => {
  const amount = (written: string) => fieldsOf(printed({ 本年度项目金额: written })).get('/本年度项目金额') ?? fail();

  it.each([
    ['2,425,500.00', '2,425,500.00', '2425500.00'],
    ['242.55万', '2,425,500.00', '2425500.00'],
    ['0.2亿元', '20,000,000.00', '20000000.00'],
    ['0', '0.00', '0.00'],
  ])('%s prints as %s, typed', (written, shown, decimal) => {
    expect(cellText(amount(written))).toBe(shown);
    expect(amount(written).amount).toEqual({ decimal });
  });

  it('one that cannot be read stays as it was written', () => {
    expect(cellText(amount('约20万'))).toBe('约20万');
    expect(amount('约20万').amount).toBeNull();
  });

  it('is typed only where nothing else stands in the cell; blanks beside it are not printed', () => {
    const cell = (text: string) =>
      gridOf(print(rows(`<tr><td class="text">${text}</td></tr>`))).tables[0]?.rows[0]?.cells[0];
    expect(cell('\n  {{本年度项目金额}}\n  ')?.amount).toEqual({ decimal: '2425500.00' });
    expect(cell(' {{本年度项目金额}} ')?.amount).toEqual({ decimal: '2425500.00' });
    expect(cell('{{本年度项目金额}}元')).toMatchObject({ amount: null, paragraphs: [[{ text: '2,425,500.00元' }]] });
  });
});

describe('values stay text', () => {
  it.each([
    '{{项目名称}}',
    '{{{constructor}}}',
    '<script>alert(1)</script>',
    '</td></tr></table>',
    '"><img src=x onerror=alert(1)>',
    "' & &amp; &lt;b&gt; `x` =1+1",
    '<br>',
    '<data value="1">1</data>',
    '  两端有空格  ',
    'C:\\项目\\{{x}}',
  ])('%s', (hostile) => {
    const grid = printed({
      项目名称: hostile,
      政策依据: [hostile],
      绩效指标: { 产出指标: { 数量指标: [{ 名称: hostile }] } },
    });
    const fields = fieldsOf(grid);
    expect(cellText(fields.get('/项目名称') ?? fail())).toBe(hostile);
    expect(cellText(fields.get('/政策依据') ?? fail())).toBe(`1.${hostile}`);
    expect(cellText(fields.get('/绩效指标/产出指标/数量指标/0/名称') ?? fail())).toBe(hostile);
    expect(fields.get('/项目名称')?.amount).toBeNull();
  });

  it('line breaks separate paragraphs, empty lines included', () => {
    const fields = fieldsOf(printed({ 年度目标: '一\n\n三' }));
    expect(fields.get('/年度目标')?.paragraphs).toEqual([[{ text: '一' }], [], [{ text: '三' }]]);
  });
});

describe('what a template may write', () => {
  const row = (text: string) => `<tr><td class="text">${text}</td></tr>`;

  it.each([
    ['a key', '{{项目编码}}', '440313230031500605004'],
    ['keys within keys', '{{#with 绩效指标.产出指标}}{{#each 数量指标}}{{名称}}{{/each}}{{/with}}', '开展活动数量'],
    ['a key in brackets', '{{[项目编码]}}', '440313230031500605004'],
    ['a year that the folder gives', '{{年度}}', '2025'],
    ['a condition', '{{#if 项目编码}}有{{else}}无{{/if}}', '有'],
    ['its opposite', '{{#unless 项目编码}}有{{else}}无{{/unless}}', '无'],
    ['a chain', '{{#unless 项目编码}}一{{else if 项目名称}}二{{else}}三{{/unless}}', '二'],
    ['an inverted condition', '{{^if 项目编码}}无{{else}}有{{/if}}', '有'],
    [
      'names for value and key',
      '{{#each 政策依据 as |文 号|}}{{#if @last}}{{号}}{{文}}{{/if}}{{/each}}',
      '13关于印发《深圳市第三届集体协商竞赛工作方案》的通知',
    ],
    ['a key one level out', '{{#each 政策依据}}{{#if @first}}{{../项目编码}}{{/if}}{{/each}}', '440313230031500605004'],
    ['comments', '{{! 一 }}甲{{!-- {{二}} --}}乙', '甲乙'],
    ['blanks cut by ~', '甲  {{~项目编码~}}  乙', '甲440313230031500605004乙'],
    ['HTML’s references', '&lt;甲&amp;乙&gt;', '<甲&乙>'],
    ['a line break', '甲<br/>乙', '甲\n乙'],
  ])('%s', (_, text, shown) => {
    const { 年度: _year, ...undated } = sample;
    expect(cells(row(text), undated)).toEqual([shown]);
  });

  it('the variables of each', () => {
    const text =
      '{{#each 绩效指标}}{{#each this}}{{@../number}}.{{@number}} {{@index}} {{@key}} {{@label}} {{#if @starred}}*{{/if}} {{@pointer}}{{#unless @last}}<br>{{/unless}}{{/each}}{{/each}}';
    expect(cells(row(text))[0]?.split('\n')[1]).toBe('1.2 1 质量指标 质量指标 * /绩效指标/产出指标/质量指标');
  });

  it('an empty list prints what stands after else', () => {
    expect(cells(row('{{#each 政策依据}}{{this}}{{else}}没有{{/each}}'), {})).toEqual(['没有']);
  });

  it('a word in the place of a list of texts prints as its one item', () => {
    expect(cells(row('{{#each 政策依据}}{{@number}}.{{this}}{{/each}}'), { 政策依据: '不适用' })).toEqual(['1.不适用']);
  });

  it('a table without rows is not printed; one loop may make many tables', () => {
    const table = (inner: string) => `<table><colgroup><col class="full"></colgroup>${inner}</table>`;
    const text = `<title class="title">{{项目名称}}</title>${table(`{{#if 长期目标}}${row('x')}{{/if}}`)}{{#each 绩效指标}}${table(row('{{@label}}'))}{{/each}}`;
    expect(gridOf(print(text, { 项目名称: '甲' }))).toMatchObject({ title: '甲', tables: [{}, {}, {}] });
  });

  it('Windows line ends and the template’s indentation print nothing', () => {
    const text = templateSource.text.replace(/\r?\n/g, '\r\n');
    expect(gridOf(print(text))).toEqual(gridOf(print(templateSource.text)));
  });
});

describe('heads', () => {
  const th = (attributes = '') => `<th class="head"${attributes}>x</th>`;
  const td = '<td class="text">x</td>';
  const headOf = (text: string) =>
    gridOf(print(rows(text).replace('<col class="full">', '<col class="full"><col class="full">'))).tables[0]?.headRows;

  it.each([
    ['leading rows of labels alone', `<tr>${th()}${th()}</tr><tr>${th()}${th()}</tr><tr>${th()}${td}</tr>`, 2],
    ['none', `<tr>${th()}${td}</tr><tr>${th()}${th()}</tr>`, 0],
    [
      'with a label over two rows of the head',
      `<tr>${th(' rowspan="2"')}${th()}</tr><tr>${th()}</tr><tr>${td}${td}</tr>`,
      2,
    ],
    ['a label that reaches into the body is no head', `<tr>${th(' rowspan="2"')}${th()}</tr><tr>${td}</tr>`, 0],
    ['a table of labels alone has no head', `<tr>${th()}${th()}</tr>`, 0],
  ])('%s', (_, text, count) => {
    expect(headOf(text)).toBe(count);
  });
});

function fail(): never {
  throw new Error('no such field in the grid');
}
