// Finds the products of a text: written out (`2个*20000元/个`), or told by one price and one count (`1500元一人，覆盖约80人`).
import { type Decimal, equal, plus, times, whole } from '../base/decimal.js';
import { multiplied, sameUnit } from './amount-contexts.js';
import { type AmountInText, type MoneyReading, readMoney } from './amounts-in-text.js';
import type { Quantity } from './quantities.js';

export interface Factor {
  readonly from: number;
  readonly to: number;
  readonly low: Decimal;
  readonly high: Decimal;
}

/** In 元; `low` is `high` unless a factor is a range. `about`: a factor is 约. */
export interface Worth {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly about: boolean;
}

export interface Product extends Worth {
  readonly from: number;
  readonly to: number;
  /** The price first where it is only told. */
  readonly factors: readonly Factor[];
  /** Written with ×. */
  readonly isWritten: boolean;
  /** What the text says it comes to: behind `=` or 共计, or the amount that has it in brackets; null where it says nothing. */
  readonly result: AmountInText | null;
}

interface Term extends Factor {
  readonly unit: string;
  readonly about: boolean;
  readonly amount: AmountInText | null;
}

const resultLink = /^\s?[)）]?\s?(?:[=＝]|等于|[，,]?(?:共计|合计|总计|共需|共)(?:为|约)?[：:]?)\s?$/;

/** Null where something multiplies or is multiplied that was not understood, so that nothing can be said. */
export function findProducts(reading: MoneyReading): readonly Product[] | null {
  const { text } = reading;
  if (!reading.amounts.some(({ sense }) => sense === 'price')) return [];
  const terms = termsOf(reading);
  const written: Product[] = [];
  let index = 0;
  while (index < terms.length) {
    let end = index;
    while (end + 1 < terms.length && operator(text, terms[end], terms[end + 1]) !== null) end += 1;
    const chain = terms.slice(index, end + 1);
    const multiplies = chain.some((term, at) => operator(text, chain[at - 1], term) === '×');
    if (multiplies && chain.some(({ amount }) => amount)) {
      const product = evaluate(text, chain, terms[index - 1], terms[end + 1]);
      if (product === null) return null;
      written.push(product);
    }
    index = end + 1;
  }
  if (written.length > 0) return written.map(withoutShared);
  const told = toldProduct(reading);
  return told ? [told] : [];
}

/** `（1人×3000元、10人×1500元）共1.8万元`: the last one's result is what all come to. */
function withoutShared(product: Product, index: number, all: readonly Product[]): Product {
  return index > 0 && all[index - 1]?.result === null ? { ...product, result: null } : product;
}

function termsOf({ amounts, counts }: MoneyReading): readonly Term[] {
  // Written out: a copy by spreading takes longer than the reading of most texts.
  const money = amounts.map((amount): Term => {
    const { from, to, low, high } = amount;
    return { from, to, low, high, unit: '元', about: isAbout(amount), amount };
  });
  const others = counts.map(
    ({ from, to, low, high, unit, about }): Term => ({ from, to, low, high, unit, about, amount: null }),
  );
  return [...money, ...others].sort((a, b) => a.from - b.from);
}

function isAbout({ fen, low, high }: AmountInText): boolean {
  return fen === null && equal(low, high);
}

function operator(text: string, a: Term | undefined, b: Term | undefined): '×' | '+' | null {
  if (!a || !b || b.from - a.to > 8) return null;
  const between = text.slice(a.to, b.from);
  // 县道50公里×1万元+乡道100公里×0.5万元.
  return multiplied.test(between) ? '×' : /^\s?[+＋]\s?[\u4e00-\u9fff]{0,6}$/.test(between) ? '+' : null;
}

