// Checks that the cells of a table, as printed for one declaration, fill its columns exactly: no gap, no overlap, nothing
// hanging out below. A browser would shift cells to make them fit, and each program would shift them otherwise.
import type { Said } from '../base/finding.js';
import type { Row } from './grid.js';
import { messages } from './messages.js';

/** Told with the row's line in the template. */
export interface RowFault {
  readonly line: number;
  readonly said: Said;
}

/** `lines` holds each row's line in the template. */
export function checkRows(rows: readonly Row[], lines: readonly number[], width: number): readonly RowFault[] {
  const faults: RowFault[] = [];
  /** For each column the cell from above that reaches into the row at hand: its line, and how many more rows it takes. */
  let above: readonly { readonly line: number; readonly rows: number }[] = Array(width).fill({ line: 0, rows: 0 });

  rows.forEach(({ cells }, index) => {
    const line = lines[index] ?? 1;
    const next = above.map((cell) => ({ ...cell, rows: Math.max(0, cell.rows - 1) }));
    const filled = above.filter((cell) => cell.rows > 0).length + cells.reduce((sum, cell) => sum + cell.colspan, 0);
    let column = 0;
    let overlaps = false;
    for (const { colspan, rowspan } of cells) {
      while ((above[column]?.rows ?? 0) > 0) column += 1;
      for (const end = Math.min(column + colspan, width); column < end; column++) {
        overlaps ||= (above[column]?.rows ?? 0) > 0;
        next[column] = { line, rows: rowspan - 1 };
      }
    }
    if (cells.length === 0) faults.push({ line, said: messages.emptyRow() });
    else if (overlaps) faults.push({ line, said: messages.overlap() });
    else if (filled !== width) faults.push({ line, said: messages.raggedRow(filled, width) });
    above = next;
  });
  const hanging = new Set(above.filter((cell) => cell.rows > 0).map((cell) => cell.line));
  return [...faults, ...[...hanging].map((line) => ({ line, said: messages.tooTall() }))];
}
