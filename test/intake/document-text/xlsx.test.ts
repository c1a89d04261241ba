// Workbooks of many hands: how numbers are shown, texts in all their forms, merged cells, hidden sheets.
import { describe, expect, test } from 'vitest';
import { unpackZip } from '../../../src/base/zip.js';
import { readDocumentText } from '../../../src/intake/document-text/document-text.js';
import { printNumber } from '../../../src/intake/document-text/number-format.js';
import { linesOf, pack, spreadsheet, type Workbook, withParts, xlsxOf } from './documents.js';

const sheetOf = (rows: string, more: Partial<Workbook> = {}, after = '') =>
  linesOf(xlsxOf({ ...more, sheets: [{ rows, after }] }));

describe('numbers', () => {
  test.each([
    ['2425500', '#,##0.00', '2,425,500.00'],
    ['14531000.5', '#,##0.00', '14,531,000.50'],
    ['0.5', '#,##0.00', '0.50'],
    ['999999999999999.99', '#,##0.00', '999,999,999,999,999.99'],
    ['1234.5', '#,##0.00####', '1,234.50'],
    ['1234.567891', '#,##0.00####', '1,234.567891'],
    ['1234.5', '0', '1235'],
    ['0.125', '0.00', '0.13'],
    ['-0.125', '0.00', '-0.13'],
    ['-0.001', '0.00', '0.00'],
    ['999.995', '#,##0.00', '1,000.00'],
    ['7', '000', '007'],
    ['0', '#,##0', '0'],
    ['0', '#', ''],
    ['0.9', '0%', '90%'],
    ['0.0495', '0.00%', '4.95%'],
    ['1', '0%', '100%'],
    ['2425500', '#,##0.00"元"', '2,425,500.00元'],
    ['2425500', '"¥"#,##0.00', '¥2,425,500.00'],
    ['-5', '¥#,##0.00', '-¥5.00'],
    ['5', '[$¥-804]#,##0.00', '¥5.00'],
    ['5', '[$-F800]0.0', '5.0'],
    ['2425500', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '2,425,500.00'],
    ['-2425500', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-2,425,500.00'],
    ['-5', '#,##0;(#,##0)', '(5)'],
    ['-5', '0;[Red]0', '5'],
    ['0', '0.00;-0.00;"无"', '无'],
  ])('%s by %s is %s', (raw, code, shown) => {
    expect(printNumber(raw, code, false)).toBe(shown);
  });

  test.each([
    ['2425500', '2425500'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['2.4255E6', '2425500'],
    ['1.5e-3', '0.0015'],
    ['-12.50', '-12.5'],
    ['007', '7'],
    ['-0', '0'],
    ['1E999', '1E999'],
    ['NaN', 'NaN'],
    ['', ''],
  ])('%s without a format is %s', (raw, shown) => {
    expect(printNumber(raw, 'General', false)).toBe(shown);
  });

  test.each([
    '@',
    'G/通用格式',
    '0.00E+00',
    '# ??/??',
    '0,',
    '[h]:mm',
    'yyyy-mm-dd hh:mm',
    ';;;',
  ])('is plain by %s, which no form uses', (code) => {
    expect(printNumber('1234.5', code, false)).toBe('1234.5');
  });

  test.each([
    ['45678', 'yyyy-mm-dd', false, '2025-01-21'],
    ['45678', 'yyyy/m/d', false, '2025/1/21'],
    ['45678.75', 'yyyy"年"m"月"d"日"', false, '2025年1月21日'],
    ['45678', '[$-804]yyyy\\年mm\\月dd\\日;@', false, '2025年01月21日'],
    ['44216', 'yy.m.d', true, '25.1.21'],
    ['59', 'yyyy-mm-dd', false, '59'],
    ['99999999', 'yyyy-mm-dd', false, '99999999'],
  ])('%s by %s is the day %s', (raw, code, date1904, shown) => {
    expect(printNumber(raw, code, date1904 as boolean)).toBe(shown);
  });

  test('take their format from the stylesheet, own and built-in ones', async () => {
    const rows =
      '<row><c s="0"><v>1234.5</v></c><c s="1"><v>0.5</v></c><c s="2"><v>1234.5</v></c><c><v>1</v></c></row>';
    expect(await sheetOf(rows, { formats: ['#,##0.00&quot;元&quot;', 9, 4] })).toEqual([
      '1,234.50元 | 50% | 1,234.50 | 1.00元',
    ]);
  });

  test('are plain where their format is longer than any that Excel takes', async () => {
    const rows = '<row><c s="0"><v>1234.5</v></c></row>';
    expect(await sheetOf(rows, { formats: ['['.repeat(1001)] })).toEqual(['1234.5']);
  });

  test('are plain where there is no stylesheet', async () => {
    const { 'xl/styles.xml': _, ...parts } = unpackZip(
      xlsxOf({ sheets: [{ rows: '<row><c s="3"><v>1.5</v></c></row>' }] }),
    );
    expect(await linesOf(pack(parts))).toEqual(['1.5']);
  });

  test('are days from 1904 on where the workbook says so', async () => {
    const more: Partial<Workbook> = { formats: [14], workbookPr: '<workbookPr date1904="1"/>' };
    expect(await sheetOf('<row><c><v>44216</v></c></row>', more)).toEqual(['2025/1/21']);
  });
});

describe('texts', () => {
  test('are shared, with parts of other looks, without how they are pronounced', async () => {
    const strings = [
      '<t>项目编码：</t>',
      '<r><rPr><b/></rPr><t>区总</t></r><r><t xml:space="preserve">工会 </t></r><rPh sb="0" eb="1"><t>qu</t></rPh><phoneticPr fontId="1"/>',
    ];
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c></row>';
    expect(await sheetOf(rows, { strings })).toEqual(['项目编码： | 区总工会']);
  });

  test('stand in the cell itself, or come from a formula, or are a truth or a fault', async () => {
    const inline = '<c t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c>';
    const rows = `<row>${inline}<c t="str"><f>A1&amp;"x"</f><v>公式</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c></row>`;
    expect(await sheetOf(rows)).toEqual(['行内 | 公式 | TRUE | #DIV/0!']);
  });

  test('are the formula itself where it was never reckoned: libraries take `=300天` for one', async () => {
    expect(await sheetOf('<row><c><f>300天</f><v/></c><c><f>1+1</f><v>2</v></c></row>')).toEqual(['=300天 | 2']);
  });

  test('are several lines where they hold line breaks, the empty ones left out', async () => {
    const strings = ['<t>1.甲&#10;2.乙_x000D_&#10;&#10;  3.丙  </t>', '<t>_x005F_x0041_</t>'];
    expect(await sheetOf('<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>', { strings })).toEqual([
      '1.甲',
      '2.乙',
      '3.丙',
      '_x0041_',
    ]);
  });
});

describe('a sheet', () => {
  test('is read by rows and columns, in whatever order its cells stand and whether or not they say where', async () => {
    const rows =
      '<row r="3"><c r="C3"><v>33</v></c><c r="A3"><v>31</v></c></row><row r="1"><c><v>11</v></c><c r="D1"><v>14</v></c><c><v>15</v></c></row><row><c><v>21</v></c></row>';
    expect(await sheetOf(rows)).toEqual(['11 | 14 | 15', '21', '31 | 33']);
  });

  test('shows a merged cell once: what it hides is not shown', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c><c r="C2"><v>5</v></c></row>';
    const merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="XFC9:XFD1048576"/></mergeCells>';
    expect(await sheetOf(rows, {}, merged)).toEqual(['1', '5']);
  });

  test('is told by name, with whether it is hidden', async () => {
    const { value } = await readDocumentText(
      xlsxOf({
        sheets: [
          { name: '申报表', rows: '<row><c><v>1</v></c></row>' },
          { name: '选项', state: 'hidden', rows: '<row><c><v>2</v></c></row>' },
          { name: '&lt;深&gt;', state: 'veryHidden', rows: '' },
        ],
      }),
    );
    expect(value).toEqual([
      { name: '申报表', hidden: false, lines: ['1'] },
      { name: '选项', hidden: true, lines: ['2'] },
      { name: '<深>', hidden: true, lines: [] },
    ]);
  });
});

describe('other writers', () => {
  const plain = xlsxOf({ sheets: [{ rows: '<row><c t="inlineStr"><is><t>甲</t></is></c></row>' }] });

  test('may name elements by a prefix, and mean the strict edition of the standard', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const sheet = `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await linesOf(withParts(plain, { 'xl/worksheets/0.xml': sheet }))).toEqual(['5']);
  });

  test('may add elements of their own', async () => {
    const sheet = `<worksheet xmlns="${spreadsheet}" xmlns:o="urn:other"><sheetData><row><c><v>5</v><o:v>6</o:v></c><o:c><v>7</v></o:c></row></sheetData></worksheet>`;
    expect(await linesOf(withParts(plain, { 'xl/worksheets/0.xml': sheet }))).toEqual(['5']);
  });

  test('may write UTF-16', async () => {
    const sheet = `\ufeff<worksheet xmlns="${spreadsheet}"><sheetData><row><c t="str"><v>甲</v></c></row></sheetData></worksheet>`;
    const little = Buffer.from(sheet, 'utf16le');
    expect(await linesOf(withParts(plain, { 'xl/worksheets/0.xml': little }))).toEqual(['甲']);
    expect(await linesOf(withParts(plain, { 'xl/worksheets/0.xml': little.swap16() }))).toEqual(['甲']);
  });
});
