import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equal, printDecimal } from '../../src/base/decimal.js';
import { readMoney } from '../../src/terms/amounts-in-text.js';
import { findProducts, multiply } from '../../src/terms/products.js';

/** `40000 of 2个*20000元/个 → 40000元`; null where something was not understood. */
function shown(text: string): readonly string[] | null {
  const products = findProducts(readMoney(text));
  if (!products) return null;
  return products.map(({ low, high, about, from, to, isWritten, factors, result }) => {
    const worth = equal(low, high) ? printDecimal(low) : `${printDecimal(low)}-${printDecimal(high)}`;
    const formula = isWritten
      ? text.slice(from, to)
      : factors.map((factor) => text.slice(factor.from, factor.to)).join(' & ');
    return `${about ? '~' : ''}${worth} of ${formula}${result ? ` → ${text.slice(result.from, result.to)}` : ''}`;
  });
}

describe('written out', () => {
  test.each([
    ['40000元（2个*20000元/个）。', ['40000 of 2个*20000元/个 → 40000元']],
    ['（10场×2000元/场）2万元', ['20000 of 10场×2000元/场 → 2万元']],
    ['(10场×2000元/场)2万元', ['20000 of 10场×2000元/场 → 2万元']],
    ['600元/人（2天×300元/天）', ['600 of 2天×300元/天']],
    ['6000元，甲（2天×300元/天）', ['600 of 2天×300元/天']],
    ['6000元（甲2天×300元/天）', ['600 of 2天×300元/天']],
    ['甲+乙500元×3', ['1500 of 500元×3']],
    ['3个月×2次，300元/人×20人', ['6000 of 300元/人×20人']],
    ['50人×3天×400元/人·天', ['60000 of 50人×3天×400元/人·天']],
    ['300元/人×20人×2次=1.2万元', ['12000 of 300元/人×20人×2次 → 1.2万元']],
    ['300元/人 x 20人 X 2次 = 1.2万元', ['12000 of 300元/人 x 20人 X 2次 → 1.2万元']],
    ['500元乘12', ['6000 of 500元乘12']],
    ['500元乘以12，共计6000元', ['6000 of 500元乘以12 → 6000元']],
    ['2000元/场×10场，共2万元', ['20000 of 2000元/场×10场 → 2万元']],
    ['600元/人×5场', ['3000 of 600元/人×5场']],
    ['0.333元/页×3000页', ['~999 of 0.333元/页×3000页']],
    ['2000元/场×5-6场', ['10000-12000 of 2000元/场×5-6场']],
    ['40万×30%=12万', ['120000 of 40万×30% → 12万']],
    ['300元×20+500元×10=1.1万元', ['11000 of 300元×20+500元×10 → 1.1万元']],
    ['2000元×10场，3000元×5场', ['20000 of 2000元×10场', '15000 of 3000元×5场']],
    ['物业管理费3元/㎡·月×1000㎡×12个月', ['36000 of 3元/㎡·月×1000㎡×12个月']],
    ['每人每年8000元×25人', ['200000 of 8000元×25人']],
    ['3×4', []],
    ['3×4人，5万元', []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test.each([
    '人数×400元×3',
    '人数× 400元×3',
    '400元/人×30%',
    '(2+3)×500元×2',
    '2期×500元÷2',
    '2期×500元 ÷2',
    '400元/人·天×50人',
    '400元×500元',
  ])('%s has a factor that is missing or not understood', (text) => {
    expect(shown(text)).toBeNull();
  });
});

describe('told by one price and its count', () => {
  test.each([
    ['2025年职工乡村疗休养活动（9万）；预计600元/人，覆盖约50人。', ['~30000 of 600元/人 & 50人']],
    ['预计1500元一人，覆盖约80人，共计12万。', ['~120000 of 1500元一人 & 80人 → 12万']],
    ['每人每天450元，120人，2天，共计10.8万元', ['108000 of 450元 & 120人 & 2天 → 10.8万元']],
    ['30名职工，每人500元', ['15000 of 500元 & 30名']],
    ['每人每年8000元，25人', ['200000 of 8000元 & 25人']],
    ['每人每年8000元，25人，2年', ['400000 of 8000元 & 25人 & 2年']],
    ['每人每天450元，约120人，2天', ['~108000 of 450元 & 120人 & 2天']],
    ['600元/人50人', ['30000 of 600元/人 & 50人']],
    ['600元/一人，覆盖50人', ['30000 of 600元/一人 & 50人']],
    ['1500元一人，80人，另有场地费3万元', ['120000 of 1500元一人 & 80人']],
    ['共计12万，1500元一人，80人', ['120000 of 1500元一人 & 80人']],
    ['1500元一人，80人，共计12万，总计15万', ['120000 of 1500元一人 & 80人']],
    ['12个月，5000元/月', ['60000 of 5000元/月 & 12个月']],
    ['500元/场，全年5-6场', ['2500-3000 of 500元/场 & 5-6场']],
    ['班级数×30人，每人600元', []],
    ['每人600元×班级数，30人', []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test.each([
    ['600元/人，开展5场', 'the units differ'],
    ['600元/人，50人，共3次', 'three times may count'],
    ['600元/人，男30人，女20人', 'two counts'],
    ['每人每天450元，120人', 'no days'],
    ['每人每天450元，120人，2场', 'no days'],
    ['600元/人，3×4人', 'a product of counts'],
    ['600元/人，300元/天，50人', 'two prices'],
    ['单价600元，50人', 'nothing says what the price is for'],
    ['120万元/年', 'a year is no count'],
    ['覆盖50人，5万元', 'no price'],
  ])('%s: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('units of one kind count each other', () => {
  test.each([
    ['100元/人', '3名'],
    ['100元/名', '3位'],
    ['100元/位', '3人'],
    ['100元/月', '3个月'],
    ['100元/日', '3天'],
    ['100元/天', '3天'],
    ['100元/星期', '3周'],
    ['100元/场次', '3场'],
    ['100元/学时', '3课时'],
    ['100元/平米', '3平方米'],
    ['100元/㎡', '3平米'],
    ['100元/平方米', '3m2'],
    ['100元/m²', '3㎡'],
    ['100元/千米', '3公里'],
    ['100元/公里', '3km'],
  ])('%s，%s', (price, count) => {
    expect(shown(`${price}，${count}`)).toEqual([`300 of ${price} & ${count}`]);
  });
});

test('what is told goes from its first factor to its last', () => {
  expect(findProducts(readMoney('30名职工，每人500元'))).toMatchObject([{ from: 0, to: 12 }]);
  expect(findProducts(readMoney('预计600元/人，50人'))).toMatchObject([{ from: 2, to: 12 }]);
});

describe('a price and a quantity in fields of their own', () => {
  test.each([
    ['1500元/人', '80人', '120000'],
    ['1500元', '80', '120000'],
    ['1500', '80人', '120000'],
    ['1,500.50', '2', '3001'],
    ['0.15万元/人', '80人', '120000'],
    ['400元/人·天', '50人×3天', '60000'],
    ['每人600元', '50名', '30000'],
    ['每名学员600元', '50名', '30000'],
    [' 1500元/人 ', ' 80人 ', '120000'],
  ])('%s times %s', (price, quantity, worth) => {
    const product = multiply(price, quantity);
    expect(product && printDecimal(product.low)).toBe(worth);
    expect(product?.about).toBe(false);
  });

  test('about so many', () => {
    expect(multiply('1500元/人', '约80人')).toMatchObject({ about: true });
    expect(multiply('1500', '约80')).toMatchObject({ about: true });
    expect(multiply('1500', '大约 80')).toMatchObject({ about: true });
    expect(multiply('1500元/人', '预计80人')).toMatchObject({ about: false });
  });

  test.each([
    ['按实际', '80人'],
    ['1500元/人', '若干'],
    ['1500元/人', '80人左右'],
    ['400元/人·天', '50人'],
    ['1500元/人', '80人，另加10人'],
    ['含餐1500元/人', '80人'],
    ['按每人600元', '50人'],
    ['', ''],
  ])('%s times %s cannot be read', (price, quantity) => {
    expect(multiply(price, quantity)).toBeNull();
  });
});

test('a product is exact', () => {
  const cents = fc.bigInt({ min: 1n, max: 10n ** 9n });
  fc.assert(
    fc.property(cents, fc.nat({ max: 100_000 }), fc.nat({ max: 400 }), (price, people, days) => {
      const yuan = printDecimal({ digits: price, scale: 2 });
      const product = multiply(`${yuan}元/人·天`, `${people}人×${days}天`);
      const right = { digits: price * BigInt(people) * BigInt(days), scale: 2 };
      expect(product && equal(product.low, right) && equal(product.high, right)).toBe(true);
    }),
  );
});

test.each(['9元×', '1元×1=1元，', '9元/人×9人+', '元/人5元/人'])('a hostile text of %s ends', (piece) => {
  const products = findProducts(readMoney(piece.repeat(4_000)));
  expect(products === null || products.length <= 4_000).toBe(true);
});
