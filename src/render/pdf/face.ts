// A font within one document: which of its glyphs the document uses, under which numbers, for which text.
// Numbers are given in the order of first use, one per code point and not per glyph, so that 工 and ⼯ copy out as they were written.
import type { PdfFont } from './font.js';

export interface Slot {
  /** The glyph of the font. */
  readonly glyph: number;
  /** Font units. */
  readonly advance: number;
  /** What it copies out as. */
  readonly text: string;
  /** Its number in the document, four hex digits. */
  readonly hex: string;
}

export interface Face {
  /** The font's name in page resources. */
  readonly id: string;
  readonly font: PdfFont;
  /** Glyph 0 is the font's own sign for a missing one and never used. */
  readonly slots: readonly (Slot | null)[];
  /** Font units. Code points without a glyph are reported to `onMissing` and take one em. */
  advance(codePoint: number, onMissing: (codePoint: number) => void): number;
  /** The text as hex digits for a content stream, and its width in font units. */
  encode(text: string): { readonly hex: string; readonly width: number };
}

/** Characters that say how their neighbours look and have no shape of their own. */
const shapeless = /\p{Default_Ignorable_Code_Point}/u;
const tab = 0x09;

/** In a text that is drawn a tab is a space. */
function drawn(codePoint: number): number {
  return codePoint === tab ? 0x20 : codePoint;
}

function isShapeless(codePoint: number): boolean {
  // The ideographs and punctuation of nearly all text, spared the regular expression.
  if (codePoint < 0xad || (codePoint >= 0x2e80 && codePoint < 0xfe00 && codePoint !== 0x3164)) return false;
  return shapeless.test(String.fromCodePoint(codePoint));
}

/** Of the numbers written so far: every document needs the same ones. */
const digits = new Array<string | undefined>(0x10000);

/** Four hex digits. */
export function hex4(number: number): string {
  digits[number] ??= number.toString(16).padStart(4, '0');
  return digits[number];
}

export function makeFace(id: string, font: PdfFont): Face {
  const slots: (Slot | null)[] = [null];
  const byCodePoint = new Map<number, Slot | null>();
  /** By text, those of more than one code point. */
  const sequences = new Map<string, Slot>();

  const addSlot = (text: string, glyph: number, advance: number): Slot => {
    const slot = { glyph, advance, text, hex: hex4(slots.length) };
    slots.push(slot);
    return slot;
  };

  /** Null for what is not drawn. */
  const slotOf = (codePoint: number): Slot | null => {
    let slot = byCodePoint.get(codePoint);
    if (slot === undefined) {
      const glyph = isShapeless(codePoint) ? null : font.glyph(drawn(codePoint));
      slot = glyph && addSlot(String.fromCodePoint(codePoint), glyph.id, glyph.advance);
      byCodePoint.set(codePoint, slot);
    }
    return slot;
  };

  /** A glyph that copies out with one more, shapeless character. */
  const extend = ({ text, glyph, advance }: Slot, codePoint: number): Slot => {
    const whole = text + String.fromCodePoint(codePoint);
    const slot = sequences.get(whole) ?? addSlot(whole, glyph, advance);
    sequences.set(whole, slot);
    return slot;
  };

  return {
    id,
    font,
    slots,
    advance(codePoint, onMissing) {
      const known = font.advances[codePoint];
      if (known) return known;
      if (isShapeless(codePoint)) return 0;
      const glyph = font.glyph(drawn(codePoint));
      if (glyph) return glyph.advance;
      onMissing(codePoint);
      return font.unitsPerEm;
    },
    encode(text) {
      let hex = '';
      let width = 0;
      let last: Slot | null = null;
      let beforeLast = '';
      for (let index = 0; index < text.length; ) {
        const codePoint = text.codePointAt(index) as number;
        index += codePoint > 0xffff ? 2 : 1;
        const slot = slotOf(codePoint);
        if (slot) {
          last = slot;
          beforeLast = hex;
          hex += slot.hex;
          width += slot.advance;
        } else if (last && codePoint !== 0xfeff) {
          // A variation selector and its like copy out with the character they belong to. (PDF/A forbids U+FEFF there.)
          last = extend(last, codePoint);
          hex = beforeLast + last.hex;
        }
      }
      return { hex, width };
    },
  };
}
