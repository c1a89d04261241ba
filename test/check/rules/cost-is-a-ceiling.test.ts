import { expect, test } from 'vitest';
import { costIsACeiling } from '../../../src/check/rules/cost-is-a-ceiling.js';
import { sampleText } from '../../support/forms.js';
import { indicator } from './indicators.js';
import { messages, said } from './support.js';

const found = (value: string, name = '人均成本') => messages(costIsACeiling, indicator('cost', name, value));

test('a floor', () => {
  expect(said(costIsACeiling, indicator('cost', '人均培训成本', '≥550元/人·天'))).toEqual([
    {
      level: 'warning',
      pointer: '/绩效指标/产出指标/成本指标/0/指标值',
      at: '≥',
      related: [],
      message: '成本指标要写最多花多少，“≥550元/人·天”写的是最少花多少',
      advice: '写成“≤550元/人·天”；数额是定死的，写“=550元/人·天”',
      cured: null,
    },
  ]);
});

test.each(['＞200元', '不低于200元', '200元以上'])('%s is a floor as well', (value) => {
  expect(found(value)).toEqual([`成本指标要写最多花多少，“${value}”写的是最少花多少`]);
});

test.each([
  '≤200元',
  '＜200元',
  '=200元',
  '200元以内',
  '控制在200元',
  '200元',
  '100-200元',
  '±3%以内',
  '不超预算',
  '节约5%以上',
])('%s is none', (value) => expect(found(value)).toEqual([]));

test.each(['集中采购节约率', '单位能耗下降率', '预算执行率', '资金使用效率'])('more is better: %s', (name) => {
  expect(found('≥5%', name)).toEqual([]);
});

test('what is neither money nor named as spending is none: 社会成本, 生态环境成本', () => {
  expect(found('≥80%', '旧料环保处置率')).toEqual([]);
  expect(found('≥95%', '成本控制率')).toHaveLength(1);
});

test('of cost indicators alone', () => {
  expect(messages(costIsACeiling, indicator('quantity', '补助标准', '≥200元'))).toEqual([]);
});

test('names of what is better when higher are settings', () => {
  const yaml = indicator('cost', '绿色采购费占比', '≥30%');
  expect(messages(costIsACeiling, yaml)).toHaveLength(1);
  expect(messages(costIsACeiling, yaml, { settings: 'better-when-higher: [绿色采购]' })).toEqual([]);
});

test('the sample’s cost is a ceiling', () => expect(messages(costIsACeiling, sampleText)).toEqual([]));
