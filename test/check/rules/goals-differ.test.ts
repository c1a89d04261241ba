import { expect, test } from 'vitest';
import { goalsDiffer } from '../../../src/check/rules/goals-differ.js';
import { messages, said } from './support.js';

test('a long-term goal that is the year’s goal again', () => {
  expect(said(goalsDiffer, '年度目标: 开展活动9次。\n长期目标: 开展活动9次。')).toEqual([
    {
      level: 'warning',
      pointer: '/长期目标',
      at: '开展活动9次。',
      related: ['开展活动9次。'],
      message: '长期目标与年度目标一字不差',
      advice: '长期目标写到期满时要达到什么，年度目标只写今年的',
      cured: null,
    },
  ]);
});

test.each([
  [
    'spaces and line breaks make no difference',
    '年度目标: 甲 乙\n长期目标: |\n  甲\n  乙',
    ['长期目标与年度目标一字不差'],
  ],
  ['one word more is another goal', '年度目标: 甲\n长期目标: 甲乙', []],
  ['there is no long-term goal', '年度目标: 甲', []],
])('%s', (_, yaml, expected) => {
  expect(messages(goalsDiffer, yaml)).toEqual(expected);
});
