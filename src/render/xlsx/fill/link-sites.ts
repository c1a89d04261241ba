// Moves where links within the workbook lead to.
import { escapeXml } from '../../../base/xml.js';
import { parseFormula } from './formula.js';
import { moveFormula } from './move-references.js';
import { inQuotes, type MovesOf, type Site } from './site.js';
import { attributeOf, attributesOf, type Xml, type XmlElement } from './xml.js';

/** Where a link within the workbook leads to: a cell of a repeated row at its first place. */
export function linkSites(element: XmlElement, sheet: string, xml: Xml): readonly Site[] {
  const location = attributeOf(xml, element, 'location');
  // What stands beside the address of another file is a place in that.
  if (!location || attributesOf(xml, element).some(({ name }) => name.endsWith(':id'))) return [];
  return placeSites(location.from, location.to, location.value, sheet);
}

/** The same where it is written as an address that begins with `#`: behind shapes, and by other programs. */
export function relatedLinkSites(links: readonly XmlElement[], sheet: string, xml: Xml): readonly Site[] {
  return links.flatMap((element) => {
    const target = attributeOf(xml, element, 'Target');
    const isPlace = target && xml.text[target.from] === '#';
    return isPlace ? placeSites(target.from + 1, target.to, target.value.slice(1), sheet) : [];
  });
}

function placeSites(start: number, end: number, place: string, sheet: string): readonly Site[] {
  const pieces = parseFormula(place);
  if (pieces?.[0]?.kind !== 'reference' || pieces.length > 1) return [];
  const formula = { pieces, use: { kind: 'fixed', sheet, one: 'first' } as const };
  const text = (movesOf: MovesOf) => {
    const moved = moveFormula(formula, { path: [], anchor: 1 }, movesOf);
    return moved === place ? null : escapeXml(moved);
  };
  return inQuotes([{ start, end, text }]);
}
