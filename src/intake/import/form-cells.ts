// The cells of a document in one order, sheet under sheet, with what has been understood of them so far.
import type { PlacedCell, Section } from '../document-text/rows.js';
import type { DocumentPlace } from './raw-form.js';

export interface FormCell extends Omit<PlacedCell, 'spot'> {
  readonly at: DocumentPlace;
}

export interface FormCells {
  /** By rows, from left to right. */
  readonly all: readonly FormCell[];
  /** The numbers of the rows that hold anything, in order. */
  readonly rows: readonly number[];
  readonly lastRow: number;
  inRow(row: number): readonly FormCell[];
  /** Those of a row that nothing was read from. */
  left(row: number): readonly FormCell[];
  isUsed(cell: FormCell): boolean;
  /** `pointer`: the field that was read from it; null for labels and words of the form. */
  use(cell: FormCell, pointer: string | null): void;
  pointerOf(cell: FormCell): string | null;
}

/** Line breaks are `\n`, and what is blank is left out, whatever spaces stand in it. */
export function toFormCells(sections: readonly Section[]): FormCells {
  const all: FormCell[] = [];
  let above = 0;
  for (const { name, cells } of sections) {
    for (const { spot, ...cell } of cells ?? []) {
      const text = cell.text.replace(/\r\n?/g, '\n');
      if (text.trim() === '') continue;
      const at: DocumentPlace = 'cell' in spot ? { sheet: name ?? '', cell: spot.cell } : spot;
      all.push({ ...cell, row: above + cell.row, text, at });
    }
    // A row is left empty, so that nothing goes on from one sheet to the next.
    above = (all.at(-1)?.row ?? above) + 2;
  }
  const rows = new Map<number, FormCell[]>();
  for (const cell of all) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const used = new Map<FormCell, string | null>();
  const inRow = (row: number) => rows.get(row) ?? [];
  return {
    all,
    rows: [...rows.keys()],
    lastRow: all.at(-1)?.row ?? 0,
    inRow,
    left: (row) => inRow(row).filter((cell) => !used.has(cell)),
    isUsed: (cell) => used.has(cell),
    use(cell, pointer) {
      used.set(cell, pointer);
    },
    pointerOf: (cell) => used.get(cell) ?? null,
  };
}

/** Whether two cells stand in the same columns, at least in part. */
export function isUnder(cell: FormCell, above: Pick<FormCell, 'column' | 'columns'>): boolean {
  return cell.column < above.column + above.columns && above.column < cell.column + cell.columns;
}
