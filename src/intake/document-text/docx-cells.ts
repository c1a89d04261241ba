// Keeps where the cells of a Word document stand, and their text as it is, while the document is read: its rows counted through, columns by
// what cells and rows say of the grid that they skip. A table within a cell gives rows of its own, below that of the cell.
import type { PlacedCell } from './rows.js';

/** Told of each beginning and end, in the order of the document. */
export interface CellPlaces {
  openTable(): void;
  closeTable(): void;
  openRow(): void;
  openCell(): void;
  /** A property of the row or cell at hand. */
  property(name: string, value: string | undefined): void;
  /** Empty ones too. */
  paragraph(text: string): void;
  closeCell(isHidden: boolean): void;
  closeRow(isGone: boolean): void;
  /** Where what is under way stands. */
  here(): Pick<PlacedCell, 'row' | 'spot'>;
  cells(): readonly PlacedCell[];
}

type GrowingCell = PlacedCell & { rows: number };

interface TableUnderWay {
  readonly number: number;
  rows: number;
  row: RowUnderWay;
  /** The lowest cell so far of each column, which the next one may belong to; null for an empty one. */
  readonly lowest: Map<number, GrowingCell | null>;
}

interface RowUnderWay {
  /** Counted through all tables. */
  readonly number: number;
  readonly cells: GrowingCell[];
  column: number;
  span: number;
  paragraphs: string[] | null;
}

export function cellPlaces(): CellPlaces {
  const placed: PlacedCell[] = [];
  const tables: TableUnderWay[] = [];
  let allTables = 0;
  let allRows = 0;
  let paragraphs = 0;

  const newRow = (number: number): RowUnderWay => ({ number, cells: [], column: 1, span: 1, paragraphs: null });
  const table = () => tables.at(-1);

  return {
    openTable() {
      allTables += 1;
      tables.push({ number: allTables, rows: 0, row: newRow(allRows), lowest: new Map() });
    },
    closeTable() {
      tables.pop();
    },
    openRow() {
      const current = table();
      if (!current) return;
      allRows += 1;
      current.rows += 1;
      current.row = newRow(allRows);
    },
    openCell() {
      const row = table()?.row;
      if (row) Object.assign(row, { span: 1, paragraphs: [] });
    },
    property(name, value) {
      const row = table()?.row;
      const columns = Math.min(Math.max(Number(value) || 0, 0), 1000);
      if (row && name === 'gridSpan') row.span = Math.max(columns, 1);
      if (row && name === 'gridBefore') row.column += columns;
    },
    paragraph(text) {
      const current = table()?.row.paragraphs;
      if (current) current.push(text);
      else if (text !== '') {
        allRows += 1;
        paragraphs += 1;
        const spot = { paragraph: paragraphs };
        placed.push({ row: allRows, column: 1, rows: 1, columns: 1, text, number: null, spot });
      }
    },
    closeCell(isHidden) {
      const current = table();
      if (!current) return;
      const { row, number, rows, lowest } = current;
      const text = (row.paragraphs ?? []).join('\n');
      const above = lowest.get(row.column);
      const spot = { table: number, row: rows };
      const place = { row: row.number, column: row.column, rows: 1, columns: row.span };
      const cell = text === '' ? null : { ...place, text, number: null, spot };
      if (!isHidden) lowest.set(row.column, cell);
      else if (above) above.rows = row.number - above.row + 1;
      if (cell && !isHidden) row.cells.push(cell);
      row.column += row.span;
      row.paragraphs = null;
    },
    closeRow(isGone) {
      if (!isGone) placed.push(...(table()?.row.cells ?? []));
    },
    here() {
      const current = table();
      return current
        ? { row: current.row.number, spot: { table: current.number, row: current.rows } }
        : { row: allRows + 1, spot: { paragraph: paragraphs + 1 } };
    },
    cells: () => placed.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
