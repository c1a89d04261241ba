// Writes the rows of a sheet once their places are known: their numbers, those of their cells, formulas, and what placeholders become.
// Everything else of a row (style, what programs of other makers keep there) stays as it is.

import type { Edit } from '../../../base/finding.js';
import { escapeXml } from '../../../base/xml.js';
import type { Cell } from '../../../compose/grid.js';
import { heightEdits, type NewHeight, type RowHeight, readHeight, type UsualHeight } from './height-attributes.js';
import type { Box } from './merges.js';
import { type Formula, moveFormula } from './move-references.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';
import type { MovesOf } from './site.js';
import { splice } from './splice.js';
import type { GrowingStrings } from './string-table.js';
import type { CellStyle, Styles } from './styles.js';
import { roomOf, type TextRoom } from './text-room.js';
import { addressAt, filledCell, writeCell } from './write-cell.js';
import { attributeOf, attributesOf, childOf, type Xml, type XmlElement } from './xml.js';

/** Where and with what a row is written. */
export interface RowAt {
  readonly row: number;
  readonly path: readonly number[];
  /** Of the copies of a row the first. */
  readonly isFirst: boolean;
  /** Null where the file says the same as before. */
  readonly height: NewHeight | null;
  /** By name; none for rows without placeholders. */
  readonly cells: ReadonlyMap<string, Cell> | null;
  readonly movesOf: MovesOf;
  readonly strings: GrowingStrings;
  readonly isDraft: boolean;
}

/** An edit that depends on where the row goes; null where there is nothing to change. */
export interface RowEdit {
  readonly start: number;
  readonly end: number;
  text(at: RowAt): string | null;
}

export interface RowPlan {
  readonly source: SheetRow;
  readonly edits: readonly RowEdit[];
  /** How many of its cells show shared strings and no placeholder. */
  readonly sharedTexts: number;
  readonly height: RowHeight;
  readonly texts: readonly TextRoom[];
}

/** A formula as it is to stand in its cell. */
export interface CellFormula {
  /** Null where it stays as it is. */
  readonly formula: Formula | null;
  /** What it is where nothing moves: of a formula that was filled down, written out. Null where that is as it is. */
  readonly written: string | null;
  /** The range of an array formula. */
  readonly array: {
    readonly top: number;
    readonly bottom: number;
    readonly print: (top: number, bottom: number) => string;
  } | null;
}

export interface RowContext {
  readonly sheet: Sheet;
  readonly placeholders: ReadonlySet<string>;
  /** By the name of the cell. */
  readonly formulas: ReadonlyMap<string, CellFormula>;
  /** Values of formulas that are no longer right are left out: the next program that opens the file calculates them. */
  readonly dropsValues: boolean;
  /** Cells whose text may only stand in the first copy: a merge over several copies begins there. */
  readonly once: ReadonlySet<string>;
  /** What a cell of a draft shows in place of its own text: an item of the shared strings. */
  readonly marked: ReadonlyMap<string, string>;
  readonly styles: Styles;
  readonly merges: ReadonlyMap<string, Box>;
  readonly usualHeight: UsualHeight;
  /** In points, of the columns from `left` to `right`. */
  widthOf(left: number, right: number): number;
}

export function planRow(source: SheetRow, context: RowContext): RowPlan {
  const { xml } = context.sheet;
  const edits: RowEdit[] = [];
  const number = attributeOf(xml, source.element, 'r');
  if (number) {
    edits.push({ start: number.from, end: number.to, text: ({ row }) => (row === source.row ? null : String(row)) });
  }
  const filled = source.cells.filter(({ name }) => context.placeholders.has(name));
  const isFilled = filled.length > 0;
  edits.push(...heightEdits(xml, source.element, isFilled));
  for (const cell of source.cells) edits.push(...cellEdits(cell, context));
  const sharedTexts = source.cells.filter(({ shared, name }) => shared !== null && !context.placeholders.has(name));
  const height = readHeight(xml, source.element, isFilled, context.usualHeight);
  return { source, edits, sharedTexts: sharedTexts.length, height, texts: textsOf(source, context) };
}

