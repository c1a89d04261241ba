// Documents that are none, are damaged or locked, or are built to exhaust who reads them: each ends in one sentence.
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { unpackZip, zipEntry } from '../../../src/base/zip.js';
import { readDocumentText } from '../../../src/intake/document-text/document-text.js';
import { docxOf, faultOf, linesOf, pack, pagesOf, pdfOf, withParts, word, xlsxOf } from './documents.js';

const megabyte = 1024 * 1024;
const empty = 'document/empty: 文件是空的。';
const unknown = 'document/unknown: 这不是 Excel（xlsx）、Word（docx）或 PDF 文件。';
const old = 'document/old-office: 这是旧格式的 Office 文件（xls、doc）。';
const other = 'document/other-package: 这个压缩包不是 Excel（xlsx）或 Word（docx）文件。';
const encrypted = 'document/encrypted: 文件有密码，读不了。';
const damaged = 'document/damaged: 文件损坏或者不完整，读不了。';
const tooLarge = 'document/too-large: 文件太大，不像一份申报表，没有读。';
const noText = 'document/no-text: 文件里没有文字，可能是扫描件或者图片。';

const paragraph = '<w:p><w:r><w:t>甲</w:t></w:r></w:p>';
const docx = docxOf(paragraph);
const pdf = pagesOf(['BT /F 10 Tf 50 700 Td (text) Tj ET']);

const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
const ole = (content: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(content, 'utf16le')]);
const documentPart = (xml: string) => withParts(docx, { 'word/document.xml': xml });
const body = (content: string) =>
  documentPart(`<w:document xmlns:w="${word}"><w:body>${content}</w:body></w:document>`);
const rows = (count: number, row: string) =>
  xlsxOf({ sheets: [{ rows: row.repeat(count) }], strings: [`<t>${'字'.repeat(30_000)}</t>`] });

/** A Word file whose text is 64 MB and is said to be `size` bytes long. */
function bomb(size: number): Uint8Array {
  const { 'word/document.xml': _, ...parts } = unpackZip(docx);
  const deflated = deflateRawSync(Buffer.alloc(64 * megabyte, 32));
  return pack(parts, { ...zipEntry('word/document.xml', ''), size, deflated });
}

/** With every entry said to be encrypted. */
function flagged(archive: Uint8Array): Uint8Array {
  const copy = Buffer.from(archive);
  const mark = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = copy.indexOf(mark); at >= 0; at = copy.indexOf(mark, at + 1)) copy.writeUInt16LE(1, at + 8);
  return copy;
}

function pdfkitFile(options: PDFKit.PDFDocumentOptions): Promise<Uint8Array> {
  return new Promise((done) => {
    const document = new PDFDocument(options);
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => done(Buffer.concat(chunks)));
    document.text('text');
    document.end();
  });
}

describe('no document', () => {
  test.each([
    ['an empty file', '', empty],
    ['one letter', 'x', unknown],
    ['a text', 'version https://git-lfs.github.com/spec/v1\n', unknown],
    ['nothing but zeros', Buffer.alloc(5000), unknown],
    [
      'an archive of something else',
      pack({ 'content.xml': '<a/>', mimetype: 'application/vnd.oasis.opendocument.text' }),
      other,
    ],
    ['an archive of nothing', pack({}), other],
    [
      'a presentation',
      withParts(docx, {
        '[Content_Types].xml': Buffer.from(unpackZip(docx)['[Content_Types].xml'] as Uint8Array)
          .toString()
          .replace('wordprocessingml.document', 'presentationml.presentation'),
      }),
      other,
    ],
    ['an old workbook', ole('Workbook'), old],
    ['a workbook with a password', ole('…EncryptedPackage…'), encrypted],
    ['a Word file without text', docxOf('<w:p/>'), noText],
    ['a PDF without text', pagesOf(['0 0 m 9 9 l S']), noText],
  ])('%s', async (_, bytes, sentence) => {
    expect(await faultOf(Buffer.from(bytes as Uint8Array))).toBe(sentence);
  });
});

