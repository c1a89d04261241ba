import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printDecimal } from '../../src/base/decimal.js';
import { findQuantities } from '../../src/terms/quantities.js';

/** `[24场] 24 场`: the characters, the number or range, the unit, `/` and what it is counted by, `~` for 约. */
function shown(text: string): readonly string[] {
  return findQuantities(text).map(({ from, to, low, high, unit, per, about }) => {
    const range = low === high ? printDecimal(low) : `${printDecimal(low)}-${printDecimal(high)}`;
    const rest = [unit + (per === null ? '' : `/${per}`), about ? '~' : ''].filter((one) => one !== '');
    return [`[${text.slice(from, to)}]`, range, ...rest].join(' ');
  });
}

describe('what counts', () => {
  test.each([
    ['预计开展24场义剪活动3万。', ['[24场] 24 场', '[3万] 30000']],
    ['采购2025年5-6门常规性课程5万元', ['[5-6门] 5-6 门', '[5万元] 50000 元']],
    ['2-3场', ['[2-3场] 2-3 场']],
    ['2场至3场', ['[2场至3场] 2-3 场']],
    ['5-6万', ['[5-6万] 50000-60000']],
    ['5至6万元', ['[5至6万元] 50000-60000 元']],
    ['五至六万元', ['[五至六万元] 50000-60000 元']],
    ['5万-6万元', ['[5万-6万元] 50000-60000 元']],
    ['5元～6万元', ['[5元～6万元] 5-60000 元']],
    ['覆盖约80人', ['[80人] 80 人 ~']],
    ['近 30 名', ['[30 名] 30 名 ~']],
    ['30名左右', ['[30名] 30 名 ~']],
    ['30人以上', ['[30人] 30 人 ~']],
    ['20余人', ['[20余人] 20 人 ~']],
    ['10多万元', ['[10多万元] 100000 元 ~']],
    ['节约5吨，合约3份，最近3年', ['[5吨] 5 吨', '[3份] 3 份', '[3年] 3 年']],
    ['5万余额', ['[5万] 50000']],
    ['90%', ['[90%] 90 %']],
    ['９０％', ['[９０％] 90 %']],
    ['90.00(%)', ['[90.00(%)] 90 %']],
    ['100百分比', ['[100百分比] 100 %']],
    ['百分之九十', ['[百分之九十] 90 %']],
    ['5个百分点', ['[5个] 5 个']],
    ['１２．５万元', ['[１２．５万元] 125000 元']],
    ['12.5 万元', ['[12.5 万元] 125000 元']],
    ['1,234.5元', ['[1,234.5元] 1234.5 元']],
    ['3千元、2百元', ['[3千元] 3000 元', '[2百元] 200 元']],
    ['3千万、1.5亿元、2万亿', ['[3千万] 30000000', '[1.5亿元] 150000000 元', '[2万亿] 2000000000000']],
    ['50块钱', ['[50块钱] 50 元']],
    ['两个', ['[两个] 2 个']],
    ['三百二十人次', ['[三百二十人次] 320 人次']],
    ['人民币伍万元整', ['[伍万元] 50000 元']],
    ['五万', ['[五万] 50000']],
    ['一万二千元', ['[一万二千元] 12000 元']],
    ['600元/人', ['[600元/人] 600 元/人']],
    ['600元／每人', ['[600元／每人] 600 元/人']],
    ['1500元一人', ['[1500元一人] 1500 元/人']],
    ['200元每人', ['[200元每人] 200 元/人']],
    ['3元/km', ['[3元/km] 3 元/km']],
    ['3元/㎡、3元/m²', ['[3元/㎡] 3 元/㎡', '[3元/m²] 3 元/m²']],
    ['985米、3.5km、12kwh', ['[985米] 985 米', '[3.5km] 3.5 km', '[12kwh] 12 kwh']],
    ['12个月', ['[12个月] 12 个月']],
    ['36名3人次', ['[36名] 36 名', '[3人次] 3 人次']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('what does not', () => {
  test.each([
    ['三大节', 'a name'],
    ['学习宣传全总十八大精神', 'a name'],
    ['一等奖、一线职工、两会', 'names'],
    ['第3届、第 3 期、第三届', 'ordinals'],
    ['H7N9、A-3栋、“新双15工程”', 'names'],
    ['2025年、2024年10月、8月-9月、5日', 'dates'],
    ['2024-2026年', 'years'],
    ['1.2025年', 'the first of a list'],
    ['三年级、一年级', 'classes'],
    ['一期工程', 'a name'],
    ['五一劳动节', 'a holiday'],
    ['统一部署、统一组织、唯一一家', 'words'],
    ['一次性、一部分、一站式', 'words'],
    ['每一位、某一个', 'words'],
    ['几十人、数十人', 'nobody knows how many'],
    ['一元化、多元、单元', 'words'],
    ['3万5千元', 'one number in two'],
    ['3人-8万元', 'no range of one thing'],
    ['1.500元', 'the first of a list, or 1.5元'],
    [`${'1'.repeat(31)}元`, 'no number that a budget has'],
    ['', 'nothing'],
  ])('%s: %s', (text) => {
    expect(shown(text).filter((one) => !/^\[[0-9]+\] [0-9]+$/.test(one))).toEqual([]);
  });

  test('a full-width comma does not group digits', () => {
    expect(shown('5，000元')).toEqual(['[5] 5']);
    expect(shown('1,2345元')).toEqual([]);
  });

  test('a payment at once is no price', () => {
    expect(shown('5万元一次性支付')).toEqual(['[5万元] 50000 元']);
  });
});

describe('laws', () => {
  const hard = fc.string({
    unit: fc.constantFrom(...'0123456789０５.,，一二十百千万亿元%人场次年月/-约（）×= 每共'),
    maxLength: 60,
  });

  test('ranges lie within the text, in order, and no number is below zero', () => {
    fc.assert(
      fc.property(fc.oneof(hard, fc.string()), (text) => {
        let end = 0;
        for (const { from, to, low, high } of findQuantities(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(low.digits >= 0n && high.digits >= 0n).toBe(true);
          end = to;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a number is read as it was printed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(3), fc.constantFrom('人', '场次', '元', '%', '个月'), (digits, scale, unit) => {
        const number = printDecimal({ digits: BigInt(digits), scale });
        const [one, ...others] = findQuantities(`开展 ${number}${unit}。`);
        // `1.500元` is left alone.
        if (unit === '元' && /^[1-9][0-9]?\.[0-9]{3}/.test(number)) return;
        expect(others).toEqual([]);
        expect(one && printDecimal(one.low)).toBe(number);
        expect(one?.unit).toBe(unit);
      }),
    );
  });
});
