// Finds where something seems to have fallen out of a quoted name or title: `“互联网 ”` was `“互联网＋”`.
// A space at the inside of a quote is what is left of a character that a program could not hold.
import { findAll } from './scanning.js';

export interface LostSign {
  /** From the quote's nearest sign to the other side of the gap, in UTF-16 units, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

const gap =
  /[“‘「『《〈][ \u2000-\u200a\u3000]{0,9}[”’」』》〉]|[“‘「『《〈][ \u2000-\u200a\u3000]|[ \u2000-\u200a\u3000][”’」』》〉]/g;
const closing: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '〉': '〈',
};

/** What is shown of the quoted text, at most. */
const shown = 20;

/** A text with more of them is none: nothing is looked for behind these. */
const most = 50;

/** In the order of the text. */
export function findLostSigns(text: string): readonly LostSign[] {
  const found: LostSign[] = [];
  if (text.search(gap) < 0) return found;
  for (const { 0: matched, index } of findAll(gap, text)) {
    if (found.length === most) break;
    const to = index + matched.length;
    const open = closing[matched.charAt(1)];
    const passage = text.slice(Math.max(0, index - shown), index);
    const start = open === undefined || matched.startsWith(open) ? -1 : passage.lastIndexOf(open);
    // A quote that begins too far away, or ends in between, is not shown.
    const near = start >= 0 && !passage.includes(matched.charAt(1), start);
    found.push({ from: near ? index - passage.length + start : index, to });
  }
  return found;
}

/** Whether spaces stand at the inside of a quote. `before` and `after` are the characters around them. */
export function isAtQuote(before: string, after: string): boolean {
  return /[“‘「『《〈]/.test(before) || /[”’」』》〉]/.test(after);
}
