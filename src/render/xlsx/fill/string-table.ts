// The texts that a workbook's cells share: reads them, and gives filled cells numbers in them. Shared strings are what Excel itself
// writes; importers exist that read texts within cells as nothing (exceljs, older ones of Java and Go).
import type { Edit } from '../../../base/finding.js';
import { attributeOf, childrenOf, prefixOf, textOf, type Xml, type XmlElement } from './xml.js';

export interface StringTable {
  /** Null where the workbook has none. */
  readonly xml: Xml | null;
  readonly items: readonly XmlElement[];
  readonly texts: readonly string[];
}

/** The table while a workbook is filled. */
export interface GrowingStrings {
  /** The number of an item, which is what stands within its `si`. */
  numberOf(item: string): number;
  /** Tells how many cells more (or less) refer to it. */
  count(cells: number): void;
  /** To the part; none where nothing was asked for. */
  edits(): readonly Edit[];
}

export function readStrings(xml: Xml | null): StringTable {
  const items = xml ? childrenOf(xml.root, 'si') : [];
  return { xml, items, texts: xml ? items.map((item) => stringOf(xml, item)) : [] };
}

/** The text of an `si` or an `is`, whose pieces have looks of their own; how it is pronounced is no part of it. */
export function stringOf(xml: Xml, item: XmlElement): string {
  const pieces = item.children.flatMap((child) => {
    if (child.local === 't') return [child];
    return child.local === 'r' ? childrenOf(child, 't') : [];
  });
  return pieces
    .map((piece) => textOf(xml, piece))
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

/** `free` are the numbers of items that no filled cell needs any more: they are taken again first, so that no placeholder is left. */
export function growStrings({ xml, items }: StringTable, free: readonly number[]): GrowingStrings {
  const known = new Map<string, number>();
  const taken = new Map<number, string>();
  let cells = 0;
  return {
    numberOf(item) {
      const before = known.get(item);
      if (before !== undefined) return before;
      const used = taken.size;
      const number = free[used] ?? items.length + used - free.length;
      known.set(item, number);
      taken.set(number, item);
      return number;
    },
    count(more) {
      cells += more;
    },
    edits() {
      if (!xml || (free.length === 0 && taken.size === 0)) return [];
      const prefix = prefixOf(xml.root);
      const edits: Edit[] = [];
      for (const number of free) {
        const item = items[number];
        if (item) edits.push({ start: item.start, end: item.end, text: itemXml(prefix, taken.get(number) ?? '<t/>') });
      }
      const added = [...taken].filter(([number]) => number >= items.length).map(([, item]) => itemXml(prefix, item));
      edits.push({ start: xml.root.closed, end: xml.root.closed, text: added.join('') });
      const counts = { count: cells, uniqueCount: added.length };
      for (const [name, more] of Object.entries(counts)) {
        const attribute = attributeOf(xml, xml.root, name);
        if (!attribute || more === 0) continue;
        edits.push({ start: attribute.from, end: attribute.to, text: String(Number(attribute.value) + more) });
      }
      return edits;
    },
  };
}

/** `item` is written without prefix. */
function itemXml(prefix: string, item: string): string {
  return `<${prefix}si>${withPrefix(item, prefix)}</${prefix}si>`;
}

/** Elements written by us, in the names of the part that they go into; those that have a prefix keep it. */
export function withPrefix(item: string, prefix: string): string {
  return prefix === '' ? item : item.replace(/<(\/?)(?=[a-z]+[\s/>])/gi, `<$1${prefix}`);
}
