// The cells of a document in one order, sheet under sheet, with what has been understood of them so far.
import type { Comment, PlacedCell, Section, Spot } from '../document-text/rows.js';
import type { DocumentPlace } from './raw-form.js';

export interface FormCell extends Omit<PlacedCell, 'spot' | 'hidden'> {
  readonly at: DocumentPlace;
}

export interface FormComment extends Omit<Comment, 'spot'> {
  readonly at: DocumentPlace;
}

export interface FormCells {
  /** By rows, from left to right. */
  readonly all: readonly FormCell[];
  /** What nobody sees, in rows, columns or sheets that are not shown: no part of the form. */
  readonly hidden: readonly FormCell[];
  /** By rows. */
  readonly comments: readonly FormComment[];
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

/** Where in the document, for those who look for it. */
function placeOf(spot: Spot, sheet: string | null): DocumentPlace {
  return 'cell' in spot ? { sheet: sheet ?? '', cell: spot.cell } : spot;
}

/** Line breaks are `\n`, and what is blank is left out, whatever spaces stand in it. `withHidden`: what is not shown is part of the form, too. */
export function toFormCells(sections: readonly Section[], withHidden = false): FormCells {
  const all: FormCell[] = [];
  const hidden: FormCell[] = [];
  const comments: FormComment[] = [];
  let above = 0;
  for (const section of sections) {
    const { name } = section;
    for (const { spot, hidden: isHidden, ...cell } of section.cells) {
      const text = cell.text.replace(/\r\n?/g, '\n');
      if (text.trim() === '') continue;
      (!withHidden && (isHidden || section.hidden) ? hidden : all).push({
        ...cell,
        row: above + cell.row,
        text,
        at: placeOf(spot, name),
      });
    }
    for (const { spot, row, ...comment } of section.comments)
      comments.push({ ...comment, row: above + row, at: placeOf(spot, name) });
    // A row is left empty, so that nothing goes on from one sheet to the next.
    above = Math.max(above, ...[all, hidden, comments].map((some) => some.at(-1)?.row ?? 0)) + 2;
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
    hidden,
    comments,
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
