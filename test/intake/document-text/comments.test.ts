// Comments that reviewers write into documents: whose they are, and which place they are about.
import { describe, expect, test } from 'vitest';
import { unpackZip as unpacked } from '../../../src/base/zip.js';
import { readDocumentCells } from '../../../src/intake/document-text/document-text.js';
import { missing } from '../../support/programs.js';
import { editedByOpenpyxl, savedByLibreOffice } from '../import/saved-by.js';
import { docxOf, pagesOf, spreadsheet, withParts, word, xlsxOf } from './documents.js';

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (...all: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** `表1!B2 row 2, 李四: text` */
async function commentsOf(document: Uint8Array): Promise<readonly string[]> {
  const { value, findings } = await readDocumentCells(document);
  if (!value) throw new Error(findings.map(({ message }) => message.zh).join('\n'));
  return value.flatMap(({ name, comments }) =>
    comments.map(({ row, spot, author, text }) => {
      const place = 'cell' in spot ? `${name}!${spot.cell}` : Object.values(spot).join('/');
      return `${place} row ${row}, ${author}: ${text.replaceAll('\n', '\\n')}`;
    }),
  );
}

describe('of a workbook', () => {
  const book = xlsxOf({ sheets: [{ rows: '<row r="2"><c r="B2" t="inlineStr"><is><t>甲</t></is></c></row>' }] });
  const comment = (ref: string, author: number, text: string) =>
    `<comment ref="${ref}" authorId="${author}"><text>${text}</text></comment>`;
  const comments = (...all: readonly string[]) =>
    `<comments xmlns="${spreadsheet}"><authors><author>李四</author><author>tc={1}</author></authors><commentList>${all.join('')}</commentList></comments>`;
  const part = Object.keys(unpacked(book)).find((name) => name.includes('worksheets/')) ?? '';
  const related = part.replace('worksheets/', 'worksheets/_rels/').concat('.rels');

  test('are pieces of text, without the name that programs write in front', async () => {
    const text = '<r><rPr><b/></rPr><t>李四:</t></r><r><t xml:space="preserve">\n这个数\n要核</t></r>';
    const document = withParts(book, {
      [related]: relations(relation('c', 'comments', '../comments1.xml')),
      'xl/comments1.xml': comments(
        comment('C7', 0, '<t>空格也可以批</t>'),
        comment('B2', 0, text),
        comment('B3', 0, '<t> </t>'),
      ),
    });
    expect(await commentsOf(document)).toEqual([
      '表1!B2 row 2, 李四: 这个数\\n要核',
      '表1!C7 row 7, 李四: 空格也可以批',
    ]);
  });

  test('in threads are read from these, and not from what is written for older programs', async () => {
    const space = 'http://schemas.microsoft.com/office/spreadsheet/2018/threadedcomments';
    const thread = (ref: string, person: string, text: string) =>
      `<threadedComment ref="${ref}" personId="${person}" id="{1}"><text>${text}</text></threadedComment>`;
    const document = withParts(book, {
      [related]: relations(
        relation('c', 'comments', '../comments1.xml'),
        '<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threads.xml"/>',
      ),
      'xl/comments1.xml': comments(
        comment('B2', 1, '<t>[线程批注]\n你的Excel版本…</t>'),
        comment('B4', 0, '<t>旧的</t>'),
      ),
      'xl/threads.xml': `<ThreadedComments xmlns="${space}">${thread('B2', '{p}', '请核对')}${thread('B2', '{q}', '已核对')}</ThreadedComments>`,
      'xl/people.xml': `<personList xmlns="${space}"><person id="{p}" displayName="王五"/></personList>`,
      'xl/_rels/workbook.xml.rels': new TextDecoder()
        .decode(unpacked(book)['xl/_rels/workbook.xml.rels'])
        .replace(
          '</Relationships>',
          '<Relationship Id="p" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="people.xml"/></Relationships>',
        ),
    });
    expect(await commentsOf(document)).toEqual([
      '表1!B2 row 2, 王五: 请核对',
      '表1!B2 row 2, : 已核对',
      '表1!B4 row 4, 李四: 旧的',
    ]);
  });

  test.skipIf(missing('python', 'soffice'))('as openpyxl and LibreOffice write them', async () => {
    const script = `
import sys, openpyxl
from openpyxl.comments import Comment
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    book.active['B2'].comment = Comment('这个数\\n要核', '李四')
    book.save(path)
`;
    const [written] = editedByOpenpyxl([book], script);
    expect(await commentsOf(written as Uint8Array)).toEqual(['表1!B2 row 2, 李四: 这个数\\n要核']);
    const [saved] = savedByLibreOffice([written as Uint8Array], 'xlsx');
    expect(await commentsOf(saved as Uint8Array)).toEqual([expect.stringMatching(/^表1!B2 row 2, .*: 这个数\\n要核$/)]);
  });
});

test('of a Word document are about the row of a table, or the paragraph, that refers to them', async () => {
  const text = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
  const reference = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
  const cell = (inner: string) => `<w:tc><w:p>${inner}</w:p></w:tc>`;
  const comment = (id: number, author: string, ...paragraphs: readonly string[]) =>
    `<w:comment w:id="${id}" w:author="${author}">${paragraphs.map((one) => `<w:p>${text(one)}</w:p>`).join('')}</w:comment>`;
  const document = docxOf(
    `<w:p>${text('表')}${reference(2)}</w:p><w:tbl><w:tr>${cell(text('甲'))}</w:tr><w:tr>${cell(text('乙') + reference(1))}${cell(text('丙'))}</w:tr></w:tbl>`,
  );
  const commented = withParts(document, {
    'word/_rels/document.xml.rels': relations(relation('c', 'comments', 'comments.xml')),
    'word/comments.xml': `<w:comments xmlns:w="${word}">${comment(1, '李四', '要核', '请改')}${comment(2, '王五', '好')}${comment(3, '赵六', '没有指向哪里')}</w:comments>`,
  });
  expect(await commentsOf(commented)).toEqual(['1 row 1, 王五: 好', '1/2 row 3, 李四: 要核\\n请改']);
  expect(await commentsOf(document)).toEqual([]);
});

test('of a PDF are about the line that they stand beside', async () => {
  const at = (y: number, words: string) => `BT /F 10 Tf 1 0 0 1 50 ${y} Tm (${words}) Tj ET\n`;
  const note = (kind: string, top: number, contents: string) =>
    `<</Type/Annot/Subtype/${kind}/Rect[400 ${top - 20} 420 ${top}]/QuadPoints[400 ${top} 420 ${top} 400 ${top - 20} 420 ${top - 20}]/T(Li)/Contents(${contents})>>`;
  const annots = '/Annots[6 0 R 7 0 R 8 0 R 9 0 R]';
  const notes = [
    note('Text', 705, 'check'),
    note('Highlight', 655, 'why?'),
    note('Link', 705, 'no comment'),
    note('Text', 705, ''),
  ];
  const document = pagesOf([at(750, 'one') + at(700, 'two') + at(650, 'three')], notes, annots);
  expect(await commentsOf(document)).toEqual(['1/2 row 2, Li: check', '1/3 row 3, Li: why?']);
});
