// Moves the boxes of comments and old controls. Programs write these drawings by hand, and not always as XML: they are read by pattern.
import { lastRow } from './addresses.js';
import { type Collector, formulaSites, type Site } from './site.js';
import { inSheet } from './where.js';
import { unescapeXml } from './xml.js';

export function vmlSites(text: string, part: string, sheet: string, collector: Collector): readonly Site[] {
  const isMoving = collector.blocks.of(sheet).length > 0;
  const sites: Site[] = [];
  for (const data of dataIn(text)) {
    for (const found of data.text.matchAll(/<(?:\w+:)?(Row|Anchor|Fmla(?:Link|Range|Pict|Txbx))\s*>([^<]*)</g)) {
      const [whole, name = '', content = ''] = found;
      const start = data.start + found.index + whole.length - 1 - content.length;
      const at = { start, end: start + content.length };
      if (name.startsWith('Fmla')) {
        const use = { kind: 'fixed', sheet, one: 'first' } as const;
        sites.push(...formulaSites(at, unescapeXml(content), use, inSheet(sheet, part), collector));
      } else if (isMoving)
        sites.push(...(name === 'Row' ? rowSites(content, at, sheet) : boxSites(content, at, sheet)));
    }
  }
  return sites;
}

/** What the program keeps of each shape. */
function* dataIn(text: string): Iterable<{ readonly start: number; readonly text: string }> {
  const tags = /<(\/?)(?:\w+:)?ClientData\b/g;
  let start: number | null = null;
  for (const { index, 1: slash } of text.matchAll(tags)) {
    if (slash === '') start = index;
    else if (start !== null) {
      yield { start, text: text.slice(start, index) };
      start = null;
    }
  }
}

type Stretch = Pick<Site, 'start' | 'end'>;

function rowSites(content: string, at: Stretch, sheet: string): readonly Site[] {
  const row = toRow(content);
  return row === null ? [] : [{ ...at, text: (movesOf) => String((movesOf(sheet)?.moves.span(row).first ?? row) - 1) }];
}

/** Left column, its offset, top row, its offset, right column, its offset, bottom row, its offset. The box keeps its size. */
function boxSites(content: string, at: Stretch, sheet: string): readonly Site[] {
  const numbers = content.split(',');
  const [top, bottom] = [toRow(numbers[2]), toRow(numbers[6])];
  if (numbers.length !== 8 || top === null || bottom === null) return [];
  return [
    {
      ...at,
      text(movesOf) {
        const by = (movesOf(sheet)?.moves.span(top).first ?? top) - top;
        const moved = numbers.map((number, index) => {
          const row = index === 2 ? top : index === 6 ? bottom : null;
          return row === null ? number : ` ${row + by - 1}`;
        });
        return by === 0 ? null : moved.join(',');
      },
    },
  ];
}

/** From 1. */
function toRow(text: string | undefined): number | null {
  const row = Number(text?.trim() || Number.NaN) + 1;
  return Number.isInteger(row) && row >= 1 && row < lastRow ? row : null;
}
