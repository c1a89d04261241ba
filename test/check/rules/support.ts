// One rule run on a passage of a declaration, and what it says as a person sees it.

import type { Finding, Level } from '../../../src/base/finding.js';
import { applyRules } from '../../../src/check/apply-rules.js';
import { applyTreeRules } from '../../../src/check/apply-tree-rules.js';
import { isMapping } from '../../../src/check/declaration.js';
import type { ExampleFile } from '../../../src/check/example.js';
import { toFacts } from '../../../src/check/facts.js';
import type { Form } from '../../../src/check/form.js';
import type { Rule, TreeRule } from '../../../src/check/rule.js';
import { type ActiveRule, type RuleSet, readRuleSet } from '../../../src/check/rule-set.js';
import { toSubject } from '../../../src/check/subject.js';
import { type Parsed, valueAt } from '../../../src/read/parsed.js';
import { read } from '../../../src/read/read.js';
import { projectGoal } from '../../support/forms.js';

export interface Said {
  readonly level: Level;
  readonly pointer: string;
  /** The characters that are underlined. */
  readonly at: string;
  /** The underlined characters of what it disagrees with. */
  readonly related: readonly string[];
  readonly message: string;
  readonly advice: string;
  /** The text of the whole value at the pointer once the cure is in it; null where there is no cure. */
  readonly cured: string | null;
}

export interface Setting {
  readonly path?: string;
  /** As in rules.yaml, below the rule's name: `most: 3`. */
  readonly settings?: string;
  readonly form?: Form;
}

/** What `rule` alone finds in `yaml`, a passage of a declaration (no key is required). */
export function findingsOf(rule: Rule, yaml: string, setting: Setting = {}): readonly Finding[] {
  return findings(rule, parse(yaml, setting.path ?? 'projects/2025/例子.yaml'), setting);
}

export function said(rule: Rule, yaml: string, setting: Setting = {}): readonly Said[] {
  const parsed = parse(yaml, setting.path ?? 'projects/2025/例子.yaml');
  return findings(rule, parsed, setting).map((finding) => toSaid(finding, parsed));
}

/** The messages alone. */
export function messages(rule: Rule, yaml: string, setting: Setting = {}): readonly string[] {
  return said(rule, yaml, setting).map(({ message }) => message);
}

function findings(rule: Rule, parsed: Parsed, { settings, form = projectGoal }: Setting): readonly Finding[] {
  return foundBy(activeSet(rule.name, settings).rules, parsed, form);
}

/** What these rules find in a declaration, whose folder is its path's. */
export function foundBy(active: readonly ActiveRule[], parsed: Parsed, form = projectGoal): readonly Finding[] {
  if (!isMapping(parsed.value)) return [];
  return applyRules(toSubject(parsed.value, form, parsed.source.path, yearOf(parsed.source.path)), parsed, active);
}

/** What `rule` finds in the files of a passage, each given relative to the workspace. */
export function foundInTree(rule: TreeRule, files: readonly ExampleFile[], settings?: string): readonly Finding[] {
  const active = activeSet(rule.name, settings).treeRules;
  const facts = files.map(({ path, text }) => {
    const parsed = parse(text, path);
    if (!isMapping(parsed.value)) throw new Error(`no declaration: ${path}`);
    return toFacts(toSubject(parsed.value, projectGoal, path, yearOf(path)), parsed);
  });
  const found = applyTreeRules(facts, active);
  return files.flatMap(({ path }) => found.get(path) ?? []);
}

/** The set with this rule alone. */
function activeSet(name: string, settings: string | undefined): RuleSet {
  const file = settings === undefined ? [] : [parse(`${name}:\n${settings.replace(/^/gm, '  ')}`, 'rules.yaml')];
  const set = readRuleSet(file);
  if (!set.value) throw new Error(set.findings.map(({ message }) => message.en).join('; '));
  const rules = set.value.rules.filter((one) => one.rule.name === name);
  const treeRules = set.value.treeRules.filter((one) => one.rule.name === name);
  if (rules.length + treeRules.length === 0) throw new Error(`${name} is not among the rules`);
  return { rules, treeRules };
}

function yearOf(path: string): string | null {
  return /^projects\/(\d{4})\//.exec(path)?.[1] ?? null;
}

function parse(text: string, path: string): Parsed {
  const { value, findings } = read({ path, text });
  if (!value) throw new Error(`does not read: ${findings.map(({ message }) => message.en).join('; ')}`);
  return value;
}

function toSaid({ level, pointer = '', place, related = [], message, advice, cure }: Finding, parsed: Parsed): Said {
  const { text } = parsed.source;
  const mended =
    cure && read({ path: 'cured.yaml', text: text.slice(0, cure.start) + cure.text + text.slice(cure.end) });
  const after = mended?.value && valueAt(mended.value.value, pointer);
  return {
    level,
    pointer,
    at: place ? text.slice(place.start, place.end) : '',
    related: related.map(({ start, end }) => text.slice(start, end)),
    message: message.zh,
    advice: advice?.zh ?? '',
    cured: typeof after === 'string' ? after : null,
  };
}
