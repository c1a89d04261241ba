// Moves an Excel table with its rows: it grows where rows of its data are repeated.
import { columnLetters } from '../columns.js';
import { readRange } from './addresses.js';
import { moveMessages } from './messages.js';
import { chainOf } from './row-moves.js';
import { type Collector, formulaSites, rangeSite, type Site } from './site.js';
import { inSheet } from './where.js';
import { attributesOf, attributeValue, textOf, type Xml, type XmlElement } from './xml.js';

export function tableSites(
  xml: Xml,
  sheet: string,
  placeholders: ReadonlySet<string>,
  collector: Collector,
): readonly Site[] {
  const { root } = xml;
  const ref = attributeValue(xml, root, 'ref') ?? '';
  const name = attributeValue(xml, root, 'displayName') ?? attributeValue(xml, root, 'name') ?? '';
  const where = inSheet(sheet, ref, readRange(ref)?.top ?? 1);
  const { top, bottom, left, right } = readRange(ref) ?? {};
  if (top && bottom && left && right) {
    const heads = Number(attributeValue(xml, root, 'headerRowCount') ?? 1);
    const totals = Number(attributeValue(xml, root, 'totalsRowCount') ?? 0);
    const blocks = collector.blocks.of(sheet);
    const isIn = (row: number) => chainOf(blocks, row).length > 0;
    if ((heads > 0 && isIn(top)) || (totals > 0 && isIn(bottom))) collector.report(where, moveMessages.table(name));
    for (let column = left; heads > 0 && column <= right; column += 1) {
      const cell = `${columnLetters(column)}${top}`;
      // Its columns are told by what stands there.
      if (placeholders.has(cell)) collector.report(inSheet(sheet, cell, top, column), moveMessages.tableHead(name));
    }
  }
  const sites: Site[] = [];
  const visit = (element: XmlElement) => {
    for (const attribute of attributesOf(xml, element)) {
      if (attribute.name === 'ref') sites.push(...rangeSite(attribute, sheet));
    }
    if (['calculatedColumnFormula', 'totalsRowFormula'].includes(element.local)) {
      const at = { start: element.opened, end: element.closed };
      // Like a name it is meant for several cells.
      sites.push(...formulaSites(at, textOf(xml, element), { kind: 'name', sheet }, where, collector));
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return sites;
}
