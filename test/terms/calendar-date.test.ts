import { expect, test } from 'vitest';
import { isBefore, readCalendarDate } from '../../src/terms/calendar-date.js';

test.each([
  ['2023-01-01', '2023 1 1'],
  ['2023/1/1', '2023 1 1'],
  ['2023.12.31', '2023 12 31'],
  ['2023年1月1日', '2023 1 1'],
  ['２０２３年１月', '2023 1 null'],
  ['20230101', '2023 1 1'],
  ['2023-01', '2023 1 null'],
  ['2024-02-29', '2024 2 29'],
  ['2023-02-29', null],
  ['2023-13-01', null],
  ['2023-06-31', null],
  ['2023年', null],
  ['年底前', null],
])('%s', (text, expected) => {
  const date = readCalendarDate(text);
  expect(date && `${date.year} ${date.month} ${date.day}`).toBe(expected);
});

test.each([
  ['2023-06-30', '2023-09-01', true],
  ['2023-09-01', '2023-09-01', false],
  ['2023-09', '2023-09-30', false],
  ['2022-12', '2023-01-01', true],
])('%s before %s: %s', (one, other, expected) => {
  const [a, b] = [readCalendarDate(one), readCalendarDate(other)];
  expect(a && b && isBefore(a, b)).toBe(expected);
});
