// A workbook as Excel saves one, with all that an authority's file may have around the rows to repeat: written part by part, so that tests
// can say what each of them becomes. Row 9 is repeated; rows 10 to 12 stand below.
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument';

/** In the order of their numbers; one has a text of two looks. */
const strings = [
  '二级项目支出绩效目标申报表',
  '项目编码',
  '{{项目编码}}',
  '本年度金额',
  '{{本年度项目金额}}',
  '政策依据',
  '{{政策依据}}',
  '{{#each 绩效指标}}{{@../../label}}',
  '{{@../label}}',
  '{{名称}}',
  '{{指标值}}',
  '{{解释}}{{/each}}',
  '合计',
  '绩效指标',
  '甲',
  '表头一',
  '表头二',
];

const cell = (name: string, number: number, style = 0) => `<c r="${name}" s="${style}" t="s"><v>${number}</v></c>`;

const sheet = `${head}<worksheet xmlns="${main}" xmlns:r="${relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr codeName="Sheet1"><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:G12"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="8" topLeftCell="A9" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B11" sqref="B11:C11 A9"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="1" max="6" width="18.5" customWidth="1"/></cols><sheetData>
<row r="1" spans="1:7" ht="30" customHeight="1" x14ac:dyDescent="0.2">${cell('A1', 0, 1)}<c r="B1" s="1"/></row>
<row r="2" spans="1:7" x14ac:dyDescent="0.2">${cell('A2', 1)}${cell('B2', 2, 3)}${cell('C2', 3)}${cell('D2', 4, 2)}</row>
<row r="3" spans="1:7" ht="57" x14ac:dyDescent="0.2">${cell('A3', 5)}${cell('B3', 6)}</row>
<row r="7" spans="1:7" x14ac:dyDescent="0.2"><c r="D7" s="2"><f>D2*2</f><v>0</v></c></row>
<row r="8" spans="1:7" x14ac:dyDescent="0.2">${cell('A8', 13)}${cell('B8', 15)}${cell('C8', 16)}</row>
<row r="9" spans="1:7" ht="33.5" customHeight="1" x14ac:dyDescent="0.2">${cell('A9', 7, 1)}${cell('B9', 8)}${cell('C9', 9)}${cell('D9', 10)}${cell('E9', 11)}<c r="F9" s="2"><f>LEN(C9)+D$2*0</f><v>9</v></c><c r="G9" s="4"><v>1</v></c></row>
<row r="10" spans="1:7" x14ac:dyDescent="0.2">${cell('A10', 12)}<c r="F10" s="2"><f t="shared" ref="F10:G10" si="0">SUM(F9:F9)</f><v>9</v></c><c r="G10" s="2"><f t="shared" si="0"/><v>1</v></c></row>
<row r="11" spans="1:7" x14ac:dyDescent="0.2">${cell('A11', 14)}<c r="B11"><f t="array" ref="B11">SUM(F10:G10*1)</f><v>10</v></c><c r="C11" t="str"><f>A10&amp;"A9"</f><v>合计A9</v></c></row>
<row r="12" spans="1:7" x14ac:dyDescent="0.2">${cell('A12', 14)}</row>
</sheetData><sheetProtection algorithmName="SHA-512" hashValue="abc=" saltValue="def=" spinCount="100000" sheet="1" objects="1"/><protectedRanges><protectedRange sqref="B9:E9 B11" name="可填"/></protectedRanges><autoFilter ref="A8:G9" xr:uid="{1}"/><mergeCells count="4"><mergeCell ref="A1:E1"/><mergeCell ref="B3:E3"/><mergeCell ref="F9:G9"/><mergeCell ref="A11:A12"/></mergeCells><phoneticPr fontId="1" type="noConversion"/><conditionalFormatting sqref="A9:E9"><cfRule type="expression" dxfId="0" priority="1"><formula>$D9="不适用"</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="F10:G12"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>$F$10</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="D9 D11"><formula1>代码!$A$1:$A$3</formula1></dataValidation><dataValidation type="custom" allowBlank="1" sqref="B11:B12"><formula1>B11&gt;F$10</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="C9" location="申报表!A11" display="去"/><hyperlink ref="A12" r:id="rId9"/><hyperlink ref="A10" location="申报表!A9"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId1"/><headerFooter><oddHeader>&amp;L机密&amp;R第&amp;P页</oddHeader></headerFooter><rowBreaks count="2" manualBreakCount="2"><brk id="8" max="16383" man="1"/><brk id="11" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A9:G12" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId4"/></tableParts><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="3" id="{2}"><xm:f>$F9&gt;代码!$B$1</xm:f></x14:cfRule><xm:sqref>F9:F9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>代码!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>E9 E12</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`;

