// What became of one value between two states of a declaration: facts only; what they are worth, judge.ts says.
import type { Words } from '../base/finding.js';
import type { Declaration } from '../check/declaration.js';
import type { Form } from '../check/form.js';

/** A declaration as it stood once. Its structure may have faults: what has the wrong shape is compared as a text. */
export interface State {
  readonly declaration: Declaration;
  readonly form: Form;
}

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved' | 'renamed';

export interface Change {
  readonly kind: ChangeKind;
  /** In the state after; of what is removed, in the state before. */
  readonly pointer: string;
  /** The same value in the state before; null for what is added. */
  readonly pointerBefore: string | null;
  /** The value as a reviewer names it: `数量指标“开展活动数量” › 指标值`. */
  readonly label: Words;
  /**
   * As the form prints it; null where there is nothing. Of what is moved: its number in the list, from 1. Of what is renamed: its name,
   * or all of a text.
   */
  readonly before: string | null;
  readonly after: string | null;
}
