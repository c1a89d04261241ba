// schema/project-goal/rules.yaml states in the open every level, list and threshold; where it is silent the code has one.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMapping } from '../../../src/check/declaration.js';
import { readRuleSet } from '../../../src/check/rule-set.js';
import { rules } from '../../../src/check/rules.js';
import { read } from '../../../src/read/read.js';

const path = 'schema/project-goal/rules.yaml';
const { value: parsed } = read({ path, text: readFileSync(path, 'utf8') });
if (!parsed || !isMapping(parsed.value)) throw new Error('rules.yaml does not read');
const written = parsed.value;

test('reads without a fault', () => {
  expect(readRuleSet([parsed]).findings).toEqual([]);
});

test.each(rules)('$name has its level and all of its settings there', ({ name, settings }) => {
  const own = written[name];
  const keys = isMapping(own) ? Object.keys(own) : ['level'];
  expect(keys).toEqual(['level', ...Object.keys(settings)]);
});

test.each(rules)('$name has the level of the code', ({ name, level }) => {
  const set = readRuleSet([parsed]).value;
  expect(set?.rules.find(({ rule }) => rule.name === name)?.level).toBe(level);
});
