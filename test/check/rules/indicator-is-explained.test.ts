import { expect, test } from 'vitest';
import { toForm } from '../../../src/check/form.js';
import { indicatorIsExplained } from '../../../src/check/rules/indicator-is-explained.js';
import { sampleText, schemaText } from '../../support/forms.js';
import { messages, said } from './support.js';

const quantity = (row: string) => `绩效指标:\n  产出指标:\n    数量指标: [${row}]`;

test('an indicator that nobody explains', () => {
  expect(said(indicatorIsExplained, quantity('{ 名称: 养护里程, 指标值: ≥12.5公里 }'))).toEqual([
    {
      level: 'warning',
      pointer: '/绩效指标/产出指标/数量指标/0/名称',
      at: '养护里程',
      related: [],
      message: '指标“养护里程”没有指标解释',
      advice: '加一行“解释”，写考察什么、怎样算',
      cured: null,
    },
  ]);
});

test.each([
  ['an explanation of spaces', '{ 名称: 甲, 指标值: ≥9场, 解释: " " }', ['指标“甲”没有指标解释']],
  ['no name either: the value is named', '{ 指标值: ≥9场 }', ['指标“≥9场”没有指标解释']],
  ['a key with nothing behind it: the structure’s matter', '{ 名称: 甲, 指标值: ≥9场, 解释: }', []],
  ['an indicator that is not used', '{ 名称: 不涉及, 指标值: 不涉及 }', []],
  ['a blank row', '{ 名称: " ", 指标值: " " }', []],
  ['an explained one', '{ 名称: 甲, 指标值: ≥9场, 解释: 考察次数 }', []],
])('%s', (_, row, expected) => {
  expect(messages(indicatorIsExplained, quantity(row))).toEqual(expected);
});

test('a form whose rows have no place for it', () => {
  const schema = schemaText.replace('"x-role": "indicator-explanation"', '"description": "别的"');
  const form = toForm('other', JSON.parse(schema), '');
  expect(messages(indicatorIsExplained, quantity('{ 名称: 甲, 指标值: ≥9场 }'), { form })).toEqual([]);
});

test('the sample', () => expect(messages(indicatorIsExplained, sampleText)).toEqual([]));
