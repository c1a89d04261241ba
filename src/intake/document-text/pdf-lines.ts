// Turns the runs of a cell into its lines as printed, and joins those that are one text: a line goes on where the next one's first
// piece had no room left on it. A text whose last line is full to the end looks like one that goes on: our own PDFs mark where each begins.
import { breakLines } from '../../base/line-breaking.js';
import { textWidth } from '../../base/text-width.js';
import { isOpen, mayBegin, mayEnd } from './line-ends.js';
import { type Run, wordGap } from './pdf-page.js';

export interface PrintedLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly mark: string | null;
  readonly content: number | null;
  /** Empty lines that a page's end hides between this line and the one before. */
  readonly emptyBefore: number;
  /** Gaps as wide as between cells, as places in the text. */
  readonly gaps: readonly number[];
}

/** In font sizes: a gap between what may be columns. */
const columnGap = 1.5;

/** Characters of the next line that are looked at. */
const longestWord = 200;

/** What layouts leave free in the middle of a text beyond what the next word takes: the larger of font sizes and a share of the width. */
const spare = { sizes: 1.5, share: 0.08 };

/** Points by which positions may be off. */
const inexact = 0.3;

/** From top to bottom, of one page. Only in our own PDFs are spaces at the beginning of a line, or alone on it, sure to be text. */
export function printedLines(runs: readonly Run[], page: number, isOwn: boolean): readonly PrintedLine[] {
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const first = lines.at(-1)?.[0];
    if (first && run.y - first.y <= Math.max(first.size, run.size) / 2) lines.at(-1)?.push(run);
    else lines.push([run]);
  }
  const written = isOwn ? lines : lines.filter((line) => line.some(isWritten));
  return written.map((line) =>
    toLine(
      [...line].sort((a, b) => a.left - b.left),
      page,
      isOwn,
    ),
  );
}

function toLine(sorted: readonly Run[], page: number, isOwn: boolean): PrintedLine {
  const runs = isOwn ? sorted : sorted.slice(sorted.findIndex(isWritten));
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  let last: Run | undefined;
  let spaces = '';
  const gaps: number[] = [];
  for (const run of runs) {
    // Printed twice over, to look bold.
    if (last && last.text === run.text && run.left - last.left < run.size * 0.2) continue;
    if (text !== '' && !isWritten(run)) {
      spaces += run.text;
      continue;
    }
    const gap = last ? run.left - right : 0;
    if (gap > columnGap * run.size) gaps.push(text.length);
    else if (spaces !== '') text += spaces;
    else if (gap > run.size || (gap > wordGap * run.size && isNarrow(text.at(-1)) && isNarrow(run.text[0])))
      text += ' ';
    spaces = '';
    text += run.text;
    right = Math.max(right, run.right);
    last = run;
  }
  const { y = 0, size = 0, mark = null, content = null } = runs[0] ?? {};
  const left = Math.min(...runs.map((run) => run.left));
  return { text: text + spaces, page, left, right, y, size, mark, content, emptyBefore: 0, gaps };
}

function isWritten({ text }: Run): boolean {
  return text.trim() !== '';
}

/** The cells of a line that stands in no box. */
export function partedByGaps({ text, gaps }: PrintedLine): readonly string[] {
  return [0, ...gaps].map((from, index) => text.slice(from, gaps[index]));
}

/** Where a cell has room for text. */
export interface Room {
  readonly left: number;
  readonly right: number;
  /** By code point, in font sizes. */
  readonly advances: ReadonlyMap<number, number>;
  /** From one line to the next where they stand closest, in font sizes. */
  readonly leading: number;
  /** Whether the marks are those of our own PDFs. */
  readonly isOwn: boolean;
}

/** The lines of a cell with those joined that are one text. Empty lines are kept. */
export function joinWrapped(lines: readonly PrintedLine[], room: Room): string {
  const leading = leadingOf(lines, room);
  let item = itemNumber(lines[0]);
  const parts = lines.map((line, index) => {
    const next = lines[index + 1];
    if (!next) return room.isOwn ? line.text : line.text.trimEnd();
    const number = itemNumber(next);
    const between = (room.isOwn ? ownJoint(line, next) : null) ?? jointOfItems(item, number) ?? joint(line, next, room);
    if (between !== '\n') return line.text + between;
    const ended = room.isOwn ? line.text : line.text.trimEnd();
    item = number;
    const down = downTo(next, line);
    const empty = down === null || leading === 0 ? next.emptyBefore : Math.max(0, Math.round(down / leading) - 1);
    return ended + '\n'.repeat(1 + empty);
  });
  return parts.join('');
}

/** Marks of our own PDFs: a cell's first paragraph is marked as the cell, its others as `P`, and as `Span` what goes on behind a page's end. */
export const ownMarks: readonly (string | null)[] = ['TD', 'TH', 'P', 'Span'];

