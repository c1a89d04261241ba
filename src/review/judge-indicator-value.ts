// Judges a changed indicator value: 收紧 or 放宽, by its sign, number and unit, and where no sign is written by what the indicator is of.
import { below, fromPointer } from '../base/pointer.js';
import { isMapping } from '../check/declaration.js';
import { fieldAt } from '../check/form.js';
import { valueAt } from '../read/parsed.js';
import { type Expectation, strictness, type Wanted } from '../terms/indicator-strictness.js';
import { readIndicatorValue } from '../terms/indicator-value.js';
import { unitInName } from '../terms/unit-in-name.js';
import type { Case, Judgement, Side } from './judge.js';
import { messages } from './messages.js';

export function judgeIndicatorValue({ before, after }: Case): Partial<Judgement> | null {
  if (before?.field.kind !== 'indicator-value' || after?.field.kind !== 'indicator-value') return null;
  if (typeof before.value !== 'string' || typeof after.value !== 'string') return null;
  const isDeadline = after.roles.has('timeliness-indicators');
  const { direction, why } = strictness(expectationOf(before), expectationOf(after), wantedOf(after), isDeadline);
  return { direction, note: why === null ? null : messages.incomparable[why] };
}

function expectationOf(side: Side): Expectation {
  const value = readIndicatorValue(String(side.value));
  const unit = value.kind === 'quantity' ? value.unit?.unit : undefined;
  return { value, unit: unit ?? unitInName(nameBeside(side)) ?? '' };
}

/** What the row is called. */
function nameBeside({ state, pointer }: Side): string {
  const row = pointer.slice(0, pointer.lastIndexOf('/'));
  const fields = fieldAt(state.form.root, fromPointer(row))?.properties ?? [];
  const key = fields.find(({ role }) => role === 'indicator-name')?.key;
  const name = key === undefined || !isMapping(valueAt(state.declaration, row)) ? '' : below(row, key);
  const text = name === '' ? undefined : valueAt(state.declaration, name);
  return typeof text === 'string' ? text : '';
}

/** Costs want a ceiling and counts a floor, also where no sign says so; of the others nobody can tell. */
function wantedOf({ roles }: Side): Wanted {
  return roles.has('cost-indicators') ? 'ceiling' : roles.has('quantity-indicators') ? 'floor' : null;
}
