import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMoneyUnit, moneyToDecimal, printMoney } from '../../src/base/money.js';

describe('printMoney', () => {
  it.each([
    [0n, '0.00'],
    [1n, '0.01'],
    [10n, '0.10'],
    [100n, '1.00'],
    [99_999n, '999.99'],
    [100_000n, '1,000.00'],
    [242_550_000n, '2,425,500.00'],
    [1_453_100_000n, '14,531,000.00'],
    [99_999_999_999_999_999n, '999,999,999,999,999.99'],
    [-1n, '-0.01'],
    [-242_550_050n, '-2,425,500.50'],
  ])('prints %s 分 as %s 元', (fen, printed) => {
    expect(printMoney(fen)).toBe(printed);
  });

  it.each([
    [242_550_000n, '万元', 2, '242.55'],
    [242_550_000n, '亿元', 2, '0.024255'],
    [200_000_000_000n, '亿元', 2, '20.00'],
    [1_234_567_800_000_000n, '万元', 0, '1,234,567,800'],
    [1n, '万元', 2, '0.000001'],
    [1n, '亿元', 0, '0.0000000001'],
    [150n, '元', 0, '1.5'],
    [100n, '元', 0, '1'],
    [100n, '元', 4, '1.0000'],
  ] as const)('prints %s 分 in %s with at least %s decimals, and as many as it takes to be exact: %s', (fen, unit, decimals, printed) => {
    expect(printMoney(fen, { unit, decimals })).toBe(printed);
    expect(moneyToDecimal(fen, { unit, decimals })).toBe(printed.replaceAll(',', ''));
  });

  it('differs from the plain decimal by its commas alone', () => {
    const units = fc.constantFrom('元', '万元', '亿元');
    fc.assert(
      fc.property(fc.bigInt(), units, fc.nat(12), (fen, unit, decimals) => {
        const style = { unit, decimals };
        const decimal = moneyToDecimal(fen, style);
        expect(printMoney(fen, style).replaceAll(',', '')).toBe(decimal);
        expect(decimal).toMatch(/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/);
        const scale = { 元: 2, 万元: 6, 亿元: 10 }[unit];
        const [whole, fraction = ''] = decimal.split('.') as [string, string?];
        expect(fraction.length).toBeGreaterThanOrEqual(decimals);
        const width = Math.max(scale, fraction.length);
        expect(BigInt(whole + fraction.padEnd(width, '0'))).toBe(fen * 10n ** BigInt(width - scale));
      }),
    );
  });
});

describe('isMoneyUnit', () => {
  it.each([
    ['元', true],
    ['万元', true],
    ['亿元', true],
    ['万', false],
    ['美元', false],
    ['toString', false],
  ])('%s: %s', (text, is) => {
    expect(isMoneyUnit(text)).toBe(is);
  });
});
