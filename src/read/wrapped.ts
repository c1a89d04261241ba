// Joins wrapped lines the way Chinese is written: YAML puts a space for each line break, Chinese text has none.
import type { Piece } from './pieces.js';

const chinese =
  /[\p{sc=Han}\p{sc=Bopomofo}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef\u2018\u2019\u201c\u201d\u2026\u2014\u00b7]/u;

/** The pieces with no space for a fold between two Chinese characters; null when no fold touches one. */
export function joinChinese(pieces: readonly Piece[]): readonly Piece[] | null {
  let touched = false;
  const joined = pieces.map((piece, index) => {
    if (!piece.fold) return piece;
    const before = chinese.test(lastCharacter(pieces[index - 1]?.text ?? ''));
    const after = chinese.test(firstCharacter(pieces[index + 1]?.text ?? ''));
    touched ||= before || after;
    return before && after ? { ...piece, text: '' } : piece;
  });
  return touched ? joined : null;
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}
