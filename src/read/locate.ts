// Finds where characters stand in the texts below a pointer, for finders that know cells but no source.
import { below } from '../base/pointer.js';
import { type Parsed, type Value, valueAt } from './parsed.js';

export interface Located {
  readonly pointer: string;
  readonly from: number;
  readonly to: number;
}

/** The first occurrence in each text at or below `pointer` that has `characters`; offsets in UTF-16 units of the value. */
export function locate(parsed: Parsed, pointer: string, characters: string): readonly Located[] {
  const found: Located[] = [];
  const visit = (value: Value | undefined, at: string) => {
    if (value === undefined) return;
    if (typeof value !== 'string') {
      for (const [key, child] of Object.entries(value)) visit(child, below(at, key));
      return;
    }
    const from = value.indexOf(characters);
    if (from >= 0) found.push({ pointer: at, from, to: from + characters.length });
  };
  visit(valueAt(parsed.value, pointer), pointer);
  return found;
}
