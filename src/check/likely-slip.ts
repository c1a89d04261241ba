// Guesses which one amount was miswritten where a sum does not come out: left out, counted twice, a digit or a unit off, digits swapped.
import type { Fen } from '../base/money.js';

export type SlipKind = 'scaled' | 'left-out' | 'doubled' | 'swapped';

export interface Slip {
  readonly kind: SlipKind;
  /** The index of the addend; null for the sum as it was declared. */
  readonly index: number | null;
  /** Of `scaled`: what the amount has to be multiplied (`times`) or divided by. */
  readonly factor: bigint;
  readonly times: boolean;
}

const factors = [10n, 10_000n];

/** Null where nothing explains the difference, or more than one amount would. The likelier kinds come first. */
export function findSlip(addends: readonly Fen[], declared: Fen): Slip | null {
  const sum = addends.reduce((total, fen) => total + fen, 0n);
  const excess = sum - declared;
  const shouldBe = (index: number) => (addends[index] ?? 0n) - excess;
  const indexes = addends.map((_, index) => index);
  const of = (kind: SlipKind, holds: (fen: Fen, right: Fen) => boolean) =>
    indexes
      .filter((index) => holds(addends[index] ?? 0n, shouldBe(index)))
      .map((index) => ({ kind, index, factor: 1n, times: true }));
  const scaled = (fen: Fen, right: Fen, index: number | null): readonly Slip[] =>
    factors.flatMap((factor) => [
      ...(fen > 0n && fen * factor === right ? [{ kind: 'scaled' as const, index, factor, times: true }] : []),
      ...(right > 0n && right * factor === fen ? [{ kind: 'scaled' as const, index, factor, times: false }] : []),
    ]);
  const explanations: readonly (() => readonly Slip[])[] = [
    () => scaled(declared, sum, null),
    () => of('left-out', (fen, right) => fen > 0n && right === 0n),
    () => indexes.flatMap((index) => scaled(addends[index] ?? 0n, shouldBe(index), index)),
    () => of('doubled', (fen, right) => fen > 0n && right === 2n * fen),
    () => (isSwapped(declared, sum) ? [{ kind: 'swapped', index: null, factor: 1n, times: true }] : []),
    () => of('swapped', isSwapped),
  ];
  for (const explain of explanations) {
    const slips = explain();
    if (slips.length > 0) return slips.length === 1 ? (slips[0] ?? null) : null;
  }
  return null;
}

/** 1235 and 1253: two digits beside each other stand in each other's place. */
function isSwapped(a: Fen, b: Fen): boolean {
  if (a < 0n || b < 0n || a === b || (a - b) % 9n !== 0n) return false;
  const [one, other] = [a.toString(), b.toString()];
  if (one.length !== other.length) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