function textsOf({ cells }: SheetRow, context: RowContext): readonly TextRoom[] {
  const { placeholders, merges, widthOf } = context;
  if (placeholders.size === 0) return [];
  return cells.flatMap((cell) => {
    const room = cell.text === null ? null : roomOf(cell, styleOf(cell, context), merges, widthOf);
    return room ? [room] : [];
  });
}

function styleOf({ element }: SheetCell, { sheet, styles }: RowContext): CellStyle {
  return styles.of(attributeOf(sheet.xml, element, 's')?.value ?? null);
}

function cellEdits(cell: SheetCell, context: RowContext): readonly RowEdit[] {
  const { sheet, placeholders, formulas, dropsValues, once } = context;
  const { xml } = sheet;
  const { element, name } = cell;
  const whole = { start: element.start, end: element.end };
  if (placeholders.has(name)) {
    const { isText } = styleOf(cell, context);
    return [{ ...whole, text: (at) => filledCell(cell, at, isText, xml) }];
  }
  const isOnce = once.has(name);
  if (cell.text !== null && (isOnce || context.marked.has(name))) {
    const text = (at: RowAt): string | null => {
      if (isOnce && !at.isFirst) return writeCell(cell, at, null, xml);
      const item = at.isDraft && at.isFirst ? context.marked.get(name) : undefined;
      if (item === undefined && at.row === cell.row) return null;
      return writeCell(cell, at, item === undefined ? 'own' : { item }, xml);
    };
    return [{ ...whole, text }];
  }
  const edits: RowEdit[] = [];
  const address = attributeOf(xml, element, 'r');
  if (address) {
    const text = (at: RowAt) => (at.row === cell.row ? null : addressAt(cell, at));
    edits.push({ start: address.from, end: address.to, text });
  }
  if (!cell.formula) return edits;
  edits.push(...formulaEdits(cell, cell.formula, formulas.get(name), xml));
  const value = childOf(element, 'v');
  if (dropsValues && value) {
    edits.push({ start: value.start, end: value.end, text: () => '' });
    const type = attributeOf(xml, element, 't');
    if (type) edits.push({ start: type.start, end: type.end, text: () => '' });
  }
  return edits;
}

function formulaEdits(
  cell: SheetCell,
  element: XmlElement,
  found: CellFormula | undefined,
  xml: Xml,
): readonly RowEdit[] {
  if (!found) return [];
  const { formula, written, array } = found;
  const moved = ({ path, movesOf }: RowAt) => (formula ? moveFormula(formula, { path, anchor: 1 }, movesOf) : written);
  if (written !== null) {
    const head = `<${element.name}${attributesOf(xml, element)
      .filter(({ name }) => !['t', 'ref', 'si'].includes(name))
      .map(({ start, end }) => xml.text.slice(start, end))
      .join('')}>`;
    const text = (at: RowAt) => `${head}${escapeXml(moved(at) ?? '')}</${element.name}>`;
    return [{ start: element.start, end: element.end, text }];
  }
  const edits: RowEdit[] = [];
  const range = array && attributeOf(xml, element, 'ref');
  if (range && array) {
    const { top, bottom, print } = array;
    const text = (at: RowAt) =>
      at.row === cell.row ? null : print(top + at.row - cell.row, bottom + at.row - cell.row);
    edits.push({ start: range.from, end: range.to, text });
  }
  if (formula) {
    edits.push({ start: element.opened, end: element.closed, text: (at) => escapeXml(moved(at) ?? '') });
  }
  return edits;
}

/** The row as it stands at a place, all of its text. */
export function rowText({ source, edits }: RowPlan, at: RowAt, { text }: Xml): string {
  const { start, end } = source.element;
  return splice(text, made(edits, at), start, end);
}

/** What changes in a row that stands once. */
export function made(edits: readonly RowEdit[], at: RowAt): readonly Edit[] {
  return edits.flatMap((edit) => {
    const text = edit.text(at);
    return text === null ? [] : [{ start: edit.start, end: edit.end, text }];
  });
}
