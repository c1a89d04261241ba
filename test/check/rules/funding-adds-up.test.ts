import { expect, test } from 'vitest';
import { fundingAddsUp } from '../../../src/check/rules/funding-adds-up.js';
import { sampleText } from '../../support/forms.js';
import { gansu } from '../../support/gansu.js';
import { messages, said } from './support.js';

test('sources that come to less than the total', () => {
  const yaml = '项目总投资: 20\n中央补助安排: "0"\n省级财政安排: 5万元\n其他资金: "12.5"';
  expect(said(fundingAddsUp, yaml, { form: gansu.form })).toEqual([
    {
      level: 'error',
      pointer: '/项目总投资',
      at: '20',
      related: ['"0"', '5万元', '"12.5"'],
      message: '中央补助安排、省级财政安排、其他资金合计 17.50 万元，项目总投资是 20.00 万元，合计少了 2.50 万元',
      advice: '核对各项来源和项目总投资；没有的来源写 0',
      cured: null,
    },
  ]);
});

test.each([
  [
    'more',
    '项目总投资: 20\n其他资金: 20.000001',
    ['其他资金合计 20.000001 万元，项目总投资是 20.00 万元，合计多了 0.000001 万元'],
  ],
  ['the same, each in its own unit', '项目总投资: 20\n省级财政安排: 150000元\n其他资金: 0.0005亿元', []],
  ['a source that cannot be read', '项目总投资: 20\n其他资金: 约5', []],
  ['a total that cannot be read', '项目总投资: 约20\n其他资金: 5', []],
  ['no source written', '项目总投资: 20', []],
  ['no total written', '其他资金: 5', []],
  ['an empty source counts as not written', '项目总投资: 5\n中央补助安排:\n其他资金: 5', []],
])('%s', (_, yaml, expected) => {
  expect(messages(fundingAddsUp, yaml, { form: gansu.form })).toEqual(expected);
});

test('a form that does not ask', () => {
  expect(messages(fundingAddsUp, sampleText)).toEqual([]);
});
