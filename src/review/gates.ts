// Holds a review against what a change may at most do: how far the year's amount may grow, whether indicators may be loosened.

import { compare, type Decimal, times, whole } from '../base/decimal.js';
import type { Fen } from '../base/money.js';
import type { Judged } from './judge.js';
import type { DeclarationReview, Review } from './review.js';

/** The most that an amount may grow: by so many 分, or by so many per cent. */
export type Increase = { readonly fen: Fen } | { readonly percent: Decimal };

export interface Gates {
  readonly maxIncrease: Increase | null;
  readonly noLoosening: boolean;
}

/** One declaration, or all together, that went too far. */
export interface Exceeded {
  /** Null: all declarations together. */
  readonly declaration: DeclarationReview | null;
  /** What was loosened; null: the amount grew too much. */
  readonly loosened: Judged | null;
  readonly before: Fen;
  readonly after: Fen;
}

/** A declaration that is new has grown from nothing, which is more than any per cent. Amounts that cannot be read count as nothing. */
export function exceededBy({ declarations, totals }: Review, { maxIncrease, noLoosening }: Gates): readonly Exceeded[] {
  const exceeded: Exceeded[] = [];
  for (const declaration of declarations) {
    const before = declaration.amount.before ?? 0n;
    const after = declaration.amount.after ?? 0n;
    if (maxIncrease && isBeyond(before, after, maxIncrease)) {
      exceeded.push({ declaration, loosened: null, before, after });
    }
    if (!noLoosening) continue;
    for (const change of declaration.changes) {
      if (change.direction === 'loosened') exceeded.push({ declaration, loosened: change, before, after });
    }
  }
  if (maxIncrease && declarations.length > 1 && isBeyond(totals.before, totals.after, maxIncrease)) {
    exceeded.push({ declaration: null, loosened: null, ...totals });
  }
  return exceeded;
}

/** Exactly: 5.001 % are more than 5 %. */
function isBeyond(before: Fen, after: Fen, most: Increase): boolean {
  const increase = after - before;
  if (increase <= 0n) return false;
  if ('fen' in most) return increase > most.fen;
  return compare(whole(increase * 100n), times(whole(before), most.percent)) > 0;
}
