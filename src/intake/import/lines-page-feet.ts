// Finds the lines that a page has at its foot, such as its number: the form's own, and those that programs print.

import { keyPattern, type LinesSource, type Span } from './lines-source.js';
import { labelKey } from './same-label.js';

const usual = ['第\\d+页(?:[,/，]?共\\d+页)?', '[-—–]+\\d+[-—–]+', '\\d+/\\d+', 'Page\\d+(?:of\\d+)?'];

/** `footer`: with `{page}` and `{pages}`. Whole lines. */
export function findPageFeet({ text }: LinesSource, footer: string): readonly Span[] {
  const own = keyPattern(labelKey(footer)).replace(/\\\{pages?\\\}/g, '\\d+');
  const pattern = new RegExp(`^(?:${[...(own === '' ? [] : [own]), ...usual].join('|')})$`, 'i');
  const feet: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    if (line.length < 100 && pattern.test(labelKey(line))) feet.push({ start: index, end: index + line.length });
  }
  return feet;
}
