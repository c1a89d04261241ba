// Tells of one table of a form, composed with probes, which label names which value, and which of its rows are those of lists.
import type { Field } from '../../check/form.js';
import { cellColumns, cellText, type Table } from '../../compose/grid.js';
import type { FormPart, Labelled, ListTable, Slot } from './form-map.js';

export interface Listed {
  readonly pointer: string;
  readonly field: Field;
}

/** A slot that also tells of the list that its row is one item of. */
export interface ProbedSlot extends Slot {
  readonly row: Listed | null;
}

export type ProbedText = readonly (string | ProbedSlot)[];

/** A cell in its place; rows and columns from 0. */
export interface Placed {
  readonly text: ProbedText;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The cell that takes a spot of the table. */
type CellAt = (row: number, column: number) => Placed | null;

export function partsOfTable(table: Table, read: (text: string) => ProbedText): readonly FormPart[] {
  const starts = cellColumns(table);
  const cells = table.rows.flatMap((row, at) =>
    row.cells.map((cell, index): Placed => {
      const { rowspan: rows, colspan: columns } = cell;
      return { text: read(cellText(cell)), row: at, column: starts[at]?.[index] ?? 0, rows, columns };
    }),
  );
  const headRow = (first: number) => (table.headRows > 0 ? Math.min(first, table.headRows) - 1 : null);
  return partsOf(cells, table.columns.length, headRow);
}

/** `headRow`: the lowest row of the head of a table whose rows begin at `first`; null where it has none. */
export function partsOf(
  cells: readonly Placed[],
  width: number,
  headRow: (first: number) => number | null,
): readonly FormPart[] {
  const spots = new Map<string, Placed>();
  for (const cell of cells) {
    for (let down = cell.row; down < cell.row + cell.rows; down += 1) {
      for (let right = cell.column; right < cell.column + cell.columns; right += 1) spots.set(`${down} ${right}`, cell);
    }
  }
  const cellAt: CellAt = (row, column) => spots.get(`${row} ${column}`) ?? null;

  const listed = listRows(cells, cellAt, width);
  const first = Math.min(...listed.map(({ at }) => at));
  const head = listed.length === 0 ? null : headRow(first);
  const heads = Array.from({ length: listed.length === 0 ? 0 : width }, (_, column) => headIn(head, column, cellAt));
  const begin = cells.find((cell) => cell.row === first);
  const named = new Map<Placed, Labelled>();
  for (const cell of cells) {
    if (!isValue(cell) || slotsOf(cell.text).some(({ row }) => row !== null)) continue;
    const [label, where] = labelOf(cell, cellAt);
    const { values = [] } = named.get(label) ?? {};
    named.set(label, {
      kind: 'labelled',
      label: wordsOf(label),
      where,
      values: [...values, cell.text.map((piece) => toSlot(piece))],
    });
  }

  const isOfLists = new Set(heads);
  for (const { labels } of listed) for (const label of labels) isOfLists.add(label);
  const parts: FormPart[] = [];
  for (const cell of cells) {
    const label = named.get(cell);
    if (label) parts.push(label);
    else if (cell === begin) parts.push(toListTable(listed, heads));
    else if (!isValue(cell) && !isOfLists.has(cell) && wordsOf(cell) !== '') {
      parts.push({ kind: 'remark', text: wordsOf(cell) });
    }
  }
  return parts;
}

interface ListedRow {
  readonly at: number;
  readonly list: Listed;
  readonly labels: readonly Placed[];
  readonly values: readonly Placed[];
}

/** One for each list, the first of its rows. */
function listRows(cells: readonly Placed[], cellAt: CellAt, width: number): readonly ListedRow[] {
  const rows: ListedRow[] = [];
  for (const cell of cells) {
    const list = slotsOf(cell.text).find(({ row }) => row !== null)?.row;
    if (!list || rows.some((row) => row.list.pointer === list.pointer)) continue;
    const across = Array.from({ length: width }, (_, column) => cellAt(cell.row, column));
    const inRow = [...new Set(across)].filter((one) => one !== null);
    const labels = inRow.filter((one) => !isValue(one) && wordsOf(one) !== '');
    rows.push({ at: cell.row, list, labels, values: inRow.filter(isValue) });
  }
  return rows;
}

/** The words above a column. */
function headIn(row: number | null, column: number, cellAt: CellAt): Placed | null {
  const head = row === null ? null : cellAt(row, column);
  return head && !isValue(head) ? head : null;
}

function toListTable(rows: readonly ListedRow[], heads: readonly (Placed | null)[]): ListTable {
  return {
    kind: 'table',
    heads: heads.map((head) => head && wordsOf(head)),
    rows: rows.map(({ list, labels, values }) => ({
      pointer: list.pointer,
      list: list.field,
      labels: labels.map((label) => ({ column: label.column, text: wordsOf(label) })),
      values: values.map(({ column, text }) => ({
        column,
        printed: text.map((piece) => toSlot(piece, `${list.pointer}/0`)),
      })),
    })),
  };
}

/** `item`: the pointer that the slot's is seen from. */
function toSlot(piece: string | ProbedSlot, item = ''): string | Slot {
  if (typeof piece === 'string') return piece;
  const { pointer, field, items } = piece;
  return { pointer: pointer.slice(item.length), field, items };
}

/** Words of its own with a colon; else the nearest words to the left, else above; where there are none, the cell names itself. */
function labelOf(cell: Placed, cellAt: CellAt): readonly [Placed, Labelled['where']] {
  if (/[:：]\s*$/.test(wordsOf(cell))) return [cell, 'within'];
  for (let column = cell.column - 1; column >= 0; column -= 1) {
    const beside = cellAt(cell.row, column);
    if (beside && !isValue(beside) && wordsOf(beside) !== '') return [beside, 'beside'];
  }
  for (let row = cell.row - 1; row >= 0; row -= 1) {
    const above = cellAt(row, cell.column);
    if (above && !isValue(above) && wordsOf(above) !== '') return [above, 'below'];
  }
  return [cell, 'within'];
}

function isValue({ text }: Placed): boolean {
  return text.some((piece) => typeof piece !== 'string');
}

function slotsOf(text: ProbedText): readonly ProbedSlot[] {
  return text.filter((piece) => typeof piece !== 'string');
}

/** What stands before the first field. */
function wordsOf({ text: [first] }: Placed): string {
  return typeof first === 'string' ? first : '';
}
