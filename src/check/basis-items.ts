// Turns the value of a basis item into its parts, by the roles that the schema gives to its keys.
import type { Value } from '../read/parsed.js';
import type { BasisItem } from '../terms/basis-item.js';
import { type Declaration, isMapping } from './declaration.js';
import type { Field } from './form.js';

/** `value` stands at `field`, whose kind is `basis-item`. What is of the wrong type counts as not written. */
export function toBasisItem(value: Value, field: Field): BasisItem {
  if (!isMapping(value)) return typeof value === 'string' ? value : '';
  const details = field.properties.find((property) => property.role === 'item-details');
  const given = details && value[details.key];
  const items = details?.items;
  return {
    subject: textOf(value, field, 'item-subject'),
    amount: textOf(value, field, 'item-amount'),
    unitPrice: textOf(value, field, 'item-unit-price'),
    quantity: textOf(value, field, 'item-quantity'),
    details: items && Array.isArray(given) ? given.map((item: Value) => toBasisItem(item, items)) : [],
    note: textOf(value, field, 'item-note'),
  };
}

function textOf(value: Declaration, field: Field, role: string): string | null {
  const key = field.properties.find((property) => property.role === role)?.key;
  const text = key === undefined ? undefined : value[key];
  return typeof text === 'string' && text !== '' ? text : null;
}
