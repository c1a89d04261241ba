// Three versions of a declaration merged as the driver does it, apart from disk and git.
import { formName } from '../../../src/check/form.js';
import type { RuleSet } from '../../../src/check/rule-set.js';
import type { Kits } from '../../../src/pipeline.js';
import { mergeDeclarations, type Refusal } from '../../../src/review/merge/merge-declarations.js';
import { allRules, openForm, projectGoal, validateProjectGoal } from '../../support/forms.js';

export interface Merged {
  readonly text: string;
  /** What clashes, by its label. */
  readonly clashes: readonly string[];
  /** Rules that what was merged breaks, and neither side did. */
  readonly broken: readonly string[];
}

const forms = [{ form: projectGoal, validate: validateProjectGoal }, openForm('gansu-2023')];

/** Nothing is printed, so there are no templates. */
function kitsWith(ruleSet: RuleSet): Kits {
  return {
    forms: forms.flatMap(({ form }) => formName(form) ?? []),
    async kitFor(title) {
      const found = forms.find(({ form }) => form.title === title);
      if (!found) throw new Error(`no form has the title ${title}`);
      const template = () => Promise.reject(new Error('nothing is printed'));
      return { value: { ...found, ruleSet, template }, findings: [] };
    },
  };
}

const kits = kitsWith(allRules());
const kitsWithoutRules = kitsWith({ ...allRules(), rules: [] });

const marks = { size: 7, ours: 'ours', base: null, theirs: 'theirs' };

/** Rules take most of the time, and decide nothing but what is broken. */
export async function tryMerge(
  base: string,
  ours: string,
  theirs: string,
  rules: 'with rules' | 'without rules' = 'with rules',
): Promise<Merged | Refusal> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const versions = { base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) };
  const file = { path: 'projects/2025/a.yaml', year: '2025', ...versions };
  const merged = await mergeDeclarations(file, rules === 'with rules' ? kits : kitsWithoutRules, async () => marks);
  if ('why' in merged) return merged;
  return {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(merged.bytes),
    clashes: merged.clashes.map(({ label }) => label.zh),
    broken: merged.broken.map(({ rule }) => rule),
  };
}

/** Fails where the versions are not merged by identity. */
export async function merge(...versions: Parameters<typeof tryMerge>): Promise<Merged> {
  const merged = await tryMerge(...versions);
  if ('why' in merged) throw new Error(JSON.stringify(merged));
  return merged;
}
