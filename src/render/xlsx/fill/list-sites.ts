// Moves what a sheet lists with a range each, merged cells and links: one that lies within repeated rows is listed for each of their copies.
import { printRange, type Range, readRange } from './addresses.js';
import { linkSites } from './link-sites.js';
import type { RowMoves } from './row-moves.js';
import { editsOf, imagesOf, type MovesOf, type Site } from './site.js';
import { splice } from './splice.js';
import { attributeOf, type Xml, type XmlElement } from './xml.js';

export function listSites(list: XmlElement, sheet: string, xml: Xml): readonly Site[] {
  const sites: Site[] = [];
  const ranges: Range[] = [];
  for (const element of list.children) {
    const ref = attributeOf(xml, element, 'ref');
    const range = ref && readRange(ref.value);
    if (!ref || !range) continue;
    ranges.push(range);
    const inner = linkSites(element, sheet, xml);
    const copies = (moves: RowMoves, movesOf: MovesOf) =>
      imagesOf(range, moves, false).map((image) => {
        const edits = [{ start: ref.from, end: ref.to, text: printRange(image) }, ...editsOf(inner, movesOf)];
        return splice(xml.text, edits, element.start, element.end);
      });
    sites.push({
      start: element.start,
      end: element.end,
      text(movesOf) {
        const moves = movesOf(sheet)?.moves;
        return moves ? copies(moves, movesOf).join('') : null;
      },
    });
  }
  const count = attributeOf(xml, list, 'count');
  if (count) {
    sites.push({
      start: count.from,
      end: count.to,
      text(movesOf) {
        const moves = movesOf(sheet)?.moves;
        const more = ranges.map((range) => (moves ? imagesOf(range, moves, false).length - 1 : 0));
        return moves ? String(more.reduce((sum, one) => sum + one, Number(count.value))) : null;
      },
    });
  }
  return sites;
}
