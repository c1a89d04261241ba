// One rule run on a passage of a declaration, and what it says as a person sees it.

import type { Finding, Level } from '../../../src/base/finding.js';
import { applyRules } from '../../../src/check/apply-rules.js';
import type { Form } from '../../../src/check/form.js';
import type { Rule } from '../../../src/check/rule.js';
import { readRuleSet } from '../../../src/check/rule-set.js';
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
  const below = settings?.replace(/^/gm, '  ');
  const file = below === undefined ? [] : [parse(`${rule.name}:\n${below}`, 'rules.yaml')];
  const set = readRuleSet(file);
  if (!set.value) throw new Error(set.findings.map(({ message }) => message.en).join('; '));
  const active = set.value.rules.filter((one) => one.rule.name === rule.name);
  if (active.length === 0) throw new Error(`${rule.name} is not among the rules`);
  const year = /^projects\/(\d{4})\//.exec(parsed.source.path)?.[1] ?? null;
  return applyRules(parsed, form, year, active);
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
