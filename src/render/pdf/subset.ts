// Cuts a TrueType font down to the glyphs of one document, renumbered from 0.
// Outlines are copied as they stand, not decoded and encoded again; only the parts of composite glyphs are renumbered.
import type { PdfFont } from './font.js';

const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;

/** A TrueType file whose glyph n is glyph `glyphs[n]` of the font; what composite glyphs are made of stands behind them. */
export function subsetFont(font: PdfFont, glyphs: readonly number[]): Buffer {
  const { outlines, sources } = copyOutlines(font, glyphs);
  const head = Buffer.from(required(font, 'head'));
  head.writeUInt32BE(0, 8); // the checksum of the file, filled in at the end
  head.writeInt16BE(1, 50); // long offsets in loca
  const hhea = Buffer.from(required(font, 'hhea'));
  const hmtx = copyAdvances(font, hhea.readUInt16BE(34), sources);
  hhea.writeUInt16BE(sources.length, 34);
  const maxp = Buffer.from(required(font, 'maxp'));
  maxp.writeUInt16BE(sources.length, 4);

  const loca = Buffer.alloc((outlines.length + 1) * 4);
  let end = 0;
  outlines.forEach((outline, index) => {
    end += outline.length;
    loca.writeUInt32BE(end, (index + 1) * 4);
  });

  const tables: [string, Buffer][] = [
    ['glyf', Buffer.concat(outlines, end)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ];
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const table = font.table(tag);
    if (table) tables.push([tag, table]);
  }
  return assemble(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function required(font: PdfFont, tag: string): Buffer {
  const table = font.table(tag);
  if (!table) throw new Error(`font ${font.name} has no table ${tag}`);
  return table;
}

/** The outlines of the new font, each padded to a multiple of 4, and for each the glyph of the old font it comes from. */
function copyOutlines(font: PdfFont, glyphs: readonly number[]) {
  const glyf = required(font, 'glyf');
  const loca = required(font, 'loca');
  const long = required(font, 'head').readInt16BE(50) === 1;
  const offset = (id: number) => (long ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2);
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
  const outlines: Buffer[] = [];
  // Parts are appended while the list is walked.
  for (const id of sources) {
    const start = offset(id);
    const length = offset(id + 1) - start;
    const outline = Buffer.alloc((length + 3) & ~3);
    glyf.copy(outline, 0, start, start + length);
    if (length > 10 && outline.readInt16BE(0) < 0) renumberParts(outline, renumber);
    outlines.push(outline);
  }
  return { outlines, sources };
}

function renumberParts(outline: Buffer, renumber: (id: number) => number): void {
  for (let at = 10; ; ) {
    const flags = outline.readUInt16BE(at);
    outline.writeUInt16BE(renumber(outline.readUInt16BE(at + 2)), at + 2);
    if (!(flags & moreComponents)) return;
    at += 4 + (flags & argumentsAreWords ? 4 : 2);
    if (flags & hasScale) at += 2;
    else if (flags & hasTwoScales) at += 4;
    else if (flags & hasMatrix) at += 8;
  }
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

/** The file: its directory, then the tables, each at a multiple of 4. */
function assemble(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const padded = (length: number) => (length + 3) & ~3;
  const directory = 12 + tables.length * 16;
  const file = Buffer.alloc(tables.reduce((size, [, table]) => size + padded(table.length), directory));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  file.writeUInt32BE(0x00010000, 0);
  file.writeUInt16BE(tables.length, 4);
  file.writeUInt16BE(power * 16, 6);
  file.writeUInt16BE(Math.log2(power), 8);
  file.writeUInt16BE((tables.length - power) * 16, 10);
  let offset = directory;
  let headOffset = 0;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + index * 16;
    table.copy(file, offset);
    file.write(tag, entry, 'latin1');
    file.writeUInt32BE(checksum(file, offset, offset + padded(table.length)), entry + 4);
    file.writeUInt32BE(offset, entry + 8);
    file.writeUInt32BE(table.length, entry + 12);
    if (tag === 'head') headOffset = offset;
    offset += padded(table.length);
  });
  file.writeUInt32BE((0xb1b0afba - checksum(file, 0, file.length)) >>> 0, headOffset + 8);
  return file;
}

function checksum(file: Buffer, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) {
    const word =
      ((file[at] as number) << 24) |
      ((file[at + 1] as number) << 16) |
      ((file[at + 2] as number) << 8) |
      (file[at + 3] as number);
    sum = (sum + word) | 0;
  }
  return sum >>> 0;
}
