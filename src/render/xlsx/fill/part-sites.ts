// Finds what in the parts around the sheets names rows that move: drawings, comments, tables, controls, charts, names, pivot tables.

import { readRange } from './addresses.js';
import { anchorSites } from './anchor-sites.js';
import type { Book } from './book.js';
import { relatedLinkSites } from './link-sites.js';
import { moveMessages } from './messages.js';
import type { Use } from './move-references.js';
import { type Package, relationshipsOf } from './package.js';
import { attributeFormulaSites, type Collector, cellSite, formulaSites, type Site } from './site.js';
import { tableSites } from './table-sites.js';
import { vmlSites } from './vml-sites.js';
import { elsewhere, inSheet, type Where } from './where.js';
import { attributeOf, attributesOf, attributeValue, childOf, textOf, type Xml, type XmlElement } from './xml.js';

/** By part. */
export type PartSites = Map<string, readonly Site[]>;

/** `taken`: parts that are something else, whatever leads to them; `placeholders`: the names of a sheet's cells with placeholders. */
export function partSites(
  office: Package,
  book: Book,
  taken: readonly string[],
  placeholders: (sheet: string) => ReadonlySet<string>,
  collector: Collector,
): PartSites {
  const found: PartSites = new Map([[office.main, nameSites(book, collector)]]);
  // A part that several lead to is looked at once.
  const seen = new Set(taken);
  const add = (part: string, sites: readonly Site[]) => {
    if (!seen.has(part)) found.set(part, sites);
    seen.add(part);
  };
  for (const part of office.names) {
    if (/drawingml\.chart\+xml$|chartex\+xml$/.test(office.typeOf(part)))
      add(part, chartSites(office.xml(part), collector));
  }
  for (const { name, part } of book.sheets) {
    for (const [links, sites] of linksFrom(office, part, name)) found.set(links, sites);
    const isMoving = collector.blocks.of(name).length > 0;
    for (const { type, part: target } of office.relationships(part)) {
      if (target === null) continue;
      if (type === 'drawing') add(target, drawingSites(office.xml(target), name, isMoving, collector));
      else if (type === 'vmlDrawing') add(target, vmlSites(office.text(target) ?? '', target, name, collector));
      else if (type === 'ctrlProp') add(target, controlSites(office.xml(target), name, collector));
      else if (!isMoving) continue;
      else if (type === 'table') add(target, tableSites(office.xml(target), name, placeholders(name), collector));
      else if (type === 'comments' || type === 'threadedComment' || type === 'tableSingleCells') {
        add(target, commentSites(office.xml(target), name));
      } else if (type === 'pivotTable') checkPivot(office.xml(target), name, collector);
    }
  }
  checkPivotSources(office, collector);
  return found;
}

/** By the parts that name them: that of the sheet, and those of its drawings. */
function linksFrom(office: Package, sheetPart: string, sheet: string): PartSites {
  const drawings = office
    .relationships(sheetPart)
    .flatMap(({ type, part }) => (type === 'drawing' && part ? [part] : []));
  const found: PartSites = new Map();
  for (const part of [sheetPart, ...drawings]) {
    const links = office.relationships(part).filter(({ type }) => type === 'hyperlink');
    if (links.length === 0) continue;
    const xml = office.xml(relationshipsOf(part));
    const elements = links.map(({ element }) => element);
    found.set(xml.part, relatedLinkSites(elements, sheet, xml));
  }
  return found;
}

function nameSites({ xml, names }: Book, collector: Collector): readonly Site[] {
  return names.flatMap(({ element, name }) => {
    const at = { start: element.opened, end: element.closed };
    const where = elsewhere(`名称“${name}”`, `The name “${name}”`);
    // Areas to print and filters mean the same wherever they are read.
    const isBuiltIn = name.startsWith('_xlnm.');
    const use: Use = isBuiltIn ? { kind: 'fixed', sheet: '', one: 'grows' } : { kind: 'name', sheet: '' };
    return formulaSites(at, textOf(xml, element), use, where, collector);
  });
}

