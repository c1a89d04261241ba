// Finds where characters stand in the texts below a pointer, for finders that know cells but no source.
import { below, fromPointer } from '../base/pointer.js';
import type { Parsed, Value } from './parsed.js';

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

function valueAt(value: Value, pointer: string): Value | undefined {
  return fromPointer(pointer).reduce<Value | undefined>(
    (node, step) => (typeof node === 'object' ? (node as { readonly [key: string]: Value })[step] : undefined),
    value,
  );
}
