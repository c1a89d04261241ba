// Rows of a filled workbook are as high as their texts need: never lower than the authority made them, and untouched where they suffice.
import { describe, expect, it, test } from 'vitest';
import { openWorkbook } from '../../../../src/render/xlsx/fill/open-workbook.js';
import { remarksOn } from '../../../../src/render/xlsx/fill/remarks.js';
import { projectGoal } from '../../../support/forms.js';
import { convert, missing, runProgram } from '../../../support/programs.js';
import { excelPart, oneSheet, partsOf } from './excel-workbook.js';
import { filled, fillWith, told, withIndicators } from './filling.js';

/** Of 宋体 11 a line is counted as 15.9 points, and a cell has 2 beside them. In a column 20 wide (160 pixels) stand ten characters. */
const columns =
  '<cols><col min="1" max="4" width="20" customWidth="1"/><col min="5" max="5" hidden="1" width="20"/></cols>';

/** Styles: 1 wraps, 5 shrinks to fit, 6 runs downwards, 7 is one of 22 points that wraps, 8 is justified. */
const styles = excelPart(
  'xl/styles.xml',
  '<xf numFmtId="0"/></cellXfs>',
  '<xf numFmtId="0"/><xf><alignment shrinkToFit="1"/></xf><xf><alignment wrapText="1" textRotation="255"/></xf><xf fontId="1"><alignment wrapText="true" indent="1"/></xf><xf><alignment vertical="justify"/></xf></cellXfs>',
)
  ['xl/styles.xml']?.replace('<fonts count="1">', '<fonts count="2">')
  .replace('</fonts>', '<font><sz val="22"/></font></fonts>');

