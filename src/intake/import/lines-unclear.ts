// Finds words that read almost like a label of the form that is missing, as scanned forms have them: 项目完成H期. What they mean is not
// guessed; but what stands behind them is not taken for a part of the value before.
import { distance } from 'fastest-levenshtein';
import type { Labelled } from './form-map.js';
import type { LinesSource, Span } from './lines-source.js';
import { bareKey, labelKey } from './same-label.js';

/** At the beginning of a line, behind a wide gap, or before a colon. */
const word = /(?<before>^|\s{1,20})(?<label>[^\s:：|]{3,40})(?<colon>[:：]?)/g;

export function unclearLabels({ text }: LinesSource, missing: readonly Labelled[]): readonly Span[] {
  const keys = missing.map(({ label }) => bareKey(label)).filter((key) => key.length >= 4);
  const found: Span[] = [];
  for (const { index, 0: all, groups } of keys.length === 0 ? [] : text.matchAll(word)) {
    const { before = '', label = '', colon = '' } = groups ?? {};
    const stands = before === '' || before.includes('\n') || before.length > 1 || before === '\t' || colon !== '';
    const start = index + before.length;
    if (stands && keys.some((key) => isAlmost(label, key))) found.push({ start, end: index + all.length });
  }
  return found;
}

/** Two characters may be others, in a short label one. */
export function isAlmost(words: string, key: string): boolean {
  const own = bareKey(words) || labelKey(words);
  if (own === key || Math.abs(own.length - key.length) > 2) return false;
  return distance(own, key) <= (key.length < 8 ? 1 : 2);
}
