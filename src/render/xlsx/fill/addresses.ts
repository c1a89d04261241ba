// Reads and prints the addresses of cells and ranges, as attributes have them: without `$` and sheet.
import { columnLetters } from '../columns.js';

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** From 1. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** Whole columns have no rows, whole rows no columns. */
export interface Range {
  readonly top: number | null;
  readonly bottom: number | null;
  readonly left: number | null;
  readonly right: number | null;
}

/** `AA` is 27; 0 where there is no such column. */
export function columnNumber(letters: string): number {
  const number = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number <= lastColumn ? number : 0;
}

/** Null for what is no address of a cell. */
export function readAddress(text: string): Address | null {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text) ?? [];
  const [row, column] = [Number(digits), columnNumber(letters)];
  return row >= 1 && row <= lastRow && column >= 1 ? { row, column } : null;
}

/** `B5`, `B5:C9`, `B:C`, `5:9`; null for anything else. */
export function readRange(text: string): Range | null {
  const [from = '', to = from, ...more] = text.split(':');
  if (more.length > 0) return null;
  const [first, second] = [readAddress(from), readAddress(to)];
  if (first && second) {
    const [top, bottom] = inOrder(first.row, second.row);
    const [left, right] = inOrder(first.column, second.column);
    return { top, bottom, left, right };
  }
  if (!text.includes(':')) return null;
  if (/^\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}$/.test(text)) {
    const [top, bottom] = inOrder(Number(from.replace('$', '')), Number(to.replace('$', '')));
    return bottom <= lastRow ? { top, bottom, left: null, right: null } : null;
  }
  if (/^\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}$/.test(text)) {
    const [left, right] = inOrder(columnNumber(from.replace('$', '')), columnNumber(to.replace('$', '')));
    return left >= 1 ? { top: null, bottom: null, left, right } : null;
  }
  return null;
}

function inOrder(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** The ranges of a list parted by spaces; null where one of them is none. */
export function readRanges(text: string): readonly Range[] | null {
  const ranges = text.trim().split(/\s+/).map(readRange);
  return ranges.includes(null) ? null : (ranges as readonly Range[]);
}

export function printAddress({ row, column }: Address): string {
  return `${columnLetters(column)}${row}`;
}

export function printRange({ top, bottom, left, right }: Range): string {
  const corner = (column: number | null, row: number | null) =>
    `${column === null ? '' : columnLetters(column)}${row === null ? '' : row}`;
  const [from, to] = [corner(left, top), corner(right, bottom)];
  return from === to && top !== null && left !== null ? from : `${from}:${to}`;
}
