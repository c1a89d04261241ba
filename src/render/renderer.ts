// What every renderer is: a pure function from grid and theme to the bytes of one document.
import type { Outcome } from '../base/finding.js';
import type { Grid } from '../compose/grid.js';
import type { Theme } from '../compose/theme.js';

/** What a document says about itself. Nothing in it depends on the machine or the day. */
export interface Meta {
  /** Title of the document: the form's title and the project's name. */
  readonly title: string;
  /** The applying unit, or null. */
  readonly author: string | null;
  /** 项目编码, or null. */
  readonly code: string | null;
  /** 年度, or null. */
  readonly year: string | null;
  /** Creation and modification date of the document. */
  readonly date: Date;
  /** Hex SHA-256 over everything the document was made from. */
  readonly digest: string;
  /** Null where no one declaration stands behind it: a blank form, a review of two states. */
  readonly origin: Origin | null;
}

/** What a document can be held against later. Never the source's name: a declaration that was only moved has the same documents. */
export interface Origin {
  /** The bytes of the declaration's file. */
  readonly source: Uint8Array;
  /** Hex SHA-256 of these. */
  readonly digest: string;
  /** Hex SHA-256 of the template's file. */
  readonly template: string;
  /** Version of the tool: its name with a digest differs between the compiled tool and its sources, whose documents do not. */
  readonly tool: string;
}

/** Findings of a renderer carry the cell's field as pointer and no place: it knows no source. */
export interface Renderer {
  readonly format: Format;
  readonly extension: string;
  render(grid: Grid, theme: Theme, meta: Meta): Promise<Outcome<Uint8Array>>;
}

export const formats = ['pdf', 'docx', 'xlsx', 'html'] as const;
export type Format = (typeof formats)[number];
