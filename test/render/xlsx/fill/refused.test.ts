// What keeps a workbook from being filled: each ends in a sentence that names the place and what to do.
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { excelPart, excelParts, excelWorkbook } from './excel-workbook.js';
import { fillWith, told, withIndicators } from './filling.js';

const sheet = 'xl/worksheets/sheet1.xml';
const saying = (bytes: Uint8Array) => told(fillWith(bytes, withIndicators(2)).findings);

describe('a file', () => {
  const zip = (name: string, text: string) => zipSync({ [name]: Buffer.from(text) });
  const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
  const types = excelParts['[Content_Types].xml'] ?? '';
  const mainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

  it.each([
    ['that is empty', new Uint8Array(), '这不是 Excel 工作簿（xlsx）'],
    ['that is a text', Buffer.from('项目编码,项目名称'), '这不是 Excel 工作簿（xlsx）'],
    ['of the old kind', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '这不是 Excel 工作簿（xlsx）'],
    ['with a password', encrypted, '这个工作簿有打开密码'],
    ['that is another archive', zip('a.txt', 'a'), '这不是 Excel 工作簿（xlsx）'],
    ['that is cut off', excelWorkbook().subarray(0, 9000), '这个工作簿损坏或者不完整'],
    ['that is 51 MB', new Uint8Array(51 * 1024 * 1024), '这个工作簿太大，不像一份申报表'],
    [
      'with macros',
      excelWorkbook({
        '[Content_Types].xml': types.replace(mainType, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
      }),
      '这是带宏的工作簿、模板或者“严格”格式，改成 .xlsx 以后 Excel 打不开',
    ],
    [
      'of the strict kind',
      excelWorkbook({
        'xl/workbook.xml': (excelParts['xl/workbook.xml'] ?? '').replace(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        ),
      }),
      '这是带宏的工作簿、模板或者“严格”格式，改成 .xlsx 以后 Excel 打不开',
    ],
    [
      'that is signed',
      excelWorkbook({ '_xmlsignatures/sig1.xml': '<a/>' }),
      '这个工作簿有数字签名，填写以后签名就失效了',
    ],
    [
      'that is shared',
      excelWorkbook({ 'xl/revisions/revisionHeaders.xml': '<a/>' }),
      '这个工作簿开着“共享”并记录修订，重复的行会和修订记录对不上',
    ],
    [
      'without placeholders',
      excelWorkbook({ 'xl/sharedStrings.xml': (excelParts['xl/sharedStrings.xml'] ?? '').replaceAll('{{', '{ {') }),
      '这个工作簿里一个 {{ }} 也没有',
    ],
  ])('%s', (_, bytes, said) => {
    expect(saying(bytes)).toEqual([expect.stringMatching(/^1:1 template\/(?:workbook|move) /)]);
    expect(saying(bytes)[0]).toContain(said);
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "&#123;&#123;">]><a/>'],
    ['a bomb of entities', `<!DOCTYPE a [<!ENTITY b "${'&c;'.repeat(1000)}">]><worksheet>&b;</worksheet>`],
    ['no end', (excelParts[sheet] ?? '').slice(0, 3000)],
    ['no rows', '<worksheet/>'],
    ['rows out of order', '<worksheet><sheetData><row r="3"/><row r="2"/></sheetData></worksheet>'],
    ['elements in elements', '<a>'.repeat(100_000)],
    ['bytes that are no UTF-8', '\ud800'],
  ])('whose sheet has %s', (_, text) => {
    const said = saying(excelWorkbook({ [sheet]: text === '\ud800' ? null : text }));
    expect(said).toEqual([expect.stringMatching(/^1:1 template\/workbook 这个工作簿/)]);
  });

  it('that unpacks to far more than it is', () => {
    const bomb = { [sheet]: ' '.repeat(60 * 1024 * 1024), 'xl/styles.xml': ' '.repeat(60 * 1024 * 1024) };
    expect(saying(excelWorkbook(bomb))).toEqual([expect.stringContaining('这个工作簿')]);
  });

  it('with a few bytes changed anywhere is filled, or ends in a sentence', () => {
    const whole = excelWorkbook();
    const change = fc.record({ at: fc.nat({ max: whole.length - 1 }), byte: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        const { bytes: made, findings } = fillWith(bytes);
        expect(made !== null || findings.length > 0).toBe(true);
      }),
    );
  });

  it('with a few signs of its sheet changed is filled, or ends in a sentence', () => {
    const text = excelParts[sheet] ?? '';
    const change = fc.record({
      at: fc.nat({ max: text.length - 1 }),
      sign: fc.constantFrom('<', '>', '"', '0', '9', '$', 'A', ':', ' ', '{', ''),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = changes.reduce((all, { at, sign }) => all.slice(0, at) + sign + all.slice(at + 1), text);
        const { bytes: made, findings } = fillWith(excelWorkbook({ [sheet]: changed }));
        expect(made !== null || findings.length > 0).toBe(true);
      }),
    );
  });
});

