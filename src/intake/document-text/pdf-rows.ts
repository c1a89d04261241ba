// Turns the pages of a PDF into rows of cells: what stands within the same lines is one cell, what stands side by side one row; other
// text is a row for each line. A row that goes on over a page's end is put together again where the PDF's own marks allow to tell.
import { type CellBox, type CellRuns, cellsOf } from './pdf-cells.js';
import {
  downTo,
  isOwnCell,
  joint,
  joinWrapped,
  ownJoint,
  type PrintedLine,
  partedByGaps,
  printedLines,
  type Room,
} from './pdf-lines.js';
import type { DrawnPage } from './pdf-page.js';

/** A cell with its lines, or a line outside of all cells. */
export interface Piece {
  readonly box: CellBox | null;
  readonly lines: readonly PrintedLine[];
  readonly top: number;
  readonly left: number;
  /** From 0. */
  readonly page: number;
}

/** The pieces of a row; one outside of all cells is alone in its row. */
export interface PieceRow {
  readonly pieces: readonly Piece[];
  /** For each piece its text; for a line outside of cells one for each part that a wide gap parts from the others. */
  readonly texts: readonly (readonly string[])[];
}

/** Points by which the edges of a cell may differ between pages. */
const inexact = 1.5;

export function pdfRows(pages: readonly DrawnPage[]): readonly PieceRow[] {
  const piecesOfPages = pages.map((page, index) => cellsOf(page).flatMap((cell) => toPieces(cell, index)));
  const all = piecesOfPages.flat();
  const padding = paddingOf(all);
  const leading = leadingOf(all);
  const advances = new Map(pages.flatMap((page) => [...page.advances]));
  const roomOf = ({ left, right }: CellBox): Room => ({
    left: left + padding,
    right: right - padding,
    advances,
    leading,
  });
  const rows: (readonly Piece[])[] = [];
  for (const pieces of piecesOfPages) {
    const [first, ...others] = sideBySide(pieces);
    if (!first) continue;
    const whole = continued(rows.at(-1), first, roomOf);
    if (whole) rows[rows.length - 1] = whole;
    else rows.push(first);
    rows.push(...others);
  }
  return rows.map((pieces) => ({
    pieces,
    texts: pieces.map(({ box, lines }) => (box ? [joinWrapped(lines, roomOf(box))] : lines.flatMap(partedByGaps))),
  }));
}

function toPieces({ box, runs }: CellRuns, page: number): readonly Piece[] {
  const lines = printedLines(runs, page);
  if (box) return [{ box, lines, top: box.top, left: box.left, page }];
  return lines.map((line) => ({ box, lines: [line], top: line.y - line.size, left: line.left, page }));
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
function leadingOf(pieces: readonly Piece[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { box, lines } of pieces) {
    for (const [index, line] of box ? lines.entries() : []) {
      const down = downTo(line, lines[index - 1]);
      if (down !== null && line.size > 0) least = Math.min(least, down / line.size);
    }
  }
  return Number.isFinite(least) ? least : 0;
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

/** The last row of a page with what the next page's first row goes on with, or null where that is a row of its own. */
function continued(
  row: readonly Piece[] | undefined,
  next: readonly Piece[],
  roomOf: (box: CellBox) => Room,
): readonly Piece[] | null {
  const goOn = next.map((piece) => row?.findIndex((one) => isContinued(one, piece, roomOf)) ?? -1);
  if (!row || goOn.includes(-1)) return null;
  return row.map((piece, index) => {
    const more = next.filter((_, at) => goOn[at] === index).flatMap(({ lines }) => lines);
    return { ...piece, lines: [...piece.lines, ...more] };
  });
}

function isContinued(piece: Piece, next: Piece, roomOf: (box: CellBox) => Room): boolean {
  const [line, following] = [piece.lines.at(-1), next.lines[0]];
  if (!piece.box || !next.box || !line || !following) return false;
  if (Math.abs(piece.box.left - next.box.left) > inexact || Math.abs(piece.box.right - next.box.right) > inexact)
    return false;
  if (isOwnCell(piece.lines[0]) && ownJoint(line, following) !== null) return true;
  if (line.mark === null || line.mark !== following.mark) return false;
  return joint(line, following, roomOf(piece.box)) !== '\n';
}
