// Deals the declarations out to the machines of a CI matrix, so that each has about the same to do.
import { UserError } from '../base/user-error.js';
import { byFile } from './find.js';
import { messages } from './messages.js';

/** `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What a shard keeps in the folder of outputs: `.manifest-1-of-4.json`, `.report-1-of-4.json`. */
export function shardFile(kind: 'manifest' | 'report', { index, count }: Shard): string {
  return `.${kind}-${index}-of-${count}.json`;
}

/** The shard's own part, see `dealOut`. Throws a UserError for a shard that cannot be. */
export function shardOf<T extends { readonly file: string }>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  { index, count }: Shard,
): readonly T[] {
  const whole = Number.isInteger(index) && Number.isInteger(count);
  if (!whole || index < 1 || index > count) throw new UserError(messages.badShard(index, count));
  return dealOut(items, sizeOf, count)[index - 1] ?? [];
}

/**
 * The parts of all shards, the first one's first, each in the order given: the largest sources are dealt first, each to the shard with the least so
 * far (ties: by path, the lowest shard). Depends on paths and sizes alone, so that machines which never speak to each other agree.
 */
export function dealOut<T extends { readonly file: string }>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  count: number,
): readonly (readonly T[])[] {
  const sized = items.map((item) => ({ item, file: item.file, size: sizeOf(item) }));
  const loads = new Array<number>(count).fill(0);
  const shards = new Map<T, number>();
  for (const { item, size } of sized.sort((a, b) => b.size - a.size || byFile(a, b))) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] as number) + size;
    shards.set(item, least);
  }
  const parts = loads.map((): T[] => []);
  for (const item of items) parts[shards.get(item) as number]?.push(item);
  return parts;
}
