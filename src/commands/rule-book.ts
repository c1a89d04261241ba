// What there is to say of every rule: its group, its level and settings on each form, and its words with a form's own labels.
import type { Finding, Level, Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { type Form, formName } from '../check/form.js';
import { withLabels } from '../check/role-labels.js';
import type { RuleHead } from '../check/rule.js';
import { type RuleSet, ruleHeads } from '../check/rule-set.js';
import { openRules } from '../workspace/open-rules.js';
import { findRuleFiles } from '../workspace/rule-files.js';
import { readForms } from '../workspace/schemas.js';
import type { Why } from './check-reports/report.js';
import { ruleGroups } from './rule-groups.js';

export interface RuleEntry {
  readonly head: RuleHead;
  /** With the labels of a form. */
  readonly about: Words;
  readonly source: Words;
  readonly group: Words;
  /** Of every form; the one whose labels are used comes first. */
  readonly setups: readonly Setup[];
}

/** A rule as rules.yaml sets it for one form. */
export interface Setup {
  readonly form: Form;
  readonly level: Level | 'off';
  readonly settings: Readonly<Record<string, unknown>>;
}

/** In the order of the groups. `root` is a workspace or the package. Throws a UserError for a rules.yaml that has errors. */
export function openRuleBook(root: string): readonly RuleEntry[] {
  const forms = mostTellingFirst([...readForms(root).values()].map(({ form }) => form));
  const sets = forms.map((form) => ({ form, set: openSet(root, form) }));
  const heads = new Map(ruleHeads.map((head) => [head.name, head]));
  return ruleGroups.flatMap(({ title, names }) =>
    names
      .flatMap((name) => heads.get(name) ?? [])
      .map((head) => ({
        head,
        about: labelled(head.about, forms),
        source: labelled(head.source, forms),
        group: labelled(title, forms),
        setups: sets.map(({ form, set }) => ({ form, ...setupIn(set, head.name) })),
      })),
  );
}

/** Forms that have more of the fields that rules speak of come first: their labels make the sentences. */
function mostTellingFirst(forms: readonly Form[]): readonly Form[] {
  const sentences = [...ruleHeads.map(({ about }) => about), ...ruleGroups.map(({ title }) => title)];
  const missing = (form: Form) => sentences.filter((words) => /\{[a-z-]+\}/.test(withLabels(words, form).zh)).length;
  return forms.toSorted((a, b) => missing(a) - missing(b));
}

/** What the first form has no field for is called as the next one calls it. */
function labelled(words: Words, forms: readonly Form[]): Words {
  return forms.reduce(withLabels, words);
}

function openSet(root: string, form: Form): RuleSet {
  const { value, findings } = openRules(findRuleFiles(root, form.name));
  if (value) return value;
  const [fault] = findings;
  throw new UserError(fault ? inPlace(fault) : { zh: form.name, en: form.name });
}

function inPlace({ place, message, advice }: Finding): Words {
  const where = place ? `${place.file}:${place.line}:${place.column}  ` : '';
  return {
    zh: `${where}${message.zh}${advice ? `；${advice.zh}` : ''}。`,
    en: `${where}${message.en}${advice ? `. ${advice.en}` : ''}.`,
  };
}

/** A rule that is not in force is switched off. */
function setupIn(set: RuleSet, name: string): Omit<Setup, 'form'> {
  const active = [...set.rules, ...set.treeRules].find(({ rule }) => rule.name === name);
  return active ? { level: active.level, settings: active.settings } : { level: 'off', settings: {} };
}

/** Of findings in files: what their rules say of themselves, in the words of the form that a file says it is on. */
export function openWhys(
  openForms: () => readonly Form[],
  textOf: (file: string) => string | null,
): (rule: string, file: string) => Why | null {
  const heads = new Map(ruleHeads.map((head) => [head.name, head]));
  const whys = new Map<string, Why>();
  let forms: readonly Form[] | undefined;
  let last: { readonly file: string; readonly form: Form | undefined } | undefined;
  return (rule, file) => {
    const head = heads.get(rule);
    if (!head) return null;
    forms ??= openForms();
    if (last?.file !== file) last = { file, form: formOf(textOf(file) ?? '', forms) };
    const { form } = last;
    if (!form) return null;
    const key = `${form.name} ${rule}`;
    const say = (words: Words) => labelled(words, [form, ...(forms ?? [])]);
    const why = whys.get(key) ?? { about: say(head.about), source: say(head.source), level: head.level };
    whys.set(key, why);
    return why;
  };
}

/** Among so many first lines a file names its form; parsing ten thousand files again would take as long as checking them. */
const linesLookedAt = 200;

function formOf(text: string, forms: readonly Form[]): Form | undefined {
  if (forms.length < 2) return forms[0];
  const lines = text.split(/\r\n|\r|\n/, linesLookedAt).map((line) => line.replace(/^["']/, ''));
  const named = forms.filter((form) => {
    const key = formName(form)?.key;
    return key !== undefined && lines.some((line) => line.startsWith(key) && line.includes(form.title));
  });
  return named.sort((a, b) => b.title.length - a.title.length)[0];
}
