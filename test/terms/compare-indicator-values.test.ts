import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareValues } from '../../src/terms/compare-indicator-values.js';
import { readIndicatorValue } from '../../src/terms/indicator-value.js';

const change = (before: string, after: string) => compareValues(readIndicatorValue(before), readIndicatorValue(after));

describe('tighter, and looser the other way round', () => {
  test.each([
    ['≥90%', '≥95%'],
    ['≥90%', '>90%'],
    ['≥90%', '=100%'],
    ['不低于90%', '95%以上'],
    ['≤200元', '≤180元'],
    ['≤2.5万元', '≤20000元'],
    ['<5件', '≤4件'],
    ['≤5件', '<5件'],
    ['±5%', '±3%以内'],
    ['4-8次', '5-6次'],
    ['≥4次', '5-6次'],
    ['≥1次/季度', '每季度不少于2次'],
    ['2025年12月31日前', '2025年11月底前'],
    ['12月底前', '11月底前'],
    ['2025年1月-12月', '2025年3月-11月'],
  ])('%s to %s', (before, after) => {
    expect([change(before, after), change(after, before)]).toEqual(['tighter', 'looser']);
  });
});

test.each([
  ['≥90%', '不低于90.00(%)'],
  ['≥90%', '>= ９０ 百分比'],
  ['≤2万元', '≤20,000元'],
  ['≥2次/年', '一年不少于2次'],
  ['3个工作日内', '≤3工作日'],
])('%s is the same as %s', (before, after) => expect(change(before, after)).toBe('same'));

test.each([
  ['other units', '≥9场', '≥9次'],
  ['from per person to per year', '≤200元/人', '≤200元/年'],
  ['a floor and a ceiling', '≥9次', '≤12次'],
  ['two numbers', '=9次', '=10次'],
  ['ranges that overlap', '4-6次', '5-8次'],
  ['a date and a count', '12月底前', '≤12个月'],
  ['with and without a year', '12月底前', '2025年11月底前'],
  ['words', '优良', '优秀'],
])('%s cannot be compared', (_, before, after) => expect(change(before, after)).toBe(null));

test('what is tighter one way is looser the other way', () => {
  const values = fc
    .tuple(
      fc.constantFrom('≥', '≤', '>', '<', '=', '±', ''),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom('', '-4', '-9'),
    )
    .map((parts) => `${parts.join('')}次`);
  const reversed = { tighter: 'looser', looser: 'tighter', same: 'same' };
  fc.assert(
    fc.property(values, values, (a, b) => {
      const there = change(a, b);
      expect(change(b, a)).toBe(there && reversed[there]);
      expect(change(a, a)).toBe('same');
    }),
  );
});
