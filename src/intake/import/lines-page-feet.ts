// Finds the lines that a page has at its foot, such as its number: the form's own, and those that programs print.

import { keyPattern, type LinesSource, type Span } from './lines-source.js';
import { labelKey } from './same-label.js';

const usual = ['第\\d+页(?:[,/，]?共\\d+页)?', '[-—–]+\\d+[-—–]+', '\\d+/\\d+', 'Page\\d+(?:of\\d+)?'];

/** `footer`: with `{page}` and `{pages}`. */
export function pageFeet(footer: string): (line: string) => boolean {
  const own = keyPattern(footer).replace(/\\\{pages?\\\}/g, '\\d+');
  const pattern = new RegExp(`^(?:${[...(own === '' ? [] : [own]), ...usual].join('|')})$`, 'i');
  return (line) => line.length < 100 && pattern.test(labelKey(line));
}

/** Whole lines. */
export function findPageFeet({ text }: LinesSource, footer: string): readonly Span[] {
  const isFoot = pageFeet(footer);
  return [...text.matchAll(/[^\n]+/g)]
    .filter(({ 0: line }) => isFoot(line))
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}