/** Every formula of a chart, whatever it is for, names its sheet. */
function chartSites(xml: Xml, collector: Collector): readonly Site[] {
  const where = elsewhere(`图表（${xml.part}）`, `The chart (${xml.part})`);
  const titles = new Set(
    deep(xml.root)
      .filter(({ local }) => local === 'tx')
      .flatMap(deep),
  );
  return deep(xml.root).flatMap((element) => {
    if (!['f', 'sqref'].includes(element.local) || element.children.length > 0) return [];
    const at = { start: element.opened, end: element.closed };
    // The title of a series is one cell, whatever becomes of its values.
    const use: Use = { kind: 'fixed', sheet: '', one: titles.has(element) ? 'first' : 'grows' };
    return formulaSites(at, textOf(xml, element), use, where, collector);
  });
}

function drawingSites(xml: Xml, sheet: string, isMoving: boolean, collector: Collector): readonly Site[] {
  const where = inSheet(sheet, xml.part);
  return deep(xml.root).flatMap((element): readonly Site[] => {
    if (isMoving && /^(?:two|one)CellAnchor$/.test(element.local)) {
      const moves = attributeValue(xml, element, 'editAs') ?? 'twoCell';
      return moves === 'absolute' ? [] : anchorSites(element, sheet, xml, moves === 'twoCell');
    }
    return attributesOf(xml, element)
      .filter(({ name, value }) => ['textlink', 'cellRange'].includes(name) && value !== '')
      .flatMap((attribute) =>
        attributeFormulaSites(attribute, { kind: 'fixed', sheet, one: 'first' }, where, collector),
      );
  });
}

function controlSites(xml: Xml, sheet: string, collector: Collector): readonly Site[] {
  const use: Use = { kind: 'fixed', sheet, one: 'first' };
  const where = inSheet(sheet, xml.part);
  return attributesOf(xml, xml.root)
    .filter(({ name, value }) => /^fmla/.test(name) && value !== '')
    .flatMap((attribute) => attributeFormulaSites(attribute, use, where, collector));
}

/** A comment of a repeated row stays with the first copy. */
function commentSites(xml: Xml, sheet: string): readonly Site[] {
  return deep(xml.root).flatMap((element) => {
    const name = { comment: 'ref', threadedComment: 'ref', singleXmlCell: 'r' }[element.local];
    const attribute = name === undefined ? null : attributeOf(xml, element, name);
    return attribute ? cellSite(attribute, sheet) : [];
  });
}

function checkPivot(xml: Xml, sheet: string, collector: Collector): void {
  const ref = attributeValue(xml, childOf(xml.root, 'location') ?? xml.root, 'ref') ?? '';
  if (reachesDown(ref, sheet, collector)) collector.report(pivotIn(sheet, ref), moveMessages.pivot());
}

function checkPivotSources(office: Package, collector: Collector): void {
  for (const part of office.names) {
    if (!office.typeOf(part).endsWith('pivotCacheDefinition+xml')) continue;
    const xml = office.xml(part);
    for (const source of deep(xml.root).filter(({ local }) => local === 'worksheetSource')) {
      const [sheet, ref] = [attributeValue(xml, source, 'sheet'), attributeValue(xml, source, 'ref')];
      if (sheet && ref && reachesDown(ref, sheet, collector)) {
        collector.report(pivotIn(sheet, ref), moveMessages.pivot());
      }
    }
  }
}

function pivotIn(sheet: string, ref: string): Where {
  return inSheet(sheet, ref, readRange(ref)?.top ?? 1);
}

/** Whether a range reaches to the first row that moves. */
function reachesDown(ref: string, sheet: string, { blocks }: Collector): boolean {
  const first = blocks.of(sheet)[0]?.first;
  const range = readRange(ref);
  return first !== undefined && (range === null || (range.bottom ?? first) >= first);
}

function deep(element: XmlElement): readonly XmlElement[] {
  const all: XmlElement[] = [element];
  for (let at = 0; at < all.length; at += 1) for (const child of all[at]?.children ?? []) all.push(child);
  return all;
}
