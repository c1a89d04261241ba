// Finds which declarations of two states are the same one: by code, by path, by name. Swapped sides give the same pairs.
import type { Facts } from '../check/facts.js';

/** A file of one state. `facts` is null where nothing in it says what it is. */
export interface Standing {
  /** Where it lies in its state: two with the same stand in the same place. */
  readonly place: string;
  readonly facts: Facts | null;
}

export interface DeclarationPair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/**
 * A declaration stays the one that its code says, wherever it lies; a code or name that several have tells nothing. Sorted by the place
 * after, else before.
 */
export function pairDeclarations<T extends Standing>(
  before: readonly T[],
  after: readonly T[],
): readonly DeclarationPair<T>[] {
  const pairs: DeclarationPair<T>[] = [];
  let [olds, news] = [before, after];
  const pairBy = (keyOf: (one: T) => string | null, fits: (was: T, is: T) => boolean = () => true) => {
    const [was, is] = [uniqueBy(olds, keyOf), uniqueBy(news, keyOf)];
    const taken = new Set<T>();
    for (const [key, old] of was) {
      const young = is.get(key);
      if (!young || !fits(old, young)) continue;
      pairs.push({ before: old, after: young });
      taken.add(old).add(young);
    }
    olds = olds.filter((one) => !taken.has(one));
    news = news.filter((one) => !taken.has(one));
  };
  pairBy(placeOf, (was, is) => haveOneCode(was, is));
  pairBy(codeOf);
  pairBy(placeOf);
  pairBy(nameOf(true));
  pairBy(nameOf(false));
  return [
    ...pairs,
    ...olds.map((one) => ({ before: one, after: null })),
    ...news.map((one) => ({ before: null, after: one })),
  ].sort((a, b) => compareTexts(placeIn(a), placeIn(b)));
}

function uniqueBy<T>(all: readonly T[], keyOf: (one: T) => string | null): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const several = new Set<string>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    if (found.has(key)) several.add(key);
    found.set(key, one);
  }
  for (const key of several) found.delete(key);
  return found;
}

function placeOf({ place }: Standing): string {
  return place;
}

function codeOf({ facts }: Standing): string | null {
  return facts?.by.code?.text ?? null;
}

/** Within the unit, or by the name alone. */
function nameOf(withUnit: boolean): (one: Standing) => string | null {
  return ({ facts }) => {
    const { name, unit } = facts?.by ?? {};
    return name ? JSON.stringify([name.text, withUnit ? (unit?.text ?? '') : '']) : null;
  };
}

/** Two codes in one place are two declarations, unless neither is anywhere else. */
function haveOneCode(was: Standing, is: Standing): boolean {
  const [old, young] = [codeOf(was), codeOf(is)];
  return old === null || young === null || old === young;
}

function placeIn({ before, after }: DeclarationPair<Standing>): string {
  return (after ?? before)?.place ?? '';
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
