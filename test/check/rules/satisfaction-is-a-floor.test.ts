import { expect, test } from 'vitest';
import { satisfactionIsAFloor } from '../../../src/check/rules/satisfaction-is-a-floor.js';
import { sampleText } from '../../support/forms.js';
import { indicator } from './indicators.js';
import { messages, said } from './support.js';

const found = (value: string, name = '参训学员满意度') =>
  said(satisfactionIsAFloor, indicator('satisfaction', name, value)).map(
    ({ at, message, cured }) => `[${at}] ${message}${cured === null ? '' : ` -> ${cured}`}`,
  );

test('an exact share', () => {
  expect(said(satisfactionIsAFloor, indicator('satisfaction', '参训学员满意度', '=95%'))).toEqual([
    {
      level: 'warning',
      pointer: '/绩效指标/满意度指标/服务对象满意度指标/0/指标值',
      at: '=',
      related: [],
      message: '满意度要写至少达到多少，不能写“=95%”',
      advice: '写成“≥95%”',
      cured: '≥95%',
    },
  ]);
});

test.each([
  ['=99百分比', '[=] 满意度要写至少达到多少，不能写“=99百分比” -> ≥99百分比'],
  ['≤90%', '[≤] 满意度要写至少达到多少，不能写“≤90%”'],
  ['90%以下', '[以下] 满意度要写至少达到多少，不能写“90%以下”'],
  ['90%-95%', '[90%-95%] 满意度要写至少达到多少，不能写“90%-95%”'],
  ['≤95分', '[≤] 满意度要写至少达到多少，不能写“≤95分”'],
])('%s', (value, expected) => expect(found(value)).toEqual([expected]));

test.each([
  '≥90%',
  '＞90%',
  '>=90%',
  '不低于90%',
  '90%以上',
  '达到90%',
  '≥95分',
  '=100%',
  '很满意',
  '长期',
  '90%',
  '≥90',
])('%s is silent here', (value) => expect(found(value)).toEqual([]));

test('a share whose unit stands in the name', () => {
  expect(found('=95', '参训学员满意度（%）')).toEqual(['[=] 满意度要写至少达到多少，不能写“=95” -> ≥95']);
});

test.each([
  ['有效投诉率', '≤1%'],
  ['群众信访件数', '≤3件'],
  ['回访人数', '=50人'],
])('%s %s is no satisfaction', (name, value) => expect(found(value, name)).toEqual([]));

test('of satisfaction indicators alone', () => {
  expect(messages(satisfactionIsAFloor, indicator('quantity', '优良率', '=95%'))).toEqual([]);
});

test('names of what is better when lower are settings', () => {
  const yaml = indicator('satisfaction', '退课率', '≤2%');
  expect(messages(satisfactionIsAFloor, yaml)).toHaveLength(1);
  expect(messages(satisfactionIsAFloor, yaml, { settings: 'better-when-lower: [退课]' })).toEqual([]);
});

test('the sample’s satisfaction is a floor', () => expect(messages(satisfactionIsAFloor, sampleText)).toEqual([]));
