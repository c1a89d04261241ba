// Turns parsed values into a declaration, or says everything that is wrong with their structure at once.
// Never imports the validator's library, which costs as much as a whole check: see compile.ts.
import { type Finding, isError, type Outcome, sortFindings } from '../base/finding.js';
import { nearest } from '../base/nearest.js';
import { toPointer } from '../base/pointer.js';
import type { Parsed } from '../read/parsed.js';
import { applyRules } from './apply-rules.js';
import { bare } from './bare.js';
import { type Declaration, isMapping } from './declaration.js';
import { type Facts, toFacts } from './facts.js';
import type { Form, FormName } from './form.js';
import * as words from './messages.js';
import { type Reckoning, reckon } from './reckoning.js';
import type { ActiveRule } from './rule-set.js';
import { type AjvErrorLike, findStructureFaults, topOf } from './structure.js';
import { toSubject } from './subject.js';
import { findValueFaults } from './values.js';

export type { AjvErrorLike } from './structure.js';

/** What ajv finds in a value; nothing when all is right. */
export type Validate = (value: unknown) => readonly AjvErrorLike[];

/** The title of the form that a file says it is. */
export function identifyForm(parsed: Parsed, forms: readonly FormName[]): Outcome<string> {
  const { value } = parsed;
  const fault = (finding: Omit<Finding, 'level'>): Outcome<string> => ({
    value: null,
    findings: [{ level: 'error', ...finding }],
  });
  if (!isMapping(value)) {
    return fault({ rule: 'schema/type', ...words.noDeclaration(value, forms), pointer: '', place: topOf(parsed) });
  }
  const named = forms.find(({ key, title }) => value[key] === title);
  if (named) return { value: named.title, findings: [] };

  const key = forms.map((form) => form.key).find((candidate) => value[candidate] !== undefined);
  if (key === undefined) {
    return fault({ rule: 'schema/required', ...words.noForm(forms), pointer: '', place: topOf(parsed) });
  }
  const written = value[key];
  const pointer = toPointer([key]);
  const titles = forms.map(({ title }) => title);
  const meant = typeof written === 'string' ? nearest(written, titles) : null;
  const place = parsed.placeOf(pointer, written === '' ? 'key' : 'value');
  return fault({
    rule: 'schema/const',
    ...words.unknownForm(key, written ?? '', titles, meant),
    pointer,
    place,
    // Another title may be meant: only what a pen would not notice is put right without asking.
    ...(typeof written === 'string' &&
      meant !== null &&
      bare(written) === bare(meant) && { cure: { start: place.start, end: place.end, text: meant } }),
  });
}

/** What rules are run, and the year of the folder that the file lies in. */
export interface RulesInForce {
  readonly active: readonly ActiveRule[];
  readonly folderYear: string | null;
}

/** What check found out about a declaration. */
export interface Checked extends Outcome<Declaration> {
  /** Whether the rules could say all that they have to say: its structure is right, and it is not too long for them. */
  readonly isReviewed: boolean;
  /** For the rules on the whole tree; null where nothing is a declaration. */
  readonly facts: Facts | null;
  /** What its items come to; null where it has none, or where rules are not run. */
  readonly reckoning: Reckoning | null;
}

/**
 * UTF-16 units of a file that rules are run on: sixty times the sample, and more than all the long cells of a form together hold in a workbook
 * (32,767 each). What is longer is no declaration but something pasted, and rules, which look for what is alike or adds up, may take their time over it.
 */
const mostReviewed = 200_000;

/**
 * Every fault of structure, every value that its kind cannot read, and what the rules have to say. The declaration is the parsed value
 * itself; it is null where its structure has an error, not where a rule does.
 */
export function check(parsed: Parsed, form: Form, validate: Validate, rules: RulesInForce): Checked {
  const faults = [...findStructureFaults(parsed, form, validate(parsed.value)), ...findValueFaults(parsed, form)];
  if (!isMapping(parsed.value))
    return { value: null, findings: sortFindings(faults), isReviewed: false, facts: null, reckoning: null };
  const subject = toSubject(parsed.value, form, parsed.source.path, rules.folderYear);
  const isTooLong = rules.active.length > 0 && parsed.source.text.length > mostReviewed;
  const reported = isTooLong ? [notReviewed(parsed)] : uncovered(applyRules(subject, parsed, rules.active), faults);
  const isSound = !faults.some(isError);
  return {
    value: isSound ? parsed.value : null,
    findings: sortFindings([...faults, ...reported]),
    isReviewed: isSound && !isTooLong,
    facts: toFacts(subject, parsed),
    reckoning: isTooLong ? null : reckon(subject),
  };
}

/** Those about values that have no fault of structure, and lie in none that has. */
function uncovered(reported: readonly Finding[], faults: readonly Finding[]): readonly Finding[] {
  const faulty = new Set(faults.filter(({ rule }) => rule !== 'schema/required').map(({ pointer = '' }) => pointer));
  if (faulty.size === 0) return reported;
  return reported.filter(({ pointer = '' }) => {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      if (faulty.has(at)) return false;
      if (at === '') return true;
    }
  });
}

function notReviewed(parsed: Parsed): Finding {
  const said = words.tooLongForRules(parsed.source.text.length, mostReviewed);
  return { rule: 'rules/not-run', level: 'error', ...said, pointer: '', place: topOf(parsed) };
}
