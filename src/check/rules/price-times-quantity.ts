// Price times quantity is the amount: of an item's own price and quantity, and of what its texts tell.
import { compare, type Decimal, plus, times, whole } from '../../base/decimal.js';
import type { Fen } from '../../base/money.js';
import type { ItemText } from '../../terms/basis-reading.js';
import { quote } from '../../terms/messages.js';
import { multiply, type Product, type Worth } from '../../terms/products.js';
import { sayMoney, sayYuan } from '../../terms/say-money.js';
import { allItems, itemReadings, pointerOf, type ReadItem, spotOf } from '../item-readings.js';
import type { Remark, Rule, Spot } from '../rule.js';
import { wholeNumber } from '../settings.js';

const settings = {
  /** Per cent by which an amount may differ from a product with 约. */
  about: wholeNumber(10),
  /** Per cent by which an amount may be rounded, where it is read from a text. */
  rounding: wholeNumber(1),
};

export const priceTimesQuantity: Rule<typeof settings> = {
  name: 'price-times-quantity',
  level: 'error',
  about: {
    zh: '单价乘以数量得不出所写的金额，三个数里必有一个写错了',
    en: 'Where a price times its quantity is not the amount, one of the three is wrong',
  },
  source: { zh: '财政部门的成本测算表；样表第 9 项', en: 'official cost sheets; item 9 of a real form' },
  settings,
  check(subject, report, { about, rounding }) {
    for (const item of allItems(itemReadings(subject))) {
      for (const claim of [...inParts(item), ...item.texts.flatMap((text) => inText(item, text))]) {
        const slack = Math.max(claim.isTold ? rounding : 0, claim.worth.about ? about : 0);
        if (!comesTo(claim.worth, claim.fen, slack)) report(toRemark(claim));
      }
    }
  },
};

/** What is said to be a product, and the amount that it should be. */
interface Claim {
  readonly formula: string;
  readonly worth: Worth;
  readonly fen: Fen;
  /** Where the price and what multiplies it stand, then the amount. */
  readonly spots: readonly [Spot, ...Spot[]];
  readonly isTold: boolean;
}

function inParts(item: ReadItem): readonly Claim[] {
  if (typeof item.item === 'string' || !item.amount) return [];
  const { unitPrice, quantity } = item.item;
  const worth = unitPrice === null || quantity === null ? null : multiply(unitPrice, quantity);
  if (!worth) return [];
  const own = (part: 'unitPrice' | 'quantity'): Spot => ({ pointer: pointerOf(item, part) });
  return [
    {
      formula: `${quote(unitPrice ?? '')} × ${quote(quantity ?? '')}`,
      worth,
      fen: item.amount.fen,
      spots: [own('unitPrice'), own('quantity'), spotOf(item, item.amount)],
      isTold: false,
    },
  ];
}

function inText(item: ReadItem, text: ItemText): readonly Claim[] {
  const { products } = text;
  if (!products || products.length === 0) return [];
  const spot = ({ from, to }: { readonly from: number; readonly to: number }) =>
    spotOf(item, { part: text.part, from, to });
  const claim = (all: readonly Product[], worth: Worth, fen: Fen, amount: Spot): readonly Claim[] => {
    const [first, ...others] = all.flatMap((one) => (one.isWritten ? [one] : one.factors)).map(spot);
    const formula = quote(all.map((one) => formulaOf(one, text.text)).join(' + '));
    return first ? [{ formula, worth, fen, spots: [first, ...others, amount], isTold: true }] : [];
  };
  // Beside other amounts a total may be theirs as well.
  const onlyPrices = text.amounts.every(({ sense }) => sense === 'price' || sense === 'outside' || sense === 'total');
  const results = products.flatMap((product) => {
    const { result } = product;
    if (!result || result.fen === null || !(product.isWritten || onlyPrices)) return [];
    return claim([product], product, result.fen, spot(result));
  });
  const { amount } = item;
  if (!amount || !onlyPrices || isShare(item) || products.some(({ result }) => result)) return results;
  const worth = {
    low: products.map(({ low }) => low).reduce(plus, whole(0)),
    high: products.map(({ high }) => high).reduce(plus, whole(0)),
    about: products.some(({ about }) => about),
  };
  return [...results, ...claim(products, worth, amount.fen, spotOf(item, amount))];
}

/** 70%尾款: the amount is not all of the price. A share that multiplies has its say in the product. */
function isShare({ texts }: ReadItem): boolean {
  return texts.some(({ counts, products }) =>
    counts.some(({ unit, from }) => unit === '%' && !products?.some((one) => one.from <= from && from < one.to)),
  );
}

function formulaOf({ isWritten, from, to, factors }: Product, text: string): string {
  return isWritten ? text.slice(from, to) : factors.map((factor) => text.slice(factor.from, factor.to)).join(' × ');
}

/** `slack`: per cent of the amount. */
function comesTo({ low, high }: Worth, fen: Fen, slack: number): boolean {
  const amount: Decimal = { digits: fen, scale: 2 };
  const by = (percent: number) => times(amount, { digits: BigInt(percent), scale: 2 });
  return compare(low, by(100 + slack)) <= 0 && compare(high, by(100 - slack)) >= 0;
}

function toRemark({ formula, worth, fen, spots, isTold }: Claim): Remark {
  const [first, ...related] = spots;
  const isRange = compare(worth.low, worth.high) !== 0;
  const product = isRange ? `${sayYuan(worth.low)}至${sayYuan(worth.high)}` : sayYuan(worth.low);
  return {
    ...first,
    related,
    message: {
      zh: `${formula} = ${product}，写的金额是 ${sayMoney(fen)}`,
      en: `${formula} = ${product}, but the amount says ${sayMoney(fen)}`,
    },
    advice: {
      zh: '核对单价、数量和金额，改正写错的那个数；另有别的开支时一并写明',
      en: 'Check price, quantity and amount, and mend the one that is wrong; name what else is paid for',
    },
    ...((isTold || worth.about) && { level: 'warning' }),
  };
}
