// Reads a PDF as rows of cells. What it marks itself as belonging to the page, such as a page's number or a head printed again, is
// passed over, and so are the contents of fields to fill in. Pictures are not looked at.
import type { Annotation, Page, Pdf } from 'unpdf/pdfjs';
import { ChineseEncodings } from './chinese-encodings.js';
import { mostGlyphs, mostLines, mostPages } from './limits.js';
import type { Fault } from './messages.js';
import { type DrawnPage, drawnPage } from './pdf-page.js';
import { type PageNote, placed } from './pdf-placed-cells.js';
import { pdfRows } from './pdf-rows.js';
import { type Matrix, times } from './pdf-strokes.js';
import { countText, type Section } from './rows.js';
import { Unreadable } from './unreadable.js';

interface ReadPdf {
  readonly sections: readonly Section[];
  /** What could not be read of it. */
  readonly lacking: Fault | null;
}

/** How pdf.js opens a file that may be anybody's. */
export const options = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  // Of fonts that are not in the file only the texts are wanted.
  useSystemFonts: true,
  enableXfa: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 1,
  CMapReaderFactory: ChineseEncodings,
} as const;

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // A file that ends too early still opens, with pages missing or half of one.
  if (!Buffer.from(bytes.subarray(-2048)).includes('%%EOF')) throw new Unreadable('damaged');
  const { pages, notes } = await readPages(bytes);
  const pieces = pdfRows(pages);
  if (pieces.length > mostLines) throw new Unreadable('too-large');
  const rows = pieces.map(({ texts }) => texts.flat());
  const lowest = pages.map(({ across }) => across.reduce((most, { at }) => Math.max(most, at), 0));
  const count = countText();
  for (const row of rows) row.forEach(count);
  for (const { text } of notes) count(text);
  const lacking = pages.some((page) => page.lacking) ? 'partly-unreadable' : null;
  return { sections: [{ name: null, hidden: false, rows, ...placed(pieces, lowest, notes) }], lacking };
}

async function readPages(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly DrawnPage[]; readonly notes: readonly PageNote[] }> {
  const { getDocument, OPS } = await import('unpdf/pdfjs');
  // pdf.js takes what it is given from its owner.
  const task = getDocument({ data: new Uint8Array(bytes), ...options });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages) throw new Unreadable('too-large');
    const pages: DrawnPage[] = [];
    const notes: PageNote[] = [];
    let glyphs = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { page, own } = await readPage(pdf, number, OPS);
      glyphs += page.runs.reduce((sum, { text }) => sum + text.length, 0);
      if (glyphs > mostGlyphs) throw new Unreadable('too-large');
      pages.push(page);
      notes.push(...own);
    }
    return { pages, notes };
  } catch (error) {
    throw toUnreadable(error);
  } finally {
    await task.destroy();
  }
}

async function readPage(
  pdf: Pdf,
  number: number,
  ops: Readonly<Record<string, number>>,
): Promise<{ readonly page: DrawnPage; readonly own: readonly PageNote[] }> {
  const page = await pdf.getPage(number);
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const { transform } = page.getViewport({ scale: 1 });
  const drawn = drawnPage(operators, ops, transform, (font) => unitOf(page, font));
  const own = notesOf(await page.getAnnotations({ intent: 'display' }), number - 1, transform);
  page.cleanup();
  return { page: drawn, own };
}

/** Where one leads and what is filled in are no comments; what opens beside one says the same again. */
function notesOf(annotations: readonly Annotation[], page: number, transform: Matrix): readonly PageNote[] {
  return annotations.flatMap(({ subtype = '', rect = [], titleObj, contentsObj }) => {
    const text = contentsObj?.str?.trim() ?? '';
    if (text === '' || ['Link', 'Widget', 'Popup'].includes(subtype)) return [];
    const [left = 0, , , top = 0] = rect;
    const [, , , , , y] = times([1, 0, 0, 1, left, top], transform);
    return [{ page, y, author: titleObj?.str?.trim() ?? '', text }];
  });
}

/** Fonts made of drawings have a unit of their own. A font that failed is there as a text that says why. */
function unitOf({ commonObjs }: Page, name: string): number | null {
  const font = commonObjs.has(name) ? commonObjs.get(name) : {};
  return typeof font === 'string' ? null : (font.fontMatrix?.[0] ?? 0.001);
}

export function toUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  const locked = error instanceof Error && error.name === 'PasswordException';
  return new Unreadable(locked ? 'encrypted' : 'damaged', { cause: error });
}
