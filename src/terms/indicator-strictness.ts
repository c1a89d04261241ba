// Says whether an indicator's value asks for more or for less than another: by its sign, number and unit, or by its date.
// A value stands for all results that meet it. Where one lets through only part of what the other does, it is the stricter one.
import { compare, type Decimal } from '../base/decimal.js';
import type { DateValue, Day } from './indicator-date.js';
import type { QuantityValue } from './indicator-quantity.js';
import type { IndicatorValue } from './indicator-value.js';

export type Direction = 'tightened' | 'loosened';

/** Why two values cannot be held against each other. */
export type Incomparable = 'unit' | 'sign' | 'measure-lost' | 'measure-gained';

export interface Strictness {
  readonly direction: Direction | null;
  readonly why: Incomparable | null;
}

/** What is wanted where neither value says so with a sign: at least so much, at most so much, or not known. */
export type Wanted = 'floor' | 'ceiling' | null;

export interface Expectation {
  readonly value: IndicatorValue;
  /** As `QuantityValue.unit` has it, from the value or from the indicator's name; empty where there is none. */
  readonly unit: string;
}

const open: Strictness = { direction: null, why: null };

/** `isDeadline`: a date without 前 is the day by which something is done. */
export function strictness(before: Expectation, after: Expectation, wanted: Wanted, isDeadline: boolean): Strictness {
  const [was, is] = [before.value, after.value];
  if (was.kind === 'quantity' && is.kind === 'quantity') {
    return before.unit === after.unit ? ofBounds(boundsOf(was), boundsOf(is), wanted) : { ...open, why: 'unit' };
  }
  if (was.kind === 'date' && is.kind === 'date') return ofDates(was, is, isDeadline);
  const [measured, measures] = [isMeasure(was), isMeasure(is)];
  if (measured === measures) return open;
  return { ...open, why: measured ? 'measure-lost' : 'measure-gained' };
}

function isMeasure({ kind }: IndicatorValue): boolean {
  return kind !== 'text' && kind !== 'incomplete';
}

interface Bound {
  readonly at: Decimal;
  /** The number itself does not meet it. */
  readonly isOpen: boolean;
}

/** The results that meet a value; null: there is no end to them on that side. */
interface Bounds {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

function boundsOf({ sign, number }: QuantityValue): Bounds {
  const [low, high] = [
    { at: number.low, isOpen: false },
    { at: number.high, isOpen: false },
  ];
  switch (sign?.sign) {
    case '≥':
      return { low, high: null };
    case '>':
      return { low: { ...low, isOpen: true }, high: null };
    case '≤':
      return { low: null, high };
    case '<':
      return { low: null, high: { ...high, isOpen: true } };
    case '±':
      return { low: { at: { digits: -number.high.digits, scale: number.high.scale }, isOpen: false }, high };
    default:
      return { low, high };
  }
}

function ofBounds(was: Bounds, is: Bounds, wanted: Wanted): Strictness {
  const [low, high] = [compareBounds(was.low, is.low, -1), compareBounds(was.high, is.high, 1)];
  if (low === 0 && high === 0) return open;
  if (low <= 0 && high >= 0) return { direction: 'tightened', why: null };
  if (low >= 0 && high <= 0) return { direction: 'loosened', why: null };
  const sides = [sideOf(was), sideOf(is)];
  const side = sides.includes('floor') ? 'floor' : sides.includes('ceiling') ? 'ceiling' : wanted;
  if (sides.includes('floor') && sides.includes('ceiling')) return { ...open, why: 'sign' };
  if (side === null) return open;
  const isStricter = side === 'floor' ? low < 0 : high > 0;
  return { direction: isStricter ? 'tightened' : 'loosened', why: null };
}

function sideOf({ low, high }: Bounds): Wanted {
  return high === null ? 'floor' : low === null ? 'ceiling' : null;
}

/** Below zero where `a` lies lower. `end`: which way an end that is not there lies, and which way an open one leans inwards. */
function compareBounds(a: Bound | null, b: Bound | null, end: -1 | 1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? end : -end;
  return compare(a.at, b.at) || (a.isOpen === b.isOpen ? 0 : a.isOpen ? -end : end);
}

function ofDates(was: DateValue, is: DateValue, isDeadline: boolean): Strictness {
  const isOpenEnded = ({ first, isDeadline: own }: DateValue) => first === null && (own || isDeadline);
  if (!isOpenEnded(was) || !isOpenEnded(is)) return open;
  const order = compareDays(was.last, is.last);
  return order === null || order === 0 ? open : { direction: order > 0 ? 'tightened' : 'loosened', why: null };
}

/** Null where what one of them leaves out decides. */
function compareDays(a: Day, b: Day): number | null {
  for (const part of ['year', 'month', 'day'] as const) {
    const [left, right] = [a[part], b[part]];
    if (left === right) continue;
    return left === null || right === null ? null : left - right;
  }
  return 0;
}