describe('rows are not repeated where nobody can tell what becomes of', () => {
  const cell = (name: string, inner: string) =>
    excelPart(sheet, `<c r="${name}" s="0" t="s"><v>14</v></c>`, `<c r="${name}">${inner}</c>`);

  it.each([
    [
      'a formula',
      cell('A12', '<f>E9</f>'),
      '12:1 template/move 工作表“申报表”的 A12：E9 指的是要重复的行里的一格，重复以后不止一格',
    ],
    [
      'a formula of the rows',
      excelPart(sheet, '<f>LEN(C9)+D$2*0</f>', '<f>LEN(C9)+D2*0</f>'),
      '9:6 template/move 工作表“申报表”的 F9：D2 的行号没有写 $，不知道行重复以后它指哪一行',
    ],
    [
      'a formula that cannot be read',
      cell('A12', '<f>A1|B2</f>'),
      '12:1 template/move 工作表“申报表”的 A12：看不懂公式 A1|B2，行数变了以后不知道怎样改',
    ],
    [
      'a cell named by a text',
      cell('A12', '<f>INDIRECT("A"&amp;11)</f>'),
      '12:1 template/move 工作表“申报表”的 A12：INDIRECT 用文字写单元格地址，行数变了以后会指错',
    ],
    [
      'a formula on several sheets',
      cell('A12', '<f>SUM(申报表:汇总!B1)</f>'),
      '12:1 template/move 工作表“申报表”的 A12：申报表:汇总!B1 跨几张工作表，其中有重复的行',
    ],
    [
      'an array',
      excelPart(sheet, '<f t="array" ref="B11">', '<f t="array" ref="B8:B11">'),
      '11:2 template/move 工作表“申报表”的 B11：数组公式占了要重复的行，不能跟着重复',
    ],
    [
      'a what-if table',
      cell('A12', '<f t="dataTable" ref="A12" r1="A1"/><v>1</v>'),
      '12:1 template/move 工作表“申报表”的 A12：模拟运算表在行会移动的工作表上，不能跟着移动',
    ],
    [
      'a name',
      excelPart('xl/workbook.xml', '>申报表!$F$10<', '>申报表!$F$9<'),
      '1:1 template/move 名称“合计数”：申报表!$F$9 指的是要重复的行里的一格，重复以后不止一格',
    ],
    [
      'a rule',
      excelPart(sheet, '<formula>$D9="不适用"</formula>', '<formula>$D9=$D8</formula>'),
      '9:1 template/move 工作表“申报表”的 A9:E9：规则里的 $D8 指到了别的行，行重复以后有的格子会指错',
    ],
    [
      'a merged cell',
      excelPart(sheet, '<mergeCell ref="A11:A12"/>', '<mergeCell ref="E9:E10"/>'),
      '9:5 template/move 工作表“申报表”的 E9：这一格要逐条填写，却在合并的 E9:E10 里，重复以后只看得到第一条',
    ],
    [
      'the head of a table',
      excelPart('xl/tables/table1.xml', ' ref="B8:C9" totalsRowShown', ' ref="B9:C10" totalsRowShown'),
      '9:1 template/move 工作表“申报表”的 B9:C10：表格“表1”的标题行或者汇总行在要重复的行里',
    ],
    [
      'a sparkline',
      excelPart(
        sheet,
        '<extLst>',
        '<extLst><ext xmlns:x14="x14" xmlns:xm="xm"><x14:sparkline><xm:f>申报表!A1:B1</xm:f><xm:sqref>G9</xm:sqref></x14:sparkline></ext>',
      ),
      '9:7 template/move 工作表“申报表”的 G9：迷你图在要重复的行里，不能跟着重复',
    ],
    [
      'a pivot table’s source',
      {
        'xl/pivotCache/pivotCacheDefinition1.xml':
          '<pivotCacheDefinition><cacheSource><worksheetSource ref="A8:G9" sheet="申报表"/></cacheSource></pivotCacheDefinition>',
        ...excelPart(
          '[Content_Types].xml',
          '</Types>',
          '<Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"/></Types>',
        ),
      },
      '8:1 template/move 工作表“申报表”的 A8:G9：数据透视表用到了会移动的行',
    ],
    [
      'a pivot table below',
      {
        'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition><location ref="A20:B30"/></pivotTableDefinition>',
        ...excelPart(
          'xl/worksheets/_rels/sheet1.xml.rels',
          '</Relationships>',
          '<Relationship Id="rId20" Type="x/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>',
        ),
      },
      '20:1 template/move 工作表“申报表”的 A20:B30：数据透视表用到了会移动的行',
    ],
  ])('%s', (_, changes, said) => {
    expect(saying(excelWorkbook(changes))).toContain(said);
  });

  it('and all of that is right where no row is repeated', () => {
    const one = { ...excelParts, ...cell('A12', '<f>E9+INDIRECT("A"&amp;11)+A1|B2</f>') };
    const strings = (excelParts['xl/sharedStrings.xml'] ?? '')
      .replace('{{#each 绩效指标}}{{@../../label}}', '甲')
      .replace('{{@../label}}', '乙')
      .replace('{{名</t></r>', '丙</t></r>')
      .replace('称}}', '丁')
      .replace('{{指标值}}', '戊')
      .replace('{{解释}}{{/each}}', '己');
    expect(saying(excelWorkbook({ ...one, 'xl/sharedStrings.xml': strings }))).toEqual([]);
  });
});

