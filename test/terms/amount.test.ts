import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyToDecimal, printMoney } from '../../src/base/money.js';
import { readAmount, withoutIdleZeros } from '../../src/terms/amount.js';
import { schema } from '../support/forms.js';

const pattern = new RegExp((schema.$defs as { readonly amount: { readonly pattern: string } }).amount.pattern, 'u');

describe('what is an amount, in 分', () => {
  it.each([
    ['2425500.00', 242_550_000n],
    ['2,425,500.00', 242_550_000n],
    ['242.55万', 242_550_000n],
    ['242.55万元', 242_550_000n],
    ['0.2亿', 2_000_000_000n],
    ['0.2亿元', 2_000_000_000n],
    ['2425500', 242_550_000n],
    ['2425500元', 242_550_000n],
    ['1,000万元', 1_000_000_000n],
    ['0', 0n],
    ['0.00', 0n],
    ['0万', 0n],
    ['007', 700n],
    ['0.1', 10n],
    ['0.01', 1n],
    ['0.29', 29n],
    ['1.10', 110n],
    ['19.99', 1_999n],
    ['0.000001万', 1n],
    ['0.12345万', 123_450n],
    ['0.0000000001亿', 1n],
    ['4.35', 435n],
    ['1.005万', 1_005_000n],
    ['0.070000000000000000000', 7n],
    ['1.000', 100n],
    ['999999999999999', 99_999_999_999_999_900n],
    ['9999999999999.99', 999_999_999_999_999n],
    ['99999999999万', 99_999_999_999_000_000n],
    ['9999999亿', 99_999_990_000_000_000n],
    [`${'0'.repeat(30)}1`, 100n],
  ])('%s', (text, fen) => {
    expect(readAmount(text)).toEqual({ fen, fault: null });
  });

  it('takes a bare number in 万元 where the document says so, and a written unit as it is', () => {
    expect(readAmount('242.55', '万元').fen).toBe(242_550_000n);
    expect(readAmount('242.55万', '万元').fen).toBe(242_550_000n);
    expect(readAmount('2,425,500.00元', '万元').fen).toBe(242_550_000n);
    expect(readAmount('0.0000001', '万元').fault?.name).toBe('precision');
  });
});

/** What is marked stands between the brackets. */
function diagnosis(text: string): string {
  const { fault } = readAmount(text);
  if (!fault) return 'an amount';
  const marked = `${text.slice(0, fault.from)}[${text.slice(fault.from, fault.to)}]${text.slice(fault.to)}`;
  return `${fault.name} ${marked}${fault.cure === null ? '' : ` → ${fault.cure}`}`;
}

