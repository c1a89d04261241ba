// What reading a file gives: plain values, every scalar its own text, and the way back from a value to its place.
import type { Place } from '../base/finding.js';
import { fromPointer } from '../base/pointer.js';

/** A file's text, decoded, without a byte order mark; offsets everywhere are into this text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Mappings have no prototype, so that a key `__proto__` is a key like any other. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** A comment `# shenbao-ignore …`. What it says, check/ understands. */
export interface IgnoreComment {
  /** From the # on. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
  /** The line that it speaks of, from 1. */
  readonly line: number;
}

export interface Parsed {
  readonly source: Source;
  readonly value: Value;
  readonly ignores: readonly IgnoreComment[];
  /** Where a value or its key stands. A pointer that is not in the file gets the nearest existing ancestor's place. */
  placeOf(pointer: string, part?: 'value' | 'key'): Place;
  /** Where `[from, to)` of a scalar's value stands, in UTF-16 units; the whole scalar where that cannot be told. */
  placeWithin(pointer: string, from: number, to: number): Place;
}

/** The value at a JSON pointer, or undefined where there is none. */
export function valueAt(value: Value, pointer: string): Value | undefined {
  return fromPointer(pointer).reduce<Value | undefined>(
    (node, step) =>
      typeof node === 'object' && Object.hasOwn(node, step)
        ? (node as { readonly [key: string]: Value })[step]
        : undefined,
    value,
  );
}
