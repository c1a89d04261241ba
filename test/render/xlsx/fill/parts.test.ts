// What becomes of each part of a workbook as Excel saves it, to the letter.
import { describe, expect, it } from 'vitest';
import { excelParts, excelWorkbook, partsOf } from './excel-workbook.js';
import { filled, withIndicators } from './filling.js';

/** Row 9 stands eleven times: what was in row 10 is in row 20. */
const parts = partsOf(filled(excelWorkbook(), withIndicators(2)));
const part = (name: string) => parts.get(name) ?? '';
const sheet = part('xl/worksheets/sheet1.xml');

it('has all parts in their order, but the order of calculation', () => {
  expect([...parts.keys()]).toEqual(Object.keys(excelParts).filter((name) => name !== 'xl/calcChain.xml'));
});

it.each([
  'xl/worksheets/sheet2.xml',
  'xl/worksheets/_rels/sheet1.xml.rels',
  'xl/styles.xml',
  'xl/printerSettings/printerSettings1.bin',
  'xl/media/image1.png',
  'customXml/item1.xml',
  '_rels/.rels',
])('%s is as it was', (name) => {
  expect(part(name)).toBe(excelParts[name]);
});

it('dates of the archive are fixed, and what is stored stays stored', () => {
  const bytes = Buffer.from(filled(excelWorkbook()));
  const at = bytes.indexOf('xl/media/image1.png');
  expect(bytes.readUInt16LE(at - 30 + 8)).toBe(0);
  expect([bytes.readUInt16LE(at - 30 + 10), bytes.readUInt16LE(at - 30 + 12)]).toEqual([12 << 11, 33]);
  expect(Buffer.from(filled(excelWorkbook()))).toEqual(bytes);
});

describe('the sheet', () => {
  it.each([
    [
      'a title',
      '<row r="1" spans="1:7" ht="30" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>',
    ],
    ['a code, as text', '<c r="B2" s="3" t="s"><v>2</v></c>'],
    ['an amount, as a number in its own format', '<c r="D2" s="2"><v>2425500</v></c>'],
    [
      'a row as high as the list merged in it',
      '<row r="3" spans="1:7" ht="225" customHeight="1" x14ac:dyDescent="0.2">',
    ],
    ['a formula above, without the value it had', '<c r="D7" s="2"><f>D2*2</f></c>'],
    [
      'the first copy',
      '<row r="9" spans="1:7" ht="33.5" customHeight="1" x14ac:dyDescent="0.2"><c r="A9" s="1" t="s">',
    ],
    [
      'the last copy',
      '<row r="19" spans="1:7" ht="33.5" customHeight="1" x14ac:dyDescent="0.2"><c r="A19" s="1" t="s">',
    ],
    ['a formula of a copy', '<c r="F12" s="2"><f>LEN(C12)+D$2*0</f></c><c r="G12" s="4"><v>1</v></c>'],
    ['a formula below', '<c r="F20" s="2"><f>SUM(F9:F19)</f></c>'],
    ['one that was filled from it, written out', '<c r="G20" s="2"><f>SUM(G9:G19)</f></c>'],
    ['a formula of an array', '<c r="B21"><f t="array" ref="B21">SUM(F20:G20*1)</f></c>'],
    ['a text with the name of a cell', '<c r="C21"><f>A20&amp;&quot;A9&quot;</f></c>'],
    ['its extent', '<dimension ref="A1:G22"/>'],
    [
      'its view',
      '<pane ySplit="8" topLeftCell="A9" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B21" sqref="B21:C21 A9:A19"/>',
    ],
    [
      'its protection',
      '<sheetProtection algorithmName="SHA-512" hashValue="abc=" saltValue="def=" spinCount="100000" sheet="1" objects="1"/>',
    ],
    ['what may be filled', '<protectedRange sqref="B9:E19 B21" name="可填"/>'],
    ['its filter', '<autoFilter ref="A8:G19" xr:uid="{1}"/>'],
    [
      'merged cells above',
      '<mergeCells count="14"><mergeCell ref="A1:E1"/><mergeCell ref="B3:E3"/><mergeCell ref="F9:G9"/><mergeCell ref="F10:G10"/>',
    ],
    ['merged cells below', '<mergeCell ref="F19:G19"/><mergeCell ref="A21:A22"/></mergeCells>'],
    [
      'a format of the copies',
      '<conditionalFormatting sqref="A9:E19"><cfRule type="expression" dxfId="0" priority="1"><formula>$D9=&quot;不适用&quot;</formula>',
    ],
    [
      'a format below',
      '<conditionalFormatting sqref="F20:G22"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>$F$20</formula>',
    ],
    ['a choice of the copies', 'sqref="D9:D19 D21"><formula1>代码!$A$1:$A$3</formula1>'],
    ['a rule below', 'sqref="B21:B22"><formula1>B21&gt;F$20</formula1>'],
    ['a link of a copy', '<hyperlink ref="C10" location="申报表!A21" display="去"/>'],
    ['a link to the first copy', '<hyperlink ref="A22" r:id="rId9"/><hyperlink ref="A20" location="申报表!A9"/>'],
    ['its pages', '<brk id="8" max="16383" man="1"/><brk id="21" max="16383" man="1"/>'],
    ['what is no error', '<ignoredError sqref="A9:G22" numberStoredAsText="1"/>'],
    ['a format of Excel 2010', '<xm:f>$F9&gt;代码!$B$1</xm:f></x14:cfRule><xm:sqref>F9:F19</xm:sqref>'],
    ['a choice of Excel 2010', '<xm:f>代码!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>E9:E19 E22</xm:sqref>'],
    ['a head of pages', '<headerFooter><oddHeader>&amp;L机密&amp;R第&amp;P页</oddHeader></headerFooter>'],
  ])('has %s', (_, text) => {
    expect(sheet).toContain(text);
  });

  it('is otherwise what it was', () => {
    const tail = (text: string) => text.slice(text.indexOf('<drawing r:id'), text.indexOf('<extLst>'));
    expect(sheet.slice(0, sheet.indexOf('<dimension'))).toBe(
      excelParts['xl/worksheets/sheet1.xml']?.slice(0, sheet.indexOf('<dimension')),
    );
    expect(tail(sheet)).toBe(tail(excelParts['xl/worksheets/sheet1.xml'] ?? ''));
  });
});

