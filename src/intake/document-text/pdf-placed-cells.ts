// Gives the cells of a PDF their places: rows counted through all pages, columns by where the edges of all cells stand, and the line of the
// page that each begins on.
import type { Piece, PieceRow } from './pdf-rows.js';
import type { Comment, PlacedCell, Section } from './rows.js';

/** Points: edges that stand closer are one. */
const near = 1.5;

/** A comment on a page, counted from 0, in points from its upper edge. */
export interface PageNote {
  readonly page: number;
  readonly y: number;
  readonly author: string;
  readonly text: string;
}

/** `lowest`: the lowest line that each page draws. */
export function placed(
  rows: readonly PieceRow[],
  lowest: readonly number[],
  notes: readonly PageNote[],
): Pick<Section, 'cells' | 'comments'> {
  const numbers = rowNumbers(rows, lowest);
  const lineOf = lineNumbers(rows);
  return { cells: placedCells(rows, numbers, lineOf), comments: placedComments(rows, numbers, lineOf, notes) };
}

function placedComments(
  rows: readonly PieceRow[],
  numbers: readonly number[],
  lineOf: (piece: Piece) => number,
  notes: readonly PageNote[],
): readonly Comment[] {
  return notes.map(({ page, y, author, text }) => {
    const isAbove = ({ pieces: [first] }: PieceRow) =>
      first !== undefined && (first.page < page || (first.page === page && first.top <= y + near));
    const at = Math.max(0, rows.findLastIndex(isAbove));
    const [first] = rows[at]?.pieces ?? [];
    const line = first && first.page === page ? lineOf(first) : 1;
    return { row: numbers[at] ?? 1, spot: { page: page + 1, line }, author, text };
  });
}

function placedCells(
  rows: readonly PieceRow[],
  numbers: readonly number[],
  lineOf: (piece: Piece) => number,
): readonly PlacedCell[] {
  const edges = edgesOf(rows);
  return rows.flatMap(({ pieces, texts }, index) =>
    pieces.flatMap((piece, at) => {
      const parts = texts[at] ?? [];
      const spot = { page: piece.page + 1, line: lineOf(piece) };
      const row = numbers[index] ?? 0;
      const { box } = piece;
      if (!box) {
        const columns = parts.length === 1 ? Math.max(1, edges.length - 1) : 1;
        return parts.map((text, part) => ({
          row,
          column: part + 1,
          rows: 1,
          columns,
          text,
          number: null,
          spot,
        }));
      }
      const [from, to] = [columnAt(edges, box.left), columnAt(edges, box.right)];
      let last = index;
      while (isBeside(rows[last + 1]?.pieces[0], piece, box.bottom)) last += 1;
      const reached = numbers[last] ?? row;
      return [
        {
          row,
          column: from + 1,
          rows: reached - row + 1,
          columns: Math.max(1, to - from),
          text: parts.join(''),
          number: null,
          spot,
        },
      ];
    }),
  );
}

/** Whether a row begins within a cell's height. */
function isBeside(first: Piece | undefined, { lastPage }: Piece, bottom: number): boolean {
  return first !== undefined && first.page === lastPage && first.top < bottom - near;
}

/** Cells without text leave a row out where there is room for them between two, or below the last of a page. */
function rowNumbers(rows: readonly PieceRow[], lowest: readonly number[]): readonly number[] {
  let number = 0;
  return rows.map(({ pieces: [first] }, index) => {
    const before = rows[index - 1]?.pieces ?? [];
    const bottom = Math.min(...before.map(({ box }) => box?.bottom ?? Number.POSITIVE_INFINITY));
    const page = before[0]?.lastPage ?? -1;
    const end = page === first?.page ? (first.box?.top ?? 0) : (lowest[page] ?? 0);
    number += end > bottom + near ? 2 : 1;
    return number;
  });
}

/** From left to right. */
function edgesOf(rows: readonly PieceRow[]): readonly number[] {
  const all = rows.flatMap(({ pieces }) => pieces.flatMap(({ box }) => (box ? [box.left, box.right] : [])));
  const edges: number[] = [];
  for (const edge of all.sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > near) edges.push(edge);
  return edges;
}

function columnAt(edges: readonly number[], x: number): number {
  const at = edges.findIndex((edge) => edge > x + near / 2);
  return (at < 0 ? edges.length : at) - 1;
}

/** Lines of a page are counted as they are seen: all that stand on one height are one. */
function lineNumbers(rows: readonly PieceRow[]): (piece: Piece) => number {
  const heights = new Map<number, number[]>();
  for (const { y, page } of rows.flatMap(({ pieces }) => pieces.flatMap(({ lines }) => lines))) {
    const known = heights.get(page);
    if (known) known.push(y);
    else heights.set(page, [y]);
  }
  const lines = new Map([...heights].map(([page, ys]) => [page, distinct(ys)]));
  return ({ page, lines: [first] }) => 1 + (lines.get(page)?.findLastIndex((y) => y <= (first?.y ?? 0)) ?? 0);
}

function distinct(ys: readonly number[]): readonly number[] {
  const lines: number[] = [];
  for (const y of [...ys].sort((a, b) => a - b))
    if (y - (lines.at(-1) ?? Number.NEGATIVE_INFINITY) > near) lines.push(y);
  return lines;
}
