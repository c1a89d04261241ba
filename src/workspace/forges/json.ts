// Takes apart what a service answered, which may be anything.
import { ForgeFault } from './faults.js';
import { isCommit, type Pull } from './forge.js';

/** Follows keys; undefined where one is not there. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[key] : undefined,
    value,
  );
}

export function textAt(value: unknown, ...keys: readonly string[]): string | null {
  const text = at(value, ...keys);
  return typeof text === 'string' ? text : null;
}

/** A number that names something: it becomes part of an address. */
export function idAt(value: unknown, ...keys: readonly string[]): number | null {
  const id = at(value, ...keys);
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Throws a ForgeFault where the parts are not what they should be. */
export function toPull(number: unknown, base: unknown, head: unknown): Pull {
  const isNumber = typeof number === 'number' && Number.isSafeInteger(number) && number > 0;
  if (!isNumber || !isCommit(base) || !isCommit(head)) throw new ForgeFault({ kind: 'strange', what: 'shape' });
  return { number, base, head };
}
