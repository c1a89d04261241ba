// Reads one sheet of a workbook: its cells that are not empty, row by row. A merged range shows what stands in its first cell, once.
import { mostCells, mostComparisons } from './limits.js';
import { isOn, readXml } from './read-xml.js';
import type { PlacedCell } from './rows.js';
import { spreadsheet, textPieces, unescapeCharacters } from './shared-strings.js';
import { Unreadable } from './unreadable.js';

/** What a sheet needs to know of its workbook. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** The text of a number, by the number of its cell's style. */
  readonly printNumber: (raw: string, style: string | undefined) => string;
  readonly count: (text: string) => void;
}

const mostColumns = 16_384;

/** Rows and columns from 1. */
interface Position {
  readonly row: number;
  readonly column: number;
}

interface SheetCell extends Position {
  readonly text: string;
  readonly number: string | null;
  readonly isFormula: boolean;
}

interface Range {
  readonly first: Position;
  readonly last: Position;
}

export async function readSheet(
  part: Uint8Array,
  { strings, printNumber, count }: SheetContext,
): Promise<readonly PlacedCell[]> {
  const cells: SheetCell[] = [];
  const ranges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Uint8Array(mostColumns + 1);
  const inline = textPieces();
  let here: Position = { row: 0, column: 0 };
  let type: string | undefined;
  let style: string | undefined;
  let value = '';
  let inValue = false;
  let formula = '';
  let inFormula = false;
  let isFormula = false;

  const textOf = (): string => {
    const text = inline.take();
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'inlineStr') return text;
    if (type === 'str') return unescapeCharacters(value);
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    return type === undefined || type === 'n' ? printNumber(value, style) : value;
  };

  await readXml(part, spreadsheet, {
    open(name, attributes) {
      inline.open(name);
      if (name === 'row') {
        here = { row: Number(attributes('r') ?? here.row + 1), column: 0 };
        if (isOn(attributes('hidden'))) hiddenRows.add(here.row);
      } else if (name === 'col') {
        if (isOn(attributes('hidden'))) hiddenColumns.fill(1, Number(attributes('min')), Number(attributes('max')) + 1);
      } else if (name === 'c') {
        here = toPosition(attributes('r')) ?? { row: here.row, column: here.column + 1 };
        type = attributes('t');
        style = attributes('s');
        value = '';
        formula = '';
        isFormula = false;
      } else if (name === 'v') inValue = true;
      else if (name === 'f') {
        inFormula = true;
        isFormula = true;
      } else if (name === 'mergeCell') {
        const range = toRange(attributes('ref') ?? '');
        if (range) ranges.push(range);
      }
    },
    text(text) {
      if (inValue) value += text;
      else if (inFormula) formula += text;
      else inline.text(text);
    },
    close(name) {
      inline.close(name);
      if (name === 'v') inValue = false;
      if (name === 'f') inFormula = false;
      if (name !== 'c') return;
      const isNumber = value !== '' && (type === undefined || type === 'n');
      // A formula that nobody has reckoned yet is all that stands there: programs take a text that begins with = for one.
      const unreckoned = formula === '' ? '' : `=${formula}`;
      const text = value === '' && type !== 'inlineStr' ? unreckoned : textOf();
      if (text === '') return;
      count(text);
      cells.push({ ...here, text, number: isNumber ? value : null, isFormula });
      if (cells.length > mostCells) throw new Unreadable('too-large');
    },
  });
  if (cells.length * ranges.length > mostComparisons) throw new Unreadable('too-large');
  const shown = cells.filter((cell) => !ranges.some((range) => isCovered(cell, range)));
  const rangeAt = new Map(ranges.map((range) => [addressOf(range.first), range]));
  return shown
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => {
      const address = addressOf(cell);
      const { first, last } = rangeAt.get(address) ?? { first: cell, last: cell };
      const [rows, columns] = [last.row - first.row + 1, last.column - first.column + 1];
      const hidden =
        (hiddenRows.has(first.row) && hiddenRows.has(last.row)) ||
        (hiddenColumns[first.column] === 1 && hiddenColumns[last.column] === 1);
      return { ...cell, rows, columns, spot: { cell: address }, hidden };
    });
}

/** Whether a merged range hides the cell. */
function isCovered({ row, column }: Position, { first, last }: Range): boolean {
  if (row < first.row || row > last.row || column < first.column || column > last.column) return false;
  return row !== first.row || column !== first.column;
}

function toRange(reference: string): Range | null {
  const [from, to] = reference.split(':');
  const first = toPosition(from);
  const last = toPosition(to ?? from);
  return first && last && { first, last };
}

/** `B7` */
export function toPosition(reference: string | undefined): Position | null {
  const [, letters, row] = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(reference ?? '') ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

function addressOf({ row, column }: Position): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
