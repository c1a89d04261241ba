// Says what is not wrong with an authority's workbook, but may surprise: lists that their cell keeps on one line, placeholders that nobody fills.
import type { Finding } from '../../../base/finding.js';
import { readAddress } from './addresses.js';
import { remarkMessages } from './messages.js';
import type { PlannedSheet, Workbook } from './open-workbook.js';
import { elsewhere, findingAt, inSheet } from './where.js';
import { childOf } from './xml.js';

export function remarksOn(workbook: Workbook): readonly Finding[] {
  return [...workbook.sheets.flatMap((planned) => tightLists(planned, workbook)), ...outside(workbook)];
}

/** A row grows with a list that is printed in one of its cells, unless the cell keeps it on one line. */
function tightLists({ sheet, template, rows }: PlannedSheet, { file }: Workbook): readonly Finding[] {
  return [...(template?.lists ?? [])].flatMap((name) => {
    const { row = 1, column = 1 } = readAddress(name) ?? {};
    const room = rows.get(row)?.texts.find(({ cell }) => cell.name === name);
    if (room?.style.wraps) return [];
    const said = room ? remarkMessages.noWrap() : remarkMessages.fixed();
    return [findingAt(file, inSheet(sheet.name, name, row, column), 'height', said, 'hint')];
  });
}

function outside({ office, sheets, file }: Workbook): readonly Finding[] {
  const heads = sheets.flatMap(({ sheet: { name, xml } }) => {
    const list = childOf(xml.root, 'headerFooter');
    return list && xml.text.slice(list.start, list.end).includes('{{') ? [inSheet(name, 'A1')] : [];
  });
  const parts = office.names
    .filter((name) => /(?:drawing|comments|chart)\+xml$|vmlDrawing$/.test(office.typeOf(name)))
    .filter((name) => office.text(name)?.includes('{{'))
    .map((name) => elsewhere(name, name));
  return [
    ...heads.map((where) => findingAt(file, where, 'outside', remarkMessages.inHead(), 'warning')),
    ...parts.map((where) => findingAt(file, where, 'outside', remarkMessages.inPart(), 'warning')),
  ];
}
