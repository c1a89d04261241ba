// Writes the outline: the title, and under it every label over the whole width and every table head.
import { cellText } from '../../compose/grid.js';
import type { OutlineItem } from './document.js';
import type { Block, MeasuredRow } from './measure.js';
import type { PageBoxes } from './paginate.js';

interface Bookmark {
  readonly title: string;
  readonly pageNumber: number;
  readonly top: number;
}

/** `title` is the form's printed title; without one the bookmarks stand at the top level. `left` is the paper's width. */
export function writeBookmarks(
  outline: OutlineItem,
  title: string,
  left: number,
  rows: readonly MeasuredRow[],
  pages: readonly PageBoxes[],
): void {
  const parent =
    title === '' ? outline : outline.addItem(oneLine(title), { pageNumber: 0, top: 0, left, expanded: true });
  for (const { title: text, ...place } of bookmarks(rows, pages)) parent.addItem(text, { ...place, left });
}

function bookmarks(rows: readonly MeasuredRow[], pages: readonly PageBoxes[]): readonly Bookmark[] {
  const places = placesOf(pages);
  const found: Bookmark[] = [];
  let headOf = -1;
  for (const row of rows) {
    const wholeHead = row.head && !row.label && headOf !== row.table;
    if (!row.label && !wholeHead) continue;
    if (wholeHead) headOf = row.table;
    const title = row.blocks.map(({ cell }) => oneLine(cellText(cell))).filter((text) => text !== '');
    const place = row.blocks[0] && places.get(row.blocks[0]);
    if (place && title.length > 0) found.push({ title: title.join('、'), ...place });
  }
  return found;
}

/** Where each cell begins. */
function placesOf(pages: readonly PageBoxes[]): ReadonlyMap<Block, Omit<Bookmark, 'title'>> {
  const places = new Map<Block, Omit<Bookmark, 'title'>>();
  pages.forEach((boxes, pageNumber) => {
    for (const { block, y } of boxes) if (!places.has(block)) places.set(block, { pageNumber, top: y });
  });
  return places;
}

/** A bookmark needs no colon. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[：:\s]+$/, '');
}
