// Turns the runs of a cell into its lines as printed, and joins those that are one text: a line goes on where the next one's first
// piece had no room left on it. A text whose last line is full to the end looks like one that goes on: our own PDFs mark where each begins.
import { breakLines } from '../../base/line-breaking.js';
import { textWidth } from '../../base/text-width.js';
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

/** Points by which positions may be off. */
const inexact = 0.3;

/** From top to bottom, of one page. */
export function printedLines(runs: readonly Run[], page: number): readonly PrintedLine[] {
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const first = lines.at(-1)?.[0];
    if (first && run.y - first.y <= Math.max(first.size, run.size) / 2) lines.at(-1)?.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => toLine(line, page));
}

function toLine(runs: readonly Run[], page: number): PrintedLine {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  let last: Run | undefined;
  const gaps: number[] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left)) {
    // Printed twice over, to look bold.
    if (last && last.text === run.text && run.left - last.left < run.size * 0.2) continue;
    const gap = last ? run.left - right : 0;
    if (gap > columnGap * run.size) gaps.push(text.length);
    else if (gap > run.size || (gap > wordGap * run.size && isNarrow(text.at(-1)) && isNarrow(run.text[0])))
      text += ' ';
    text += run.text;
    right = Math.max(right, run.right);
    last = run;
  }
  const { y = 0, size = 0, mark = null, content = null } = runs[0] ?? {};
  return {
    text,
    page,
    left: Math.min(...runs.map(({ left }) => left)),
    right,
    y,
    size,
    mark,
    content,
    emptyBefore: 0,
    gaps,
  };
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
    if (!next) return line.text;
    const number = itemNumber(next);
    const between = (room.isOwn ? ownJoint(line, next) : null) ?? jointOfItems(item, number) ?? joint(line, next, room);
    if (between !== '\n') return line.text + between;
    item = number;
    const down = downTo(next, line);
    const empty = down === null || leading === 0 ? next.emptyBefore : Math.max(0, Math.round(down / leading) - 1);
    return line.text + '\n'.repeat(1 + empty);
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
export function joint(line: PrintedLine, next: PrintedLine, room: Room): '\n' | '' | ' ' {
  // No layout begins a line with a space, unless the text does.
  if (next.text.startsWith(' ')) return '\n';
  const advance = (codePoint: number) =>
    (room.advances.get(codePoint) ?? textWidth(String.fromCodePoint(codePoint)) / 2) * line.size;
  const text = line.text.replace(/ +$/, '');
  const spaces = line.text.slice(text.length);
  let width = roomBeside(line, next, room);
  for (const character of text) width += advance(character.codePointAt(0) ?? 0);
  /** How far the first line would have reached, had the two been one text. */
  const reach = (between: string) =>
    breakLines(text + between + next.text.slice(0, longestWord), width, advance)[0]?.length ?? 0;
  if (spaces !== '') return reach(spaces) <= text.length ? '' : '\n';
  const glued = reach('');
  // A word longer than its line is parted where the line is full.
  if (glued === text.length) return '';
  if (isLatin(text.at(-1)) && isLatin(next.text[0])) return reach(' ') <= text.length ? ' ' : '\n';
  return glued < text.length ? '' : '\n';
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