describe('damaged documents', () => {
  const whole = { docx, xlsx: rows(5, '<row><c><v>1</v></c></row>'), pdf };

  test.each(Object.entries(whole))('%s, cut off anywhere', async (_, bytes) => {
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) expect(await faultOf(cut(bytes, share))).toBe(damaged);
  });

  test.each([
    ['a part that is lacking', xlsxOf({ sheets: [{ rows: '' }] }), 'xl/workbook.xml', damaged],
    ['XML that is none', docx, 'word/document.xml', damaged],
  ])('%s', async (_, bytes, name, sentence) => {
    expect(await faultOf(withParts(bytes, { [name]: '' }))).toBe(sentence);
    expect(await faultOf(withParts(bytes, { [name]: '<a><b></a>' }))).toBe(sentence);
    expect(await faultOf(withParts(bytes, { [name]: Buffer.from([0x3c, 0x61, 0xff]) }))).toBe(sentence);
  });

  test('a content that is not the one its archive names', async () => {
    const at = Buffer.from(docx).indexOf('PK\u0001\u0002');
    const copy = Buffer.from(docx);
    copy[at + 16] = (copy[at + 16] as number) ^ 1;
    expect(await faultOf(copy)).toBe(damaged);
  });

  test.each([
    ['nothing within', '%PDF-1.7\n%%EOF'],
    [
      'pages that hold themselves',
      pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>']),
    ],
  ])('a PDF with %s', async (_, bytes) => {
    expect(await faultOf(Buffer.from(bytes as Uint8Array))).toBe(damaged);
  });

  test('any bytes changed: never an exception', async () => {
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(whole)),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (bytes, changes) => {
          const copy = Buffer.from(bytes);
          for (const [share, byte] of changes) copy[Math.floor(share * copy.length)] = byte;
          const { value, findings } = await readDocumentText(copy);
          expect(value === null).toBe(findings.some(({ level }) => level === 'error'));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('locked documents', () => {
  test('need a password to be opened', async () => {
    expect(await faultOf(await pdfkitFile({ userPassword: 'a' }))).toBe(encrypted);
    expect(await faultOf(flagged(docx))).toBe(encrypted);
  });

  test('are read when the password is only for changing them', async () => {
    expect(await linesOf(await pdfkitFile({ ownerPassword: 'a' }))).toEqual(['text']);
  });
});

describe('documents to exhaust a reader', () => {
  const cells = (count: number) => rows(count, `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`);
  const merges = '<mergeCell ref="XFC1:XFD1048576"/>';

  test.each([
    ['64 MB that the archive admits', () => bomb(64 * megabyte), tooLarge],
    ['64 MB that the archive denies', () => bomb(1000), damaged],
    [
      '6,000 parts',
      () => withParts(docx, Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}`, '']))),
      tooLarge,
    ],
    ['elements within each other', () => body('<w:p>'.repeat(100_000)), tooLarge],
    ['too many elements', () => body('<w:p/>'.repeat(1_000_001)), tooLarge],
    [
      'too many attributes',
      () => body(`<w:p ${Array.from({ length: 5000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
      tooLarge,
    ],
    [
      'entities within each other',
      () =>
        documentPart(
          `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="${word}">&b;</w:document>`,
        ),
      damaged,
    ],
    [
      'an entity that is a file',
      () => documentPart('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'),
      damaged,
    ],
    ['an entity nobody knows', () => body('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>'), damaged],
    ['too many cells', () => cells(1001), tooLarge],
    ['too many paragraphs', () => body(paragraph.repeat(100_001)), tooLarge],
    ['one long text in many cells', () => rows(100, '<row><c t="s"><v>0</v></c></row>'), tooLarge],
    [
      'too many merged ranges',
      () => {
        const rows = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(900);
        return xlsxOf({ sheets: [{ rows, after: `<mergeCells>${merges.repeat(1200)}</mergeCells>` }] });
      },
      tooLarge,
    ],
    ['201 sheets', () => xlsxOf({ sheets: Array.from({ length: 201 }, () => ({ rows: '' })) }), tooLarge],
    ['101 pages', () => pagesOf(Array.from({ length: 101 }, () => '')), tooLarge],
    ['more than 50 MB', () => Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(50 * megabyte)]), tooLarge],
  ])('%s', async (_, make, sentence) => {
    expect(await faultOf(make())).toBe(sentence);
  });

  test('what is merely large is read: a sheet of 10,000 cells, a text of a million characters', async () => {
    expect(await linesOf(cells(100))).toHaveLength(100);
    expect(await linesOf(body(`<w:p><w:r><w:t>${'字'.repeat(megabyte)}</w:t></w:r></w:p>`))).toEqual([
      '字'.repeat(megabyte),
    ]);
  });

  test('a page that is a drawing of thousands of lines is read line by line', async () => {
    const lines = Array.from(
      { length: 600 },
      (_, at) => `${at * 2} 0 m ${at * 2} 800 l S 0 ${at * 2} m 600 ${at * 2} l S `,
    );
    expect(await linesOf(pagesOf([`${lines.join('')}BT /F 10 Tf 50 700 Td (one) Tj 0 -20 Td (two) Tj ET`]))).toEqual([
      'one',
      'two',
    ]);
  });

  test('forms that hold themselves', async () => {
    const form = `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5/Resources<</XObject<</X 6 0 R>>>>>>stream\n/X Do\nendstream`;
    expect(await faultOf(pagesOf(['/X Do'], [form]))).toBe(noText);
  });
});
