// Looks up every line of a form in the finished document, so that no contestant wins by leaving texts out.
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const readers = {
  pdf: readPdf,
  docx: (bytes) => readParts(bytes, /^word\/document\.xml$/),
  xlsx: (bytes) => readParts(bytes, /^xl\/(?:sharedStrings|worksheets\/sheet1)\.xml$/),
  html: (bytes) => plain(Buffer.from(bytes).toString()),
};

/** Throws an error that names the lines which are not there. */
export async function verify(name, format, bytes, { lines, amounts }) {
  const text = squeeze(await readers[format](bytes));
  const printed = amounts.map((amount) => (format === 'xlsx' ? amount.number : amount.printed));
  const missing = [...lines, ...printed].filter((line) => !isIn(text, squeeze(line)));
  if (missing.length > 0)
    throw new Error(`${name}: ${missing.length} texts are not in its document: ${missing.slice(0, 5).join(' | ')}`);
}

/** A line that goes on over the next page has a foot and a head of the table in between. */
function isIn(text, line) {
  if (text.includes(line)) return true;
  for (let at = 1; at < line.length; at++) {
    if (text.includes(line.slice(0, at)) && text.includes(line.slice(at))) return true;
  }
  return false;
}

/** Lines are broken differently everywhere, and pdfjs tells spaces by distances. */
function squeeze(text) {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

async function readPdf(bytes) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  const file = await task.promise;
  const pages = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(items.map(({ str }) => str).join(''));
  }
  await task.destroy();
  return pages.join('');
}

function readParts(bytes, pattern) {
  const files = unzipSync(new Uint8Array(bytes), { filter: ({ name }) => pattern.test(name) });
  return Object.values(files)
    .map((part) => plain(new TextDecoder().decode(part)))
    .join('\n');
}

function plain(markup) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole);
}
