// Tells whether a later indicator's value asks for more than an earlier one (收紧) or for less (放宽).
// A value is the numbers that it allows; it is tighter where it allows only some of those that the other one allows.
import { compare, type Decimal, whole } from '../base/decimal.js';
import type { DateValue, Day } from './indicator-date.js';
import type { QuantityValue } from './indicator-quantity.js';
import type { IndicatorValue } from './indicator-value.js';

export type Change = 'same' | 'tighter' | 'looser';

/** One end of what is allowed; null is without end. An open one leaves its number out. */
type End = { readonly at: Decimal; readonly isOpen: boolean } | null;

interface Allowed {
  readonly low: End;
  readonly high: End;
}

/** Null where the two cannot be compared: other units, other kinds, texts, or neither holds the other. */
export function compareValues(before: IndicatorValue, after: IndicatorValue): Change | null {
  const [old, now] = [allowedBy(before), allowedBy(after)];
  if (!old || !now || !areAlike(before, after)) return null;
  const low = compareEnds(now.low, old.low, -1);
  const high = compareEnds(old.high, now.high, 1);
  if (low === 0 && high === 0) return 'same';
  if (low >= 0 && high >= 0) return 'tighter';
  return low <= 0 && high <= 0 ? 'looser' : null;
}

/** Quantities in one unit, or dates that both name a year or both do not. */
function areAlike(a: IndicatorValue, b: IndicatorValue): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') return (a.unit?.unit ?? '') === (b.unit?.unit ?? '');
  return a.kind === 'date' && b.kind === 'date' && (a.last.year === null) === (b.last.year === null);
}

function allowedBy(value: IndicatorValue): Allowed | null {
  if (value.kind === 'quantity') return allowedByQuantity(value);
  return value.kind === 'date' ? allowedByDate(value) : null;
}

function allowedByQuantity({ sign, number: { low, high } }: QuantityValue): Allowed {
  const closed = (at: Decimal) => ({ at, isOpen: false });
  switch (sign?.sign) {
    case '≥':
      return { low: closed(low), high: null };
    case '>':
      return { low: { at: low, isOpen: true }, high: null };
    case '≤':
      return { low: null, high: closed(high) };
    case '<':
      return { low: null, high: { at: high, isOpen: true } };
    case '±':
      return { low: closed({ digits: -high.digits, scale: high.scale }), high: closed(high) };
    default:
      return { low: closed(low), high: closed(high) };
  }
}

/** A single date is the latest one, whether 前 is written or not. */
function allowedByDate({ first, last }: DateValue): Allowed {
  return {
    low: first && { at: dayNumber({ ...first, year: first.year ?? last.year }, 1, 1), isOpen: false },
    high: { at: dayNumber(last, 12, 31), isOpen: false },
  };
}

function dayNumber({ year, month, day }: Day, presetMonth: number, presetDay: number): Decimal {
  return whole((year ?? 0) * 10_000 + (month ?? presetMonth) * 100 + (day ?? presetDay));
}

/** Above zero where `a` lies above `b`; both are lower ends (`beyond` is -1) or both are upper ones (1). */
function compareEnds(a: End, b: End, beyond: 1 | -1): number {
  if (!a || !b) return a === b ? 0 : a === null ? beyond : -beyond;
  const order = compare(a.at, b.at);
  if (order !== 0 || a.isOpen === b.isOpen) return order;
  return a.isOpen ? -beyond : beyond;
}
