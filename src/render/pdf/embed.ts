// Writes a face into the file: a Type 0 font with two-byte codes, its subset, its widths and what its codes copy out as.
import type { PdfFile, Ref } from './document.js';
import type { Face, Slot } from './face.js';
import { subsetFont } from './subset.js';

/** The font object for page resources. */
export function embedFace(file: PdfFile, face: Face): Ref {
  const { font, slots } = face;
  const { metrics } = font;
  const scale = 1000 / font.unitsPerEm;
  const name = `${subsetTag(slots)}+${font.name}`;

  const program = file.ref({});
  program.end(
    subsetFont(
      font,
      slots.map((slot) => slot?.glyph ?? 0),
    ),
  );
  const descriptor = file.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4, // symbolic: it has characters outside Latin
    FontBBox: metrics.box.map((edge) => Math.round(edge * scale)),
    ItalicAngle: metrics.italicAngle,
    Ascent: Math.round(metrics.ascent * scale),
    Descent: Math.round(metrics.descent * scale),
    CapHeight: Math.round(metrics.capHeight * scale),
    StemV: 80, // no TrueType table tells it, and readers use it only to replace a font that is not embedded
    FontFile2: program,
  });
  descriptor.end();
  const descendant = file.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 1000,
    W: widths(slots, scale),
    CIDToGIDMap: 'Identity',
  });
  descendant.end();
  const toUnicode = file.ref({});
  toUnicode.end(Buffer.from(unicodeMap(slots), 'latin1'));
  const type0 = file.ref({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  });
  type0.end();
  return type0;
}

/** Six capital letters that differ between subsets. */
function subsetTag(slots: readonly (Slot | null)[]): string {
  let hash = 0;
  for (const slot of slots) hash = (Math.imul(hash, 31) + (slot?.glyph ?? 0)) >>> 0;
  let tag = '';
  for (let letter = 0; letter < 6; letter += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

/** `[first [width …] …]` of the glyphs that are not as wide as the default, an ideograph. */
function widths(slots: readonly (Slot | null)[], scale: number): readonly (number | readonly number[])[] {
  const all: (number | number[])[] = [];
  let run: number[] | undefined;
  slots.forEach((slot, code) => {
    const width = slot ? slot.advance * scale : 1000;
    if (width === 1000) {
      run = undefined;
    } else if (run) {
      run.push(width);
    } else {
      run = [width];
      all.push(code, run);
    }
  });
  return all;
}

function unicodeMap(slots: readonly (Slot | null)[]): string {
  const entries = slots.flatMap((slot) => (slot ? [`<${slot.hex}> <${utf16(slot.text)}>`] : []));
  const blocks: string[] = [];
  // A block may hold a hundred entries.
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return hex;
}
