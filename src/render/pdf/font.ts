// Turns a font file into what setting and embedding its glyphs needs.
// Parsing 15 MB takes longer than a document, so a parsed font is kept for the life of the process, by its digest.
import { create, type Font } from 'fontkit';
import type { FontFile } from '../../compose/theme.js';
import { type Outline, outlineReader } from './outlines.js';

export interface Glyph {
  readonly id: number;
  /** Font units. */
  readonly advance: number;
}

export interface PdfFont {
  readonly name: string;
  readonly unitsPerEm: number;
  /** The em box of an ideograph about the base line, in ems. */
  readonly emBox: { readonly top: number; readonly bottom: number };
  /** Font units. */
  readonly metrics: {
    readonly box: readonly [number, number, number, number];
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly italicAngle: number;
  };
  /** The bytes of a table, or undefined. */
  readonly table: (tag: string) => Buffer | undefined;
  readonly outline: (glyph: number) => Outline;
  /** By code point, of the basic plane alone: the advances of the glyphs asked for so far, font units. Text is mostly looked up here. */
  readonly advances: Uint16Array;
  /** The glyph of a code point; null where the font has none. */
  readonly glyph: (codePoint: number) => Glyph | null;
}

const fonts = new Map<string, PdfFont | null>();

/** The font of a file, or null when it is no TrueType file with outlines that a PDF can embed. */
export function parseFont(file: FontFile): PdfFont | null {
  let font = fonts.get(file.digest);
  if (font === undefined) {
    font = parse(file.bytes());
    fonts.set(file.digest, font);
  }
  return font;
}

function parse(bytes: Uint8Array): PdfFont | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = buffer.length > 12 ? buffer.readUInt32BE(0) : 0;
  if (signature !== 0x00010000 && signature !== 0x74727565) return null;
  try {
    const font = create(buffer);
    const tables = tableDirectory(buffer);
    const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => tables.get(tag));
    if (!('glyphForCodePoint' in font) || !head || !loca || !glyf) return null;
    return fromFontkit(font, tables, outlineReader(head, loca, glyf));
  } catch {
    // fontkit has no error type of its own for a damaged file.
    return null;
  }
}

function fromFontkit(font: Font, tables: ReadonlyMap<string, Buffer>, outline: (glyph: number) => Outline): PdfFont {
  const glyphs = new Map<number, Glyph | null>();
  const advances = new Uint16Array(0x10000);
  const { typoAscender, typoDescender } = font['OS/2'];
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    name: font.postscriptName.replace(/[^\w-]/g, ''),
    unitsPerEm: font.unitsPerEm,
    emBox: { top: typoAscender / font.unitsPerEm, bottom: typoDescender / font.unitsPerEm },
    metrics: {
      box: [minX, minY, maxX, maxY],
      ascent: font.ascent,
      descent: font.descent,
      capHeight: font.capHeight,
      italicAngle: font.italicAngle,
    },
    table: (tag) => tables.get(tag),
    outline,
    advances,
    glyph(codePoint) {
      let glyph = glyphs.get(codePoint);
      if (glyph === undefined) {
        const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
        glyph = id === 0 ? null : { id, advance: advanceWidth };
        glyphs.set(codePoint, glyph);
        if (glyph) advances[codePoint] = glyph.advance;
      }
      return glyph;
    },
  };
}

function tableDirectory(file: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  const count = file.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const offset = file.readUInt32BE(entry + 8);
    tables.set(
      file.toString('latin1', entry, entry + 4),
      file.subarray(offset, offset + file.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}
