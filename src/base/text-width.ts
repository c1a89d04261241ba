// Turns text into the number of terminal columns it takes: two for a Chinese character, none for a combining mark.
import { eastAsianWidth } from 'get-east-asian-width';

const plain = /^[\x20-\x7e]*$/;
const invisible = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns of one line of text without tabs. Ambiguous characters (≥, “) count one, as most terminals show them. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!invisible.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
