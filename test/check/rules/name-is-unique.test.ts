import { expect, test } from 'vitest';
import { nameIsUnique } from '../../../src/check/rules/name-is-unique.js';
import { saidOfTree } from './tree.js';

const named = (name: string, unit = '区总工会') => [`项目名称: ${name}`, `申请单位: ${unit}`];

test('one name twice in a unit and a year is told in both', () => {
  expect(saidOfTree(nameIsUnique, { '2025/甲': named('培训费'), '2025/乙': named('培训费') })).toEqual([
    '2025/甲:1 项目名称与同一单位、同一年的 projects/2025/乙.yaml 相同 [2025/乙:1]',
    '2025/乙:1 项目名称与同一单位、同一年的 projects/2025/甲.yaml 相同 [2025/甲:1]',
  ]);
});

test('spaces and the width of brackets make no other name, nor another unit', () => {
  const files = {
    '2025/甲': named('培训费（电工）', '区总工会（本级）'),
    '2025/乙': named('培训费 (电工)', '区总工会(本级)'),
  };
  expect(saidOfTree(nameIsUnique, files)).toHaveLength(2);
});

test.each([
  ['another name', { '2025/甲': named('培训费（电工）'), '2025/乙': named('培训费（焊工）') }],
  ['another unit', { '2025/甲': named('公用经费', '区总工会'), '2025/乙': named('公用经费', '区妇联') }],
  ['another year', { '2024/甲': named('公用经费'), '2025/甲': named('公用经费') }],
  ['no unit', { '2025/甲': ['项目名称: 公用经费'], '2025/乙': ['项目名称: 公用经费'] }],
])('%s is nothing to speak of', (_, files) => {
  expect(saidOfTree(nameIsUnique, files)).toEqual([]);
});