describe('what is none, why, where, and what was meant if only one thing can be', () => {
  it.each([
    ['', 'empty []'],
    ['  ', 'empty [  ]'],
    // exact to the 分
    ['0.123', 'precision 0.12[3]'],
    ['100.005元', 'precision 100.00[5]元'],
    ['1,234.5670', 'precision 1,234.56[7]0'],
    ['0.1234567万', 'precision 0.123456[7]万'],
    ['0.00000000001亿元', 'precision 0.0000000000[1]亿元'],
    // what a workbook holds
    ['1234567890123456', 'digits [1234567890123456]'],
    ['12345678901234.56', 'digits [12345678901234.56]'],
    ['100000000000万', 'digits [100000000000万]'],
    ['1,000,000,000,000,000', 'digits [1,000,000,000,000,000]'],
    // one definite number
    ['约45万', 'inexact [约]45万'],
    ['45万左右', 'inexact 45万[左右]'],
    ['10-20万', 'inexact 10[-]20万'],
    ['10万—20万', 'inexact 10万[—]20万'],
    ['10～20万', 'inexact 10[～]20万'],
    ['≤200元', 'inexact [≤]200元'],
    ['约￥5万', 'inexact [约]￥5万'],
    // signs
    ['-5', 'sign [-]5'],
    ['－5万', 'sign [－]5万'],
    ['−5', 'sign [−]5'],
    ['-￥5', 'sign [-]￥5'],
    ['+5万', 'sign [+]5万 → 5万'],
    ['＋5', 'sign [＋]5 → 5'],
    // currency
    ['￥2,425,500.00', 'currency [￥]2,425,500.00 → 2,425,500.00'],
    ['¥ 45万', 'currency [¥] 45万 → 45万'],
    ['人民币45万元', 'currency [人民币]45万元 → 45万元'],
    ['100 RMB', 'currency 100 [RMB] → 100'],
    ['$100', 'currency [$]100'],
    // full width
    ['２４２５５００', 'full-width [２]４２５５００ → 2425500'],
    ['2，425，500', 'full-width 2[，]425，500 → 2,425,500'],
    ['242．55万', 'full-width 242[．]55万 → 242.55万'],
    ['242。55万', 'full-width 242[。]55万 → 242.55万'],
    ['2，42', 'full-width 2[，]42'],
    // spaces
    ['242.55 万元', 'space 242.55[ ]万元 → 242.55万元'],
    ['2 425 500', 'space 2[ ]425 500 → 2425500'],
    ['10 20', 'space 10[ ]20'],
    [' 5', 'space [ ]5 → 5'],
    ['5　万', 'space 5[　]万 → 5万'],
    ['5\n', 'space 5[\n] → 5'],
    // exponents
    ['1e6', 'exponent 1[e6] → 1000000'],
    ['2.4255E+6', 'exponent 2.4255[E+6] → 2425500'],
    ['25e-2万', 'exponent 25[e-2]万 → 0.25万'],
    ['1e-3', 'exponent 1[e-3]'],
    ['1e400', 'exponent 1[e400]'],
    // numerals
    ['四十五万', 'numerals [四十五万]'],
    ['壹万元整', 'numerals [壹万]元整'],
    // units
    ['45千元', 'unit 45[千元] → 45000元'],
    ['2百万', 'unit 2[百万] → 2000000元'],
    ['1.5万亿', 'unit 1.5[万亿] → 1500000000000元'],
    ['5角', 'unit 5[角] → 0.5元'],
    ['1,234分', 'unit 1,234[分] → 12.34元'],
    ['100元整', 'unit 100[元整] → 100元'],
    ['45万元整', 'unit 45[万元整] → 450000元'],
    ['1234567890.5千元', 'unit 1234567890.5[千元] → 1234567890500元'],
    ['3元5角', 'unit 3[元5角]'],
    ['1500元/人', 'unit 1500[元/人]'],
    ['45w', 'unit 45[w]'],
    ['100美元', 'unit 100[美元]'],
    ['0x10', 'unit 0[x10]'],
    ['1_000', 'unit 1[_000]'],
    // the point
    ['.5', 'point [.]5 → 0.5'],
    ['5.', 'point 5[.] → 5'],
    ['5.万', 'point 5[.]万 → 5万'],
    ['1.234.567', 'point 1.234[.]567'],
    // thousands
    ['24,25,500', 'grouping [24,25,500]'],
    ['2425,500.00', 'grouping [2425,500.00]'],
    ['2,425,50', 'grouping [2,425,50]'],
    [',500', 'grouping [,500]'],
    ['1,234.567,8', 'grouping [1,234.567,8]'],
    ['5,万', 'grouping [5,]万'],
    // nothing like it
    ['待定', 'not-a-number [待定]'],
    ['万', 'not-a-number [万]'],
    [',', 'not-a-number [,]'],
    ['NaN', 'not-a-number [NaN]'],
    ['٣', 'not-a-number [٣]'],
  ])('%j', (text, expected) => {
    expect(diagnosis(text)).toBe(expected);
  });

  it.each([
    ['0.123', '金额“0.123”有不足一分的尾数。金额精确到分，折合成元最多两位小数'],
    ['约45万', '金额“约45万”里有“约”，不是一个确定的数。金额要写一个确定的数；估算的理由写在说明文字里'],
    ['45千元', '金额“45千元”的单位“千元”不认识。写成 45000元'],
    [
      '1234567890123456',
      '金额“1234567890123456”折合成元有 16 位数字，最多 15 位。电子表格存不下更多的位数。请核对数字和单位',
    ],
  ])('says of %s: %s', (text, said) => {
    const { fault } = readAmount(text);
    expect(`${fault?.message.zh}。${fault?.advice.zh}`).toBe(said);
  });
});

