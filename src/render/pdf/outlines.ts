// Finds the outlines of a font's glyphs, as they stand in its table glyf.
// Each is looked at once in the life of the process: its place and its checksum are most of what cutting a font down takes.

export interface Outline {
  /** Not padded. */
  readonly bytes: Uint8Array;
  /** Of its 32-bit words, padded. */
  readonly checksum: number;
  /** Where in it stand the numbers of the glyphs that it is put together from, and their arguments. */
  readonly parts: readonly number[];
}

const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;

/** `head`, `loca` and `glyf` are the tables of those names. */
export function outlineReader(head: Buffer, loca: Buffer, glyf: Buffer): (glyph: number) => Outline {
  const long = head.readInt16BE(50) === 1;
  const offset = (id: number) => (long ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2);
  const outlines = new Map<number, Outline>();
  return (glyph) => {
    let outline = outlines.get(glyph);
    if (!outline) {
      const bytes = glyf.subarray(offset(glyph), offset(glyph + 1));
      outline = { bytes, checksum: checksum(bytes), parts: partsOf(bytes) };
      outlines.set(glyph, outline);
    }
    return outline;
  };
}

const none: readonly number[] = [];

function partsOf(outline: Buffer): readonly number[] {
  if (outline.length <= 10 || outline.readInt16BE(0) >= 0) return none;
  const parts: number[] = [];
  for (let at = 10; ; ) {
    const flags = outline.readUInt16BE(at);
    parts.push(at + 2);
    if (!(flags & moreComponents)) return parts;
    at += 4 + (flags & argumentsAreWords ? 4 : 2);
    if (flags & hasScale) at += 2;
    else if (flags & hasTwoScales) at += 4;
    else if (flags & hasMatrix) at += 8;
  }
}

/** The sum of the 32-bit words of a part of a font, which is padded with zeros to a multiple of 4 bytes. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) sum = (sum + ((bytes[at] as number) << (24 - 8 * (at & 3)))) | 0;
  return sum >>> 0;
}
