// Word files of many hands: paragraphs and tables in order, tracked changes, and what Word keeps beside the text.
import { describe, expect, test } from 'vitest';
import { docxOf, linesOf, withParts } from './documents.js';

const p = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
const read = (...body: readonly string[]) => linesOf(docxOf(body.join('')));

describe('paragraphs and tables', () => {
  test('come in order, a row a line, cells of several paragraphs several lines', async () => {
    const body = [
      p(r('申报表')),
      tbl(tr(tc(p(r('名称：'))), tc(p(r('区总'), r('工会')))), tr(tc(p(r('1.甲')) + p() + p(r('2.乙'))))),
      p(r('备注')),
    ];
    expect(await read(...body)).toEqual(['申报表', '名称： | 区总工会', '1.甲', '2.乙', '备注']);
  });

  test('merged cells are shown once, empty ones not', async () => {
    const rows = [
      tr(tc(p(r('产出')), '<w:vMerge w:val="restart"/>'), tc(p(r('数量')), '<w:gridSpan w:val="2"/>')),
      tr(tc(p(r('藏')), '<w:vMerge/>'), tc(p()), tc(p(r('质量')))),
      tr(tc(p(r('藏')), '<w:vMerge w:val="continue"/>'), tc(p(r('时效')))),
    ];
    expect(await read(tbl(...rows))).toEqual(['产出 | 数量', '质量', '时效']);
    const inner = tbl(tr(tc(p(r('藏')))));
    expect(await read(tbl(tr(tc(inner + p(r('藏')), '<w:vMerge/>'), tc(p(r('甲'))))))).toEqual(['甲']);
  });

  test('a table within a cell is lines of the cell', async () => {
    const inner = tbl(tr(tc(p(r('甲'))), tc(p(r('1')))), tr(tc(p(r('乙'))), tc(p(r('2')))));
    expect(await read(tbl(tr(tc(p(r('前')) + inner + p(r('后'))), tc(p(r('旁'))))))).toEqual([
      '前',
      '甲 | 1',
      '乙 | 2',
      '后 | 旁',
    ]);
  });

  test('breaks and tabs are breaks and spaces', async () => {
    const run = '<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:t>四</w:t></w:r>';
    expect(await read(p('<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>', run))).toEqual([
      '一',
      '二 三-四',
    ]);
  });
});

describe('tracked changes', () => {
  test('signs that Word keeps as places in its fonts of symbols are those signs, and an unknown one is not passed over', async () => {
    const sym = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    expect(await read(p(sym('Wingdings 2', 'F052'), r('是'), sym('Wingdings', 'F0A8'), r('否')))).toEqual(['☑是□否']);
    expect(await read(p(sym('Symbol', 'F0B3'), r('9场次')))).toEqual(['≥9场次']);
    expect(await read(p(r('甲'), sym('Webdings', 'F021')))).toEqual(['甲\ufffd']);
  });

  test('what is formatted as hidden is not shown, nor are hidden rows', async () => {
    const run = (properties: string, text: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const runs = [run('<w:vanish/>', '旧值'), run('<w:b/>', '新值'), run('<w:vanish w:val="0"/>', '，看得见')];
    expect(await read(p(...runs), p(run('<w:vanish/>', '整段')))).toEqual(['新值，看得见']);
    const row = (hidden: string, text: string) => `<w:tr><w:trPr>${hidden}</w:trPr>${tc(p(r(text)))}</w:tr>`;
    expect(await read(tbl(row('<w:hidden/>', '藏'), row('<w:hidden w:val="false"/>', '甲'), row('', '乙')))).toEqual([
      '甲',
      '乙',
    ]);
  });

  test('what was inserted or moved to is shown, what was deleted or moved away is not', async () => {
    const body = p(
      r('全年'),
      `<w:del w:id="1"><w:r><w:delText>8</w:delText></w:r></w:del><w:ins w:id="2">${r('9')}</w:ins>`,
      `<w:moveFrom w:id="3">${r('旧处')}</w:moveFrom><w:moveTo w:id="4">${r('次')}</w:moveTo>`,
    );
    expect(await read(body)).toEqual(['全年9次']);
  });

  test('a deleted end of a paragraph joins it with the next', async () => {
    const mark = (kind: string) => `<w:pPr><w:rPr><w:${kind} w:id="1"/></w:rPr></w:pPr>`;
    expect(await read(p(mark('del'), r('上')), p(r('下')), p(mark('ins'), r('三')), p(r('四')))).toEqual([
      '上下',
      '三',
      '四',
    ]);
  });

  test('deleted rows and cells are not shown', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p(r('删')))}</w:tr>`;
    expect(
      await read(tbl(tr(tc(p(r('留')))), deleted, tr(tc(p(r('甲'))), tc(p(r('删')), '<w:cellDel w:id="2"/>')))),
    ).toEqual(['留', '甲']);
  });

  test('earlier looks of a text are no text', async () => {
    const run = '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>';
    expect(await read(p(run))).toEqual(['甲']);
  });
});

describe('beside the text', () => {
  test('fields show their result, controls to fill in their content, formulas their letters', async () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>';
    const control = `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${r('甲局')}</w:sdtContent></w:sdt>`;
    const formula = '<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>';
    expect(await read(p(field, r('2025年')), p(control), p(formula))).toEqual(['2025年', '甲局', 'a=b']);
  });

  test('a text box is shown once, though it stands there twice', async () => {
    const box = `<w:txbxContent>${p(r('框里'))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await read(p(r('前'), `<w:r>${both}</w:r>`, r('后')))).toEqual(['前', '框里', '后']);
  });

  test('how characters are pronounced is no text', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r('shen')}</w:rt><w:rubyBase>${r('深')}</w:rubyBase></w:ruby></w:r>`;
    expect(await read(p(ruby, r('圳')))).toEqual(['深圳']);
  });
});

test('another writer may use another prefix, and the strict edition of the standard', async () => {
  const part =
    '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>甲</d:t></d:r></d:p></d:body></d:document>';
  expect(await linesOf(withParts(docxOf(''), { 'word/document.xml': part }))).toEqual(['甲']);
});
