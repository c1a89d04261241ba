import { expect, test } from 'vitest';
import { codeIsUnique } from '../../../src/check/rules/code-is-unique.js';
import { saidOfTree } from './tree.js';

const code = '项目编码: "440313230031500605004"';

test('one code in two declarations of a year is told in both', () => {
  expect(saidOfTree(codeIsUnique, { '2025/甲': ['项目名称: 甲', code], '2025/乙': [code] })).toEqual([
    '2025/甲:2 项目编码与同一年的 projects/2025/乙.yaml 相同 [2025/乙:1]',
    '2025/乙:1 项目编码与同一年的 projects/2025/甲.yaml 相同 [2025/甲:2]',
  ]);
});

test('of many the first three are named', () => {
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`2025/${at}`, [code]]));
  const said = saidOfTree(codeIsUnique, files);
  expect(said).toHaveLength(6);
  expect(said[1]).toBe(
    '2025/1:1 项目编码与同一年的 projects/2025/0.yaml、projects/2025/2.yaml、projects/2025/3.yaml 等 5 份 相同 [2025/0:1] [2025/2:1] [2025/3:1]',
  );
});

test.each([
  ['another code', { '2025/甲': [code], '2025/乙': [code.replace('004', '005')] }],
  ['the next year’s declaration of the project', { '2025/甲': [code], '2026/甲': [code] }],
  ['a year that is written in the file', { '2025/甲': [code], '2025/乙': [code, '年度: 2024'] }],
  ['no code yet', { '2025/甲': ['项目名称: 甲'], '2025/乙': ['项目名称: 甲'] }],
  ['an empty code', { '2025/甲': ['项目编码:'], '2025/乙': ['项目编码:'] }],
  ['years that nothing tells', { 甲: [code], 乙: [code] }],
])('%s is nothing to speak of', (_, files) => {
  expect(saidOfTree(codeIsUnique, files)).toEqual([]);
});

test('the year in the file counts, not the folder’s', () => {
  expect(saidOfTree(codeIsUnique, { '2025/甲': [code], '往年/乙': [code, '年度: 2025'] })).toHaveLength(2);
});
