// Finds what in a sheet names its rows outside of the rows themselves: merged cells, formats and validations by condition, links, filters,
// page breaks, views, controls, also those of later versions of Excel. Elements are told by their names in whatever extension they stand.

import { lastRow, printRange, type Range, readRange, readRanges } from './addresses.js';
import { anchorSites } from './anchor-sites.js';
import { linkSites } from './link-sites.js';
import { listSites } from './list-sites.js';
import { moveMessages } from './messages.js';
import type { Use } from './move-references.js';
import { chainOf } from './row-moves.js';
import type { Sheet } from './sheet.js';
import {
  attributeFormulaSites,
  type Collector,
  cellSite,
  formulaSites,
  rangeSite,
  rangesSite,
  type Site,
} from './site.js';
import { inSheet } from './where.js';
import {
  attributeOf,
  attributesOf,
  attributeValue,
  childOf,
  isOn,
  textOf,
  unescapeXml,
  type Xml,
  type XmlAttribute,
  type XmlElement,
} from './xml.js';

/** Attributes that name one range, wherever they stand outside of the rows; `sqref` names several. */
const rangeAttributes = ['ref', 'sourceRef', 'syncRef'];
const cellAttributes = ['activeCell', 'topLeftCell'];
/** Elements whose `r` is a cell. */
const cellElements = ['cellWatch', 'inputCells', 'cellSmartTags'];
/** Attributes of controls that are formulas. */
const formulaAttributes = ['linkedCell', 'listFillRange'];
const formulaElements = ['formula', 'formula1', 'formula2', 'f'];

export function sheetSites({ name, xml }: Sheet, collector: Collector): readonly Site[] {
  const blocks = collector.blocks.of(name);
  const isMoving = blocks.length > 0;
  const fixed: Use = { kind: 'fixed', sheet: name, one: 'first' };
  const sites: Site[] = [];

  /** `rule`: what formulas within are meant for. */
  const visit = (element: XmlElement, rule: Rule | null) => {
    const { local } = element;
    if (local === 'sheetData') return;
    const attributes = attributesOf(xml, element);
    const own = local === 'sparkline' ? null : (ruleOf(element, attributes, xml) ?? rule);
    const where = own ? inSheet(name, own.text, own.ranges[0]?.top ?? 1) : inSheet(name, 'A1');
    const use: Use = own ? { kind: 'rule', sheet: name, ranges: own.ranges } : fixed;
    if (isMoving) {
      if (local === 'mergeCells' || local === 'hyperlinks') return void sites.push(...listSites(element, name, xml));
      if (local === 'rowBreaks')
        return void sites.push(...element.children.flatMap((one) => breakSites(one, name, xml)));
      if (local === 'pane') sites.push(...paneSites(element, name, xml));
      if (local === 'anchor') sites.push(...controlSites(element, name, xml));
      if (local === 'sqref') sites.push(...rangesSite(contentOf(element, xml), name));
      if (local === 'sparkline') checkSparkline(element);
      for (const attribute of attributes) sites.push(...attributeSites(element, attribute, name));
    } else if (local === 'hyperlink') sites.push(...linkSites(element, name, xml));
    for (const attribute of attributes) {
      if (formulaAttributes.includes(attribute.name) && attribute.value !== '') {
        sites.push(...attributeFormulaSites(attribute, fixed, where, collector));
      }
      if (local === 'cfvo' && attribute.name === 'val' && attributeValue(xml, element, 'type') === 'formula') {
        sites.push(...attributeFormulaSites(attribute, use, where, collector));
      }
    }
    if (formulaElements.includes(local) && element.children.length === 0) {
      const at = { start: element.opened, end: element.closed };
      sites.push(...formulaSites(at, textOf(xml, element), use, where, collector));
    }
    for (const child of element.children) visit(child, own);
  };

  const checkSparkline = (element: XmlElement) => {
    const at = readRange(textOf(xml, childOf(element, 'sqref') ?? element));
    if (at?.top && chainOf(blocks, at.top).length > 0) {
      collector.report(inSheet(name, printRange(at), at.top, at.left ?? 1), moveMessages.sparkline());
    }
  };

  visit(xml.root, null);
  return sites;
}

interface Rule {
  readonly ranges: readonly Range[];
  readonly text: string;
}

/** The ranges that a rule is for: in an attribute, or in later versions in an element. */
function ruleOf(element: XmlElement, attributes: readonly XmlAttribute[], xml: Xml): Rule | null {
  const inside = childOf(element, 'sqref');
  const text = attributes.find(({ name }) => name === 'sqref')?.value ?? (inside && textOf(xml, inside));
  const ranges = text ? readRanges(text) : null;
  return text && ranges ? { ranges, text } : null;
}

function attributeSites(element: XmlElement, attribute: XmlAttribute, sheet: string): readonly Site[] {
  const { name } = attribute;
  if (name === 'sqref') return rangesSite(attribute, sheet);
  if (rangeAttributes.includes(name)) return rangeSite(attribute, sheet);
  const isCell = cellAttributes.includes(name) || (name === 'r' && cellElements.includes(element.local));
  return isCell ? cellSite(attribute, sheet) : [];
}

function contentOf({ opened, closed }: XmlElement, { text }: Xml) {
  return { from: opened, to: closed, value: unescapeXml(text.slice(opened, closed)) };
}

/** A page ends behind the last copy of its row. */
function breakSites(element: XmlElement, sheet: string, xml: Xml): readonly Site[] {
  const id = attributeOf(xml, element, 'id');
  const row = Number(id?.value);
  if (!id || !(row >= 1 && row < lastRow)) return [];
  return [{ start: id.from, end: id.to, text: (movesOf) => String(movesOf(sheet)?.moves.span(row).last ?? row) }];
}

/** Rows that stay in view: as many as there are above the first that scrolls. */
function paneSites(element: XmlElement, sheet: string, xml: Xml): readonly Site[] {
  const rows = attributeOf(xml, element, 'ySplit');
  const count = Number(rows?.value);
  const isFrozen = /^frozen/.test(attributeValue(xml, element, 'state') ?? '');
  if (!rows || !isFrozen || !(count >= 1 && count < lastRow)) return [];
  const frozen = (first: number | undefined) => String((first ?? count + 1) - 1);
  return [{ start: rows.from, end: rows.to, text: (movesOf) => frozen(movesOf(sheet)?.moves.span(count + 1).first) }];
}

function controlSites(anchor: XmlElement, sheet: string, xml: Xml): readonly Site[] {
  const is = (name: string) => isOn(attributeValue(xml, anchor, name));
  const grows = is('sizeWithCells');
  return grows || is('moveWithCells') ? anchorSites(anchor, sheet, xml, grows) : [];
}
