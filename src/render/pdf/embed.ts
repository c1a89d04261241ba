// Writes a face into the file: a Type 0 font with two-byte codes, its subset, its widths and what its codes copy out as.
import { deflate, deflateAround } from './deflate.js';
import { number, type PdfFile, type Ref } from './document.js';
import { type Face, hex4, type Slot } from './face.js';
import { subsetFont } from './subset.js';

/** The font object for page resources. The first `fixed` glyphs are those of the form's own words. */
export function embedFace(file: PdfFile, face: Face, fixed: number): Ref {
  const { font, slots } = face;
  const { metrics } = font;
  const scale = 1000 / font.unitsPerEm;
  const name = `${subsetTag(slots)}+${font.name}`;

  const subset = subsetFont(
    font,
    slots.map((slot) => slot?.glyph ?? 0),
    fixed,
  );
  const program = file.addStream(deflateAround(subset.bytes, subset.fixed.start, subset.fixed.end));
  const toUnicode = file.addStream(deflate(Buffer.from(unicodeMap(slots), 'latin1')));
  const thousandths = (units: number) => String(Math.round(units * scale));
  // Flags: symbolic, for it has characters outside Latin. StemV: no TrueType table tells it, and readers use it only to
  // replace a font that is not embedded.
  const descriptor = file.add(`<<
/Type/FontDescriptor
/FontName/${name}
/Flags 4
/FontBBox[${metrics.box.map(thousandths).join(' ')}]
/ItalicAngle ${number(metrics.italicAngle)}
/Ascent ${thousandths(metrics.ascent)}
/Descent ${thousandths(metrics.descent)}
/CapHeight ${thousandths(metrics.capHeight)}
/StemV 80
/FontFile2 ${program}
>>`);
  const descendant = file.add(`<<
/Type/Font
/Subtype/CIDFontType2
/BaseFont/${name}
/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>
/FontDescriptor ${descriptor}
/DW 1000
/W[${widths(slots, scale)}]
/CIDToGIDMap/Identity
>>`);
  return file.add(`<<
/Type/Font
/Subtype/Type0
/BaseFont/${name}
/Encoding/Identity-H
/DescendantFonts[${descendant}]
/ToUnicode ${toUnicode}
>>`);
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

/** `first [width …] …` of the glyphs that are not as wide as the default, an ideograph. */
function widths(slots: readonly (Slot | null)[], scale: number): string {
  let all = '';
  let within = false;
  slots.forEach((slot, code) => {
    const width = slot ? slot.advance * scale : 1000;
    if (width === 1000) {
      if (within) all += ']';
      within = false;
    } else {
      all += within ? ` ${number(width)}` : ` ${code}[${number(width)}`;
      within = true;
    }
  });
  return within ? `${all}]` : all;
}

function unicodeMap(slots: readonly (Slot | null)[]): string {
  const ranges: string[] = [];
  // The codes of a range differ in their second byte alone.
  for (let first = 0; first < slots.length; first += 256) {
    const range = slots.slice(Math.max(first, 1), first + 256) as readonly Slot[];
    const texts = range.map((slot) => `<${utf16(slot.text)}>`);
    ranges.push(`1 beginbfrange\n<${range[0]?.hex}> <${range.at(-1)?.hex}> [${texts.join('')}]\nendbfrange`);
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
    ...ranges,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) hex += hex4(text.charCodeAt(index));
  return hex;
}
