// Reads a declaration's basis items once for all rules, and leads from a reading back to places of the declaration.
import { below } from '../base/pointer.js';
import { type BasisItem, subjectOf } from '../terms/basis-item.js';
import { type BasisItemReading, type ItemPart, type ItemSpot, readBasisItem } from '../terms/basis-reading.js';
import { quote } from '../terms/messages.js';
import type { Field } from './form.js';
import { oncePerSubject } from './once-per-subject.js';
import type { Spot } from './rule.js';

export interface ReadItem extends BasisItemReading {
  readonly pointer: string;
  readonly field: Field;
  readonly item: BasisItem;
  /** From 1, within its list. */
  readonly number: number;
  readonly details: readonly ReadItem[];
}

export const itemReadings = oncePerSubject((subject): readonly ReadItem[] =>
  subject.items.map(({ pointer, field, item }, index) => {
    const bareUnit = field.properties.find(({ role }) => role === 'item-amount')?.print?.unit;
    return withPlaces(item, readBasisItem(item, bareUnit), field, pointer, index + 1);
  }),
);

function withPlaces(
  item: BasisItem,
  reading: BasisItemReading,
  field: Field,
  pointer: string,
  number: number,
): ReadItem {
  const details = field.properties.find(({ role }) => role === 'item-details');
  const inner = details?.items;
  const { amount, unread, candidates, texts } = reading;
  return {
    amount,
    unread,
    candidates,
    texts,
    pointer,
    field,
    item,
    number,
    details:
      typeof item === 'string' || !inner
        ? []
        : reading.details.map((detail, index) =>
            withPlaces(item.details[index] ?? '', detail, inner, below(below(pointer, details.key), index), index + 1),
          ),
  };
}

/** Items with those within them, in the order of the form. */
export function allItems(items: readonly ReadItem[]): readonly ReadItem[] {
  return items.flatMap((item) => [item, ...allItems(item.details)]);
}

const roles: Readonly<Record<Exclude<ItemPart, 'text'>, string>> = {
  subject: 'item-subject',
  amount: 'item-amount',
  unitPrice: 'item-unit-price',
  quantity: 'item-quantity',
  note: 'item-note',
};

/** The pointer of a part of an item. */
export function pointerOf({ pointer, field }: ReadItem, part: ItemPart): string {
  const key = part === 'text' ? undefined : field.properties.find(({ role }) => role === roles[part])?.key;
  return key === undefined ? pointer : below(pointer, key);
}

export function spotOf(item: ReadItem, { part, from, to }: ItemSpot): Spot {
  return { pointer: pointerOf(item, part), from, to };
}

/** What the item is for, as a message names it. */
export function nameOfItem({ item }: ReadItem): string {
  return quote(subjectOf(item));
}
