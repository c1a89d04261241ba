// What an import knows of a form, all of it told by the form's own template: which label names which value, how lists are printed, which
// table has which heads. map-form.ts makes it.
import type { Field, Form } from '../../check/form.js';
import type { ItemPrint } from './item-print.js';

/** A text as the template prints it: words of its own, and fields. */
export type Printed = readonly (string | Slot)[];

/** Where a field is printed. */
export interface Slot {
  /** Of the field in the declaration; of a row's value within its item: `/名称`. */
  readonly pointer: string;
  readonly field: Field;
  /** How the items follow each other, where a list stands in one cell. */
  readonly items: ItemPrint | null;
}

/** A cell that names the cells behind it up to the next label, or those below; or itself, whose first words are its label. */
export interface Labelled {
  readonly kind: 'labelled';
  /** As printed: `项目总金额（中期规划，元）：`. */
  readonly label: string;
  readonly where: 'beside' | 'below' | 'within';
  /** A cell each, in order; more than one where a label stands before several. */
  readonly values: readonly Printed[];
}

/** Rows of a list, or of several lists one below the other. */
export interface ListTable {
  readonly kind: 'table';
  /** The head's label over each column; null where none stands. */
  readonly heads: readonly (string | null)[];
  readonly rows: readonly ListRow[];
}

/** How each item of one list is printed. Columns count from 0. */
export interface ListRow {
  /** Of the list. */
  readonly pointer: string;
  readonly list: Field;
  /** What tells the list's rows from others: `产出指标` in column 0, `*数量指标` in column 1. */
  readonly labels: readonly { readonly column: number; readonly text: string }[];
  readonly values: readonly { readonly column: number; readonly printed: Printed }[];
}

/** What names no field: a note, or a heading. */
export interface Remark {
  readonly kind: 'remark';
  readonly text: string;
}

export type FormPart = Labelled | ListTable | Remark;

export interface FormMap {
  readonly form: Form;
  /** A field may stand in the title, such as the year. */
  readonly title: Printed;
  /** What is printed at the foot of pages, with `{page}` and `{pages}`. */
  readonly footer: string;
  /** In the form's order. */
  readonly parts: readonly FormPart[];
  /** Of an authority's own workbook, its comments and what its other sheets say; what formulas reckon is its own matter, too. */
  readonly asIs: ReadonlySet<string> | null;
}

/** Names a text of a sheet among what is as it is. */
export function asIsKey(sheet: string | null, text: string): string {
  return `${sheet ?? ''}\n${text}`;
}
