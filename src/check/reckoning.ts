// Adds up a declaration's basis items, for the rule that they come to the year's amount and for the summary that says so.
import type { Fen } from '../base/money.js';
import { findRole } from './form.js';
import { itemReadings } from './item-readings.js';
import type { Subject } from './subject.js';

export interface Reckoning {
  /** Of the field with the role `basis`. */
  readonly label: string;
  readonly items: number;
  /** Items whose amount is not known for sure. */
  readonly unread: number;
  /** The sum of the others. */
  readonly fen: Fen;
  /** The amount with the role `year-amount`; null where there is none that can be read. */
  readonly declared: Fen | null;
  /** The key of that field, or null where the form has none. */
  readonly declaredLabel: string | null;
}

/** Null where the form has no basis, or the declaration no item. */
export function reckon(subject: Subject): Reckoning | null {
  const basis = findRole(subject.form, 'basis');
  const items = itemReadings(subject);
  if (!basis || items.length === 0) return null;
  return {
    label: basis.key,
    items: items.length,
    unread: items.filter(({ amount }) => amount === null).length,
    fen: items.reduce((sum, { amount }) => sum + (amount?.fen ?? 0n), 0n),
    declared: subject.amount('year-amount')?.fen ?? null,
    declaredLabel: findRole(subject.form, 'year-amount')?.key ?? null,
  };
}
