import { expect, test } from 'vitest';
import { codeHas21 } from '../../../src/check/rules/code-has-21.js';
import { messages } from './support.js';

test.each([
  ['440313230031500605004', []],
  ['44031323003150060500', ['项目编码有 20 位，应为 21 位，少了 1 位']],
  ['4403132300315006050044', ['项目编码有 22 位，应为 21 位，多了 1 位']],
])('the code %s', (code, expected) => {
  expect(messages(codeHas21, `项目编码: "${code}"`)).toEqual(expected);
});

test('a system with codes of another length', () => {
  const setting = { settings: 'length: 20' };
  expect(messages(codeHas21, '项目编码: "44031323003150060500"', setting)).toEqual([]);
});

test('a declaration that has no code yet', () => {
  expect(messages(codeHas21, '项目名称: 甲')).toEqual([]);
});
