// A declaration whose structure is right. Its keys are the form's own, known to the schema alone; every scalar is its source text.
import type { Value } from '../read/parsed.js';

export interface Declaration {
  readonly [key: string]: Value;
}

export function isMapping(value: Value | undefined): value is Declaration {
  return typeof value === 'object' && !Array.isArray(value);
}
