// Turns parsed values into a declaration, or says everything that is wrong with their structure at once.
// Never imports the validator's library, which costs as much as a whole check: see compile.ts.
import { type Finding, isError, type Outcome, sortFindings } from '../base/finding.js';
import { nearest } from '../base/nearest.js';
import { toPointer } from '../base/pointer.js';
import type { Parsed } from '../read/parsed.js';
import { applyRules } from './apply-rules.js';
import { type Declaration, isMapping } from './declaration.js';
import type { Form, FormName } from './form.js';
import * as words from './messages.js';
import type { ActiveRule } from './rule-set.js';
import { type AjvErrorLike, findStructureFaults, topOf } from './structure.js';
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

/** Without the width of characters and spaces. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** What rules are run, and the year of the folder that the file lies in. */
export interface RulesInForce {
  readonly active: readonly ActiveRule[];
  readonly folderYear: string | null;
}

/**
 * Every fault of structure, every value that its kind cannot read, and what the rules have to say. The declaration is the parsed value
 * itself; it is null where its structure has an error, not where a rule does.
 */
export function check(parsed: Parsed, form: Form, validate: Validate, rules: RulesInForce): Outcome<Declaration> {
  const faults = [...findStructureFaults(parsed, form, validate(parsed.value)), ...findValueFaults(parsed, form)];
  const covered = faults.filter(({ rule }) => rule !== 'schema/required').map(({ pointer = '' }) => pointer);
  const isCovered = ({ pointer = '' }: Finding) =>
    covered.some((one) => pointer === one || pointer.startsWith(`${one}/`));
  const reported = applyRules(parsed, form, rules.folderYear, rules.active).filter((finding) => !isCovered(finding));
  const sound = !faults.some(isError) && isMapping(parsed.value);
  return { value: sound ? (parsed.value as Declaration) : null, findings: sortFindings([...faults, ...reported]) };
}