const hidden = `${head}<worksheet xmlns="${main}"><dimension ref="A1:B3"/><sheetData><row r="1"><c r="A1" t="s"><v>14</v></c><c r="B1"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>14</v></c></row><row r="3"><c r="A3"><f>B1+1</f><v>4</v></c></row></sheetData></worksheet>`;

const summary = `${head}<worksheet xmlns="${main}"><dimension ref="A1:B2"/><sheetData><row r="1"><c r="A1"><f>SUM(申报表!F9:F9)</f><v>9</v></c><c r="B1"><f>合计数+申报表!A11</f><v>9</v></c></row></sheetData></worksheet>`;

const anchor = (kind: string, editAs: string, from: number, to: number, id: number) =>
  `<xdr:${kind}${editAs}><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from}</xdr:row><xdr:rowOff>10</xdr:rowOff></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to}</xdr:row><xdr:rowOff>20</xdr:rowOff></xdr:to><xdr:sp macro="" textlink="申报表!$A$11"><xdr:nvSpPr><xdr:cNvPr id="${id}" name="形状 ${id}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:${kind}>`;

const drawing = `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchor('twoCellAnchor', '', 7, 10, 2)}${anchor('twoCellAnchor', ' editAs="oneCell"', 7, 10, 3)}${anchor('twoCellAnchor', ' editAs="absolute"', 10, 11, 4)}</xdr:wsDr>`;

const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style='visibility:hidden'><v:textbox><div>a<br></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>
    1, 15, 9, 2, 3, 15, 13, 4</x:Anchor><x:Row>10</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`;

const comments = `${head}<comments xmlns="${main}"><authors><author>财政局</author></authors><commentList><comment ref="A11" authorId="0" shapeId="0"><text><r><t>不用填</t></r></text></comment></commentList></comments>`;

const table = `${head}<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="B8:C9" totalsRowShown="0"><autoFilter ref="B8:C9"/><tableColumns count="2"><tableColumn id="1" name="表头一"/><tableColumn id="2" name="表头二"/></tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>`;

const chart = `${head}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>申报表!$A$10</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>申报表!$C$9:$C$9</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>申报表!$F$9</c:f></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="176" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="0"/></cellXfs><dxfs count="1"><dxf/></dxfs></styleSheet>`;

const shared = () => {
  const items = strings.map((text, index) =>
    index === 9
      ? '<si><r><t>{{名</t></r><r><rPr><b/></rPr><t>称}}</t></r><phoneticPr fontId="1"/></si>'
      : `<si><t>${text}</t></si>`,
  );
  return `${head}<sst xmlns="${main}" count="20" uniqueCount="${strings.length}">${items.join('')}</sst>`;
};

const workbook = `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook"/><workbookProtection workbookPassword="CC1A" lockStructure="1"/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="申报表" sheetId="1" r:id="rId1"/><sheet name="代码" sheetId="2" state="veryHidden" r:id="rId2"/><sheet name="汇总" sheetId="3" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">申报表!$A$8:$G$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">申报表!$A$1:$G$12,申报表!$A$11:$B$12</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">申报表!$A:$A,申报表!$1:$8</definedName><definedName name="合计数">申报表!$F$10</definedName><definedName name="代码清单">代码!$A$1:$A$3</definedName></definedNames><calcPr calcId="191029"/></workbook>`;

function relationsOf(targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const all = targets.map(([id, type, target]) => {
    const mode = target.startsWith('http') ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${relations}/${type}`}" Target="${target}"${mode}/>`;
  });
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;

