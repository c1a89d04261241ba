// Finds the lines that a page has at its foot, such as its number: the form's own, and those that programs print.
import { isPageNumber } from '../document-text/page-number.js';
import { keyPattern, type LinesSource, type Span } from './lines-source.js';
import { labelKey } from './same-label.js';

/** Whole lines. `footer`: with `{page}` and `{pages}`. */
export function findPageFeet({ text }: LinesSource, footer: string): readonly Span[] {
  const own = new RegExp(`^${keyPattern(footer).replace(/\\\{pages?\\\}/g, '\\d+')}$`);
  return [...text.matchAll(/[^\n]+/g)]
    .filter(({ 0: line }) => isPageNumber(line) || (footer !== '' && own.test(labelKey(line))))
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}
