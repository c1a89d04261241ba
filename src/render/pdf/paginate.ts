// Places measured rows on pages: rows that fit move whole, tall ones split between lines, heads repeat, labels stay with their text.
// A cell stays open until its last row is placed; a page's end cuts every open cell, and the next page goes on with the lines left.
import type { Block, MeasuredRow } from './measure.js';

/** What of a cell stands on one page. Lengths are points, y from the paper's top edge downwards. */
export interface Box {
  readonly block: Block;
  readonly y: number;
  readonly height: number;
  /** The lines `from` to `to`, exclusive. */
  readonly from: number;
  readonly to: number;
  /** A table head printed again. */
  readonly repeated: boolean;
}

/** The boxes of a page in reading order. */
export type PageBoxes = readonly Box[];

export interface PageFrame {
  /** Where tables begin on the first page, below the title, and on the others. */
  readonly firstTop: number;
  readonly top: number;
  readonly bottom: number;
}

interface OpenCell {
  readonly block: Block;
  /** The next line to place. */
  next: number;
  /** Its upper edge on this page. */
  y: number;
}

const heightOf = (block: Block, lines: number) => lines * block.leading + 2 * block.padding;

/** How many of its lines a cell holds in a height. */
function fitting(cell: OpenCell, height: number): number {
  const room = Math.floor((height - 2 * cell.block.padding) / cell.block.leading + 1e-6);
  return Math.max(0, Math.min(room, cell.block.lines.length - cell.next));
}

/** A row's height by the cells that begin in it; one that goes on below counts with one line. */
function rowHeight(row: MeasuredRow, index: number): number {
  const own = row.blocks.map((block) => heightOf(block, block.lastRow === index ? block.lines.length : 1));
  return Math.max(0, ...own);
}

/**
 * By row: what must fit on a page for the row to begin there. A row shorter than a third of a page is not split;
 * a taller one begins with at least two lines; labels and heads need what the row below needs, too.
 */
function roomToBegin(rows: readonly MeasuredRow[], page: number): readonly number[] {
  const rooms = new Array<number>(rows.length).fill(0);
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] as MeasuredRow;
    const height = rowHeight(row, index);
    const start = Math.max(0, ...row.blocks.map((block) => heightOf(block, Math.min(2, block.lines.length))));
    const own = height < page / 3 ? height : start;
    const together = row.head || row.label ? own + (rooms[index + 1] ?? 0) : own;
    rooms[index] = together <= page ? together : own;
  }
  return rooms;
}

/** The pages, at least one. */
export function paginate(rows: readonly MeasuredRow[], frame: PageFrame): readonly PageBoxes[] {
  const pageHeight = frame.bottom - frame.top;
  const rooms = roomToBegin(rows, pageHeight);
  const pages: PageBoxes[] = [];
  let boxes: Box[] = [];
  let open: OpenCell[] = [];
  let y = frame.firstTop;
  /** Nothing but a repeated head stands on the page. */
  let fresh = true;
  /** The head of the current table, its boxes as from y = 0; empty where it is not repeated. */
  let head: readonly Box[] = [];
  let headHeight = 0;

  const endPage = () => {
    pages.push(boxes.sort((a, b) => a.block.order - b.block.order));
    boxes = [];
  };

  const breakPage = (inBody: boolean) => {
    for (const cell of open) {
      const count = fitting(cell, y - cell.y);
      boxes.push(boxOf(cell, y, cell.next + count));
      cell.next += count;
    }
    endPage();
    y = frame.top;
    if (inBody && head.length > 0) {
      boxes = head.map((box) => ({ ...box, y: box.y + frame.top, repeated: true }));
      y += headHeight;
    }
    for (const cell of open) cell.y = y;
    fresh = true;
  };

  /** What the cells that end in a row still need below y. */
  const needed = (index: number) => {
    const ending = open.filter((cell) => cell.block.lastRow === index);
    return Math.max(
      0,
      ...ending.map((cell) => heightOf(cell.block, cell.block.lines.length - cell.next) - (y - cell.y)),
    );
  };

  /**
   * The height of a first piece of them within `room`; a last line is not left alone for the next page.
   * On paper that holds not even one line there is one line a page.
   */
  const pieceWithin = (index: number, room: number) => {
    const pieces = open.map((cell) => {
      if (cell.block.lastRow !== index) return 0;
      const left = cell.block.lines.length - cell.next;
      const fits = Math.max(fitting(cell, y - cell.y + room), fresh ? Math.min(left, 1) : 0);
      const count = left - fits === 1 && fits > 2 ? fits - 1 : fits;
      return count === 0 ? 0 : heightOf(cell.block, count) - (y - cell.y);
    });
    return Math.max(0, ...pieces);
  };

  const close = (index: number) => {
    for (const cell of open) {
      if (cell.block.lastRow === index) boxes.push(boxOf(cell, y, cell.block.lines.length));
    }
    open = open.filter((cell) => cell.block.lastRow !== index);
  };

  let table = -1;
  let headPage = 0;
  let headTop = 0;
  rows.forEach((row, index) => {
    const begins = row.table !== table;
    if (!fresh && y + (rooms[index] as number) > frame.bottom) breakPage(!begins && !row.head);
    if (begins) {
      table = row.table;
      head = [];
      headPage = pages.length;
      headTop = y;
    }
    open.push(...row.blocks.map((block) => ({ block, next: 0, y })));
    const least = open.some((cell) => cell.block.lastRow === index) ? 0 : rowHeight(row, index);
    for (;;) {
      const height = Math.max(needed(index), least);
      if (y + height <= frame.bottom + 1e-6) {
        y += height;
        break;
      }
      const piece = pieceWithin(index, frame.bottom - y);
      // Not even the padding fits: better past the edge than never.
      if (fresh && piece <= 0) {
        y += height;
        break;
      }
      y += piece;
      breakPage(!row.head);
    }
    close(index);
    fresh = false;
    const next = rows[index + 1];
    if (row.head && !(next?.head && next.table === row.table)) {
      headHeight = y - headTop;
      // A head that is split or fills half the page is not repeated.
      const whole = pages.length === headPage && headHeight < pageHeight / 2;
      head = whole
        ? boxes
            .filter((box) => box.y >= headTop && rowsOfTable(rows, box.block, row.table))
            .map((box) => ({ ...box, y: box.y - headTop }))
        : [];
    }
  });
  endPage();
  return pages;
}

function rowsOfTable(rows: readonly MeasuredRow[], block: Block, table: number): boolean {
  return rows[block.lastRow]?.table === table;
}

function boxOf(cell: OpenCell, bottom: number, to: number): Box {
  return { block: cell.block, y: cell.y, height: bottom - cell.y, from: cell.next, to, repeated: false };
}
