// Two passages of a declaration, and what a review says of them as a person reads it.
import { isMapping } from '../../src/check/declaration.js';
import type { Form } from '../../src/check/form.js';
import type { Change, State } from '../../src/review/change.js';
import { compare } from '../../src/review/compare.js';
import { type Judged, judge } from '../../src/review/judge.js';
import { parse, projectGoal } from '../support/forms.js';

/** `yaml` is a passage of a declaration: no key is required. */
export function stateOf(yaml: string, form: Form = projectGoal): State {
  const { value } = parse(yaml);
  if (!isMapping(value)) throw new Error(`no declaration: ${yaml}`);
  return { declaration: value, form };
}

/** `changed 本年度项目金额: 1.00 → 2.00`; a line break in a value is ⏎. */
export function facts(before: string, after: string, form?: Form): readonly string[] {
  return compare(stateOf(before, form), stateOf(after, form)).changes.map(toLine);
}

export function toLine({ kind, label, before, after }: Pick<Change, 'kind' | 'label' | 'before' | 'after'>): string {
  const text = before === null ? after : after === null ? before : `${before} → ${after}`;
  return `${kind} ${label.zh}: ${text}`.replaceAll('\n', '⏎');
}

/** Each change with what it is judged to be. */
export function judged(before: string, after: string, form?: Form): readonly Judged[] {
  const [was, is] = [stateOf(before, form), stateOf(after, form)];
  return compare(was, is).changes.map((change) => judge(change, was, is));
}

/** What an item or row that is added looks like read backwards: one that is removed. */
export function mirrored(change: Change): Pick<Change, 'kind' | 'pointer' | 'pointerBefore' | 'before' | 'after'> {
  const { pointer, pointerBefore, before, after } = change;
  const swapped = { before: after, after: before };
  if (change.kind === 'added') return { kind: 'removed', pointer, pointerBefore: pointer, ...swapped };
  if (change.kind === 'removed') return { kind: 'added', pointer, pointerBefore: null, ...swapped };
  return { kind: change.kind, pointer: pointerBefore ?? '', pointerBefore: pointer, ...swapped };
}
