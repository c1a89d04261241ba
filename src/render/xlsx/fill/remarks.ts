// Says what is not wrong with an authority's workbook, but may surprise: lists that cannot grow, placeholders that nobody fills.
import type { Finding } from '../../../base/finding.js';
import { readAddress } from './addresses.js';
import { mergesOf } from './merges.js';
import { remarkMessages } from './messages.js';
import type { PlannedSheet, Workbook } from './open-workbook.js';
import { elsewhere, findingAt, inSheet } from './where.js';
import { attributeValue, childOf } from './xml.js';

export function remarksOn(workbook: Workbook): readonly Finding[] {
  return [...workbook.sheets.flatMap((planned) => tightLists(planned, workbook)), ...outside(workbook)];
}

/** A list that is printed in one cell grows with its items; the cell does not, where its height is set or it is merged. */
function tightLists({ sheet, template }: PlannedSheet, { file }: Workbook): readonly Finding[] {
  const merges = mergesOf(sheet);
  return [...(template?.lists ?? [])].flatMap((name) => {
    const { row = 1, column = 1 } = readAddress(name) ?? {};
    const element = sheet.rows.find((one) => one.row === row)?.element;
    const isSet = element && /^(?:1|true)$/.test(attributeValue(sheet.xml, element, 'customHeight') ?? '');
    const isMerged = merges.some(({ top, left }) => top === row && left === column);
    if (!isSet && !isMerged) return [];
    return [findingAt(file, inSheet(sheet.name, name, row, column), 'height', remarkMessages.height(), 'hint')];
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
