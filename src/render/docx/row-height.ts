// Guesses a row's height from the columns that its text takes. Word knows the true one; this only tells short rows from tall.
import { textWidth } from '../../base/text-width.js';
import { cellText } from '../../compose/grid.js';
import { styleOf, type Theme } from '../../compose/theme.js';
import { twips } from './lengths.js';
import type { PlacedCell } from './place-cells.js';

/** Whether a row is short enough to move to the next page whole: below a third of a page, as in the PDF. */
export function isShort(cells: readonly PlacedCell[], widths: readonly number[], theme: Theme): boolean {
  const page = twips(theme.paper.height - theme.margin.top - theme.margin.bottom);
  return cells.every((cell) => heightOf(cell, widths, theme) < page / 3);
}

/** In twips. A cell of several rows counts as one line, because it grows in the last of them. */
function heightOf({ cell, column, merge }: PlacedCell, widths: readonly number[], theme: Theme): number {
  const { size } = styleOf(theme, cell.style);
  const width = widths.slice(column, column + cell.colspan).reduce((total, each) => total + each, 0);
  const room = Math.max(twips(size), width - 2 * twips(theme.padding.x));
  const lines = cellText(cell)
    .split('\n')
    .reduce((total, line) => total + Math.max(1, Math.ceil((textWidth(line) * twips(size)) / 2 / room)), 0);
  return (merge === 'none' ? lines : 1) * twips(size * theme.lineHeight) + 2 * twips(theme.padding.y);
}