/** Texts out of what amounts and their faults are made of. */
const nearAmounts = fc
  .array(
    fc.constantFrom(
      ...'0123456789',
      '0',
      '00',
      '000',
      ',',
      '.',
      '元',
      '万',
      '亿',
      '千',
      '-',
      '+',
      'e',
      ' ',
      '约',
      '￥',
      '，',
      '５',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('laws', () => {
  const largest = 10n ** 15n - 1n;

  it('what is printed reads as what it was', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: largest }), (fen) => {
        for (const unit of ['元', '万元', '亿元'] as const) {
          const style = { unit, decimals: 2 };
          expect(readAmount(printMoney(fen, style) + unit)).toEqual({ fen, fault: null });
          expect(readAmount(moneyToDecimal(fen, style) + unit)).toEqual({ fen, fault: null });
        }
        expect(readAmount(printMoney(fen)).fen).toBe(fen);
      }),
    );
  });

  it('a reading is the number exactly: whole × 10ⁿ + fraction, without a float', () => {
    const units = fc.constantFrom(['', 0], ['元', 0], ['万', 4], ['万元', 4], ['亿', 8], ['亿元', 8]) as fc.Arbitrary<
      [string, number]
    >;
    const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`));
    fc.assert(
      fc.property(digits(12), fc.option(digits(10)), units, (whole, fraction, [unit, shift]) => {
        const { fen, fault } = readAmount(fraction === null ? whole + unit : `${whole}.${fraction}${unit}`);
        // In units of 10⁻¹⁰ 分, so that nothing is lost.
        const exact = BigInt(whole + (fraction ?? '').padEnd(10, '0')) * 10n ** BigInt(shift + 2);
        if (fen !== null) expect(fen * 10n ** 10n).toBe(exact);
        else if (fault.name === 'precision') expect(exact % 10n ** 10n).not.toBe(0n);
        else {
          expect(fault.name).toBe('digits');
          // Of 元, in units of 10⁻¹², written without the zeros that end the fraction.
          const [before, after] = [exact / 10n ** 12n, (exact % 10n ** 12n).toString().padStart(12, '0')];
          const length = (before === 0n ? '' : before.toString()).length + after.replace(/0+$/, '').length;
          expect(length).toBeGreaterThan(15);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what is read is what the schema lets an editor pass; the pattern passes too much only where digits must be counted', () => {
    fc.assert(
      fc.property(fc.oneof(nearAmounts, fc.string()), (text) => {
        const { fault } = readAmount(text);
        if (!fault) expect(text).toMatch(pattern);
        else if (pattern.test(text)) expect(['precision', 'digits']).toContain(fault.name);
      }),
      { numRuns: 2000 },
    );
  });

  it('a cure is an amount, a fault is marked inside the text, and both languages speak', () => {
    fc.assert(
      fc.property(fc.oneof(nearAmounts, fc.string({ unit: 'binary' })), (text) => {
        const { fault } = readAmount(text);
        if (!fault) return;
        expect(fault.from).toBeGreaterThanOrEqual(0);
        expect(fault.to).toBeGreaterThanOrEqual(fault.from);
        expect(fault.to).toBeLessThanOrEqual(text.length);
        if (text !== '') expect(fault.to).toBeGreaterThan(fault.from);
        if (fault.cure !== null) expect(readAmount(fault.cure).fault).toBeNull();
        for (const words of [fault.message, fault.advice]) expect(words.zh && words.en).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('a cure never changes a digit', () => {
    const noise = fc.constantFrom('￥', '¥', '+', ' ', '人民币');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: largest }), noise, fc.boolean(), (fen, before, wide) => {
        const printed = printMoney(fen);
        const widened = printed.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
        const { fault } = readAmount(before + (wide ? widened : printed));
        expect(fault?.cure).toBe(printed);
      }),
    );
  });

  // 5 MB each: anything slower than linear would not end.
  it.each([
    ['9'.repeat(5_000_000), 'digits'],
    [`0.${'0'.repeat(5_000_000)}1`, 'precision'],
    [`1.${'0'.repeat(5_000_000)}x`, 'unit'],
    [`1${',000'.repeat(1_200_000)}`, 'digits'],
    [`1${',000'.repeat(1_200_000)},`, 'grouping'],
    [`${' '.repeat(5_000_000)}x`, 'space'],
    ['一'.repeat(5_000_000), 'numerals'],
    [`1e${'9'.repeat(5_000_000)}`, 'exponent'],
    ['.'.repeat(5_000_000), 'not-a-number'],
  ])('a very long text ends in a fault of bounded words (case %#)', (text, name) => {
    const { fault } = readAmount(text);
    expect(fault?.name).toBe(name);
    expect(fault?.message.zh.length).toBeLessThan(120);
  });
});

describe('withoutIdleZeros', () => {
  it.each([
    ['2425500.000', '2425500.00'],
    ['2,425,500.10000元', '2,425,500.10元'],
    ['12.500万', '12.5万'],
    ['12.0000万元', '12万元'],
    ['1.000', '1.00'],
    ['1.25', null],
    ['1.20', null],
    ['0.30万', null],
    ['12.3456万', null],
    ['12万', null],
    ['12', null],
  ])('%s is %s', (text, shorter) => {
    expect(withoutIdleZeros(text)).toBe(shorter);
    if (shorter !== null) {
      expect(readAmount(shorter)).toEqual(readAmount(text));
      expect(withoutIdleZeros(shorter)).toBeNull();
    }
  });
});
