import { expect, test } from 'vitest';
import { findTargets } from '../../src/terms/targets.js';

const words = { before: ['不少于', '完成'], after: ['以上'], 'not-in': ['现有'], 'not-units': ['岁'] };
const found = (text: string) => findTargets(text, words).map(({ from, to }) => text.slice(from, to));

test.each([
  ['全年开展活动不少于9次，服务率90%', ['9次', '90%']],
  ['完成3期、200人次，现有5名', ['3期', '200人次']],
  ['65岁以上老人完成500人次以上', ['500人次']],
  ['“完成9次”完成《3场》', []],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '完成9次',
  '（',
  '1',
  '、',
  '“',
  '《',
  '完成',
  '，',
  '9次',
  '完成1个',
])('hostile texts of %j end', (part) => {
  expect(() => found(part.repeat(30_000))).not.toThrow();
});