const cell = (name: string, text: string, style = 1) =>
  `<c r="${name}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The filled workbook; `rows` and what stands behind them. */
function made(rows: string, goal: string, { merges = [] as readonly string[], format = '', count = 1 } = {}) {
  const list = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const after = merges.length > 0 ? `<mergeCells count="${merges.length}">${list}</mergeCells>` : '';
  const workbook = oneSheet(`${format}${columns}<sheetData>${rows}</sheetData>${after}`, {
    'xl/styles.xml': styles ?? '',
  });
  return fillWith(workbook, { ...withIndicators(count), 年度目标: goal, 长期目标: '一' });
}

/** The tags of its rows. */
function rowsIn(bytes: Uint8Array | null): readonly string[] {
  return (
    (bytes &&
      partsOf(bytes)
        .get('xl/worksheets/sheet1.xml')
        ?.match(/<row[^>]*>/g)) ??
    []
  );
}

const rowsOf = (...given: Parameters<typeof made>) => rowsIn(made(...given).bytes);
const goal = (name = 'A2', style = 1) => cell(name, '{{年度目标}}', style);
const forty = '一二三四五六七八九十'.repeat(4);

describe('a row whose height is set', () => {
  it.each([
    [
      'is raised for a text that wraps: 4 lines',
      `<row r="2" ht="20" customHeight="1">${goal()}</row>`,
      forty,
      '<row r="2" ht="66" customHeight="1">',
    ],
    [
      'or has lines of its own',
      `<row r="2" customHeight="true" ht='20'>${goal('A2', 0)}</row>`,
      '一\n二',
      '<row r="2" ht="34.5" customHeight="1">',
    ],
    [
      'or is justified',
      `<row r="2" ht="20" customHeight="1">${goal('A2', 8)}</row>`,
      forty,
      '<row r="2" ht="66" customHeight="1">',
    ],
    [
      'by the size of its font and its indent',
      `<row r="2" ht="20" customHeight="1">${goal('A2', 7)}</row>`,
      '一二三四五六',
      '<row r="2" ht="66" customHeight="1">',
    ],
    [
      'is never made lower',
      `<row r="2" ht="300" customHeight="1">${goal()}</row>`,
      forty,
      '<row r="2" ht="300" customHeight="1">',
    ],
    [
      'stays for a single line, however low it is',
      `<row r="2" ht="5" customHeight="1">${goal()}</row>`,
      '一',
      '<row r="2" ht="5" customHeight="1">',
    ],
    [
      'stays for a text that does not wrap',
      `<row r="2" ht="20" customHeight="1">${goal('A2', 0)}</row>`,
      forty,
      '<row r="2" ht="20" customHeight="1">',
    ],
    [
      'or is shrunk to fit',
      `<row r="2" ht="20" customHeight="1">${goal('A2', 5)}</row>`,
      forty,
      '<row r="2" ht="20" customHeight="1">',
    ],
    [
      'or runs downwards',
      `<row r="2" ht="20" customHeight="1">${goal('A2', 6)}</row>`,
      forty,
      '<row r="2" ht="20" customHeight="1">',
    ],
    [
      'or stands in a hidden column',
      `<row r="2" ht="20" customHeight="1">${goal('E2')}</row>`,
      forty,
      '<row r="2" ht="20" customHeight="1">',
    ],
    [
      'stays hidden',
      `<row r="2" ht="20" hidden="1" customHeight="1">${goal()}</row>`,
      forty,
      '<row r="2" ht="20" hidden="1" customHeight="1">',
    ],
  ])('%s', (_, row, text, expected) => {
    expect(rowsOf(row, text)).toEqual([expected]);
  });

  it('may be set for the whole sheet', () => {
    const format = '<sheetFormatPr defaultRowHeight="18" customHeight="1"/>';
    expect(rowsOf(`<row r="2">${goal()}</row>`, forty, { format })).toEqual(['<row ht="66" customHeight="1" r="2">']);
  });

  it('is raised for each copy by its own texts', () => {
    const row = `<row r="2" ht="20" customHeight="1">${cell('A2', '{{#each 绩效指标.产出指标.数量指标}}{{名称}}')}${cell('B2', '{{#if @last}}说明，说明，说明，说明{{/if}}{{/each}}')}</row>`;
    expect(rowsOf(row, '', { count: 2 })).toEqual([
      '<row r="2" ht="20" customHeight="1">',
      '<row r="3" ht="34.5" customHeight="1">',
    ]);
  });
});

describe('a row whose height nobody set', () => {
  it.each([
    [
      'is given what its texts need, for programs that do not measure',
      `<row r="2">${goal()}</row>`,
      forty,
      '<row ht="66" r="2">',
    ],
    [
      'in place of what was measured for the placeholders',
      `<row r="2" ht="57">${goal()}</row>`,
      forty,
      '<row r="2" ht="66">',
    ],
    ['by all of them', `<row r="2">${goal()}${cell('B2', forty.repeat(2))}</row>`, forty, '<row ht="129.75" r="2">'],
    [
      'also by a single line of large letters',
      `<row r="2" ht="57">${goal('A2', 7)}</row>`,
      '一',
      '<row r="2" ht="34.5">',
    ],
    [
      'says nothing where one line suffices',
      `<row r="2" ht="57" customHeight="0">${goal()}</row>`,
      '一',
      '<row r="2" customHeight="0">',
    ],
    [
      'is as it was where nothing is filled',
      `<row r="2" ht="57">${cell('A2', forty)}</row><row r="3">${goal('A3')}</row>`,
      '一',
      '<row r="2" ht="57">',
    ],
  ])('%s', (_, row, text, expected) => {
    expect(rowsOf(row, text)[0]).toBe(expected);
  });

  it('is set where a merged text needs more: those no program measures', () => {
    const row = `<row r="2" ht="57">${goal()}${cell('C2', '一二三')}</row>`;
    expect(rowsOf(row, forty, { merges: ['A2:B2'] })).toEqual(['<row r="2" ht="34.5" customHeight="1">']);
  });

  it('is not where another text of it needs as much', () => {
    const row = `<row r="2">${goal()}${cell('C2', forty)}</row>`;
    expect(rowsOf(row, forty, { merges: ['A2:B2'] })).toEqual(['<row ht="66" r="2">']);
  });
});

describe('a text over several rows', () => {
  const set = (height: number) => ` ht="${height}" customHeight="1"`;
  const rows = (...tags: readonly string[]) =>
    tags.map((tag, index) => `${tag}${index === 0 ? goal() : `<c r="A${index + 2}"/>`}</row>`).join('');

  it.each([
    [
      'needs nothing where they suffice',
      [`<row r="2"${set(40)}>`, `<row r="3"${set(30)}>`, `<row r="4"${set(20)}>`],
      null,
    ],
    [
      'has each of them raised alike',
      [`<row r="2"${set(30)}>`, `<row r="3"${set(15)}>`, `<row r="4"${set(15)}>`],
      [`<row r="2"${set(32.25)}>`, `<row r="3"${set(17.25)}>`, `<row r="4"${set(17.25)}>`],
    ],
    [
      'but those that are hidden',
      [`<row r="2"${set(30)}>`, `<row r="3"${set(20)} hidden="1">`, `<row r="4"${set(20)}>`],
      [`<row r="2"${set(38.25)}>`, `<row r="3"${set(20)} hidden="1">`, `<row r="4"${set(28.5)}>`],
    ],
    [
      'also where nobody set them',
      ['<row r="2">', '<row r="3">', '<row r="4">'],
      [`<row${set(22.5)} r="2">`, `<row${set(22.5)} r="3">`, `<row${set(22.5)} r="4">`],
    ],
  ])('%s', (_, before, after) => {
    expect(rowsOf(rows(...before), forty, { merges: ['A2:A4'] })).toEqual(after ?? before);
  });

  it('has them also where rows that are repeated lie among them', () => {
    const each = `<row r="3"><c r="A3"/>${cell('B3', '{{#each 绩效指标.产出指标.数量指标}}{{名称}}')}${cell('C3', '{{/each}}')}</row>`;
    const all = rowsOf(`<row r="2">${goal()}</row>${each}`, forty.repeat(2), { merges: ['A2:A3'], count: 3 });
    expect(all).toEqual([2, 3, 4, 5].map((row) => `<row${set(33)} r="${row}">`));
  });
});

test('a text that no row can hold is told with its cell and its field', () => {
  const rows = `<row r="2" ht="20" customHeight="1">${goal()}</row>`;
  const { bytes, findings } = made(rows, forty.repeat(8));
  expect(rowsIn(bytes)).toEqual(['<row r="2" ht="409" customHeight="1">']);
  expect(told(findings)).toEqual([
    '2:1 template/height 工作表“申报表”的 A2：这一格的文字大约要 512 磅高，它的行放不下（Excel 的一行最高 409 磅），打印出来后面的可能被切掉',
  ]);
  expect(findings[0]).toMatchObject({ level: 'warning', pointer: '/年度目标' });
});

test.skipIf(missing('soffice', 'pdftotext'))('LibreOffice shows each text whole', async () => {
  const text = '深入学习宣传贯彻，全年开展活动不少于9次；“满意度”≥95%（按2025年度问卷计）。Room 2, building B.'.repeat(
    4,
  );
  /** Points from the first line of the text to its last, and to the row below. */
  const linesIn = async (row: string, merges: string) => {
    const rows = `${row}<row r="5">${cell('A5', '下')}</row>`;
    const values = { ...withIndicators(1), 年度目标: text };
    const pdf = await convert(
      filled(oneSheet(`${columns}<sheetData>${rows}</sheetData>${merges}`, { 'xl/styles.xml': styles ?? '' }), values),
      'xlsx',
      'pdf',
    );
    const words = [...runProgram('pdftotext', ['-bbox', '-', '-'], pdf).matchAll(/yMin="([\d.]+)".*>(.*)<\/word>/g)];
    const below = words.findIndex(([, , word]) => word === '下');
    const tops = words.map(([, top]) => Number(top));
    const own = tops.filter((_, index) => index !== below);
    return {
      shown: words
        .map(([, , word]) => word)
        .join('')
        .replace('下', ''),
      end: Math.max(...own),
      below: tops[below] ?? 0,
    };
  };
  const merge = (ref: string) => `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`;
  for (const [row, merges] of [
    [`<row r="2">${goal()}</row>`, ''],
    [`<row r="2" ht="20" customHeight="1">${goal()}</row>`, merge('A2:B2')],
    [`<row r="2" ht="20" customHeight="1">${goal()}</row><row r="3"/><row r="4"/>`, merge('A2:B4')],
  ] as const) {
    const { shown, end, below } = await linesIn(row, merges);
    expect(shown).toBe(text.replaceAll(' ', ''));
    expect(below).toBeGreaterThan(end);
  }
});

describe('of a list printed into one cell is said in advance', () => {
  it.each([
    ['nothing where it wraps: the row will be as high as it needs', 'A2', 1, []],
    [
      'that it does not wrap',
      'A2',
      0,
      ['2:1 template/height 工作表“申报表”的 A2：一整个列表印在这一格里，而这一格没有设“自动换行”'],
    ],
    [
      'that its text runs downwards',
      'A2',
      6,
      ['2:1 template/height 工作表“申报表”的 A2：一整个列表印在这一格里，而这一格的文字竖排'],
    ],
    [
      'or is shrunk',
      'A2',
      5,
      ['2:1 template/height 工作表“申报表”的 A2：一整个列表印在这一格里，而这一格的文字竖排、设了“缩小字体填充”'],
    ],
    [
      'or hidden',
      'E2',
      1,
      [
        '2:5 template/height 工作表“申报表”的 E2：一整个列表印在这一格里，而这一格的文字竖排、设了“缩小字体填充”，或者列是隐藏的',
      ],
    ],
  ])('%s', (_, name, style, expected) => {
    const rows = `<row r="2" ht="20" customHeight="1">${cell(name, '{{政策依据}}', style)}</row>`;
    const workbook = oneSheet(`${columns}<sheetData>${rows}</sheetData>`, { 'xl/styles.xml': styles ?? '' });
    const opened = openWorkbook('workbook.xlsx', workbook, projectGoal).value;
    const said = opened ? told(remarksOn(opened)) : null;
    expect(said).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});
