// schema/project-goal/rules.yaml states in the open every level, list and threshold; where it is silent the code has one.
// Other forms' files say only what is theirs.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMapping } from '../../../src/check/declaration.js';
import { readRuleSet } from '../../../src/check/rule-set.js';
import { rules } from '../../../src/check/rules.js';
import { read } from '../../../src/read/read.js';
import { gansu, gansuText } from '../../support/gansu.js';
import { foundBy } from './support.js';

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

test('that of the provincial form reads without a fault, and knows the four budgets', () => {
  const text = readFileSync('schema/gansu-2023/rules.yaml', 'utf8');
  const { value: own } = read({ path: 'schema/gansu-2023/rules.yaml', text });
  if (!own) throw new Error('rules.yaml does not read');
  expect(readRuleSet([own]).findings).toEqual([]);
  const withFund = (fund: string) =>
    foundBy(
      readRuleSet([own]).value?.rules ?? [],
      parsedAs(gansuText.replace('资金性质: 一般公共预算', `资金性质: ${fund}`)),
      gansu.form,
    ).filter(({ rule }) => rule === 'choice-is-listed');
  expect(withFund('一般公共预算')).toEqual([]);
  expect(withFund('专项资金').map(({ message }) => message.zh)).toEqual(['资金性质写的是“专项资金”，不在选项里']);
});

function parsedAs(text: string) {
  const { value } = read({ path: 'projects/2023/例子.yaml', text });
  if (!value) throw new Error('does not read');
  return value;
}
