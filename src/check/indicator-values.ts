// The values of a declaration's indicators, read once for all rules on them.
import type { QuantityValue } from '../terms/indicator-quantity.js';
import type { Span } from '../terms/indicator-signs.js';
import { type IndicatorValue, readIndicatorValue } from '../terms/indicator-value.js';
import { unitInName } from '../terms/unit-in-name.js';
import type { Row, Subject, Text } from './subject.js';

/** An indicator whose value is a number. */
export interface Quantified {
  readonly row: Row;
  /** The text of the value. */
  readonly value: Text;
  readonly quantity: QuantityValue;
  /** The number with the unit beside it. */
  readonly figure: Span & { readonly written: string };
  /** Its own, or the one in the indicator's name; empty where there is neither. */
  readonly unit: string;
}

const readings = new WeakMap<Text, IndicatorValue>();

export function readingOf(value: Text): IndicatorValue {
  const known = readings.get(value);
  if (known) return known;
  const reading = readIndicatorValue(value.text);
  readings.set(value, reading);
  return reading;
}

/** Where a role is given, of the groups that have it. */
export function quantitiesOf(subject: Subject, role?: string): readonly Quantified[] {
  const found: Quantified[] = [];
  for (const row of subject.rows) {
    const { value, name, group } = row;
    if (!value || (role !== undefined && !group.roles.has(role))) continue;
    const quantity = readingOf(value);
    if (quantity.kind !== 'quantity') continue;
    const unit = quantity.unit?.unit ?? unitInName(name?.text ?? '') ?? '';
    found.push({ row, value, quantity, figure: figureOf(value.text, quantity), unit });
  }
  return found;
}

function figureOf(text: string, { number, unit }: QuantityValue): Quantified['figure'] {
  const from = Math.min(number.from, unit?.from ?? number.from);
  const to = Math.max(number.to, unit?.to ?? number.to);
  return { from, to, written: text.slice(from, to) };
}

/** Whether the indicator's name has one of the words. */
export function isNamed({ name }: Row, words: readonly string[]): boolean {
  return name !== null && words.some((word) => name.text.includes(word));
}
