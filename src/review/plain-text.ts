// Prints any value as one text: what the form prints of a text, and something readable of a value whose shape is wrong.
import { printMoney, yuan } from '../base/money.js';
import type { Field } from '../check/form.js';
import type { Value } from '../read/parsed.js';
import { readAmount } from '../terms/amount.js';

/** Null where nothing is written. */
export function plainText(value: Value | undefined): string | null {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** As the form prints it: `242.55万` and `2,425,500.00` are the same amount. Within a basis item an amount prints as it was written. */
export function printedText(value: Value | undefined, field: Field | null, inItem: boolean): string | null {
  const text = plainText(value);
  if (text === null || field?.kind !== 'amount' || inItem) return text;
  const { fen } = readAmount(text, field.print?.unit);
  return fen === null ? text : printMoney(fen, field.print ?? yuan);
}
