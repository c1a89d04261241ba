// What the workbook says, read back by openpyxl: values with their types, what is locked, lists, paper, properties.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cell, cellText, type Grid } from '../../../src/compose/grid.js';
import type { Style, Theme } from '../../../src/compose/theme.js';
import type { Meta } from '../../../src/render/renderer.js';
import { xlsx } from '../../../src/render/xlsx/xlsx.js';
import { missing } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';
import { type ReadCell, type ReadWorkbook, readBack } from './read-back.js';

const plain = sampleTheme().styles.text as Style;

const meta: Meta = {
  title: '二级项目支出绩效目标申报表 区总工会工作经费',
  author: '深圳市深汕特别合作区组织人事局（本级）',
  code: '440313230031500605004',
  year: '2025',
  date: new Date('2025-01-01T00:00:00Z'),
  digest: '5f'.repeat(32),
  origin: sampleOrigin,
};

async function bytesOf(grid: Grid, theme: Theme = sampleTheme(), about: Meta = meta): Promise<Uint8Array> {
  const { value, findings } = await xlsx.render(grid, theme, about);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

/** A form of one column, a cell a row: row 1 is the title, so the first cell is A2. */
function column(...cells: readonly Cell[]): Grid {
  const rows = cells.map((one) => ({ cells: [one] }));
  return { title: '表', titleStyle: 'title', tables: [{ columns: ['full'], headRows: 0, rows }] };
}

/** The cells of a form of one column, the title left out, each as read back; none so tall that it takes several rows. */
async function readColumn(...cells: readonly Cell[]): Promise<readonly (ReadCell | undefined)[]> {
  const book = readBack(await bytesOf(column(...cells)));
  expect(book.merges).toEqual([]);
  return cells.map((_, index) => book.cells[`A${index + 2}`]);
}

async function findingsOf(one: Cell) {
  const { value, findings } = await xlsx.render(column(one), sampleTheme(), meta);
  return {
    value,
    findings: findings.map(({ rule, level, pointer, message }) => ({ rule, level, pointer, zh: message.zh })),
  };
}

const reason = missing('python');

describe.skipIf(reason)(`the sample as a workbook${reason ? ` (${reason})` : ''}`, () => {
  let book: ReadWorkbook;
  beforeAll(async () => {
    book = readBack(await bytesOf(sampleGrid()));
  });

  test('one sheet, named after the form', () => {
    expect(book.sheets).toEqual(['二级项目支出绩效目标申报表']);
  });

  test('every cell of the grid, in order, amounts as numbers, all else as text in text cells', () => {
    const written = sampleGrid().tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
    const read = Object.entries(book.cells).flatMap(([address, { value, type, format }]) =>
      value === null || address === 'A1' ? [] : [[value, type, format]],
    );
    expect(read).toEqual(
      written.map((one) => (one.amount ? [Number(one.amount.decimal), 'n', '#,##0.00'] : [cellText(one), 's', '@'])),
    );
  });

  test.each([
    ['C2', '440313230031500605004', 's', '@'],
    ['C4', '5', 's', '@'],
    ['C6', 14531000, 'n', '#,##0.00'],
    ['G6', 2425500, 'n', '#,##0.00'],
  ])('%s is %s', (address, value, type, format) => {
    expect(book.cells[address]).toMatchObject({ value, type, format });
  });

  test('grey cells are locked over the whole of their merge, all others are open', () => {
    const greys = Object.entries(book.cells).filter(([, { fill }]) => fill === 'FFE7E6E6');
    expect(greys.length).toBeGreaterThan(20);
    expect(greys.every(([, { locked }]) => locked)).toBe(true);
    expect(book.cells.C2).toMatchObject({ locked: true });
    expect(book.cells.D2).toMatchObject({ locked: true, value: null });
    expect(['A11', 'D12', 'G13'].map((address) => book.cells[address]?.locked)).toEqual([false, false, false]);
    expect(book.cells.D19).toMatchObject({ locked: false, fill: null });
  });

  test('protected without a password; cells may be selected, rows and columns made larger', () => {
    expect(book.protection).toEqual({ on: true, password: null, select: true, resizeRows: true, resizeColumns: true });
  });

  test('the columns are those of all tables, and together as wide as the paper inside its margins', () => {
    const pixels = book.columns.map((width) => width * 8);
    expect(pixels).toEqual([111, 91, 81, 222, 70, 121, 313]);
    expect(pixels.reduce((sum, width) => sum + width, 0) * 0.75).toBeCloseTo(841.89 - 2 * 42.52, 0);
    expect(book.defaultFont).toBe('Verdana');
  });

  test('cells are merged over their columns, tall texts over several rows, none higher than Excel allows', () => {
    expect(book.merges).toEqual(
      expect.arrayContaining(['A1:G1', 'A2:B2', 'C2:D2', 'A8:G9', 'A11:G13', 'B18:C18', 'D18:E18', 'A29:G29']),
    );
    expect(Math.max(...book.rows)).toBeLessThan(150);
    expect(book.rows.every((height) => Number.isInteger(height / 0.75))).toBe(true);
  });

  test('fonts, wrapping and borders come from the theme', () => {
    expect(book.cells.A1).toMatchObject({ font: '黑体', size: 18, border: null, horizontal: 'center' });
    expect(book.cells.A8).toMatchObject({ font: '宋体', size: 10.5, border: 'thin', wrap: true });
  });

  test('a drop-down where the form has a closed list', () => {
    expect(book.validations).toEqual([{ sqref: 'C5', type: 'list', list: '"是,否"', prompt: null }]);
  });

  test('paper, print area, footer and the repeated head', () => {
    expect(book.page).toEqual({
      orientation: 'landscape',
      paper: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      area: expect.stringContaining('$A$1:$G$29'),
      titles: expect.stringContaining('$18:$18'),
      footer: '第 &P 页 共 &N 页',
      header: null,
      breaks: [9, 15],
      margins: [15, 15, 15, 15].map((millimetres) => expect.closeTo(millimetres / 25.4, 6)),
    });
    expect(book.view).toEqual({ gridLines: false, zoom: 100, active: 'A1', pane: false });
  });

  test('properties say whose it is, of when, and from what it was made', () => {
    expect(book.properties).toEqual({
      title: meta.title,
      creator: meta.author,
      changedBy: meta.author,
      created: '2025-01-01T00:00:00',
      modified: '2025-01-01T00:00:00',
    });
    expect(book.custom).toEqual({
      code: meta.code,
      year: '2025',
      digest: meta.digest,
      source: sampleOrigin.digest,
      template: sampleOrigin.template,
      tool: '0.1.0',
    });
  });
});

describe.skipIf(reason)(`what stays text${reason ? ` (${reason})` : ''}`, () => {
  const hostile = [
    '=1+1',
    '+86 755 1234',
    '-5',
    '@SUM(A1)',
    "'quoted",
    '440313230031500605004',
    '1e5',
    '2025-01-01',
    'TRUE',
    '#N/A',
    '=HYPERLINK("http://example.org","点我")',
    '<b>&amp;</b> ]]> "x"',
    '{{项目名称}}',
    '../../etc/passwd',
    '  两头有空格  ',
    '𬱖龘𠮷',
    '一\n\n三',
    '制表\t符',
    // Excel's escape of a character, which must be shown as written.
    '_x0041_x0042_ 和 _x00',
  ];

  let read: readonly (ReadCell | undefined)[];
  beforeAll(async () => {
    read = await readColumn(...hostile.map((text) => cell(text, 'text')));
  });

  test.each(hostile.map((text, index) => [text, index] as const))('%j', (text, index) => {
    expect(read[index]).toMatchObject({ value: text, type: 's', format: '@' });
  });

  test('an empty cell is empty, and of text all the same', async () => {
    const [read] = await readColumn(cell('', 'text'));
    expect(read).toMatchObject({ value: null, format: '@', locked: false });
  });

  test('200 items are one cell', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `${index + 1}.第${index + 1}项（1万）`).join('\n');
    const book = readBack(await bytesOf(column(cell(text, 'text'))));
    expect(book.cells.A2?.value).toBe(text);
    expect(book.merges).toEqual([`A2:A${book.rows.length}`]);
  });
});

