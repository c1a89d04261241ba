import { expect, test } from 'vitest';
import { targetIsNotIdle } from '../../../src/check/rules/target-is-not-idle.js';
import { sampleText, sampleWith } from '../../support/forms.js';
import { messages, said } from './support.js';

const declared = (items: readonly string[], ...rows: readonly (readonly [string, string])[]) =>
  `测算依据:\n${items.map((item) => `  - ${item}\n`).join('')}绩效指标:\n  产出指标:\n    数量指标:\n${rows
    .map(([name, value]) => `      - { 名称: ${name}, 指标值: ${value} }\n`)
    .join('')}`;

test('the sample: nine activities against those that are paid for', () => {
  expect(said(targetIsNotIdle, sampleText)).toEqual([
    {
      level: 'hint',
      pointer: '/绩效指标/产出指标/数量指标/0/指标值',
      at: '9场次',
      related: ['6场', '24场'],
      message: '指标值“9场次”远低于测算依据里计划的 30 场（6 + 24），不到 50%',
      advice: '按计划把指标值提高，或者在测算依据里说明哪些不算',
      cured: null,
    },
  ]);
  expect(messages(targetIsNotIdle, sampleWith('≥9场次', '≥16场次'))).toEqual([]);
});

const events = ['文艺演出20场：10万元', '{ 事项: 普法讲座, 单价: 2000元/场, 数量: 10场, 说明: 全区普法讲座10场 }'];

test.each([
  ['a name that says nothing more is held against all', ['活动场次', '≥14次'], ['30 场（20 + 10）']],
  ['one that does, against what it is about', ['普法讲座场次', '≥4场'], ['10 场']],
  ['and not against the rest', ['普法讲座场次', '≥9场'], []],
  ['what is about neither', ['消防演练次数', '≥2次'], []],
  ['half is enough', ['活动场次', '≥15场'], []],
  ['another unit', ['活动天数', '≥1天'], []],
  ['so many a day', ['普法讲座场次', '≥1场/日'], []],
  ['a share', ['活动完成率', '≥1%'], []],
  ['a grade', ['活动场次', '较多'], []],
  ['the high end of a range', ['活动场次', '10-15场'], []],
])('%s: %s', (_, row, expected) => {
  const found = messages(targetIsNotIdle, declared(events, [row[0] ?? '', row[1] ?? '']));
  expect(found).toEqual(
    expected.map((plan) => `指标值“${row[1]?.replace('≥', '')}”远低于测算依据里计划的 ${plan}，不到 50%`),
  );
});

test('several indicators of a kind: only names that say which', () => {
  const yaml = declared(events, ['活动场次', '≥1场'], ['讲座场次', '≥2场']);
  expect(said(targetIsNotIdle, yaml).map(({ at, related }) => [at, related])).toEqual([['2场', ['10场']]]);
});

test.each([
  ['a total and its parts', '全年共开展演出30场，其中室内6场、室外24场', '30 场'],
  ['clauses on another topic', '演出5场、讲座20场', '5 场'],
  ['a range is not definite', '演出12场、巡演20至30场', '12 场'],
  ['how many a day is none', '演出每日2次，全年730次', '730 次'],
  ['how many a year is one', '演出12次/年', '12 次'],
  ['how many per person is no count', '演出6场，门票2次/人', '6 场'],
])('what is planned: %s', (_, item, expected) => {
  const [message] = messages(targetIsNotIdle, declared([item], ['演出场次', '≥1场']));
  expect(message).toContain(`计划的 ${expected}，`);
});

test.each([
  ['what was done last year', ['2024年演出20场70%尾款：4万元', '上年已开展演出20场']],
  ['dates and names', ['第20届演出（2025年10月20日）：5万元']],
  ['no counts', ['演出经费：5万元']],
])('silent: %s', (_, items) => {
  expect(messages(targetIsNotIdle, declared(items, ['演出场次', '≥1场']))).toEqual([]);
});

test('silent for a value that is no quantity indicator’s', () => {
  const yaml = declared(events, ['活动场次', '≥1场']).replace('数量指标', '质量指标');
  expect(messages(targetIsNotIdle, yaml)).toEqual([]);
});

test('items within items', () => {
  const item = '{ 事项: 演出, 明细: [{ 事项: 室内, 说明: 6场 }, { 事项: 室外, 说明: 24场 }] }';
  expect(said(targetIsNotIdle, declared([item], ['演出场次', '≥9场'])).map(({ related }) => related)).toEqual([
    ['6场', '24场'],
  ]);
});

test('another share, other units', () => {
  expect(messages(targetIsNotIdle, sampleText, { settings: 'percent: 20' })).toEqual([]);
  const yaml = declared(['采购图书300册：1万元'], ['采购数量', '≥20本']);
  expect(messages(targetIsNotIdle, yaml)).toEqual([]);
  expect(messages(targetIsNotIdle, yaml, { settings: 'kin: [[册, 本]]' })).toHaveLength(1);
});
