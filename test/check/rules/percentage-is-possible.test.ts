import { describe, expect, test } from 'vitest';
import { percentageIsPossible } from '../../../src/check/rules/percentage-is-possible.js';
import { sampleText } from '../../support/forms.js';
import { indicator } from './indicators.js';
import { messages, said } from './support.js';

const found = (value: string, name = '设备验收合格率') =>
  said(percentageIsPossible, indicator('quantity', name, value)).map(
    ({ at, message, cured }) => `[${at}] ${message}${cured === null ? '' : ` -> ${cured}`}`,
  );

test('at least all', () => {
  expect(said(percentageIsPossible, indicator('quantity', '设备验收合格率', '≥100%'))).toEqual([
    {
      level: 'warning',
      pointer: '/绩效指标/产出指标/数量指标/0/指标值',
      at: '≥',
      related: [],
      message: '“≥100%”再高也只有 100%，应写“=100%”',
      advice: '写成“=100%”',
      cured: '=100%',
    },
  ]);
});

describe('what no share can be', () => {
  test.each([
    ['>=100.00(%)', '[>=] “>=100.00(%)”再高也只有 100%，应写“=100%” -> =100.00(%)'],
    ['不低于100%', '[不低于] “不低于100%”再高也只有 100%，应写“=100%” -> =100%'],
    ['100%以上', '[100%以上] “100%以上”再高也只有 100%，应写“=100%” -> =100%'],
    ['全年100%以上', '[100%以上] “全年100%以上”再高也只有 100%，应写“=100%”'],
    ['≥120%', '[≥120%] “≥120%”高于 100%，占比到不了这么高'],
    ['=150百分比', '[=150百分比] “150%”高于 100%，占比到不了这么高'],
    ['>100%', '[>100%] “>100%”高于 100%，占比到不了这么高'],
  ])('%s', (value, expected) => expect(found(value)).toEqual([expected]));

  test('the unit stands in the name', () => {
    expect(found('≥120', '设备验收合格率（%）')).toEqual(['[≥120] “≥120%”高于 100%，占比到不了这么高']);
  });
});

describe('what may be', () => {
  test.each([
    '=100%',
    '≥99.9%',
    '≤110%',
    '95%-105%',
    '±120%',
    '100%完成',
    '达到100%',
    '≥100人',
    '≥100',
    '增长120%以上',
  ])('%s', (value) => expect(found(value)).toEqual([]));

  test.each([
    '线上办件量增长率',
    '税收收入增幅',
    '流动比率',
    '投入产出比（倍）',
    '毛入学率',
  ])('≥120%% of %s', (name) => {
    expect(found('≥120%', name)).toEqual([]);
  });
});

test('names that may exceed are settings', () => {
  const yaml = indicator('quantity', '任务完成率', '≥110%');
  expect(messages(percentageIsPossible, yaml)).toHaveLength(1);
  expect(messages(percentageIsPossible, yaml, { settings: 'may-exceed: [任务完成率]' })).toEqual([]);
});

test('the sample is possible', () => expect(messages(percentageIsPossible, sampleText)).toEqual([]));
