// What a document says in the places of a form, as texts: read by read-cells.ts or read-lines.ts, understood by to-declaration.ts.
import type { Finding } from '../../base/finding.js';
import type { FormMap } from './form-map.js';

/** Where in a document a text stands; numbers from 1. */
export type DocumentPlace =
  | { readonly sheet: string; readonly cell: string }
  | { readonly table: number; readonly row: number }
  | { readonly paragraph: number }
  | { readonly page: number; readonly line: number }
  | { readonly line: number };

export interface RawText {
  /** With its line breaks as `\n`; may be empty, where the place is there and nothing stands in it. */
  readonly text: string;
  /** Exact, where a cell holds a number: its format may show fewer decimals. */
  readonly number: string | null;
  /** Of an amount, as its label says: `万元`; null where that says none. */
  readonly unit: string | null;
  readonly at: DocumentPlace;
}

/** By the pointers of a form map's slots: of a list in one cell, all of its text under the list's pointer. */
export type RawTexts = ReadonlyMap<string, RawText>;

/** What nobody understood, and what somebody wrote beside the form. */
export interface Leftover {
  readonly text: string;
  readonly at: DocumentPlace;
  /** The field read last before it: where a comment about it belongs; null at the top. */
  readonly after: string | null;
  /** Whose comment it is, empty where nobody is named; null for what the form itself says. */
  readonly by: string | null;
}

export interface RawForm {
  readonly map: FormMap;
  /** Of amounts whose labels say none; null where the document says none either. */
  readonly unit: string | null;
  /** How the form was told: by its title, or by the share of its labels that were found. */
  readonly told: { readonly by: 'title' } | { readonly by: 'labels'; readonly found: number; readonly of: number };
  readonly texts: RawTexts;
  /** By the pointer of a list in a table, its rows in order, each by the pointers within an item. */
  readonly rows: ReadonlyMap<string, readonly RawTexts[]>;
  readonly leftovers: readonly Leftover[];
  /** What the reader had to decide and a person should look at. */
  readonly findings: readonly Finding[];
}
