// Has the next program calculate the workbook anew. Excel and WPS do so when asked to; LibreOffice does not listen, and calculates what has
// no value, which is why values that are no longer right are left out as well. The order of calculation, a cache that names moved cells,
// is dropped whole with all that leads to it: Excel makes it again.
import type { Edit } from '../../../base/finding.js';
import type { Book } from './book.js';
import { type Package, relationshipsOf, typesPart } from './package.js';
import { attributeOf, attributeValue, childOf, prefixOf } from './xml.js';

/** What stands before `calcPr` in CT_Workbook. */
const before = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
];

export function calculateOnLoad({ xml }: Book): Edit {
  const { root } = xml;
  const own = childOf(root, 'calcPr');
  const given = own && attributeOf(xml, own, 'fullCalcOnLoad');
  if (given) return { start: given.from, end: given.to, text: '1' };
  if (own) {
    const at = own.start + 1 + own.name.length;
    return { start: at, end: at, text: ' fullCalcOnLoad="1"' };
  }
  const at = root.children.findLast(({ local }) => before.includes(local))?.end ?? root.closed;
  return { start: at, end: at, text: `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>` };
}

export interface DroppedChain {
  readonly part: string;
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** Null where the workbook has none. */
export function dropCalculationChain(office: Package): DroppedChain | null {
  const relation = office.relationships(office.main).find(({ type }) => type === 'calcChain');
  if (!relation?.part) return null;
  const { part, element } = relation;
  const types = office.xml(typesPart);
  const listed = types.root.children.filter(
    (one) => (attributeValue(types, one, 'PartName') ?? '').toLowerCase() === `/${part}`.toLowerCase(),
  );
  const removed = ({ start, end }: { readonly start: number; readonly end: number }): Edit => ({
    start,
    end,
    text: '',
  });
  return {
    part,
    edits: new Map([
      [types.part, listed.map(removed)],
      [office.xml(relationshipsOf(office.main)).part, [removed(element)]],
    ]),
  };
}
