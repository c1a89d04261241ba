// The package's forms as the tests use them, and a short way to check a text against the first of them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/base/finding.js';
import { check, type RulesInForce, type Validate } from '../../src/check/check.js';
import { loadValidator } from '../../src/check/compile.js';
import { type Form, toForm } from '../../src/check/form.js';
import { type RuleSet, readRuleSet } from '../../src/check/rule-set.js';
import type { Parsed } from '../../src/read/parsed.js';
import { read } from '../../src/read/read.js';

export interface FormOfPackage {
  readonly schemaText: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly form: Form;
  readonly validate: Validate;
}

/** The form of a folder of schema/, e.g. `project-goal`. */
export function openForm(name: string): FormOfPackage {
  const schemaText = readFileSync(`schema/${name}/form.schema.json`, 'utf8');
  const schema = JSON.parse(schemaText) as FormOfPackage['schema'];
  const form = toForm(name, schema, createHash('sha256').update(schemaText).digest('hex'));
  return { schemaText, schema, form, validate: loadValidator(schema) };
}

const own = openForm('project-goal');
export const { schemaText, schema } = own;
export const projectGoal = own.form;
export const validateProjectGoal = own.validate;

const sampleFile = 'projects/2025/区总工会工作经费.yaml';
export const sampleText = readFileSync(sampleFile, 'utf8');

/** The sample with its faults mended, for tests that need a declaration of which no rule has anything to say. */
export const cleanText = (
  JSON.parse(readFileSync('test/support/clean-sample.json', 'utf8')) as readonly [string, string][]
).reduce((text, [passage, replacement]) => replaceOnce(text, passage, replacement), sampleText);

/** Reads a text that the reader has nothing against. */
export function parse(text: string): Parsed {
  const { value, findings } = read({ path: 'test.yaml', text });
  if (!value) throw new Error(`does not read: ${findings.map(({ message }) => message.en).join('; ')}`);
  return value;
}

/** For tests of structure alone. */
export const noRules: RulesInForce = { active: [], folderYear: null };

export function checkText(text: string): readonly Finding[] {
  return check(parse(text), projectGoal, validateProjectGoal, noRules).findings;
}

/** The sample, its faults and all, with one passage replaced; fails where the passage is not in it exactly once. */
export function sampleWith(passage: string, replacement: string): string {
  return replaceOnce(sampleText, passage, replacement);
}

export function replaceOnce(text: string, passage: string, replacement: string): string {
  if (text.split(passage).length !== 2) throw new Error(`not once in the text: ${passage}`);
  return text.replace(passage, () => replacement);
}

/** All rules as the code has them, without any rules.yaml. */
export function allRules(): RuleSet {
  return readRuleSet([]).value as RuleSet;
}
