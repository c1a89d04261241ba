// Turns the pages of a PDF into rows of cells: what stands within the same lines is one cell, what stands side by side one row; other
// text is a row for each line. A row that goes on over a page's end is put together again where the PDF's own marks allow to tell.
import { isPageNumber } from './page-number.js';
import { type CellBox, type CellRuns, cellsOf } from './pdf-cells.js';
import {
  downTo,
  jointOfFull,
  joinWrapped,
  ownJoint,
  ownMarks,
  type PrintedLine,
  partedByGaps,
  printedLines,
  type Room,
} from './pdf-lines.js';
import type { DrawnPage, Run } from './pdf-page.js';
import { asWritten } from './shared-glyphs.js';

/** A cell with its lines, or a line outside of all cells. */
export interface Piece {
  /** Of a cell that goes on over pages, the last part's. */
  readonly box: CellBox | null;
  readonly lines: readonly PrintedLine[];
  readonly top: number;
  readonly left: number;
  /** From 0, where it begins and where it ends. */
  readonly page: number;
  readonly lastPage: number;
}

/** The pieces of a row; one outside of all cells is alone in its row. */
export interface PieceRow {
  readonly pieces: readonly Piece[];
  /** For each piece its text; for a line outside of cells one for each part that a wide gap parts from the others. */
  readonly texts: readonly (readonly string[])[];
}

/** Of our own, where a theme does not say otherwise; in font sizes. */
const usualLeading = 1.4;

/** Points by which the edges of a cell may differ between pages. */
const inexact = 1.5;

export function pdfRows(pages: readonly DrawnPage[]): readonly PieceRow[] {
  const isOwn = isMarkedByUs(pages);
  const piecesOfPages = pages.map((page, index) => {
    const runs = isOwn ? page.runs : runsOfOthers(page.runs);
    return cellsOf({ ...page, runs }).flatMap((cell) => toPieces(cell, index, isOwn));
  });
  const all = piecesOfPages.flat();
  const padding = paddingOf(all);
  const leading = leadingOf(all, isOwn);
  const advances = new Map(pages.flatMap((page) => [...page.advances]));
  const frame = frameOf(all, leading);
  const roomOf = ({ left, right }: CellBox): Room => ({
    left: left + padding,
    right: right - padding,
    advances,
    leading,
    isOwn,
  });
  const rows: (readonly Piece[])[] = [];
  for (const pieces of withoutPageNumbers(piecesOfPages)) {
    const ofPage = sideBySide(pieces);
    // A table's head may be printed again above what goes on.
    const at = ofPage[0] && rows.some((row) => isSame(row, ofPage[0])) ? 1 : 0;
    const whole = continued(rows.at(-1), ofPage[at], roomOf, frame);
    if (whole) rows[rows.length - 1] = whole;
    rows.push(...ofPage.filter((_, index) => !whole || index !== at));
  }
  return rows.map((pieces) => ({
    pieces,
    texts: pieces.map(({ box, lines }) => (box ? [joinWrapped(lines, roomOf(box))] : lines.flatMap(partedByGaps))),
  }));
}

/** Only our own PDFs tell which of the characters that look alike is meant. */
function runsOfOthers(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, text: asWritten(run.text) }));
}

function toPieces({ box, runs }: CellRuns, page: number, isOwn: boolean): readonly Piece[] {
  const lines = printedLines(runs, page, isOwn);
  if (box && lines.length > 0) return [{ box, lines, top: box.top, left: box.left, page, lastPage: page }];
  return lines.map((line) => ({ box, lines: [line], top: line.y - line.size, left: line.left, page, lastPage: page }));
}

/** Whether there is a title, and all else bears the marks of the cells of our own PDFs. */
function isMarkedByUs(pages: readonly DrawnPage[]): boolean {
  const runs = pages.flatMap((page) => page.runs);
  const cells = runs.filter(({ mark }) => mark !== 'H1');
  const areOwn = cells.every(({ mark, content }) => content !== null && ownMarks.includes(mark));
  return areOwn && cells.length < runs.length && cells.some(({ mark }) => mark === 'TD' || mark === 'TH');
}

/** Points between the edge of a cell and its text: the least that is found. */
function paddingOf(pieces: readonly Piece[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { box, lines } of pieces) {
    for (const line of box ? lines : []) least = Math.min(least, Math.max(0, line.left - (box?.left ?? 0)));
  }
  return Number.isFinite(least) ? least : 0;
}

