// Turns rules.yaml into the rules that run: each with its level and settings, those of the code where none are written.
import { type Finding, isError, type Level, levels, type Outcome } from '../base/finding.js';
import { nearest } from '../base/nearest.js';
import { below } from '../base/pointer.js';
import type { Parsed, Value } from '../read/parsed.js';
import { isMapping } from './declaration.js';
import type { Rule, RuleHead, TreeRule } from './rule.js';
import * as words from './rule-messages.js';
import { rules } from './rules.js';
import type { Kinds } from './settings.js';
import { treeRules } from './tree-rules.js';

/** A rule that is switched on. */
export interface ActiveRule<R extends RuleHead = Rule> {
  readonly rule: R;
  readonly level: Level;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface RuleSet {
  readonly rules: readonly ActiveRule[];
  readonly treeRules: readonly ActiveRule<TreeRule>[];
}

/** Every rule, in the order of the registries. */
export const ruleHeads: readonly RuleHead[] = [...rules, ...treeRules];

const names = ruleHeads.map(({ name }) => name);
const off = 'off';

/**
 * `files` are rules.yaml of the package and of the workspace, as far as there are any; what a later one writes stands.
 * A rule is `name: level`, or `name:` with `level` and settings below it; `off` switches it off.
 */
export function readRuleSet(files: readonly Parsed[]): Outcome<RuleSet> {
  const findings: Finding[] = [];
  const written = files.map((parsed) => writtenIn(parsed, findings));
  if (findings.some(isError)) return { value: null, findings };
  const activate = <R extends RuleHead>(rule: R): readonly ActiveRule<R>[] => {
    const own = Object.assign({}, ...written.map((file) => file.get(rule.name) ?? {})) as Record<string, unknown>;
    const { level = rule.level, ...settings } = own;
    return level === off ? [] : [{ rule, level: level as Level, settings: { ...presets(rule.settings), ...settings } }];
  };
  return { value: { rules: rules.flatMap(activate), treeRules: treeRules.flatMap(activate) }, findings };
}

function presets(kinds: Kinds): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(kinds).map(([name, { preset }]) => [name, preset]));
}

/** What a file sets, by rule: `level` and settings. */
function writtenIn(parsed: Parsed, findings: Finding[]): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const fault = (pointer: string, said: Pick<Finding, 'message' | 'advice'>, part: 'key' | 'value' = 'value') => {
    findings.push({ rule: 'rules/invalid', level: 'error', ...said, pointer, place: parsed.placeOf(pointer, part) });
  };
  const set = new Map<string, Readonly<Record<string, unknown>>>();
  const { value } = parsed;
  // A file of comments alone.
  if (value === '') return set;
  if (!isMapping(value)) {
    fault('', words.notRules());
    return set;
  }
  for (const [name, given] of Object.entries(value)) {
    const pointer = below('', name);
    const rule = ruleHeads.find((one) => one.name === name);
    if (!rule) fault(pointer, words.unknownRule(name, nearest(name, names)), 'key');
    else set.set(name, readSetup(rule, given, pointer, fault));
  }
  return set;
}

function readSetup(
  { settings }: RuleHead,
  given: Value,
  pointer: string,
  fault: (pointer: string, said: Pick<Finding, 'message' | 'advice'>, part?: 'key') => void,
): Readonly<Record<string, unknown>> {
  const setup: Record<string, unknown> = {};
  const entries = isMapping(given) ? Object.entries(given) : [['level', given] as const];
  for (const [key, value] of entries) {
    const at = isMapping(given) ? below(pointer, key) : pointer;
    if (key === 'level') {
      if (value === off || levels.some((level) => level === value)) setup.level = value;
      else fault(at, words.notLevel(value));
      continue;
    }
    const kind = settings[key];
    if (!kind) {
      fault(at, words.unknownSetting(key, ['level', ...Object.keys(settings)]), 'key');
      continue;
    }
    const reading = kind.read(value, at);
    if ('value' in reading) setup[key] = reading.value;
    else fault(reading.pointer, reading.said);
  }
  return setup;
}
