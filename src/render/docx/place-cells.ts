// Finds each cell's columns, and the places that cells from rows above reach into: Word wants a cell there too.
import type { Cell, Table } from '../../compose/grid.js';

export interface PlacedCell {
  readonly cell: Cell;
  /** Index of its first column. */
  readonly column: number;
  /** How it hangs together with the cells above and below. */
  readonly merge: 'none' | 'start' | 'continue';
}

/** The cells of each row from left to right, those reaching down from above included. */
export function placeCells(table: Table): readonly (readonly PlacedCell[])[] {
  /** By first column: a cell still reaching down, and for how many rows. */
  const reaching = new Map<number, { readonly cell: Cell; readonly rows: number }>();
  return table.rows.map((row) => {
    const placed: PlacedCell[] = [];
    let column = 0;
    const passReaching = () => {
      for (let above = reaching.get(column); above; above = reaching.get(column)) {
        placed.push({ cell: above.cell, column, merge: 'continue' });
        if (above.rows === 1) reaching.delete(column);
        else reaching.set(column, { cell: above.cell, rows: above.rows - 1 });
        column += above.cell.colspan;
      }
    };
    const starting: PlacedCell[] = [];
    for (const cell of row.cells) {
      passReaching();
      const own: PlacedCell = { cell, column, merge: cell.rowspan > 1 ? 'start' : 'none' };
      placed.push(own);
      if (own.merge === 'start') starting.push(own);
      column += cell.colspan;
    }
    passReaching();
    for (const { cell, column: first } of starting) reaching.set(first, { cell, rows: cell.rowspan - 1 });
    return placed;
  });
}
