// Writes a cell of a filled sheet: a number, a text, or nothing, in whatever form the file keeps its texts.
import { type Cell, cellText } from '../../../compose/grid.js';
import { columnLetters } from '../columns.js';
import { isNumber, numberOf, textElement } from '../content.js';
import type { RowAt } from './rows.js';
import type { SheetCell } from './sheet.js';
import { withPrefix } from './string-table.js';
import { attributesOf, prefixOf, type Xml } from './xml.js';

/** What a cell becomes. `isText`: its number format says that it holds texts. */
export function printedValue(printed: Cell, isText: boolean): { readonly number: string } | { readonly text: string } {
  const number = !isText && isNumber(printed) ? numberOf(printed) : null;
  return number === null ? { text: cellText(printed) } : { number };
}

export function filledCell(cell: SheetCell, at: RowAt, isText: boolean, xml: Xml): string {
  const printed = at.cells?.get(cell.name);
  const value = printed ? printedValue(printed, isText) : { text: '' };
  if ('number' in value) return writeCell(cell, at, value, xml);
  const { text } = value;
  if (text !== '' && cell.shared !== null) at.strings.count(1);
  return writeCell(cell, at, text === '' ? null : { item: textElement(text) }, xml);
}

/** A cell with another content, `own` with the one it has: its style and whatever else it has stay. */
export function writeCell(
  { element, shared, ...cell }: SheetCell,
  at: RowAt,
  content: { readonly item: string } | { readonly number: string } | 'own' | null,
  xml: Xml,
): string {
  const prefix = prefixOf(element);
  const attributes = attributesOf(xml, element)
    .filter(({ name }) => name !== 't' || content === 'own')
    .map(({ name, start, end }) => (name === 'r' ? ` r="${addressAt(cell, at)}"` : xml.text.slice(start, end)));
  const head = `<${element.name}${attributes.join('')}`;
  const value = (type: string, inner: string) => `${head}${type}>${withPrefix(inner, prefix)}</${element.name}>`;
  if (content === null) return `${head}/>`;
  if (content === 'own') return value('', xml.text.slice(element.opened, element.closed));
  if ('number' in content) return value('', `<v>${content.number}</v>`);
  if (shared === null) return value(' t="inlineStr"', `<is>${content.item}</is>`);
  return value(' t="s"', `<v>${at.strings.numberOf(content.item)}</v>`);
}

export function addressAt({ column }: Pick<SheetCell, 'column'>, { row }: Pick<RowAt, 'row'>): string {
  return `${columnLetters(column)}${row}`;
}