describe.skipIf(reason)(`amounts${reason ? ` (${reason})` : ''}`, () => {
  test.each([
    ['9999999999999.99', 9999999999999.99],
    ['1234567890123.45', 1234567890123.45],
    ['0.01', 0.01],
    ['0.00', 0],
    ['100', 100],
    ['100.10', 100.1],
    ['-2300.00', -2300],
  ])('%s is the number, exact to the last digit', async (decimal, value) => {
    const [read] = await readColumn(cell('…', 'money', { amount: { decimal } }));
    expect(read).toMatchObject({ value, type: 'n', format: '#,##0.00' });
  });

  test('one that Excel would round is an error', async () => {
    const one = cell('…', 'money', { amount: { decimal: '99999999999999.99' }, field: '/总额' });
    expect(await findingsOf(one)).toEqual({
      value: null,
      findings: [
        {
          rule: 'render/inexact',
          level: 'error',
          pointer: '/总额',
          zh: '“总额”单元格的金额 99999999999999.99 超出 Excel 数值的精度（15 位数字），写入后会被舍入',
        },
      ],
    });
  });

  test('a marked amount is shown as text with its marks', async () => {
    const paragraphs = [
      [
        { text: '1.00', mark: 'deleted' as const },
        { text: '2.00', mark: 'inserted' as const },
      ],
    ];
    const [read] = await readColumn(cell('', 'money', { amount: { decimal: '2.00' }, paragraphs }));
    expect(read).toMatchObject({ value: '1.002.00', type: 's' });
  });
});

