// Whether one indicator value asks for more than another: 收紧, 放宽, or nobody can tell.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expectation, strictness, type Wanted } from '../../src/terms/indicator-strictness.js';
import { readIndicatorValue } from '../../src/terms/indicator-value.js';

function expectation(text: string): Expectation {
  const value = readIndicatorValue(text);
  return { value, unit: value.kind === 'quantity' ? (value.unit?.unit ?? '') : '' };
}

/** `tightened`, `loosened`, `-`, or why it cannot be told. */
function told(before: string, after: string, wanted: Wanted = null, isDeadline = false): string {
  const { direction, why } = strictness(expectation(before), expectation(after), wanted, isDeadline);
  return direction ?? why ?? '-';
}

const opposite: Readonly<Record<string, string>> = {
  tightened: 'loosened',
  loosened: 'tightened',
  'measure-lost': 'measure-gained',
  'measure-gained': 'measure-lost',
};

describe('by the sign', () => {
  test.each([
    ['≥9场次', '≥8场次', 'loosened'],
    ['≥90%', '≥95%', 'tightened'],
    ['≤200元', '≤220元', 'loosened'],
    ['≤200元', '≤0.018万元', 'tightened'],
    ['≥90%', '>90%', 'tightened'],
    ['<5天', '≤5天', 'loosened'],
    ['≥90%', '=100%', 'tightened'],
    ['≤200元', '=180元', 'tightened'],
    ['≥90%', '85%', 'loosened'],
    ['≤200元', '=300元', 'loosened'],
    ['±3%以内', '±5%以内', 'loosened'],
    ['2-3场', '2-5场', 'loosened'],
    ['≥9场次', '不少于9场次', '-'],
    ['≥90%', '≥90.00(%)', '-'],
    ['≥90%', '≤90%', 'sign'],
    ['≥9场次', '≥9次', 'unit'],
    ['≥90%', '≥90百分点', 'unit'],
    ['=100%', '=95%', '-'],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
    expect(told(after, before)).toBe(opposite[expected] ?? expected);
  });
});

describe('without a sign, by what is wanted', () => {
  test.each<[string, string, Wanted, string]>([
    ['985米', '900米', 'floor', 'loosened'],
    ['=300天', '=320天', 'floor', 'tightened'],
    ['=20万元', '=18万元', 'ceiling', 'tightened'],
    ['200元', '220元', 'ceiling', 'loosened'],
    ['985米', '900米', null, '-'],
  ])('%s → %s, wanted %s: %s', (before, after, wanted, expected) => {
    expect(told(before, after, wanted)).toBe(expected);
    expect(told(after, before, wanted)).toBe(opposite[expected] ?? expected);
  });
});

describe('dates', () => {
  test.each<[string, string, boolean, string]>([
    ['12月底前', '11月底前', false, 'tightened'],
    ['2025年6月30日前', '2025年9月30日前', false, 'loosened'],
    ['2025年12月', '2025年10月', true, 'tightened'],
    ['2025年12月', '2025年10月', false, '-'],
    ['12月前', '12月底前', false, '-'],
    ['2023.07-2024.01', '2023.07-2024.03', false, '-'],
    ['12月底前', '2025年11月底前', false, '-'],
  ])('%s → %s, a deadline: %s: %s', (before, after, isDeadline, expected) => {
    expect(told(before, after, null, isDeadline)).toBe(expected);
    expect(told(after, before, null, isDeadline)).toBe(opposite[expected] ?? expected);
  });
});

test.each([
  ['≥90%', '显著提高', 'measure-lost'],
  ['12月底前', '及时', 'measure-lost'],
  ['长期', '很满意', '-'],
  ['≥90%', '12月底前', '-'],
])('numbers and words: %s → %s: %s', (before, after, expected) => {
  expect(told(before, after)).toBe(expected);
  expect(told(after, before)).toBe(opposite[expected] ?? expected);
});

test('backwards says the opposite, and nothing is stricter than itself', () => {
  const value = fc
    .tuple(fc.constantFrom('≥', '>', '≤', '<', '=', '', '±'), fc.integer({ min: 0, max: 12 }))
    .map(([sign, number]) => `${sign}${number}%`);
  fc.assert(
    fc.property(value, value, fc.constantFrom<Wanted>('floor', 'ceiling', null), (one, other, wanted) => {
      const forwards = told(one, other, wanted);
      expect(told(other, one, wanted)).toBe(opposite[forwards] ?? forwards);
      expect(told(one, one, wanted)).toBe('-');
    }),
    { numRuns: 1000 },
  );
});
