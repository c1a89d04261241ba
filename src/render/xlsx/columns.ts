// Turns the columns of all tables into the columns of one sheet: one for every place where any table has a boundary.
import type { Table } from '../../compose/grid.js';
import { columnWidths, type Theme } from '../../compose/theme.js';

export interface SheetColumns {
  /** Widths of the sheet's columns, screen pixels (96 to the inch); together no wider than the paper inside its margins. */
  readonly pixels: readonly number[];
  /** For each table, the sheet column (from 0) in which each of its columns begins, and one more where the last ends. */
  readonly edges: readonly (readonly number[])[];
}

/** Boundaries of different tables that lie closer than this, in points, become one: a sliver of a column helps nobody. */
const tolerance = 8;

export const pixelsPerPoint = 96 / 72;

/** What a sheet calls its columns: `A` for 1, `AA` for 27. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? columnLetters(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

export function sheetColumns(theme: Theme, tables: readonly Table[]): SheetColumns {
  const inside = theme.paper.width - theme.margin.left - theme.margin.right;
  const { positions, edges } = merge(tables.map((table) => inner(columnWidths(theme, table.columns))));
  const places = [
    0,
    ...positions.map((position) => Math.round(position * pixelsPerPoint)),
    Math.floor(inside * pixelsPerPoint),
  ];
  const pixels = places.slice(1).map((place, index) => Math.max(1, place - (places[index] ?? 0)));
  return { pixels, edges: edges.map((own) => [0, ...own.map((edge) => edge + 1), pixels.length]) };
}

/** Where one column ends and the next begins: `[10, 30]` from `[10, 20, 5]`. The outer edges are the paper's. */
function inner(widths: readonly number[]): readonly number[] {
  let position = 0;
  return widths.slice(0, -1).map((width) => {
    position += width;
    return position;
  });
}

/** Sweeps over all boundaries from the left. Two of one table never become one, however near they are. */
function merge(tables: readonly (readonly number[])[]): { positions: number[]; edges: number[][] } {
  const sorted = tables
    .flatMap((positions, table) => positions.map((position) => ({ position, table })))
    .sort((a, b) => a.position - b.position);
  const positions: number[] = [];
  const edges: number[][] = tables.map(() => []);
  let owners = new Set<number>();
  for (const { position, table } of sorted) {
    const last = positions.at(-1);
    if (last === undefined || position - last > tolerance || owners.has(table)) {
      positions.push(position);
      owners = new Set();
    }
    owners.add(table);
    edges[table]?.push(positions.length - 1);
  }
  return { positions, edges };
}
