// A document as declarations, in one step: plain data on both sides, and no more of it than a person would read.
import { expect, test } from 'vitest';
import { importDocument } from '../../../src/intake/import/import-document.js';
import { namedFontPage, namedFontText, xlsxOf } from '../document-text/documents.js';
import { formMaps } from './support.js';

const year = { asked: null, otherwise: '2031' };
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts: readonly string[]) => `<row>${texts.map(cell).join('')}</row>`;

/** A form of two fields, with as many rows above it that are none of the form's. */
const formAnd = (count: number) =>
  xlsxOf({
    sheets: [
      {
        rows: [
          ...Array.from({ length: count }, (_, at) => row(`别的 ${at}`)),
          row('二级项目支出绩效目标申报表'),
          row('项目名称：', '甲'),
          row('年度目标', '乙'),
        ].join(''),
      },
    ],
  });

test('maps go to a thread, and what is read comes back', async () => {
  const maps = await formMaps();
  const read = await importDocument(formAnd(1), structuredClone(maps), year);
  expect(read.value).toMatchObject([{ map: { form: { name: 'project-goal' } }, leftovers: [{ text: '别的 0' }] }]);
  expect(read.value?.[0]?.value).toMatchObject({ 项目名称: '甲', 年度: '2031', 年度目标: '乙' });
  expect(structuredClone(read)).toEqual(read);
});

test('a form among more than anybody would look through is refused', async () => {
  const { value, findings } = await importDocument(formAnd(10_001), await formMaps(), year);
  expect(value).toBeNull();
  expect(findings.map(({ rule }) => rule)).toEqual(['document/too-large']);
});

test('a PDF without lines around its cells is read like a text; a comment stands at the top, for no line is known to be of a field', async () => {
  const lines = ['二级项目支出绩效目标申报表', '项目名称： 甲 实施期限： 5', '年度目标：', '办成三件事。'];
  const content = lines.map((line, at) => namedFontText(50, 750 - at * 20, line)).join('');
  const annotation = '<</Type/Annot/Subtype/Text/Rect[400 670 420 690]/T(Li)/Contents(which?)>>';
  const { value } = await importDocument(namedFontPage(content, { annotation }), await formMaps(), year);
  expect(value).toMatchObject([{ value: { 项目名称: '甲', 实施期限: '5', 年度目标: '办成三件事。' } }]);
  expect(value?.[0]?.leftovers).toEqual([{ text: 'which?', at: { page: 1, line: 4 }, after: null, by: 'Li' }]);
});
