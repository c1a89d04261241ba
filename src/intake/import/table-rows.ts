// Tells which list a row of a table belongs to, by its labels, and which of its cells hold the list's values.
import type { FormCell } from './form-cells.js';
import type { ListRow, ListTable, Printed } from './form-map.js';
import { labelKey, sameLabel } from './same-label.js';

/** What stands in a column of the table; null where nothing does. */
export interface TableCell {
  readonly column: number;
  readonly cell: FormCell | null;
}

export interface MatchedRow {
  readonly list: ListRow;
  readonly labels: readonly FormCell[];
  readonly values: readonly { readonly column: number; readonly printed: Printed; readonly cell: FormCell | null }[];
  /** It has no labels and does not begin with what an item begins with: it goes on with the item above. */
  readonly isContinued: boolean;
}

/** `above`: the list of the row right above, which a row without labels belongs to. Null for a row that is none of the table's. */
export function matchRow(table: ListTable, row: readonly TableCell[], above: ListRow | null): MatchedRow | null {
  const labelColumns = new Set(table.rows.flatMap(({ labels }) => labels.map(({ column }) => column)));
  const labels = row.filter(({ column, cell }) => cell && labelColumns.has(column));
  const unlabelled = table.rows.find((one) => one.labels.length === 0) ?? null;
  const list = labels.length === 0 ? (above ?? unlabelled) : listNamed(table.rows, labels, above);
  if (!list) return null;
  const own = list.values.flatMap(({ column, printed }) => {
    const found = row.find((one) => one.column === column);
    return found ? [{ column, printed, cell: found.cell }] : [];
  });
  const values = own.map(({ column, printed, cell }, index) => {
    const isShared = own.findIndex((one) => one.cell === cell) < index;
    // A word that stands for the whole list is often written once, over all of its columns.
    return { column, printed, cell: isShared && cell?.text.trim() !== list.list.word ? null : cell };
  });
  if (labels.length === 0 && values.every(({ cell }) => cell === null)) return null;
  return {
    list,
    labels: labels.flatMap(({ cell }) => cell ?? []),
    values,
    isContinued: above !== null && labels.length === 0 && values[0]?.cell === null,
  };
}

function listNamed(rows: readonly ListRow[], given: readonly TableCell[], above: ListRow | null): ListRow | null {
  const textAt = (column: number) => given.find((one) => one.column === column)?.cell?.text ?? null;
  const agrees = ({ labels }: ListRow, same: (a: string, b: string) => boolean) =>
    labels.every(({ column, text }) => {
      const written = textAt(column);
      return written === null || same(written, text);
    });
  for (const same of [sameLabel, beginsAlike]) {
    const found = rows.filter((row) => agrees(row, same));
    if (above && found.includes(above) && textAt(lastColumn(above)) === null) return above;
    const named = found.filter((row) => textAt(lastColumn(row)) !== null);
    const [only, ...others] = named.length > 0 ? named : found;
    if (only && others.length === 0) return only;
    const group = above?.labels[0]?.text;
    const inGroup = named.filter(({ labels: [first] }) => first?.text === group);
    if (inGroup.length === 1) return inGroup[0] ?? null;
  }
  return null;
}

/** That of the label which tells the most. */
function lastColumn({ labels }: ListRow): number {
  return labels.at(-1)?.column ?? -1;
}

/** One is the other's beginning: forms of other years leave a last word out. */
function beginsAlike(a: string, b: string): boolean {
  const [one, other] = [labelKey(a), labelKey(b)];
  return Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one));
}
