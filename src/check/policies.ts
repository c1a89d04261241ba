// The document numbers of a declaration, read once for all rules that look at them.
import { findPolicyNumbers, type PolicyNumber } from '../terms/policy-number.js';
import { oncePerSubject } from './once-per-subject.js';
import type { Text } from './subject.js';

/** A text of a field with the role `policy`. */
export interface PolicyText extends Text {
  readonly numbers: readonly PolicyNumber[];
}

export const policiesOf = oncePerSubject((subject): readonly PolicyText[] =>
  subject.withRole('policy').map(({ pointer, text, field }) => ({
    pointer,
    text,
    field,
    numbers: findPolicyNumbers(text),
  })),
);
