// Moves what is anchored to rows: pictures, shapes, charts, controls. Their rows count from 0.
import { lastRow } from './addresses.js';
import type { RowMoves } from './row-moves.js';
import type { Site } from './site.js';
import { childOf, textOf, type Xml, type XmlElement } from './xml.js';

/** `grows`: it grows with the cells under it; anything else keeps its size. */
export function anchorSites(anchor: XmlElement, sheet: string, xml: Xml, grows: boolean): readonly Site[] {
  const from = rowOf(childOf(anchor, 'from'), xml);
  const to = rowOf(childOf(anchor, 'to'), xml);
  if (!from) return [];
  const site = ({ element }: Corner, rowIn: (moves: RowMoves) => number): Site => ({
    start: element.opened,
    end: element.closed,
    text(movesOf) {
      const moves = movesOf(sheet)?.moves;
      return moves ? String(rowIn(moves) - 1) : null;
    },
  });
  const first = (moves: RowMoves) => moves.span(from.row).first;
  const last = (moves: RowMoves) =>
    to && grows ? moves.span(to.row).last : first(moves) + ((to?.row ?? 0) - from.row);
  return [site(from, first), ...(to ? [site(to, last)] : [])];
}

interface Corner {
  readonly element: XmlElement;
  /** From 1. */
  readonly row: number;
}

function rowOf(corner: XmlElement | null, xml: Xml): Corner | null {
  const element = childOf(corner, 'row');
  const row = element ? Number(textOf(xml, element)) + 1 : 0;
  return element && row >= 1 && row < lastRow ? { element, row } : null;
}
