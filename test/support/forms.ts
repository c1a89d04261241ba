// The package's own form as the tests use it, and a short way to check a text against it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/base/finding.js';
import { check, type RulesInForce } from '../../src/check/check.js';
import { loadValidator } from '../../src/check/compile.js';
import { type Form, toForm } from '../../src/check/form.js';
import type { Parsed } from '../../src/read/parsed.js';
import { read } from '../../src/read/read.js';

const schemaFile = 'schema/project-goal/form.schema.json';
export const schemaText = readFileSync(schemaFile, 'utf8');
export const schema = JSON.parse(schemaText) as Readonly<Record<string, unknown>>;
export const projectGoal: Form = toForm('project-goal', schema, createHash('sha256').update(schemaText).digest('hex'));
export const validateProjectGoal = loadValidator(schema);

const sampleFile = 'projects/2025/区总工会工作经费.yaml';
export const sampleText = readFileSync(sampleFile, 'utf8');

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

/** The sample with one passage replaced; fails where the passage is not in it exactly once. */
export function sampleWith(passage: string, replacement: string): string {
  if (sampleText.split(passage).length !== 2) throw new Error(`not once in the sample: ${passage}`);
  return sampleText.replace(passage, () => replacement);
}
