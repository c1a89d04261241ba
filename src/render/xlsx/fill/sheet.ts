// Reads what stands in the rows of a sheet: where each cell is, its text, its formula.
import { columnLetters } from '../columns.js';
import { readAddress } from './addresses.js';
import { workbookMessages } from './messages.js';
import type { StringTable } from './string-table.js';
import { stringOf } from './string-table.js';
import { Unfillable } from './unfillable.js';
import { attributeValue, childOf, childrenOf, textOf, type Xml, type XmlElement } from './xml.js';

export interface SheetCell {
  readonly element: XmlElement;
  readonly row: number;
  readonly column: number;
  /** Such as B5. */
  readonly name: string;
  /** Null for what holds no text, or calculates it. */
  readonly text: string | null;
  /** The text is one of the workbook's shared strings, by its number there. */
  readonly shared: number | null;
  readonly formula: XmlElement | null;
}

export interface SheetRow {
  readonly element: XmlElement;
  readonly row: number;
  /** From left to right. */
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly xml: Xml;
  readonly data: XmlElement;
  /** From top to bottom. */
  readonly rows: readonly SheetRow[];
}

export function readSheet(name: string, xml: Xml, strings: StringTable): Sheet {
  const { part, root } = xml;
  const data = childOf(root, 'sheetData');
  if (!data) throw new Unfillable(workbookMessages.damagedPart(part));
  let last = 0;
  const rows = childrenOf(data, 'row').map((element): SheetRow => {
    const row = Number(attributeValue(xml, element, 'r') ?? last + 1);
    if (!(row > last)) throw new Unfillable(workbookMessages.damagedPart(part));
    last = row;
    return { element, row, cells: readCells(xml, element, row, strings) };
  });
  return { name, part, xml, data, rows };
}

function readCells(xml: Xml, element: XmlElement, row: number, strings: StringTable): readonly SheetCell[] {
  let last = 0;
  const cells = childrenOf(element, 'c').map((cell): SheetCell => {
    const column = readAddress(attributeValue(xml, cell, 'r') ?? '')?.column ?? last + 1;
    last = column;
    const type = attributeValue(xml, cell, 't');
    const formula = childOf(cell, 'f');
    const value = childOf(cell, 'v');
    const inline = childOf(cell, 'is');
    const shared = type === 's' && value ? Number(xml.text.slice(value.opened, value.closed)) : null;
    let text: string | null = null;
    if (formula) text = null;
    else if (shared !== null) text = strings.texts[shared] ?? '';
    else if (type === 'inlineStr' && inline) text = stringOf(xml, inline);
    // Excel calculates such texts; other programs write plain ones so.
    else if (type === 'str' && value) text = textOf(xml, value);
    return { element: cell, row, column, name: `${columnLetters(column)}${row}`, text, shared, formula };
  });
  return cells.sort((a, b) => a.column - b.column);
}
