// Puts lines together that are one text: copying a form out of a PDF leaves each line that its layout broke as a line of its own.
// What shows a line that was meant to end: the next one's first word still had room on it.
import { breakLines } from '../../base/line-breaking.js';
import { isOpen, mayBegin, mayEnd } from '../document-text/line-ends.js';

/** Columns that programs may differ by in what they put on a line: fonts have wider and narrower letters. */
const inexact = 0.03;

/** A line that leaves more of its width than this was ended by its author, whatever its last sign is. */
const muchRoom = 0.3;

/** How much of the next line is looked at; a word that is longer is broken anywhere. */
const longestWord = 40;

/** `width` is that of the widest line of the same column. Blank lines, and spaces at both ends of a line, are nobody's. */
export function joinLines(lines: readonly string[], width: number): string {
  const written = lines.filter((line) => line.trim() !== '');
  return written
    .map((line, index) => {
      const next = written[index + 1];
      if (next === undefined) return line.trim();
      return line.trim() + (endsParagraph(line, next, width) ? '\n' : glue(line, next));
    })
    .join('');
}

/** Columns: a Chinese character and its signs take two, as they do in the fonts of forms. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.trim()) columns += advance(character.codePointAt(0) ?? 0);
  return columns;
}

/** The widest of some lines. */
export function widthOf(lines: readonly string[]): number {
  return lines.reduce((widest, line) => Math.max(widest, columnsOf(line)), 0);
}

/** Whether the first word of the next line would have stood on this one, had the two been one text. */
export function hadRoom(line: string, next: string, width: number): boolean {
  const text = line.trim();
  const room = width * (1 - inexact);
  if (columnsOf(text) >= room) return false;
  const together = text + glue(line, next) + next.trim().slice(0, longestWord);
  return (breakLines(together, room, advance)[0]?.length ?? 0) > text.length;
}

/** Whether the two were two lines before any layout broke them. */
export function endsParagraph(line: string, next: string, width: number): boolean {
  if (!hadRoom(line, next, width) || isOpen(line) || !mayBegin(next)) return false;
  return mayEnd(line, next) || columnsOf(line) < width * (1 - muchRoom);
}

/** What stood between two lines of one text: a space between words, nothing between Chinese characters or within a number. */
function glue(line: string, next: string): '' | ' ' {
  const [before, after] = [line.trimEnd(), next.trimStart()];
  const [last, first] = [before.at(-1) ?? '', after[0] ?? ''];
  const spaced = before !== line || after !== next;
  if (isDigit(last) && isDigit(first)) return '';
  if (isWord(last) && isWord(first)) return ' ';
  // `word, word`, but not `3.` and `5万`
  if (/[A-Za-z][,.;:!?)\]]+$/.test(before) && /[A-Za-z]/.test(first)) return ' ';
  return spaced && (isNarrow(last) || isNarrow(first)) ? ' ' : '';
}

function advance(codePoint: number): number {
  return codePoint < 0x300 || (codePoint >= 0xff61 && codePoint <= 0xffdc) ? 1 : 2;
}

function isDigit(character: string): boolean {
  return /[0-9]/.test(character);
}

function isWord(character: string): boolean {
  return /[0-9A-Za-z\u00c0-\u024f]/.test(character);
}

function isNarrow(character: string): boolean {
  return /[!-~]/.test(character);
}
