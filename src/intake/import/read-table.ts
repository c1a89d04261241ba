// Reads the rows of lists from a table, found by its head: columns go by their heads wherever they stand, rows by their labels, and a row
// without labels belongs to the list above it.
import type { FindLabels } from './find-labels.js';
import { type FormCell, type FormCells, isUnder } from './form-cells.js';
import type { ListRow, ListTable } from './form-map.js';
import { unitOfLabel } from './money-unit.js';
import type { RawText, RawTexts } from './raw-form.js';
import { labelKey, sameLabel } from './same-label.js';
import { type MatchedRow, matchRow, type TableCell } from './table-rows.js';
import { unprint } from './unprint.js';

/** A table's head as it stands in a document: its cells by the table's columns. */
export interface FoundHead {
  readonly row: number;
  readonly columns: ReadonlyMap<number, FormCell>;
}

/** Of a head's labels so many must be there. */
const leastShare = 0.6;

/** All rows that are the table's head, the lower one where some of its cells reach over two: it may be repeated on each page. */
export function findHeads(table: ListTable, cells: FormCells): readonly FoundHead[] {
  const labels = table.heads.filter((head) => head !== null);
  const heads: FoundHead[] = [];
  let inRow: readonly FormCell[] = [];
  for (const row of labels.length === 0 ? [] : cells.rows) {
    inRow = [...inRow.filter((cell) => cell.row + cell.rows > row), ...cells.left(row)];
    if (inRow.length < labels.length * leastShare) continue;
    const columns = new Map<number, FormCell>();
    for (const [column, head] of table.heads.entries()) {
      const cell = head === null ? undefined : inRow.find((one) => sameLabel(one.text, head));
      if (cell) columns.set(column, cell);
    }
    if (columns.size >= labels.length * leastShare) heads.push({ row, columns });
  }
  return heads;
}

/** The last row read, where the next one may go on. */
interface Above {
  readonly list: ListRow;
  readonly texts: Map<string, RawText>;
  /** Its lowest. */
  readonly row: number;
}

/** `end`: the row that the table ends before. The rows of each list, by its pointer; a list without any is not there. */
export function readTable(
  table: ListTable,
  heads: readonly FoundHead[],
  end: number,
  cells: FormCells,
  findLabels: FindLabels,
): ReadonlyMap<string, readonly RawTexts[]> {
  const lists = new Map<string, RawTexts[]>();
  const headAt = new Map(heads.map((one) => [one.row, one]));
  let head: FoundHead | undefined;
  let above = null as Above | null;
  const last = lastLabelled(table, headAt, end, cells);
  for (const row of cells.rows) {
    const found = headAt.get(row);
    if (found) {
      head = found;
      for (const cell of found.columns.values()) cells.use(cell, null);
      if (above && above.row >= row - 1) above = { ...above, row: Math.max(above.row, row) };
    }
    const inRow = cells.left(row);
    if (!head || found || row >= end || inRow.length === 0) continue;
    // A blank row ends the table, unless rows with labels follow.
    const goesOn: Above | null = above && (above.row >= row - 1 || row <= last) ? above : null;
    const reading = matchRow(table, underHeads(head, inRow), goesOn?.list ?? null);
    const isWithin = above !== null && above.row >= row;
    if (!reading || (reading.labels.length === 0 && inRow.some((cell) => isOther(cell, isWithin, findLabels))))
      continue;
    const { list, labels, values } = reading;
    for (const cell of labels) cells.use(cell, null);
    const texts = readValues(reading, inRow[0] as FormCell, head);
    const isNew = !goesOn || !reading.isContinued;
    const rows = lists.get(list.pointer) ?? [];
    lists.set(list.pointer, rows);
    if (isNew) rows.push(texts);
    else goOn(goesOn.texts, texts);
    for (const { cell } of values) if (cell) cells.use(cell, list.pointer);
    above = {
      list,
      texts: isNew ? texts : goesOn.texts,
      row: Math.max(...inRow.map((cell) => cell.row + cell.rows - 1)),
    };
  }
  return lists;
}

/** The last row whose labels alone tell its list; 0 where there is none. */
function lastLabelled(table: ListTable, headAt: ReadonlyMap<number, FoundHead>, end: number, cells: FormCells): number {
  let head: FoundHead | undefined;
  let last = 0;
  for (const row of cells.rows) {
    head = headAt.get(row) ?? head;
    const reading = head && row < end ? matchRow(table, underHeads(head, cells.left(row)), null) : null;
    if (reading && reading.labels.length > 0) last = row;
  }
  return last;
}

const sum = /^(?:小计|合计|总计)$/;

/** Whether a row without labels is none of a list: a sum, or what follows the table; `isWithin`: a cell above reaches over it. */
function isOther({ text }: FormCell, isWithin: boolean, findLabels: FindLabels): boolean {
  return sum.test(labelKey(text)) || (!isWithin && findLabels(text).length > 0);
}

/** What stands below each head that is there; a column without one is not. */
function underHeads({ columns }: FoundHead, inRow: readonly FormCell[]): readonly TableCell[] {
  return [...columns].map(([column, head]) => {
    // Columns with one head in common stand in their order under it.
    const sharing = [...columns].filter(([, cell]) => cell === head).map(([at]) => at);
    return { column, cell: inRow.filter((cell) => isUnder(cell, head))[sharing.indexOf(column)] ?? null };
  });
}

function readValues({ values }: MatchedRow, row: FormCell, { columns }: FoundHead): Map<string, RawText> {
  const texts = new Map<string, RawText>();
  for (const { column, printed, cell } of values) {
    const unit = unitOfLabel(columns.get(column)?.text ?? '');
    const read = unprint(printed, cell?.text ?? '');
    // Words that should stand around a value and do not are no reason to lose it.
    const slots = printed.filter((piece) => typeof piece !== 'string');
    const all = read ?? slots.slice(0, 1).map((slot) => ({ slot, text: cell?.text ?? '' }));
    for (const { slot, text } of all)
      texts.set(slot.pointer, { text, number: cell?.number ?? null, unit, at: (cell ?? row).at });
  }
  return texts;
}

/** A text that was written on in the row below. */
function goOn(texts: Map<string, RawText>, more: RawTexts): void {
  for (const [pointer, { text, at }] of more) {
    const known = texts.get(pointer);
    if (text === '') continue;
    const joined = known && known.text !== '' ? `${known.text}\n${text}` : text;
    texts.set(pointer, { text: joined, number: null, unit: known?.unit ?? null, at: known?.at ?? at });
  }
}
