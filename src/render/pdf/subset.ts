// Cuts a TrueType font down to the glyphs of one document, renumbered from 0.
// Outlines are copied as they stand, not decoded and encoded again; only the parts of composite glyphs are renumbered.
import type { PdfFont } from './font.js';
import { checksum, type Outline } from './outlines.js';

export interface Subset {
  readonly bytes: Buffer;
  /** Where the outlines of the first `fixed` glyphs stand in it. */
  readonly fixed: { readonly start: number; readonly end: number };
}

interface Table {
  readonly tag: string;
  readonly bytes: Buffer;
  readonly sum: number;
}

/** A TrueType file whose glyph n is glyph `glyphs[n]` of the font; what composite glyphs are made of stands behind them. */
export function subsetFont(font: PdfFont, glyphs: readonly number[], fixed = 0): Subset {
  const { glyf, ends, sources } = copyOutlines(font, glyphs);
  const head = Buffer.from(required(font, 'head'));
  head.writeUInt32BE(0, 8); // the checksum of the file, filled in at the end
  head.writeInt16BE(1, 50); // long offsets in loca
  const hhea = Buffer.from(required(font, 'hhea'));
  const hmtx = copyAdvances(font, hhea.readUInt16BE(34), sources);
  hhea.writeUInt16BE(sources.length, 34);
  const maxp = Buffer.from(required(font, 'maxp'));
  maxp.writeUInt16BE(sources.length, 4);
  const loca = Buffer.alloc((ends.length + 1) * 4);
  ends.forEach((end, index) => {
    loca.writeUInt32BE(end, (index + 1) * 4);
  });

  const tables = [
    glyf, // at the beginning, so that what the documents of a form share stands there
    ...Object.entries({ head, hhea, hmtx, loca, maxp }).map(([tag, bytes]) => tableOf(tag, bytes)),
    ...['cvt ', 'fpgm', 'prep'].flatMap((tag) => {
      const bytes = font.table(tag);
      return bytes ? [tableOf(tag, bytes)] : [];
    }),
  ];
  const start = directoryLength(tables.length);
  return { bytes: assemble(tables), fixed: { start, end: start + (ends[fixed - 1] ?? 0) } };
}

function tableOf(tag: string, bytes: Buffer): Table {
  return { tag, bytes, sum: checksum(bytes) };
}

function required(font: PdfFont, tag: string): Buffer {
  const table = font.table(tag);
  if (!table) throw new Error(`font ${font.name} has no table ${tag}`);
  return table;
}

/** The outlines of the new font, each padded to a multiple of 4, where each ends, and the glyph of the old font that it comes from. */
function copyOutlines(font: PdfFont, glyphs: readonly number[]) {
  const sources = [...glyphs];
  const parts = new Map<number, number>();
  const renumber = (id: number) => {
    let added = parts.get(id);
    if (added === undefined) {
      added = sources.push(id) - 1;
      parts.set(id, added);
    }
    return added;
  };
  const outlines: Outline[] = [];
  const ends: number[] = [];
  let end = 0;
  // Parts are appended while the list is walked.
  for (const id of sources) {
    let outline = font.outline(id);
    if (outline.parts.length > 0) outline = renumbered(outline, renumber);
    outlines.push(outline);
    end += padded(outline.bytes.length);
    ends.push(end);
  }
  const bytes = Buffer.alloc(end);
  let sum = 0;
  outlines.forEach((outline, index) => {
    bytes.set(outline.bytes, ends[index - 1] ?? 0);
    sum += outline.checksum;
  });
  return { glyf: { tag: 'glyf', bytes, sum: sum >>> 0 }, ends, sources };
}

function renumbered({ bytes, parts }: Outline, renumber: (id: number) => number): Outline {
  const copy = Buffer.from(bytes);
  for (const at of parts) copy.writeUInt16BE(renumber(copy.readUInt16BE(at)), at);
  return { bytes: copy, checksum: checksum(copy), parts };
}

/** hmtx with a full entry for every glyph; behind the first `count` the old table holds side bearings alone. */
function copyAdvances(font: PdfFont, count: number, sources: readonly number[]): Buffer {
  const old = required(font, 'hmtx');
  const hmtx = Buffer.alloc(sources.length * 4);
  sources.forEach((id, index) => {
    const last = Math.min(id, count - 1) * 4;
    hmtx.writeUInt16BE(old.readUInt16BE(last), index * 4);
    hmtx.writeInt16BE(old.readInt16BE(id < count ? last + 2 : count * 4 + (id - count) * 2), index * 4 + 2);
  });
  return hmtx;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function directoryLength(tables: number): number {
  return 12 + tables * 16;
}

/** The file: its directory, in the order of the tags, then the tables as given, each at a multiple of 4. */
function assemble(tables: readonly Table[]): Buffer {
  const directory = directoryLength(tables.length);
  const file = Buffer.alloc(tables.reduce((size, { bytes }) => size + padded(bytes.length), directory));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  file.writeUInt32BE(0x00010000, 0);
  file.writeUInt16BE(tables.length, 4);
  file.writeUInt16BE(power * 16, 6);
  file.writeUInt16BE(Math.log2(power), 8);
  file.writeUInt16BE((tables.length - power) * 16, 10);
  const tags = tables.map(({ tag }) => tag).sort();
  let offset = directory;
  let headOffset = 0;
  let total = 0;
  for (const { tag, bytes, sum } of tables) {
    const entry = 12 + tags.indexOf(tag) * 16;
    file.write(tag, entry, 'latin1');
    file.writeUInt32BE(sum, entry + 4);
    file.writeUInt32BE(offset, entry + 8);
    file.writeUInt32BE(bytes.length, entry + 12);
    file.set(bytes, offset);
    if (tag === 'head') headOffset = offset;
    total += sum;
    offset += padded(bytes.length);
  }
  total += checksum(file.subarray(0, directory));
  file.writeUInt32BE((0xb1b0afba - total) >>> 0, headOffset + 8);
  return file;
}
