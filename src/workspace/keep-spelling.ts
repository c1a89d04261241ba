// Puts the words of an existing value in the place of those that mean the same: a document cannot know how an amount was spelt, or whether
// an item was written in parts.
import { isMapping } from '../check/declaration.js';
import type { Value } from '../read/parsed.js';
import { toItems } from '../review/items.js';
import { alike, type Kind, kindOfKey } from '../review/merge/alike.js';

export function keepSpelling(value: Value, was: Value | undefined, kind: Kind): Value {
  if (was === undefined) return value;
  if (alike(value, was, kind)) return was;
  if (isMapping(value) && isMapping(was)) {
    const entries = Object.entries(value).map(
      ([key, child]) => [key, keepSpelling(child, was[key], kindOfKey(kind, key))] as const,
    );
    return Object.fromEntries(entries);
  }
  const { field } = kind;
  if (field?.shape !== 'list' || !Array.isArray(value) || !Array.isArray(was)) return value;
  const left = new Map<string, Value[]>();
  for (const item of toItems(was, field)) left.set(item.key, [...(left.get(item.key) ?? []), item.value]);
  return toItems(value, field).map((item) => left.get(item.key)?.shift() ?? item.value);
}
