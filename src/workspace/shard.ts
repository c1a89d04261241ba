// Deals the declarations out to the machines of a CI matrix, so that each has about the same to do.
import { UserError } from '../base/user-error.js';
import { byFile } from './find.js';
import { messages } from './messages.js';

/** `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The shard's own part, in the order given: the largest sources first, each to the shard with the least so far (ties: by path, the lowest
 * shard). Depends on paths and sizes alone, so that machines which never speak to each other agree. Throws a UserError for a shard that cannot be.
 */
export function shardOf<T extends { readonly file: string }>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  { index, count }: Shard,
): readonly T[] {
  const whole = Number.isInteger(index) && Number.isInteger(count);
  if (!whole || index < 1 || index > count) throw new UserError(messages.badShard(index, count));
  const sized = items.map((item) => ({ item, file: item.file, size: sizeOf(item) }));
  const loads = new Array<number>(count).fill(0);
  const mine = new Set<T>();
  for (const { item, size } of sized.sort((a, b) => b.size - a.size || byFile(a, b))) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] as number) + size;
    if (least === index - 1) mine.add(item);
  }
  return items.filter((item) => mine.has(item));
}
