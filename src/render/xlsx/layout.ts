// Turns the grid into one sheet: which rows and columns each cell covers, how high the rows are, where pages begin.
// A tall row of the grid becomes several rows of the sheet, because Excel ends at 409 points and pages break between rows only.
import { type Cell, cellColumns, type Grid, type Table } from '../../compose/grid.js';
import type { Theme } from '../../compose/theme.js';
import { pixelsPerPoint, sheetColumns } from './columns.js';
import { cellHeight, linePitch } from './measure.js';
import { pageBreaks, type Unit } from './pages.js';

/** A cell and the rows and columns it covers, counted from 1, ends included. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Layout {
  /** Column widths, pixels. */
  readonly columns: readonly number[];
  /** Row heights, points. */
  readonly rows: readonly number[];
  readonly cells: readonly PlacedCell[];
  /** The rows that repeat on the pages after them: a sheet can have one such range, the head of its highest table. */
  readonly repeated: { readonly first: number; readonly last: number } | null;
  /** Rows after which a page ends. */
  readonly breaks: readonly number[];
}

/** A cell in a table, all counted from 0: its row, how many rows, its first sheet column and the one after its last. */
interface Spot {
  readonly cell: Cell;
  readonly row: number;
  readonly rows: number;
  readonly left: number;
  readonly right: number;
}

/** Points: a higher row is spread over several of about this height. */
const highest = 120;

/** Points from the top of a cell to its first line: programs differ between 0 and 2. */
const beforeFirstLine = 1.5;

/** Excel rounds row heights to pixels. */
const pixel = 1 / pixelsPerPoint;

export function layOut(grid: Grid, theme: Theme): Layout {
  const { pixels, edges } = sheetColumns(theme, grid.tables);
  const widthOf = (left: number, right: number) =>
    pixels.slice(left, right).reduce((sum, width) => sum + width, 0) / pixelsPerPoint;
  const tables = [
    { table: titleTable(grid), edges: [0, pixels.length] },
    ...grid.tables.map((table, index) => ({ table, edges: edges[index] ?? [] })),
  ];
  const rows: number[] = [];
  const cells: PlacedCell[] = [];
  const units: Unit[] = [];
  let repeated: (Layout['repeated'] & { readonly height: number }) | null = null;
  for (const { table, edges } of tables) {
    const spots = place(table, edges);
    const heights = rowHeights(table.rows.length, spots, theme, widthOf);
    const first = rows.length;
    /** For each row of the table, the first sheet row (from 0) that belongs to it, and one more for the end. */
    const starts = [first];
    for (const [index, height] of heights.entries()) {
      const pitch = Math.max(...(table.rows[index]?.cells ?? []).map(({ style }) => linePitch(theme, style)), 1);
      const parts = spread(height, pitch, theme.padding.y);
      rows.push(...parts);
      starts.push(rows.length);
      const label = table.rows[index]?.cells.every((cell) => cell.header) ?? false;
      units.push({ heights: parts, keepsWithNext: index < table.headRows || label });
    }
    keepShortTail(table, units);
    for (const { cell, row, rows: count, left, right } of spots) {
      const [top = 0, bottom = top] = [starts[row], starts[row + count]];
      cells.push({ cell, top: top + 1, left: left + 1, bottom, right });
    }
    const height = heights.reduce((sum, value) => sum + value, 0);
    if (table.headRows > 0 && height > (repeated?.height ?? 0)) {
      repeated = { first: first + 1, last: starts[table.headRows] ?? first + 1, height };
    }
  }
  const page = theme.paper.height - theme.margin.top - theme.margin.bottom;
  const breaks = pageBreaks(units, page, repeated);
  return { columns: pixels, rows, cells, repeated, breaks };
}

function titleTable(grid: Grid): Table {
  const cell: Cell = {
    field: null,
    header: true,
    style: grid.titleStyle,
    colspan: 1,
    rowspan: 1,
    paragraphs: [[{ text: grid.title }]],
    amount: null,
    choices: null,
  };
  return { columns: [], headRows: 0, rows: [{ cells: [cell] }] };
}

/** The sheet's columns of each cell; one that no column is left for is not there. */
function place(table: Table, edges: readonly number[]): readonly Spot[] {
  const starts = cellColumns(table);
  const last = edges.length - 1;
  const spots: Spot[] = [];
  for (const [row, { cells }] of table.rows.entries()) {
    for (const [index, cell] of cells.entries()) {
      const start = starts[row]?.[index] ?? last;
      const left = edges[start] ?? 0;
      const right = edges[Math.min(start + cell.colspan, last)] ?? left;
      const rows = Math.min(cell.rowspan, table.rows.length - row);
      if (right > left) spots.push({ cell, row, rows, left, right });
    }
  }
  return spots;
}

/** What a cell over several rows lacks goes to the last of them. */
function rowHeights(
  count: number,
  spots: readonly Spot[],
  theme: Theme,
  widthOf: (left: number, right: number) => number,
): readonly number[] {
  const heights = new Array<number>(count).fill(0);
  for (const { cell, row, rows, left, right } of [...spots].sort((a, b) => a.rows - b.rows)) {
    const needed = cellHeight(theme, cell, widthOf(left, right));
    const there = heights.slice(row, row + rows).reduce((sum, height) => sum + height, 0);
    heights[row + rows - 1] = (heights[row + rows - 1] ?? 0) + Math.max(0, needed - there);
  }
  return heights;
}

/** Row heights that add up to `height`, of about the highest at most; they part between lines, not through them. */
function spread(height: number, pitch: number, padding: number): readonly number[] {
  const lines = Math.max(1, Math.round((height - 2 * padding) / pitch));
  const count = Math.min(lines, Math.ceil(height / highest));
  const round = (value: number) => Math.ceil(value / pixel - 1e-6) * pixel;
  const parts: number[] = [];
  let before = 0;
  for (let part = 1; part <= count; part += 1) {
    const to = round(part === count ? height : beforeFirstLine + Math.round((lines * part) / count) * pitch);
    parts.push(to - before);
    before = to;
  }
  return parts;
}

/** A table of one row, such as a closing remark, does not stand alone on a page. */
function keepShortTail(table: Table, units: Unit[]): void {
  const before = units.at(-2);
  if (table.rows.length === 1 && before) units[units.length - 2] = { ...before, keepsWithNext: true };
}
