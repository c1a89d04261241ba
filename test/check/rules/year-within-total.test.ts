import { expect, test } from 'vitest';
import { yearWithinTotal } from '../../../src/check/rules/year-within-total.js';
import { sampleText } from '../../support/forms.js';
import { gansu } from '../../support/gansu.js';
import { messages, said } from './support.js';

test('a year that takes more than the whole term has', () => {
  expect(said(yearWithinTotal, '实施期限: 5\n项目总金额: 200万\n本年度项目金额: 242.55万')).toEqual([
    {
      level: 'error',
      pointer: '/本年度项目金额',
      at: '242.55万',
      related: ['200万'],
      message: '本年度项目金额 2,425,500.00 元 超过了项目总金额 2,000,000.00 元，多 425,500.00 元',
      advice: '核对两个金额：项目总金额包含今年和以后各年',
      cured: null,
    },
  ]);
});

test('one year that is not all of it', () => {
  expect(said(yearWithinTotal, '实施期限: 1\n项目总金额: 200万\n本年度项目金额: 199.99万')).toEqual([
    {
      level: 'error',
      pointer: '/本年度项目金额',
      at: '199.99万',
      related: ['200万', '1'],
      message: '实施期限只有 1 年，本年度项目金额 1,999,900.00 元 却比项目总金额 2,000,000.00 元 少 100.00 元',
      advice: '核对两个金额，使它们相等；实施不止一年的，改实施期限',
      cured: null,
    },
  ]);
});

test.each([
  ['one 分 too much', '实施期限: 2\n项目总金额: 1.00\n本年度项目金额: 1.01', 1],
  ['one year, and more than it', '实施期限: 1\n项目总金额: 1\n本年度项目金额: 2', 1],
  ['one year, and all of it, written otherwise', '实施期限: 1\n项目总金额: 200万\n本年度项目金额: 2,000,000.00', 0],
  ['all of it in the first of several years', '实施期限: 3\n项目总金额: 200万\n本年度项目金额: 200万', 0],
  ['a share', '实施期限: 3\n项目总金额: 200万\n本年度项目金额: 50万', 0],
  ['no term written', '项目总金额: 200万\n本年度项目金额: 50万', 0],
  ['an amount that cannot be read', '项目总金额: 约200万\n本年度项目金额: 500万', 0],
  ['no year’s amount', '项目总金额: 200万', 0],
  ['no total', '本年度项目金额: 200万', 0],
])('%s', (_, yaml, found) => {
  expect(messages(yearWithinTotal, yaml)).toHaveLength(found);
});

test('a form whose amounts are in 万元, and that has no term', () => {
  expect(messages(yearWithinTotal, '项目总投资: 20\n预算申报数: 21', { form: gansu.form })).toEqual([
    '预算申报数 21.00 万元 超过了项目总投资 20.00 万元，多 1.00 万元',
  ]);
  expect(messages(yearWithinTotal, '项目总投资: 20\n预算申报数: 19', { form: gansu.form })).toEqual([]);
});

test('the sample', () => {
  expect(messages(yearWithinTotal, sampleText)).toEqual([]);
});
