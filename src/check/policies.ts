// The document numbers of a declaration, read once for all rules that look at them.
import { findPolicyNumbers, type PolicyNumber } from '../terms/policy-number.js';
import type { Subject, Text } from './subject.js';

/** A text of a field with the role `policy`. */
export interface PolicyText extends Text {
  readonly numbers: readonly PolicyNumber[];
}

const known = new WeakMap<Subject, readonly PolicyText[]>();

export function policiesOf(subject: Subject): readonly PolicyText[] {
  const read =
    known.get(subject) ??
    subject.withRole('policy').map((text) => ({ ...text, numbers: findPolicyNumbers(text.text) }));
  known.set(subject, read);
  return read;
}