it('the texts are shared, and no placeholder is left', () => {
  const strings = part('xl/sharedStrings.xml');
  expect(strings).not.toContain('{{');
  expect(strings.match(/<si>/g)).toHaveLength(Number(/uniqueCount="(\d+)"/.exec(strings)?.[1]));
  const used = [...parts].flatMap(([name, text]) =>
    name.includes('worksheets/sheet') ? (text.match(/ t="s"/g) ?? []) : [],
  );
  expect(used).toHaveLength(Number(/ count="(\d+)"/.exec(strings)?.[1]));
});

it('other sheets follow', () => {
  expect(part('xl/worksheets/sheet3.xml')).toContain(
    '<c r="A1"><f>SUM(申报表!F9:F19)</f></c><c r="B1"><f>合计数+申报表!A21</f></c>',
  );
});

it('names follow, and the workbook is calculated when it is opened', () => {
  const workbook = part('xl/workbook.xml');
  for (const text of [
    'hidden="1">申报表!$A$8:$G$19</definedName>',
    '>申报表!$A$1:$G$22,申报表!$A$21:$B$22</definedName>',
    '>申报表!$A:$A,申报表!$1:$8</definedName>',
    '<definedName name="合计数">申报表!$F$20</definedName>',
    '<definedName name="代码清单">代码!$A$1:$A$3</definedName>',
    '<calcPr fullCalcOnLoad="1" calcId="191029"/>',
  ]) {
    expect(workbook).toContain(text);
  }
  for (const name of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
    expect(part(name)).not.toContain('calcChain');
});

it('shapes follow as each is to: grown, moved, or fast to the sheet', () => {
  const rows = [...part('xl/drawings/drawing1.xml').matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => Number(row));
  expect(rows).toEqual([7, 20, 7, 10, 10, 11]);
  expect(part('xl/drawings/drawing1.xml')).toContain('textlink="申报表!$A$21"');
});

it('links of shapes, and those that another program wrote as addresses, lead to the same cells', () => {
  const links = (...targets: readonly string[]) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
    const all = targets.map((target, index) => `<Relationship Id="rId${index}" Type="${type}" Target="${target}"/>`);
    return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  };
  const file = 'xl/drawings/_rels/drawing1.xml.rels';
  const targets = ['#申报表!A11', '#代码!A11', '#合计数', '#A9', 'https://example.org/#A11'];
  const made = partsOf(filled(excelWorkbook({ [file]: links(...targets) }), withIndicators(2)));
  expect(made.get(file)).toBe(links('#申报表!A21', ...targets.slice(1)));
});

it('comments follow with their boxes', () => {
  expect(part('xl/comments1.xml')).toContain('<comment ref="A21" authorId="0" shapeId="0">');
  expect(part('xl/drawings/vmlDrawing1.vml')).toContain('1, 15, 19, 2, 3, 15, 23, 4</x:Anchor><x:Row>20</x:Row>');
});

it('tables grow, and what charts show', () => {
  expect(part('xl/tables/table1.xml')).toContain('ref="B8:C19" totalsRowShown="0"><autoFilter ref="B8:C19"/>');
  const shown = [...part('xl/charts/chart1.xml').matchAll(/<c:f>([^<]*)/g)].map(([, text]) => text);
  expect(shown).toEqual(['申报表!$A$20', '申报表!$C$9:$C$19', '申报表!$F$9:$F$19']);
});

it('says what it was made from, beside what the file says of itself', () => {
  const custom = part('docProps/custom.xml');
  expect(custom).toContain('pid="2" name="表样编号"><vt:lpwstr>CZ-2025-07</vt:lpwstr>');
  expect(custom).toMatch(/pid="3" name="code"><vt:lpwstr [^>]*>440313230031500605004</);
  expect(custom).toMatch(/name="digest"><vt:lpwstr [^>]*>(5eed){16}</);
});

it('what is filled again says the new digest alone', () => {
  const custom = partsOf(filled(excelWorkbook({ 'docProps/custom.xml': part('docProps/custom.xml') }))).get(
    'docProps/custom.xml',
  );
  expect(custom?.match(/name="digest"/g)).toHaveLength(1);
  expect(custom?.match(/name="表样编号"/g)).toHaveLength(1);
});

it('a workbook that says nothing of itself is given a part for it', () => {
  const without = {
    'docProps/custom.xml': null,
    '_rels/.rels': (excelParts['_rels/.rels'] ?? '').replace(/<Relationship Id="rId3".*?\/>/, ''),
    '[Content_Types].xml': (excelParts['[Content_Types].xml'] ?? '').replace(
      /<Override PartName="\/docProps.*?\/>/,
      '',
    ),
  };
  const made = partsOf(filled(excelWorkbook(without)));
  expect([...made.keys()].at(-1)).toBe('docProps/custom.xml');
  expect(made.get('_rels/.rels')).toMatch(
    /<Relationship Id="rId2" Type="[^"]*\/custom-properties" Target="docProps\/custom.xml"\/><\/Relationships>$/,
  );
  expect(made.get('[Content_Types].xml')).toContain('<Override PartName="/docProps/custom.xml" ');
});
