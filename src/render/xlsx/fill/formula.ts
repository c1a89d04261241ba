// Takes a formula apart into its references to cells and what stands between, so that rows can be moved in it and nothing else changes.
// The grammar is that of ECMA-376, 18.17, as files have it: English names, commas, references of the kind A1.
import { columnLetters } from '../columns.js';
import { columnNumber, lastColumn, lastRow } from './addresses.js';

export interface Corner {
  /** `$B` or nothing. */
  readonly column: string;
  /** The row has a `$`. */
  readonly fixed: boolean;
  readonly row: number;
}

export interface Reference {
  readonly kind: 'reference';
  readonly text: string;
  /** As written, with its `!`; empty for the formula's own sheet. */
  readonly qualifier: string;
  /** One sheet, or the first and last of several; empty for the formula's own. */
  readonly sheets: readonly string[];
  readonly from: Corner;
  readonly to: Corner | null;
}

export interface Other {
  /** `function` is followed by its bracket, `string` is in quotes, `table` stands in square brackets. */
  readonly kind: 'string' | 'name' | 'function' | 'table' | 'columns' | 'sign';
  readonly text: string;
  /** Of columns and names. */
  readonly sheets?: readonly string[];
}

export type Piece = Reference | Other;

const quoted = "'(?:[^']|'')+'!";
const bare = String.raw`(?:\[[^\]]*\])?[\p{L}\p{N}_.\\]+(?::[\p{L}\p{N}_.\\]+)?!`;
const qualifier = new RegExp(`${quoted}|${bare}`, 'uy');
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const column = String.raw`\$?[A-Za-z]{1,3}`;
const row = String.raw`\$?[1-9][0-9]{0,6}`;
/** No more of a name, a number or a call may follow. */
const end = String.raw`(?![\p{L}\p{N}_.\\(!\[?])`;
const reference = new RegExp(`(?:${cell}:${cell}|${column}:${column}|${row}:${row}|${cell})${end}`, 'uy');

const others: readonly (readonly [Other['kind'], RegExp])[] = [
  ['string', /"(?:[^"]|"")*"/y],
  ['sign', /#(?:REF|DIV\/0|N\/A|NAME\?|NULL|NUM|VALUE|SPILL!?|CALC!?|GETTING_DATA|FIELD|BLOCKED|CONNECT|UNKNOWN)!?/y],
  ['sign', /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![\p{L}\p{N}_.])/uy],
  ['function', /[\p{L}_\\][\p{L}\p{N}_.\\?]*(?=\()/uy],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy],
  ['sign', /[-+*/^&=<>%(),;:{}@#!\s]/y],
];

/** Null for what cannot be taken apart whole. */
export function parseFormula(text: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  while (at < text.length) {
    const sheet = match(qualifier) ?? '';
    const start = at;
    at += sheet.length;
    const piece = toReference(sheet, match(reference)) ?? toOther(sheet, text, at, match);
    if (!piece) return null;
    pieces.push(piece);
    at = start + piece.text.length;
  }
  return pieces;
}

function toReference(sheet: string, found: string | null): Piece | null {
  if (found === null) return null;
  const [first = '', second] = found.split(':');
  const [from, to] = [toCorner(first), second === undefined ? null : toCorner(second)];
  if (from === undefined || to === undefined) return null;
  const text = sheet + found;
  const sheets = sheetsOf(sheet);
  // Other workbooks do not move, and columns have no rows.
  if (from === null || sheets === null)
    return { kind: sheets === null ? 'sign' : 'columns', text, sheets: sheets ?? [] };
  return { kind: 'reference', text, qualifier: sheet, sheets, from, to };
}

/** Null for a column, undefined for what no sheet has. */
function toCorner(text: string): Corner | null | undefined {
  const [, column = '', dollar = '', digits = ''] = /^(\$?[A-Za-z]*)(\$?)([0-9]*)$/.exec(text) ?? [];
  if (column !== '' && column !== '$' && columnNumber(column.replace('$', '')) === 0) return undefined;
  if (digits === '') return null;
  const number = Number(digits);
  if (number > lastRow) return undefined;
  return column === '$' ? { column: '', fixed: true, row: number } : { column, fixed: dollar === '$', row: number };
}

/** Null for the sheet of another workbook. */
function sheetsOf(qualifier: string): readonly string[] | null {
  if (qualifier === '') return [];
  const name = qualifier.startsWith("'") ? qualifier.slice(1, -2).replaceAll("''", "'") : qualifier.slice(0, -1);
  return name.includes('[') ? null : name.split(':');
}

function toOther(sheet: string, text: string, at: number, match: (pattern: RegExp) => string | null): Other | null {
  // A table's columns may hold anything, with an apostrophe before a bracket.
  if (text[at] === '[' && sheet === '') {
    const table = bracketed(text, at);
    return table === null ? null : { kind: 'table', text: table };
  }
  for (const [kind, pattern] of others) {
    const found = match(pattern);
    if (found === null) continue;
    if (sheet === '') return { kind, text: found };
    if (kind === 'name' || kind === 'function') return { kind, text: sheet + found, sheets: sheetsOf(sheet) ?? [] };
    return found.startsWith('#REF') ? { kind: 'sign', text: sheet + found } : null;
  }
  return null;
}

function bracketed(text: string, start: number): string | null {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'") at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return null;
}

/** The formula of a cell that stands so many rows and columns further, as filling down and to the right makes it; null beyond the sheet. */
export function translate(pieces: readonly Piece[], rows: number, columns: number): readonly Piece[] | null {
  const moved: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'columns') {
      const ends = piece.text.slice(piece.text.lastIndexOf('!') + 1).split(':');
      const shifted = ends.map((one) => shiftColumn(one, columns));
      if (shifted.includes(null)) return null;
      moved.push({ ...piece, text: `${piece.text.slice(0, piece.text.lastIndexOf('!') + 1)}${shifted.join(':')}` });
    } else if (piece.kind === 'reference') {
      const from = shiftCorner(piece.from, rows, columns);
      const to = piece.to && shiftCorner(piece.to, rows, columns);
      if (!from || (piece.to && !to)) return null;
      moved.push({ ...piece, from, to, text: printReference(piece.qualifier, from, to) });
    } else moved.push(piece);
  }
  return moved;
}

function shiftCorner(corner: Corner, rows: number, columns: number): Corner | null {
  const column = shiftColumn(corner.column, columns);
  const row = corner.fixed ? corner.row : corner.row + rows;
  return column === null || row < 1 || row > lastRow ? null : { ...corner, column, row };
}

function shiftColumn(text: string, by: number): string | null {
  if (text === '' || text.startsWith('$') || by === 0) return text;
  const number = columnNumber(text) + by;
  return number < 1 || number > lastColumn ? null : columnLetters(number);
}

export function printReference(qualifier: string, from: Corner, to: Corner | null): string {
  const corner = ({ column, fixed, row }: Corner) => `${column}${fixed ? '$' : ''}${row}`;
  return `${qualifier}${corner(from)}${to ? `:${corner(to)}` : ''}`;
}

export function printFormula(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