const contentTypes = [
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
  '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>',
  '<Default Extension="png" ContentType="image/png"/>',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Default Extension="vml" ContentType="${types}.vmlDrawing"/>`,
  override('xl/workbook.xml', `${types}.spreadsheetml.sheet.main+xml`),
  ...[1, 2, 3].map((number) => override(`xl/worksheets/sheet${number}.xml`, `${types}.spreadsheetml.worksheet+xml`)),
  override('xl/styles.xml', `${types}.spreadsheetml.styles+xml`),
  override('xl/sharedStrings.xml', `${types}.spreadsheetml.sharedStrings+xml`),
  override('xl/drawings/drawing1.xml', `${types}.drawing+xml`),
  override('xl/charts/chart1.xml', `${types}.drawingml.chart+xml`),
  override('xl/tables/table1.xml', `${types}.spreadsheetml.table+xml`),
  override('xl/comments1.xml', `${types}.spreadsheetml.comments+xml`),
  override('xl/calcChain.xml', `${types}.spreadsheetml.calcChain+xml`),
  override('docProps/custom.xml', `${types}.custom-properties+xml`),
  '</Types>',
].join('');

const custom = `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="表样编号"><vt:lpwstr>CZ-2025-07</vt:lpwstr></property></Properties>`;

/** Its parts, in the order of the archive. */
export const excelParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': contentTypes,
  '_rels/.rels': relationsOf([
    ['rId3', 'custom-properties', 'docProps/custom.xml'],
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
  ]),
  'xl/workbook.xml': workbook,
  'xl/_rels/workbook.xml.rels': relationsOf([
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
    ['rId3', 'worksheet', '/xl/worksheets/sheet3.xml'],
    ['rId4', 'styles', 'styles.xml'],
    ['rId5', 'sharedStrings', 'sharedStrings.xml'],
    ['rId6', 'calcChain', 'calcChain.xml'],
    ['rId7', 'customXml', '../customXml/item1.xml'],
  ]),
  'xl/worksheets/sheet1.xml': sheet,
  'xl/worksheets/sheet2.xml': hidden,
  'xl/worksheets/sheet3.xml': summary,
  'xl/worksheets/_rels/sheet1.xml.rels': relationsOf([
    ['rId1', 'printerSettings', '../printerSettings/printerSettings1.bin'],
    ['rId2', 'drawing', '../drawings/drawing1.xml'],
    ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['rId4', 'table', '../tables/table1.xml'],
    ['rId5', 'comments', '../comments1.xml'],
    ['rId9', 'hyperlink', 'https://example.org/'],
  ]),
  'xl/styles.xml': styles,
  'xl/sharedStrings.xml': shared(),
  'xl/drawings/drawing1.xml': drawing,
  'xl/drawings/vmlDrawing1.vml': vml,
  'xl/charts/chart1.xml': chart,
  'xl/tables/table1.xml': table,
  'xl/comments1.xml': comments,
  'xl/calcChain.xml': `${head}<calcChain xmlns="${main}"><c r="F9" i="1"/><c r="F10"/></calcChain>`,
  'xl/printerSettings/printerSettings1.bin': '\u0001\u0002打印机',
  'xl/media/image1.png': '\u0089PNG',
  'customXml/item1.xml': '<财政 xmlns="urn:cz"/>',
  'docProps/custom.xml': custom,
};

/** The archive with parts changed or added; null leaves one out. */
export function excelWorkbook(changes: Readonly<Record<string, string | null>> = {}): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries({ ...excelParts, ...changes })) {
    if (text !== null)
      files[name] = [strToU8(text), { level: name.endsWith('.png') ? 0 : 9, mtime: '2024-05-06T07:08:09' }];
  }
  return zipSync(files);
}

/** A workbook of one sheet that holds what is given, from its first row's cells on or from its columns. */
export function oneSheet(content: string, changes: Readonly<Record<string, string>> = {}): Uint8Array {
  const plain = (text: string) => `<worksheet xmlns="${main}">${text}</worksheet>`;
  return excelWorkbook({
    'xl/worksheets/sheet1.xml': plain(content),
    'xl/workbook.xml': workbook.replace(/<definedNames>.*<\/definedNames>/, ''),
    'xl/worksheets/_rels/sheet1.xml.rels': null,
    'xl/worksheets/sheet3.xml': plain('<sheetData/>'),
    ...changes,
  });
}

/** A part of it with a passage replaced; fails where the passage is not in it once. */
export function excelPart(name: string, passage: string, replacement: string): Readonly<Record<string, string>> {
  const text = excelParts[name] ?? '';
  if (text.split(passage).length !== 2) throw new Error(`not once in ${name}: ${passage}`);
  return { [name]: text.replace(passage, () => replacement) };
}

/** The parts of an archive as texts, in its order. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]));
}