/** In our own PDFs each paragraph is a marked content of its own. */
export function ownJoint(line: PrintedLine, next: PrintedLine): '\n' | '' | null {
  if (next.content === line.content && next.page === line.page) return '';
  return next.mark === 'P' ? '\n' : next.mark === 'Span' ? '' : null;
}

/** The next item of a list begins a text, however full the line before is. */
function jointOfItems(item: number | null, next: number | null): '\n' | null {
  return item !== null && next === item + 1 ? '\n' : null;
}

/** Points from a line of a cell to the next. Some are set wider than the closest of their document, but no cell has all lines parted. */
function leadingOf(lines: readonly PrintedLine[], { leading }: Room): number {
  const usual = leading * (lines[0]?.size ?? 0);
  const closest = Math.min(
    ...lines.slice(1).map((line, index) => downTo(line, lines[index]) ?? Number.POSITIVE_INFINITY),
  );
  return closest < usual * 1.7 ? closest : usual;
}

/** Points from the line before; null where a page ends between them. */
export function downTo(line: PrintedLine, before: PrintedLine | undefined): number | null {
  return before?.page === line.page && line.y > before.y ? line.y - before.y : null;
}

/** What stands between two lines: a line break, or where the text goes on nothing, or the space that was lost there. */
function joint(line: PrintedLine, next: PrintedLine, room: Room): '\n' | '' | ' ' {
  const goesOn = jointOfFull(line, next, room);
  if (goesOn !== null || room.isOwn || next.text.startsWith(' ')) return goesOn ?? '\n';
  return isEnd(line, next, room) ? '\n' : lostSpace(line, next);
}

/** What stands between a line that had no room left for the next one's first word, and that line; null where it had. */
export function jointOfFull(line: PrintedLine, next: PrintedLine, room: Room): '' | ' ' | null {
  // No layout begins a line with a space, unless the text does.
  if (next.text.startsWith(' ')) return null;
  const text = line.text.replace(/ +$/, '');
  const advance = advanceIn(room, line.size);
  const width = roomBeside(line, next, room) + widthOf(text, advance);
  /** How far the first line would have reached, had the two been one text. */
  const reach = (spaces: string) =>
    breakLines(text + spaces + next.text.slice(0, longestWord), width, advance)[0]?.length ?? 0;
  const lost = lostSpace(line, next);
  // A word longer than its line is parted where the line is full.
  if (lost === ' ' && reach('') === text.length) return '';
  return reach(line.text.slice(text.length) || lost) <= text.length ? lost : null;
}

/** Between two words a space, unless the line still has it. */
function lostSpace(line: PrintedLine, next: PrintedLine): '' | ' ' {
  return isLatin(line.text.at(-1)) && isLatin(next.text[0]) ? ' ' : '';
}

/** Other programs do not break lines right where we do: only what is plainly an end is one. */
function isEnd(line: PrintedLine, next: PrintedLine, room: Room): boolean {
  if (isOpen(line.text) || !mayBegin(next.text)) return false;
  if (mayEnd(line.text, next.text)) return true;
  // All that some layout might keep on one line.
  const [word = ''] = /^[^\p{Script=Han}\s]*.?\p{P}*/su.exec(next.text.slice(0, longestWord)) ?? [];
  const least = Math.max(spare.sizes * line.size, spare.share * (room.right - room.left));
  return roomBeside(line, next, room) > widthOf(word, advanceIn(room, line.size)) + least;
}

/** By code point, in points. */
type Advance = (codePoint: number) => number;

function advanceIn({ advances }: Room, size: number): Advance {
  return (codePoint) => (advances.get(codePoint) ?? textWidth(String.fromCodePoint(codePoint)) / 2) * size;
}

function widthOf(text: string, advance: Advance): number {
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0) ?? 0);
  return width;
}

/** What was free beside a line. Centred lines have it on both sides, right-aligned ones in front. */
function roomBeside(line: PrintedLine, next: PrintedLine, { left, right, advances }: Room): number {
  const spaces = line.text.length - line.text.replace(/ +$/, '').length;
  const before = line.left - left;
  const after = right - line.right + spaces * (advances.get(0x20) ?? 0) * line.size;
  const centred = before > 1 && Math.abs(before - after) < 1;
  const toTheRight = before > 1 && after < 1 && next.left - left > 1;
  return Math.max(0, (centred || toTheRight ? before + after : after) - inexact);
}

/** `2.` or `2、` at the beginning of a line: 2. */
function itemNumber(line: PrintedLine | undefined): number | null {
  const digits = /^\s*(\d{1,3})[.．、]/.exec(line?.text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function isNarrow(character: string | undefined): boolean {
  return character !== undefined && /[!-~]/.test(character);
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[0-9A-Za-z]/.test(character);
}
