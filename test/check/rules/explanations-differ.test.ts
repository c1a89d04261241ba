import { expect, test } from 'vitest';
import { explanationsDiffer } from '../../../src/check/rules/explanations-differ.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

/** One row for each. */
const explained = (...explanations: readonly string[]) =>
  `绩效指标:\n  产出指标:\n    数量指标:\n${explanations
    .map((text, index) => `      - { 名称: 指标${index}, 指标值: ≥${index}场, 解释: ${text} }\n`)
    .join('')}`;

test('one explanation for three rows, at the first of them', () => {
  expect(said(explanationsDiffer, explained('见附件', '考察次数', '见附件', '"见 附件"'))).toEqual([
    {
      level: 'warning',
      pointer: '/绩效指标/产出指标/数量指标/0/解释',
      at: '见附件',
      related: ['见附件', '"见 附件"'],
      message: '3 行的指标解释一字不差：“见附件”',
      advice: '每行的指标解释写它自己考察什么、怎样算',
      cured: null,
    },
  ]);
});

test.each([
  ['twice is not many', explained('反映完成情况', '反映完成情况'), []],
  [
    'two that are copied are two findings',
    explained('甲', '乙', '甲', '乙', '甲', '乙'),
    ['3 行的指标解释一字不差：“甲”', '3 行的指标解释一字不差：“乙”'],
  ],
  ['不适用 explains nothing', explained('不适用', '不适用', '不适用'), []],
  ['the sample', sampleText, []],
])('%s', (_, yaml, expected) => {
  expect(messages(explanationsDiffer, yaml)).toEqual(expected);
});

test('another number of rows', () => {
  const yaml = explained('反映完成情况', '反映完成情况');
  expect(messages(explanationsDiffer, yaml, { settings: 'rows: 2' })).toHaveLength(1);
});
