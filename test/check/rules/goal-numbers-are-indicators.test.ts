import { describe, expect, test } from 'vitest';
import { goalNumbersAreIndicators } from '../../../src/check/rules/goal-numbers-are-indicators.js';
import { sampleText, sampleWith } from '../../support/forms.js';
import { messages, said } from './support.js';

const declared = (goal: string, ...values: readonly string[]) =>
  `年度目标: "${goal}"\n绩效指标:\n  产出指标:\n    数量指标:\n${values
    .map((value, index) => `      - { 名称: 指标${'甲乙丙丁'[index]}, 指标值: "${value}" }\n`)
    .join('')}`;

test('a target that no indicator has', () => {
  expect(said(goalNumbersAreIndicators, declared('全年开展活动不少于9次。', '≥8场次', '≥90%'))).toEqual([
    {
      level: 'warning',
      pointer: '/年度目标',
      at: '9次',
      related: ['8场次'],
      message: '年度目标里的“9次”，绩效指标里没有，同类的是“≥8场次”',
      advice: '在绩效指标里加上这个数的指标，或者把年度目标改得与指标一致',
      cured: null,
    },
  ]);
});

test('the sample has all of its targets, and misses those that are changed', () => {
  expect(messages(goalNumbersAreIndicators, sampleText)).toEqual([]);
  expect(messages(goalNumbersAreIndicators, sampleWith('≥9场次', '≥10场次'))).toEqual([
    '年度目标里的“9次”，绩效指标里没有，同类的是“≥10场次”',
  ]);
});

describe('the same number in other words', () => {
  test.each([
    ['服务群众达到1万人次', '≥10000人次'],
    ['新增床位50张', '≥50个'],
    ['绿化不少于2,000平方米', '≥2000㎡'],
    ['总投资控制在500万元以内', '≤5000000元'],
    ['开展课程5-6门以上', '≥5门'],
    ['合格率不低于９５％', '≥95.0百分比'],
    ['合格率达到百分之九十五', '≥95%'],
    ['完成体检735人', '≧735'],
  ])('%s is %s', (goal, value) => {
    expect(messages(goalNumbersAreIndicators, declared(goal, value))).toEqual([]);
    expect(messages(goalNumbersAreIndicators, declared(goal, '=7公斤'))).toHaveLength(1);
  });

  test('the unit, and 万 with it, in the name', () => {
    const yaml =
      '年度目标: 总投资控制在500万元以内，受益群众不少于735人。\n绩效指标:\n  产出指标:\n    成本指标:\n' +
      '      - { 名称: 总投资（万元）, 指标值: ≤500 }\n      - { 名称: 受益人数(人), 指标值: ≥735 }';
    expect(messages(goalNumbersAreIndicators, yaml)).toEqual([]);
  });

  test('the number in the name alone', () => {
    const yaml =
      '年度目标: 完成培训3期。\n绩效指标:\n  产出指标:\n    时效指标: [{ 名称: 3期培训完成时间, 指标值: 6月底前 }]';
    expect(messages(goalNumbersAreIndicators, yaml)).toEqual([]);
  });
});

test.each([
  ['a share needs no other word', '设备验收合格率98%', ['98%']],
  ['each target once', '完成演出3场；第一季度完成演出3场', ['3场']],
  ['several', '完成体检500人、走访200户，新增床位50张', ['500人', '200户', '50张']],
  ['the last of a chain is the target', '完成12个街道1500家企业的检查', ['1500家']],
  ['behind the number', '服务老年人500人次以上，提升质量', ['500人次']],
  ['of money', '控制在300万元以内', ['300万元']],
])('%s: %s', (_, goal, expected) => {
  const found = said(goalNumbersAreIndicators, declared(goal, '≥1吨'));
  expect(found.map(({ at }) => at)).toEqual(expected);
});

test.each([
  ['numbers of a list', '目标1：完成体检；目标2：完成走访。（3）完成培训'],
  ['dates and years', '2025年12月31日前完成，8月达到验收条件，完成2024年任务'],
  ['document numbers', '完成深工〔2024〕13号文件要求，完成第18届运动会'],
  ['names', '完成H7N9防控、“双15工程”和“十四五”规划，达到《3年行动计划10项措施》要求'],
  ['words that are like numbers', '完成一个平台、两支队伍建设，完成一次性补贴发放'],
  ['who, not how much', '为65岁以上老年人和100张床位以上医院完成服务'],
  ['of which age', '为不少于1吨、60周岁以上城乡居民服务'],
  ['how often', '每月完成巡检2次，每个村不少于3场'],
  ['round the clock', '达到7×24小时保障'],
  ['how it is now', '目前完成60%，现有在编人员达到120名'],
  ['what each may get', '单个企业补助不超过50万元'],
  ['what is paid', '完成支付30%尾款'],
  ['a number that nobody promises', '全区有300家企业'],
])('silent: %s', (_, goal) => {
  expect(messages(goalNumbersAreIndicators, declared(goal, '≥1吨'))).toEqual([]);
});

test('where it starts from is no target', () => {
  expect(
    messages(goalNumbersAreIndicators, declared('分类准确率由80%提高到90%，从35%提升至38%', '≥90%', '≥38%')),
  ).toEqual([]);
});

test('silent where there are no indicators to hold it against', () => {
  expect(messages(goalNumbersAreIndicators, '年度目标: 不少于9次。')).toEqual([]);
  expect(messages(goalNumbersAreIndicators, declared('不少于9次', '显著提高'))).toEqual([]);
});

test('other words and units', () => {
  const yaml = declared('争取办9场', '≥9吨');
  expect(messages(goalNumbersAreIndicators, yaml, { settings: 'before: [争取]' })).toHaveLength(1);
  expect(messages(goalNumbersAreIndicators, declared('争取办9场', '≥9次'), { settings: 'before: [争取]' })).toEqual([]);
  expect(
    messages(goalNumbersAreIndicators, declared('争取办9场', '≥9次'), { settings: 'before: [争取]\nkin: [[人, 名]]' }),
  ).toHaveLength(1);
});