describe('what a cell cannot hold', () => {
  test('32,767 characters fit', async () => {
    expect((await findingsOf(cell('字'.repeat(32_767), 'text'))).findings).toEqual([]);
  });

  test('one more does not, and the finding says which cell', async () => {
    expect(await findingsOf(cell('字'.repeat(32_768), 'text', { field: '/指标/0/解释' }))).toEqual({
      value: null,
      findings: [
        {
          rule: 'render/too-long',
          level: 'error',
          pointer: '/指标/0/解释',
          zh: '“指标 / 第 1 项 / 解释”单元格共 32768 个字符，Excel 的一个单元格最多容纳 32767 个',
        },
      ],
    });
  });

  test.each([
    ['\u0000', 'U+0000'],
    ['\u0008', 'U+0008'],
    ['\r', 'U+000D'],
    ['\u007f', 'U+007F'],
    ['\ufffe', 'U+FFFE'],
    ['\ud842', 'U+D842'],
  ])('%j is named', async (character, name) => {
    const { value, findings } = await findingsOf(cell(`前${character}后`, 'text', { field: '/目标' }));
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ rule: 'render/character', pointer: '/目标' }]);
    expect(findings[0]?.zh).toContain(name);
  });
});

describe.skipIf(reason)(`details${reason ? ` (${reason})` : ''}`, () => {
  test('inserted text is underlined, deleted text struck', async () => {
    const paragraphs = [
      [{ text: '全年' }, { text: '九', mark: 'deleted' as const }, { text: '十', mark: 'inserted' as const }],
      [{ text: '次' }],
    ];
    const [read] = await readColumn(cell('', 'text', { paragraphs }));
    expect(read?.runs).toEqual([
      ['全年', false, false],
      ['九', false, true],
      ['十', true, false],
      ['\n', false, false],
      ['次', false, false],
    ]);
  });

  test.each([
    ['quotes are doubled', ['他说"好"', '否'], 'list', '"他说""好"",否"', null],
    ['a comma cannot be written in a list', ['甲,乙', '丙'], null, null, '甲,乙、丙'],
    ['255 characters fit', ['一'.repeat(255)], 'list', `"${'一'.repeat(255)}"`, null],
  ])('choices: %s', async (_, choices, type, list, prompt) => {
    const book = readBack(await bytesOf(column(cell('', 'text', { choices }))));
    expect(book.validations).toEqual([{ sqref: 'A2', type, list, prompt }]);
  });

  test('choices that are too long together become a note, which is cut where Excel ends', async () => {
    const choices = Array.from({ length: 60 }, (_, index) => `第${index}种方式`);
    const { validations } = readBack(await bytesOf(column(cell('', 'text', { choices }))));
    expect(validations).toMatchObject([{ type: null, list: null }]);
    expect(validations[0]?.prompt?.length).toBeLessThanOrEqual(255);
    expect(validations[0]?.prompt).toMatch(/^第0种方式、第1种方式.*…$/);
  });

  test.each([
    ['申报表[2025]: 甲/乙\\丙*?', '申报表［2025］： 甲／乙＼丙＊？'],
    ['长'.repeat(40), '长'.repeat(31)],
    [`${'长'.repeat(30)}𬱖`, '长'.repeat(30)],
    ["'单引号'", '’单引号’'],
    ['History', 'History表'],
    [' ', '表'],
  ])('the form %j gives the sheet %j', async (title, name) => {
    const book = readBack(await bytesOf({ ...column(cell('甲', 'text')), title }));
    expect(book.sheets).toEqual([name]);
  });

  test('every column says its width, even one as wide as the columns of an empty sheet', async () => {
    const theme = { ...sampleTheme(), columns: { narrow: 72, wide: 1009 - 72 } };
    const rows = [{ cells: [cell('甲', 'text'), cell('乙', 'text')] }];
    const grid: Grid = {
      title: '表',
      titleStyle: 'title',
      tables: [{ columns: ['narrow', 'wide'], headRows: 0, rows }],
    };
    expect(readBack(await bytesOf(grid, theme)).columns).toEqual([9, (1009 - 72) / 8]);
  });

  test('a footer with & and numbers of its own', async () => {
    const theme = { ...sampleTheme(), footer: { text: 'A&B {page}/{pages}', style: 'footer' } };
    expect(readBack(await bytesOf(sampleGrid(), theme)).page.footer).toBe('A&&B &P/&N');
  });

  test('no author, no code, no year and no declaration: none is invented', async () => {
    const nothing = { author: null, code: null, year: null, origin: null };
    const book = readBack(await bytesOf(sampleGrid(), sampleTheme(), { ...meta, ...nothing }));
    expect([book.properties.creator, book.properties.changedBy].filter(Boolean)).toEqual([]);
    expect(book.custom).toEqual({ digest: meta.digest });
  });

  test('a cell over two rows is as high as its text needs', async () => {
    const long = '考察全年开展活动次数。'.repeat(60);
    const rows = [{ cells: [cell(long, 'text', { rowspan: 2 }), cell('甲', 'text')] }, { cells: [cell('乙', 'text')] }];
    const grid: Grid = {
      title: '表',
      titleStyle: 'title',
      tables: [{ columns: ['value', 'value'], headRows: 0, rows }],
    };
    const book = readBack(await bytesOf(grid));
    expect(book.merges).toContain(`A2:A${book.rows.length}`);
    expect(book.cells.B3?.value).toBe('乙');
    expect(book.rows.slice(1).reduce((sum, height) => sum + height, 0)).toBeGreaterThan(250);
  });

  test('one style does not bleed into another cell', async () => {
    const theme = {
      ...sampleTheme(),
      styles: { ...sampleTheme().styles, grey: { ...plain, fill: '#e7e6e6', locked: true } },
    };
    const book = readBack(await bytesOf(column(cell('甲', 'text'), cell('乙', 'grey'), cell('丙', 'text')), theme));
    expect(['A2', 'A3', 'A4'].map((address) => book.cells[address]?.locked)).toEqual([false, true, false]);
  });
});

