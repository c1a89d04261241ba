// Reads the formulas of a sheet's cells for how they move: those that were filled down are written out, each for its own cell.
import { printRange, readRange } from './addresses.js';
import { type Piece, parseFormula, printFormula, translate } from './formula.js';
import { moveMessages } from './messages.js';
import { checkFormula, isSaid, readFormula, type Use } from './move-references.js';
import type { CellFormula } from './rows.js';
import type { Sheet, SheetCell } from './sheet.js';
import type { Collector } from './site.js';
import { inSheet } from './where.js';
import { attributeValue, textOf, type XmlElement } from './xml.js';

/** By the name of the cell; those of which nothing changes are left out. */
export function cellFormulas(sheet: Sheet, collector: Collector): ReadonlyMap<string, CellFormula> {
  const { xml, name } = sheet;
  const found = new Map<string, CellFormula>();
  const groups = new Map<string, SheetCell[]>();
  for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
    const { formula } = cell;
    if (!formula) continue;
    const type = attributeValue(xml, formula, 't');
    if (type === 'shared') {
      const group = attributeValue(xml, formula, 'si') ?? '';
      groups.set(group, [...(groups.get(group) ?? []), cell]);
    } else if (type === 'dataTable') {
      if (collector.blocks.of(name).length > 0) collector.report(whereOf(cell, name), moveMessages.dataTable());
    } else {
      const array = type === 'array' ? arrayOf(cell, formula, sheet, collector) : null;
      const read = readFormula(textOf(xml, formula), useOf(cell, name), collector.blocks);
      if (isSaid(read)) collector.report(whereOf(cell, name), read);
      else if (read || array) found.set(cell.name, { formula: read, written: null, array });
    }
  }
  for (const cells of groups.values()) {
    for (const [cell, formula] of sharedFormulas(cells, sheet, collector)) found.set(cell, formula);
  }
  return found;
}

function useOf({ row }: SheetCell, sheet: string): Use {
  return { kind: 'cell', sheet, row };
}

function whereOf({ name, row, column }: SheetCell, sheet: string) {
  return inSheet(sheet, name, row, column);
}

function arrayOf(
  cell: SheetCell,
  formula: XmlElement,
  { xml, name }: Sheet,
  { blocks, report }: Collector,
): CellFormula['array'] {
  const range = readRange(attributeValue(xml, formula, 'ref') ?? '');
  const own = blocks.of(name);
  if (own.length === 0 || !range?.top || !range.bottom) return null;
  const { top, bottom } = range;
  const isWhole = top === bottom || own.every(({ first, last }) => bottom < first || last < top);
  if (!isWhole || top !== cell.row) report(whereOf(cell, name), moveMessages.array());
  return { top, bottom, print: (first, last) => printRange({ ...range, top: first, bottom: last }) };
}

/** The first cell has the formula, the others are told by how far they stand from it. */
function sharedFormulas(
  cells: readonly SheetCell[],
  { xml, name }: Sheet,
  collector: Collector,
): readonly (readonly [string, CellFormula])[] {
  const master = cells.find(({ formula }) => formula && textOf(xml, formula) !== '');
  const pieces = master?.formula ? parseFormula(textOf(xml, master.formula)) : null;
  const isMoving = collector.blocks.of(name).length > 0;
  if (!master) return [];
  if (!pieces) {
    if (isMoving)
      collector.report(whereOf(master, name), moveMessages.unreadable(textOf(xml, master.formula as XmlElement)));
    return [];
  }
  const made: (readonly [string, CellFormula])[] = [];
  let moves = isMoving;
  for (const cell of cells) {
    const own: readonly Piece[] | null = translate(pieces, cell.row - master.row, cell.column - master.column);
    const checked = own && checkFormula(own, useOf(cell, name), collector.blocks);
    if (!own) collector.report(whereOf(cell, name), moveMessages.shared());
    else if (isSaid(checked)) collector.report(whereOf(cell, name), checked);
    else made.push([cell.name, { formula: checked, written: printFormula(own), array: null }]);
    moves ||= checked !== null;
  }
  return moves ? made : [];
}
