// A document as rows of cells, whatever format it had, and the lines that are shown of them.
import { mostText } from './limits.js';
import { Unreadable } from './unreadable.js';

/** The texts of the cells that stand side by side, lines parted by `\n`; a paragraph outside of tables is a row of one cell. */
export type Row = readonly string[];

/** Where a cell is found again; numbers from 1. A paragraph outside of tables is a cell, too. */
export type Spot =
  | { readonly cell: string }
  | { readonly table: number; readonly row: number }
  | { readonly paragraph: number }
  | { readonly page: number; readonly line: number };

/** One that is not empty, with its place: rows and columns from 1, those of a Word document or a PDF counted through. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** As it stands, with its spaces and empty lines. */
  readonly text: string;
  /** As the file has it, where the cell holds a number. */
  readonly number: string | null;
  /** A program reckoned it, or is to. */
  readonly isFormula?: boolean;
  readonly spot: Spot;
  /** Its row or column is not shown. */
  readonly hidden?: boolean;
}

/** What somebody wrote beside the form, such as a reviewer: no part of what it says. */
export interface Comment {
  /** The row and place that it is about; of a PDF the nearest above it. */
  readonly row: number;
  readonly spot: Spot;
  /** Empty where nobody is named. */
  readonly author: string;
  readonly text: string;
}

/** A sheet, or the whole of a document that has none. */
export interface Section {
  /** The sheet's, where a document has sheets. */
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  /** By rows, from left to right. Of a PDF without lines around its cells each line is one, or as many as wide gaps part. */
  readonly cells: readonly PlacedCell[];
  readonly comments: readonly Comment[];
}

/**
 * One line a row, or several where its cells hold line breaks; nothing of what is empty. Formats differ in what they
 * keep of empty cells and of spaces at the ends of lines, so that neither is shown of any.
 */
export function rowLines(rows: readonly Row[]): readonly string[] {
  return rows
    .flatMap((row) =>
      row
        .map(trimLines)
        .filter((text) => text !== '')
        .join(' | ')
        .split('\n'),
    )
    .filter(isFilled);
}

/** By rows, the texts of those that are not left out. */
export function rowsOf(cells: readonly PlacedCell[]): readonly Row[] {
  const rows = new Map<number, string[]>();
  for (const { row, text } of cells) {
    const texts = rows.get(row);
    if (texts) texts.push(text);
    else rows.set(row, [text]);
  }
  return [...rows.values()];
}

/** Throws where texts add up to more than is handed on. */
export function countText(): (text: string) => void {
  let left = mostText;
  return (text) => {
    left -= text.length;
    if (left < 0) throw new Unreadable('too-large');
  };
}

function trimLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(isFilled)
    .join('\n');
}

function isFilled(line: string): boolean {
  return line !== '';
}
