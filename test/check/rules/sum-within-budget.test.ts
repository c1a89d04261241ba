import { expect, test } from 'vitest';
import { readRuleSet } from '../../../src/check/rule-set.js';
import { sumWithinBudget } from '../../../src/check/rules/sum-within-budget.js';
import { parse } from '../../support/forms.js';
import { saidOfTree } from './tree.js';

const asks = (amount: string, unit = '区总工会') => [`申请单位: ${unit}`, `本年度项目金额: ${amount}`];
const ceiling = 'ceilings: { 2025: { 区总工会: 500万 } }';
const said = (files: Readonly<Record<string, readonly string[]>>, settings: string | undefined = ceiling) =>
  saidOfTree(sumWithinBudget, files, settings);

test('what is too much is told once, at the largest, with the next ones', () => {
  const files = {
    '2025/甲': asks('100万'),
    '2025/乙': asks('2,425,500.00'),
    '2025/丙': asks('150万'),
    '2025/丁': asks('1'),
  };
  expect(said(files)).toEqual([]);
  expect(said({ ...files, '2025/戊': asks('200000') })).toEqual([
    '2025/乙:2 区总工会 2025 年的 5 份申报表合计 5,125,501.00 元，比控制数 5,000,000.00 元多 125,501.00 元，这一份最大 [2025/丙:2] [2025/甲:2] [2025/戊:2]',
  ]);
});

test('to the 分', () => {
  expect(said({ '2025/甲': asks('5000000.00') })).toEqual([]);
  expect(said({ '2025/甲': asks('5000000.01') })).toEqual([
    '2025/甲:2 区总工会 2025 年的 1 份申报表合计 5,000,000.01 元，比控制数 5,000,000.00 元多 0.01 元，这一份最大',
  ]);
});

test('of two that are equal the first by file is the largest', () => {
  const found = said({ '2025/乙': asks('300万'), '2025/甲': asks('300万') });
  expect(found).toEqual([expect.stringMatching(/^2025\/乙:2 .*这一份最大 \[2025\/甲:2\]$/)]);
});

test.each([
  ['a unit that has no ceiling', { '2025/甲': asks('600万', '区妇联') }],
  ['a year that has none', { '2024/甲': asks('600万') }],
  ['amounts that cannot be read', { '2025/甲': asks('约600万'), '2025/乙': asks('10万') }],
  ['an amount without a unit', { '2025/甲': ['本年度项目金额: 600万'] }],
])('%s is not judged', (_, files) => {
  expect(said(files)).toEqual([]);
});

test('nothing is judged where no ceiling is set', () => {
  expect(said({ '2025/甲': asks('600万') }, 'level: error')).toEqual([]);
});

test('a ceiling that is no amount is told where it stands in rules.yaml', () => {
  const { value, findings } = readRuleSet([parse('sum-within-budget:\n  ceilings:\n    2025: { 区总工会: 约500万 }')]);
  expect(value).toBeNull();
  expect(findings.map(({ pointer, place }) => `${place?.line} ${pointer}`)).toEqual([
    '3 /sum-within-budget/ceilings/2025/区总工会',
  ]);
});
