import { expect, test } from 'vitest';
import { longGoalWhenLong } from '../../../src/check/rules/long-goal-when-long.js';
import { sampleText, sampleWith } from '../../support/forms.js';
import { messages, said } from './support.js';

test('a project of five years without a long-term goal', () => {
  expect(said(longGoalWhenLong, '实施期限: 5')).toEqual([
    {
      level: 'error',
      pointer: '/实施期限',
      at: '5',
      related: [],
      message: '实施期限是 5 年，没有写长期目标',
      advice: '在长期目标里写到期满时要达到什么',
      cured: null,
    },
  ]);
});

test('a word in its place', () => {
  const [finding] = said(longGoalWhenLong, '实施期限: 3\n长期目标: 无');
  expect(finding?.message).toBe('实施期限是 3 年，长期目标却写“无”');
  expect(finding?.related).toEqual(['无']);
});

test.each([
  ['of spaces', '实施期限: 2\n长期目标: "　"', ['实施期限是 2 年，没有写长期目标']],
  ['a year', '实施期限: 1', []],
  ['a goal', '实施期限: 10\n长期目标: 建成覆盖全区的服务网络。', []],
  ['a key with nothing behind it: the structure’s matter', '实施期限: 5\n长期目标:', []],
  ['a term that cannot be read: the structure’s matter', '实施期限: 五年', []],
  ['no term', '项目名称: 甲', []],
  ['the sample', sampleText, []],
])('%s', (_, yaml, expected) => {
  expect(messages(longGoalWhenLong, yaml)).toEqual(expected);
});

test('the sample for one year needs none, for five it does', () => {
  const [, goal = ''] = /\n(长期目标: .*\n)/.exec(sampleText) ?? [];
  const without = sampleWith(goal, '');
  expect(messages(longGoalWhenLong, without)).toEqual(['实施期限是 5 年，没有写长期目标']);
  expect(messages(longGoalWhenLong, without.replace('实施期限: 5', '实施期限: 1'))).toEqual([]);
});
