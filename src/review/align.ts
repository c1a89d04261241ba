// Puts two lists in step: what belongs together stands beside each other, what one side lacks stands alone, and both keep their order.
import { longestChain } from './longest-chain.js';
import type { Pair } from './match-items.js';

/** One of the two may be null. */
export interface Together<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** Finds what belongs together, by places in the two lists, each in one pair at most. */
export type Pass<T> = (before: readonly T[], after: readonly T[]) => readonly Pair[];

/**
 * Each pass looks at what stands between those that the passes before it put in step. What would cross them is left alone: it stands as
 * gone where it was and as new where it is. What is gone stands before what is new.
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  [pass, ...rest]: readonly Pass<T>[],
): readonly Together<T>[] {
  if (!pass || before.length === 0 || after.length === 0) {
    return [
      ...before.map((gone) => ({ before: gone, after: null })),
      ...after.map((come) => ({ before: null, after: come })),
    ];
  }
  const aligned: Together<T>[] = [];
  let [was, is] = [0, 0];
  const fill = (untilBefore: number, untilAfter: number) => {
    aligned.push(...align(before.slice(was, untilBefore), after.slice(is, untilAfter), rest));
  };
  for (const pair of longestChain(pass(before, after))) {
    fill(pair.before, pair.after);
    aligned.push({ before: before[pair.before] as T, after: after[pair.after] as T });
    [was, is] = [pair.before + 1, pair.after + 1];
  }
  fill(before.length, after.length);
  return aligned;
}

/** What belongs together has the same key; null belongs to nothing. */
export interface Keyed {
  readonly key: string | null;
  /** Says what it is where the order of several may be kept: the one whose text comes first stays in its place. */
  readonly text: string;
}

/** Keys that stand once on each side. */
export function unique<T extends Keyed>(before: readonly T[], after: readonly T[]): readonly Pair[] {
  return pairsOf(before, after, (places) => places.length === 1);
}

/** The first of a key with the first, the second with the second. */
export function inTurn<T extends Keyed>(before: readonly T[], after: readonly T[]): readonly Pair[] {
  return pairsOf(before, after, () => true);
}

function pairsOf<T extends Keyed>(
  before: readonly T[],
  after: readonly T[],
  counts: (places: readonly number[]) => boolean,
): readonly Pair[] {
  const places = placesOf(before);
  return [...placesOf(after)].flatMap(([key, there]) => {
    const here = places.get(key) ?? [];
    if (!counts(here) || !counts(there)) return [];
    return here.slice(0, there.length).map((at, turn) => pairOf(before, after, at, there[turn] ?? 0));
  });
}

export function pairOf<T extends Pick<Keyed, 'text'>>(
  before: readonly T[],
  after: readonly T[],
  from: number,
  to: number,
): Pair {
  const texts = [before[from]?.text ?? '', after[to]?.text ?? ''].sort();
  return { before: from, after: to, renamed: false, key: texts.join('\n') };
}

function placesOf<T extends Keyed>(items: readonly T[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  items.forEach(({ key }, at) => {
    if (key === null) return;
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  });
  return places;
}
