import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, equal, plus, printDecimal, times, toDecimal, toWhole, whole } from '../../src/base/decimal.js';

const decimal = fc.record({ digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat(12) });

describe('reading and printing', () => {
  test.each([
    ['0', 0n, 0, '0'],
    ['12', 12n, 0, '12'],
    ['1,234.50', 123_450n, 2, '1234.5'],
    ['0.05', 5n, 2, '0.05'],
    ['100', 100n, 0, '100'],
    ['10.00', 1_000n, 2, '10'],
    ['12.', 12n, 0, '12'],
  ])('%s', (text, digits, scale, printed) => {
    expect(toDecimal(text)).toEqual({ digits, scale });
    expect(printDecimal(toDecimal(text))).toBe(printed);
  });

  test('below zero', () => {
    expect(printDecimal({ digits: -5n, scale: 2 })).toBe('-0.05');
    expect(printDecimal({ digits: -1_200n, scale: 2 })).toBe('-12');
  });

  test('what is printed is read as the same number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.nat(12), (digits, scale) => {
        const one = { digits, scale };
        expect(equal(toDecimal(printDecimal(one)), one)).toBe(true);
      }),
    );
  });
});

describe('reckoning', () => {
  test.each([
    ['0.1', '0.2', '0.3', '0.02'],
    ['1.5', '2', '3.5', '3'],
    ['600', '50', '650', '30000'],
    ['0.333', '3', '3.333', '0.999'],
  ])('%s and %s', (a, b, sum, product) => {
    expect(printDecimal(plus(toDecimal(a), toDecimal(b)))).toBe(sum);
    expect(printDecimal(times(toDecimal(a), toDecimal(b)))).toBe(product);
  });

  test('the order of two numbers does not depend on their scales', () => {
    expect(compare(toDecimal('1.50'), toDecimal('1.5'))).toBe(0);
    expect(compare(toDecimal('1.49'), toDecimal('1.5'))).toBe(-1);
    expect(compare(toDecimal('2'), toDecimal('1.999'))).toBe(1);
    expect(equal(toDecimal('2.0'), whole(2))).toBe(true);
    expect(equal(toDecimal('2.01'), whole(2))).toBe(false);
  });

  test('whole numbers', () => {
    expect(toWhole(toDecimal('12.00'))).toBe(12n);
    expect(toWhole(toDecimal('12'))).toBe(12n);
    expect(toWhole(toDecimal('12.01'))).toBeNull();
    expect(toWhole({ digits: -300n, scale: 2 })).toBe(-3n);
  });

  test('sums and products keep the laws of numbers', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(equal(plus(a, b), plus(b, a))).toBe(true);
        expect(equal(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
      }),
    );
  });
});