describe('the same bytes', () => {
  test('twice in one process', async () => {
    const [first, second] = [await bytesOf(sampleGrid()), await bytesOf(sampleGrid())];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test('whatever was printed before with the same theme, or with another', async () => {
    const narrow = {
      ...sampleTheme(),
      paper: { name: 'A4', landscape: false, width: 595.28, height: 841.89 } as const,
    };
    const blue = { ...sampleTheme(), styles: { ...sampleTheme().styles, text: { ...plain, colour: '#0000ff' } } };
    const short = column(cell('只有一格', 'text', { choices: ['甲', '乙'] }));
    const jobs = [sampleTheme(), narrow, blue].flatMap((theme) =>
      [sampleGrid(), short].map((grid) => ({ grid, theme })),
    );
    const hex = async (grid: Grid, theme: Theme) => Buffer.from(await bytesOf(grid, theme)).toString('hex');
    const alone = [];
    for (const { grid, theme } of jobs) alone.push(await hex(grid, { ...theme }));
    const inTurn = [];
    for (const { grid, theme } of [...jobs, ...jobs.toReversed()]) inTurn.push(await hex(grid, theme));
    expect(new Set(alone).size).toBe(jobs.length);
    expect(inTurn).toEqual([...alone, ...alone.toReversed()]);
  });

  test('whatever the time zone and the time', async () => {
    const here = process.env.TZ;
    const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia'];
    const all: string[] = [];
    try {
      for (const zone of zones) {
        process.env.TZ = zone;
        all.push(Buffer.from(await bytesOf(sampleGrid())).toString('base64'));
      }
    } finally {
      if (here === undefined) delete process.env.TZ;
      else process.env.TZ = here;
    }
    expect(new Set(all).size).toBe(1);
  });
});
