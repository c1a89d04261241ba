// Small documents made for one test each: workbooks and Word files from the parts that matter, PDFs from a page's operators.
import { deflateSync } from 'node:zlib';
import { packZip, unpackZip, type ZipEntry, zipEntry } from '../../../src/base/zip.js';
import { readDocumentText } from '../../../src/intake/document-text/document-text.js';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function related(...targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const all = targets.map(([id, type, to]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"/>`);
  return `<Relationships xmlns="${relations}">${all.join('')}</Relationships>`;
}

function types(part: string, type: string): string {
  const uri = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const full = `application/vnd.openxmlformats-officedocument.${type}.main+xml`;
  return `<Types xmlns="${uri}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${full}"/></Types>`;
}

export function pack(parts: Parts, ...more: readonly ZipEntry[]): Uint8Array {
  return packZip([...Object.entries(parts).map(([name, content]) => zipEntry(name, content)), ...more]);
}

/** A document with some of its parts replaced. */
export function withParts(document: Uint8Array, parts: Parts): Uint8Array {
  return pack({ ...unpackZip(document), ...parts });
}

export interface Sheet {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands within `sheetData`. */
  readonly rows: string;
  /** What follows it. */
  readonly after?: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** What stands within the `si` of each shared string. */
  readonly strings?: readonly string[];
  /** Number formats of the cells with `s` 0, 1 …; a number is that of a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly workbookPr?: string;
}

export function xlsxOf({ sheets, strings = [], formats = [], workbookPr = '' }: Workbook): Uint8Array {
  const listed = sheets.map(({ name, state }, at) => {
    return `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}" r:id="r${at}"${state ? ` state="${state}"` : ''}/>`;
  });
  const own = formats.map((code, at) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>` : '',
  );
  const xfs = formats.map((code, at) => `<xf numFmtId="${typeof code === 'string' ? 200 + at : code}"/>`);
  return pack({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': related(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}">${workbookPr}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related(
      ...sheets.map((_, at) => [`r${at}`, 'worksheet', `worksheets/${at}.xml`] as const),
      ['s', 'sharedStrings', 'sharedStrings.xml'],
      ['f', 'styles', '/xl/styles.xml'],
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${spreadsheet}">${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}"><numFmts>${own.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, at) => [
        `xl/worksheets/${at}.xml`,
        `<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  });
}

/** `body` is what stands within `w:body`. */
export function docxOf(body: string): Uint8Array {
  return pack({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': related(['r1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
  });
}

/** The objects of a PDF, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const length = () => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  objects.forEach((object, at) => {
    offsets.push(length());
    chunks.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object as Uint8Array), Buffer.from('\nendobj\n'));
  });
  const places = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places}`;
  chunks.push(Buffer.from(`${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length()}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

export function streamOf(content: string | Uint8Array, dictionary = ''): Uint8Array {
  const packed = deflateSync(content);
  const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>stream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

/** Pages of 600 by 800 points with Helvetica as /F; `more` are the objects from number 4 + 2 × pages on, the first of them /X. */
export function pagesOf(pages: readonly string[], more: readonly (string | Uint8Array)[] = [], page = ''): Uint8Array {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const resources = `/Resources<</Font<</F 3 0 R>>${more.length > 0 ? `/XObject<</X ${4 + pages.length * 2} 0 R>>` : ''}>>`;
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]${resources}/Contents ${5 + at * 2} 0 R${page}>>`,
      streamOf(content),
    ]),
    ...more,
  ]);
}

/** A page as above with Helvetica as /F, and as /G a Chinese font that the file only names; `annotation` is one on it. */
export function namedFontPage(
  content: string,
  { encoding = 'UniGB-UCS2-H', ordering = 'GB1', annotation = 'null' } = {},
): Uint8Array {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R/G 6 0 R>>>>/Annots[9 0 R]>>',
    streamOf(content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[7 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 4>>/FontDescriptor 8 0 R/DW 1000/W[1 95 500 814 908 500]>>`,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 90>>',
    annotation,
  ]);
}

/** In the font /G, 10 points high. */
export function namedFontText(x: number, y: number, text: string): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /G 10 Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET\n`;
}

/** All lines of a document; fails where there is anything to say of it. */
export async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { value, findings } = await readDocumentText(bytes);
  if (!value || findings.length > 0) throw new Error(findings.map(({ message }) => message.zh).join('\n'));
  return value.flatMap(({ lines }) => lines);
}

/** What is said of a document that is not read: `rule: sentence`. */
export async function faultOf(bytes: Uint8Array): Promise<string> {
  const { value, findings } = await readDocumentText(bytes);
  const [finding] = findings;
  if (value || !finding) throw new Error('It was read.');
  return `${finding.rule}: ${finding.message.zh}`;
}
