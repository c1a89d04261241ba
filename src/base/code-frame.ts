// Turns a place of a source text into the line as people see it with a marker under it. Characters that would steer the
// terminal or stay unseen (escape sequences, bidirectional controls, zero width) are printed as their code.
import type { Place } from './finding.js';
import { textWidth } from './text-width.js';

const maximumWidth = 100;
const contextWidth = 36;
/** A column takes at most this many UTF-16 units in practice; only so much of a line of megabytes is looked at. */
const unitsLookedAt = 4 * maximumWidth;

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u00a0\u2007\u202f]/u;

/**
 * Two lines, no newline at the end: the source line behind its number, and `^` under the place, as wide as the text it
 * marks. A place over several lines is marked to the end of its first. `text` is the text the place was found in.
 */
export function codeFrame(text: string, place: Place): string {
  const start = Math.min(Math.max(place.start, 0), text.length);
  const lineStart = lastBreak(text, start) + 1;
  const lineEnd = nextBreak(text, start);
  const end = Math.min(Math.max(place.end, start), lineEnd);

  const before = shown(text.slice(boundary(text, Math.max(lineStart, start - unitsLookedAt)), start));
  const marked = shown(text.slice(start, boundary(text, Math.min(end, start + unitsLookedAt))));
  const after = shown(text.slice(end, boundary(text, Math.min(lineEnd, end + unitsLookedAt))));
  const fits = textWidth(before.join('')) + textWidth(marked.join('')) + textWidth(after.join('')) <= maximumWidth;

  const head = fits ? before.join('') : lastColumns(before, contextWidth);
  const middle = fits ? marked.join('') : firstColumns(marked, maximumWidth - textWidth(head));
  const tail = fits ? after.join('') : firstColumns(after, maximumWidth - textWidth(head) - textWidth(middle));

  const gutter = ` ${place.line} | `;
  const margin = `${' '.repeat(gutter.length - 2)}| `;
  const marker = ' '.repeat(textWidth(head)) + '^'.repeat(Math.max(1, textWidth(middle)));
  const line = `${gutter}${head}${middle}${tail}`.trimEnd();
  return `${line}\n${margin}${marker}`;
}

/** The same text, safe to send to a terminal: what would steer it or stay unseen is printed as its code, e.g. `<U+001B>`. */
export function visibleText(text: string): string {
  return shown(text).join('');
}

function shown(text: string): string[] {
  return Array.from(text, (character) => {
    if (character === '\t') return '    ';
    if (!unseen.test(character)) return character;
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

function firstColumns(pieces: readonly string[], columns: number): string {
  let width = 0;
  let result = '';
  for (const piece of pieces) {
    width += textWidth(piece);
    if (width > columns - 1) return `${result}…`;
    result += piece;
  }
  return result;
}

function lastColumns(pieces: readonly string[], columns: number): string {
  let width = 0;
  let result = '';
  for (const piece of pieces.toReversed()) {
    width += textWidth(piece);
    if (width > columns - 1) return `…${result}`;
    result = piece + result;
  }
  return result;
}

function lastBreak(text: string, offset: number): number {
  if (offset === 0) return -1;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
}

function nextBreak(text: string, offset: number): number {
  const pattern = /[\r\n]/g;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.index ?? text.length;
}

/** Moves an offset out of the middle of a surrogate pair. */
function boundary(text: string, offset: number): number {
  const inPair = /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset));
  return inPair ? offset - 1 : offset;
}