/** Adds up the products of `chain`, each with one price. `before` and `behind` stand beside it. */
function evaluate(
  text: string,
  chain: readonly Term[],
  before: Term | undefined,
  behind: Term | undefined,
): Product | null {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return null;
  // A factor that was not read: `人数×400元`, `(2+3)×500元`, `2期×50元÷2`.
  if (/[×✕*＊+＋÷/／\-－]\s?$/.test(text.slice(Math.max(0, first.from - 2), first.from))) return null;
  if (/^\s?[×✕*＊+＋÷/／\-－]/.test(text.slice(last.to, last.to + 2))) return null;
  const groups: Term[][] = [];
  for (const [at, term] of chain.entries()) {
    if (operator(text, chain[at - 1], term) === '×') groups.at(-1)?.push(term);
    else groups.push([term]);
  }
  let [low, high] = [whole(0), whole(0)];
  for (const group of groups) {
    const money = group.filter(({ amount }) => amount);
    const counts = group.filter(({ amount, unit }) => !amount && unit !== '%');
    // Each 每…每… wants its factor.
    if (money.length !== 1 || counts.length < neededBy(money[0]?.amount?.per ?? [], counts).length) return null;
    low = plus(low, group.map((term) => worth(term, term.low)).reduce(times));
    high = plus(high, group.map((term) => worth(term, term.high)).reduce(times));
  }
  const { from } = first;
  const { to } = last;
  const about = chain.some((term) => term.about);
  return {
    from,
    to,
    factors: chain,
    isWritten: true,
    low,
    high,
    about,
    result: resultOf(text, from, to, before?.amount, behind?.amount),
  };
}

function worth({ unit }: Term, value: Decimal): Decimal {
  return unit === '%' ? { digits: value.digits, scale: value.scale + 2 } : value;
}

/** A declaration is for one year: 每人每年 wants no count of years. */
function neededBy(per: readonly string[], counts: readonly { readonly unit: string }[]): readonly string[] {
  return counts.some(({ unit }) => unit === '年') ? per : per.filter((unit) => unit !== '年');
}

type Neighbour = AmountInText | null | undefined;

/** `…=1.2万元`, `…，共计1.2万元`, `40000元（…）`, `（…）4万元`. */
function resultOf(text: string, from: number, to: number, before: Neighbour, behind: Neighbour): AmountInText | null {
  const link = behind ? text.slice(to, Math.min(behind.from, to + 12)) : '';
  if (behind && (resultLink.test(link) || link === '）' || link === ')')) return behind;
  return before && before.sense !== 'price' && /^[(（]$/.test(text.slice(before.to, from)) ? before : null;
}

/** By something that is not read: `班级数×30人，每人600元`. */
function isMultiplied(text: string, from: number, to: number): boolean {
  return /[×✕*＊]\s?$/.test(text.slice(Math.max(0, from - 2), from)) || /^\s?[×✕*＊]/.test(text.slice(to, to + 2));
}

/** One price, one count for each of its units, and nothing else that could multiply. */
function toldProduct({ text, amounts, counts }: MoneyReading): Product | null {
  const prices = amounts.filter(({ sense }) => sense === 'price');
  const [price] = prices;
  if (!price || prices.length > 1) return null;
  const others = counts.filter(({ from }) => from < price.from || from >= price.to);
  const needed = neededBy(price.per, others);
  const factors = needed.map((unit) => others.filter((count) => sameUnit(count.unit, unit)));
  if (needed.length === 0 || others.length !== needed.length || factors.some((found) => found.length !== 1))
    return null;
  const all: readonly (AmountInText | Quantity)[] = [price, ...factors.flat()];
  if (all.some(({ from, to }) => isMultiplied(text, from, to))) return null;
  const totals = amounts.filter(({ sense, from }) => sense === 'total' && from >= price.to);
  return {
    from: Math.min(...all.map((one) => one.from)),
    to: Math.max(...all.map((one) => one.to)),
    factors: all,
    isWritten: false,
    low: all.map((one) => one.low).reduce(times),
    high: all.map((one) => one.high).reduce(times),
    about: isAbout(price) || others.some(({ about }) => about),
    result: totals.length === 1 ? (totals[0] ?? null) : null,
  };
}

/** What a price (`1500元/人`, a bare number is 元) comes to, times a quantity (`80人`, `50人×3天`); null where one cannot be read whole. */
export function multiply(unitPrice: string, quantity: string): Worth | null {
  const price = unitPrice.trim();
  const [, about, count = ''] = /^(大?约|预计)?\s?(.*)/s.exec(quantity.trim()) ?? [];
  const text = `${/^[0-9.,０-９．]{1,30}$/.test(price) ? `${price}元` : price}×${count}`;
  const [product] = findProducts(readMoney(text)) ?? [];
  if (!product || product.to < text.length) return null;
  // 每人600元.
  if (product.from > 0 && !/^每[^0-9０-９]{1,10}$/.test(text.slice(0, product.from))) return null;
  const { low, high } = product;
  return { low, high, about: product.about || about?.endsWith('约') === true };
}
