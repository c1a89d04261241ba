// Puts the rows of a sheet in their places for one declaration: those that stand once, and each copy of those that are repeated.
import type { PrintedRow } from '../../../compose/cells/cells.js';
import type { RowBlock } from '../../../compose/cells/sheet-template.js';
import type { PlannedSheet } from './open-workbook.js';
import type { RowMoves } from './row-moves.js';
import type { RowPlan } from './rows.js';

export interface PlacedRow {
  /** In the filled sheet. */
  readonly row: number;
  readonly path: readonly number[];
  readonly plan: RowPlan;
  /** Of which it is a copy; null for a row that stands once. */
  readonly block: RowBlock | null;
  /** Null for a row without placeholders. */
  readonly printed: PrintedRow | null;
}

/** The rows that may change and are in the file, from top to bottom. */
export function placeRows(
  { template, rows }: PlannedSheet,
  printed: readonly PrintedRow[],
  moves: RowMoves,
): readonly PlacedRow[] {
  const blocks = template?.blocks ?? [];
  const once = new Map(printed.map((row) => [row.row, row]));
  const placed: PlacedRow[] = [];
  const done = new Set<RowBlock>();
  for (const [row, plan] of rows) {
    const block = blocks.find(({ first, last }) => first <= row && row <= last);
    if (!block)
      placed.push({ row: moves.span(row).first, path: [], plan, block: null, printed: once.get(row) ?? null });
    else if (!done.has(block)) {
      done.add(block);
      for (const copy of moves.copiesOf(block)) {
        const own = rows.get(copy.printed.row);
        if (own) placed.push({ row: copy.row, path: copy.path, plan: own, block, printed: copy.printed });
      }
    }
  }
  return placed;
}
