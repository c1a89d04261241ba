// Finds which items of two lists are the same: by what they print, then by what identifies them, then by likeness.
// Everything here is the same with the sides swapped, so that a review read backwards says the opposite and nothing else.
import type { Item } from './items.js';
import { type Profile, profileOf, similarity } from './similarity.js';

/** Places in the two lists, from 0. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  /** What identifies the item has changed. */
  readonly renamed: boolean;
  /** Says what is paired without telling the sides apart. */
  readonly key: string;
}

export interface Matching {
  readonly pairs: readonly Pair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** More than so many comparisons are not made: lists of which hundreds of items are new have no renamed ones worth the time. */
const mostComparisons = 100_000;

/** From this likeness on, an item is taken for the same under another name. */
const alike = 0.5;

export function matchItems(before: readonly Item[], after: readonly Item[]): Matching {
  const pairs: Pair[] = [];
  let [removed, added] = [before.map((_, at) => at), after.map((_, at) => at)];
  const pairBy = (textOf: (item: Item) => string) => {
    const waiting = groupBy(removed, (at) => textOf(before[at] as Item));
    const found = new Map<number, number>();
    for (const at of added) {
      const from = waiting.get(textOf(after[at] as Item))?.shift();
      if (from !== undefined) found.set(from, at);
    }
    for (const [from, to] of found) pairs.push(pairOf(before, after, from, to, false));
    const taken = new Set(found.values());
    removed = removed.filter((at) => !found.has(at));
    added = added.filter((at) => !taken.has(at));
  };
  pairBy(({ key }) => key);
  pairBy(({ identity }) => identity);
  const renamed = renamedAmong(removed, added, before, after);
  const [from, to] = [new Set(renamed.map((pair) => pair.before)), new Set(renamed.map((pair) => pair.after))];
  return {
    pairs: [...pairs, ...renamed].sort((a, b) => a.after - b.after),
    removed: removed.filter((at) => !from.has(at)),
    added: added.filter((at) => !to.has(at)),
  };
}

function pairOf(before: readonly Item[], after: readonly Item[], from: number, to: number, renamed: boolean): Pair {
  const [a = '', b = ''] = [before[from]?.key, after[to]?.key];
  return { before: from, after: to, renamed, key: a < b ? `${a}\n${b}` : `${b}\n${a}` };
}

function groupBy(places: readonly number[], textOf: (at: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of places) {
    const text = textOf(at);
    const group = groups.get(text);
    if (group) group.push(at);
    else groups.set(text, [at]);
  }
  return groups;
}

interface Candidate {
  readonly pair: Pair;
  readonly score: number;
}

/** The most alike first, each item once. */
function renamedAmong(
  removed: readonly number[],
  added: readonly number[],
  before: readonly Item[],
  after: readonly Item[],
): readonly Pair[] {
  if (removed.length * added.length > mostComparisons) return [];
  const [olds, news] = [removed.map((at) => looksOf(before[at])), added.map((at) => looksOf(after[at]))];
  const candidates: Candidate[] = [];
  removed.forEach((from, i) => {
    added.forEach((to, j) => {
      const score = likeness(olds[i] as Looks, news[j] as Looks);
      if (score >= alike) candidates.push({ pair: pairOf(before, after, from, to, true), score });
    });
  });
  candidates.sort(byLikeness);
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ pair }) => {
    if (takenBefore.has(pair.before) || takenAfter.has(pair.after)) return [];
    takenBefore.add(pair.before);
    takenAfter.add(pair.after);
    return [pair];
  });
}

function byLikeness(a: Candidate, b: Candidate): number {
  const distance = ({ pair }: Candidate) => Math.abs(pair.before - pair.after);
  const keys = a.pair.key < b.pair.key ? -1 : a.pair.key > b.pair.key ? 1 : 0;
  return b.score - a.score || distance(a) - distance(b) || keys || a.pair.before - b.pair.before;
}

interface Looks {
  readonly name: Profile;
  /** Null where an item is nothing but its name. */
  readonly rest: Profile | null;
}

function looksOf(item: Item | undefined): Looks {
  const { name = '', rest = null } = item ?? {};
  return { name: profileOf(name), rest: rest === null ? null : profileOf(rest) };
}

/** The name counts more: rows that say ≥90% and little else are not the same row. */
function likeness(a: Looks, b: Looks): number {
  const names = similarity(a.name, b.name);
  return a.rest && b.rest ? 0.6 * names + 0.4 * similarity(a.rest, b.rest) : names;
}