/** From one line of a cell to the next where they stand closest, in font sizes; 0 where no cell has two. */
function leadingOf(pieces: readonly Piece[], isOwn: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { box, lines } of pieces) {
    for (const [index, line] of box ? lines.entries() : []) {
      const down = downTo(line, lines[index - 1]);
      if (down !== null && line.size > 0) least = Math.min(least, down / line.size);
    }
  }
  if (!Number.isFinite(least)) return 0;
  // Where our own have no lines but two with an empty one between, both ways are there to read it: they are set as most are.
  return isOwn ? least / Math.max(1, Math.round(least / usualLeading)) : least;
}

/** How far, in font sizes, a cell's first line stands below its upper edge and its last one above the lower where it has no room to spare. */
interface Frame {
  readonly first: number;
  readonly last: number;
  readonly leading: number;
}

function frameOf(pieces: readonly Piece[], leading: number): Frame {
  let [above, below] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { box, lines } of pieces) {
    const [top, bottom] = [lines[0], lines.at(-1)];
    if (!box || !top || !bottom) continue;
    above = Math.min(above, (top.y - box.top) / top.size);
    below = Math.min(below, (box.bottom - bottom.y) / bottom.size);
  }
  return { first: above, last: below, leading };
}

/** The lines of a cell behind a page's end, with the empty ones around it. */
function linesOf({ lines, box }: Piece, before: Piece, { first, last, leading }: Frame): readonly PrintedLine[] {
  const [line, ...others] = lines;
  const end = before.lines.at(-1);
  if (!line || !end || !box || !before.box || leading === 0 || line.mark !== 'P') return lines;
  const above = (before.box.bottom - end.y) / end.size - last;
  const below = (line.y - box.top) / line.size - first;
  const emptyBefore = Math.floor(above / leading + 0.1) + Math.round(below / leading);
  return [{ ...line, emptyBefore: Math.max(0, emptyBefore) }, ...others];
}

/** From top to bottom; cells with the same upper edge are one row. */
function sideBySide(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const last = rows.at(-1)?.at(-1);
    if (last?.box && piece.box && last.top === piece.top) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** Whether two rows of several cells say the same. */
function isSame(row: readonly Piece[], other: readonly Piece[] = []): boolean {
  const textOf = ({ lines }: Piece) => lines.map(({ text }) => text).join('');
  return (
    row.length > 1 &&
    row.length === other.length &&
    row.every((piece, at) => textOf(piece) === textOf(other[at] as Piece))
  );
}

/** Without the lines at the feet of all pages that differ by numbers alone, or that say nothing but the page's number. */
function withoutPageNumbers(pages: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const feet = pages.map((pieces) =>
    pieces.reduce<Piece | null>((low, one) => (low && low.top > one.top ? low : one), null),
  );
  const texts = feet.map((foot) => (foot?.box === null ? (foot.lines[0]?.text ?? '') : ''));
  const [first = '', ...others] = texts.map((text) => text.replace(/[0-9]+/g, '#'));
  const areAlike = others.length > 0 && first.includes('#') && others.every((text) => text === first);
  return pages.map((pieces, index) =>
    areAlike || isPageNumber(texts[index] ?? '') ? pieces.filter((piece) => piece !== feet[index]) : pieces,
  );
}

/** The last row of a page with what the next page's first row goes on with, or null where that is a row of its own. */
function continued(
  row: readonly Piece[] | undefined,
  next: readonly Piece[] | undefined,
  roomOf: (box: CellBox) => Room,
  frame: Frame,
): readonly Piece[] | null {
  if (!row || !next) return null;
  const goOn = next.map((piece) => row.findIndex((one) => isInColumn(one, piece)));
  if (goOn.includes(-1)) return null;
  const going = next.map((piece, index) => isContinued(row[goOn[index] as number] as Piece, piece, roomOf));
  const isRest = !goOn.includes(0) && (row.length === 2 || (next.length < row.length - 1 && going.includes(true)));
  // Of a row that a page's end cuts the short cells stand above it whole, its label first of all: no row has its longest cells alone.
  if (going.includes(false) && !isRest) return null;
  return row.map((piece, index) => {
    const other = next[goOn.indexOf(index)];
    if (!other) return piece;
    return { ...piece, box: other.box, lastPage: other.page, lines: [...piece.lines, ...linesOf(other, piece, frame)] };
  });
}

function isInColumn(piece: Piece, next: Piece): boolean {
  if (!piece.box || !next.box) return false;
  return Math.abs(piece.box.left - next.box.left) <= inexact && Math.abs(piece.box.right - next.box.right) <= inexact;
}

function isContinued(piece: Piece, next: Piece, roomOf: (box: CellBox) => Room): boolean {
  const [line, following] = [piece.lines.at(-1), next.lines[0]];
  if (!piece.box || !line || !following) return false;
  const room = roomOf(piece.box);
  if (room.isOwn) return ownJoint(line, following) !== null;
  if (line.mark !== following.mark) return false;
  return jointOfFull(line, following, room) !== null;
}
