// Turns what is known of the items of lists into the way from any value before to the same value after.
import { fromPointer, toPointer } from '../base/pointer.js';
import type { ToAfter } from './align-grids.js';

/**
 * `items` are pointers of items that are on both sides, from before to after. A step of digits is taken for an item's number: what stands
 * in an item that is not among them is gone (null).
 */
export function followItems(items: ReadonlyMap<string, string>): ToAfter {
  return (pointer) => {
    const steps = fromPointer(pointer);
    const item = steps.findLastIndex((step) => /^\d+$/.test(step));
    if (item < 0) return pointer;
    const now = items.get(toPointer(steps.slice(0, item + 1)));
    return now === undefined ? null : now + toPointer(steps.slice(item + 1));
  };
}