describe('placeholders', () => {
  const strings = 'xl/sharedStrings.xml';

  it.each([
    [
      'an unknown field',
      excelPart(strings, '{{项目编码}}', '{{项目编号}}'),
      '2:2 template/field 工作表“申报表”的 B2：这里没有“项目编号”这个键',
    ],
    [
      'an unknown word',
      excelPart(strings, '{{指标值}}', '{{upper 指标值}}'),
      '9:4 template/helper 工作表“申报表”的 D9：没有“upper”这个命令',
    ],
    [
      'an each that is not closed',
      excelPart(strings, '{{解释}}{{/each}}', '{{解释}}'),
      '9:1 template/row 工作表“申报表”的 A9：{{#each 绩效指标}} 没有结束',
    ],
    [
      'in a formula',
      excelPart(sheet, '<f>D2*2</f>', '<f>{{项目总金额}}*2</f>'),
      '7:4 template/cell 工作表“申报表”的 D7：公式里不能用 {{ }}',
    ],
    [
      'in the head of a table',
      excelPart(strings, '<t>表头一</t>', '<t>{{项目名称}}</t>'),
      '8:2 template/move 工作表“申报表”的 B8：表格“表1”的标题不能用 {{ }}',
    ],
  ])('%s', (_, changes, said) => {
    expect(saying(excelWorkbook(changes))).toEqual([said]);
  });
});

describe('a declaration', () => {
  it.each([
    [
      'a text too long for a cell',
      { 项目编码: '长'.repeat(40_000) },
      '/项目编码',
      '“项目编码”单元格共 40000 个字符，Excel 的一个单元格最多容纳 32767 个',
    ],
    [
      'a character that no workbook holds',
      { 项目编码: 'a\u0001' },
      '/项目编码',
      '“项目编码”单元格含有不可见的控制字符 U+0001，Excel 文件无法保存',
    ],
  ])('with %s is told by its field', (_, values, pointer, said) => {
    const { bytes, findings } = fillWith(excelWorkbook(), { ...withIndicators(1), ...values });
    expect(bytes).toBeNull();
    expect(findings.map(({ message, pointer }) => [pointer, message.zh])).toEqual([[pointer, said]]);
  });

  it('with a fault in an indicator is told by its place', () => {
    const values = { ...withIndicators(1), 绩效指标: { 产出指标: { 数量指标: [{ 名称: 'a\u0001' }] } } };
    expect(fillWith(excelWorkbook(), values).findings.map(({ pointer }) => pointer)).toEqual([
      '/绩效指标/产出指标/数量指标/0/名称',
    ]);
  });
});
