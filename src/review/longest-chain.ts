// Finds which items of a list stayed in order: the longest chain of pairs whose places rise on both sides. The others were moved.
import type { Pair } from './match-items.js';

/**
 * As many pairs as possible that stand in the same order on both sides. Where several chains are as long, the one whose keys come first is
 * taken: keys do not tell the sides apart, so the same pairs stay when the sides are swapped. n·log n steps.
 */
export function longestChain(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const byBefore = [...pairs].sort((a, b) => a.before - b.before);
  const levels = levelsOf(byBefore);
  const chain = new Set<Pair>();
  let last: Pair | null = null;
  for (let level = levels.length; level > 0; level--) {
    const next: Pair | null = firstBehind(last, levels[level - 1] ?? []);
    if (!next) break;
    chain.add(next);
    last = next;
  }
  return chain;
}

/** Pairs by the length of the longest chain that begins with them, from 1. Those of one level cross each other. */
function levelsOf(byBefore: readonly Pair[]): readonly (readonly Pair[])[] {
  const levels: Pair[][] = [];
  /** For each length the latest place after at which a chain of that length begins. */
  const starts: number[] = [];
  for (const pair of [...byBefore].reverse()) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) > pair.after) low = middle + 1;
      else high = middle;
    }
    starts[low] = pair.after;
    const level = levels[low];
    if (level) level.push(pair);
    else levels[low] = [pair];
  }
  return levels;
}

function firstBehind(last: Pair | null, level: readonly Pair[]): Pair | null {
  let first: Pair | null = null;
  for (const pair of level) {
    if (last && (pair.before <= last.before || pair.after <= last.after)) continue;
    if (!first || comesFirst(pair, first)) first = pair;
  }
  return first;
}

function comesFirst(a: Pair, b: Pair): boolean {
  if (a.key !== b.key) return a.key < b.key;
  const [lowA, lowB] = [Math.min(a.before, a.after), Math.min(b.before, b.after)];
  return lowA !== lowB ? lowA < lowB : Math.max(a.before, a.after) < Math.max(b.before, b.after);
}
