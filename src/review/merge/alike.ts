// Tells whether two values are the same to a reader of the form: `242.55万` and `2425500.00` are, quotes and the order of keys are nothing.
import { isDeepStrictEqual } from 'node:util';
import { isMapping } from '../../check/declaration.js';
import type { Field } from '../../check/form.js';
import type { Value } from '../../read/parsed.js';
import { toItems } from '../items.js';
import { printedText } from '../plain-text.js';

/** What the form says of a value. */
export interface Kind {
  /** Null where the form has no such key. */
  readonly field: Field | null;
  /** Of an item: the field of its list. */
  readonly list: Field | null;
  /** Within a basis item amounts print as they were written. */
  readonly inItem: boolean;
}

export function alike(one: Value | undefined, other: Value | undefined, kind: Kind): boolean {
  if (isDeepStrictEqual(one, other)) return true;
  const { field, list, inItem } = kind;
  if (list && one !== undefined && other !== undefined) {
    const [a, b] = toItems([one, other], list);
    return a?.key === b?.key;
  }
  if (field?.shape === 'list' && Array.isArray(one) && Array.isArray(other)) {
    const [olds, news] = [toItems(one, field), toItems(other, field)];
    return olds.length === news.length && olds.every(({ key }, index) => key === news[index]?.key);
  }
  if (isMapping(one) && isMapping(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => alike(one[key], other[key], kindOfKey(kind, key)));
  }
  const isText = (value: Value | undefined) => value === undefined || typeof value === 'string';
  return isText(one) && isText(other) && printedText(one, field, inItem) === printedText(other, field, inItem);
}

export function kindOfKey({ field, inItem }: Kind, key: string): Kind {
  const child = field?.properties.find((property) => property.key === key) ?? null;
  return { field: child, list: null, inItem: inItem || field?.kind === 'basis-item' };
}

export function kindOfItem({ field, inItem }: Kind): Kind {
  return { field: field?.items ?? null, list: field, inItem };
}
