// Gathers the texts of a workbook: equal ones are written once, and each cell gives the number of its own.
import { xmlHead } from '../office-properties.js';
import { mainNamespace } from './parts.js';

export interface SharedStrings {
  /** The number of an item, counted from 0; `item` is what stands within its `si`. */
  indexOf(item: string): number;
  /** The part xl/sharedStrings.xml with all items asked for so far. */
  xml(): string;
}

export function sharedStrings(): SharedStrings {
  const known = new Map<string, number>();
  let used = 0;
  return {
    indexOf(item) {
      used += 1;
      const index = known.get(item) ?? known.size;
      known.set(item, index);
      return index;
    },
    xml() {
      const items = [...known.keys()].map((item) => `<si>${item}</si>`).join('');
      const counts = `count="${used}" uniqueCount="${known.size}"`;
      return `${xmlHead}<sst xmlns="${mainNamespace}" ${counts}>${items}</sst>`;
    },
  };
}
