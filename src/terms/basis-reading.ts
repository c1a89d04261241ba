// Reads what a basis item says it costs, and where: its own amount, `（45万）` or `：4.75万` in a text, a total that it restates.
// A text that leaves a choice has no amount: whoever adds items up must know all of them for sure.
import { type Decimal, equal, times, whole } from '../base/decimal.js';
import type { Fen, MoneyUnit } from '../base/money.js';
import { readAmount } from './amount.js';
import { type AmountInText, type MoneyReading, readMoney } from './amounts-in-text.js';
import type { BasisItem, BasisItemParts } from './basis-item.js';
import { findProducts, type Product } from './products.js';
import type { Quantity } from './quantities.js';

/** Where in an item a text stands: `text` is an item that is a text itself. */
export type ItemPart = 'text' | Exclude<keyof BasisItemParts, 'details'>;

/** `[from, to)` in UTF-16 units of that part. */
export interface ItemSpot {
  readonly part: ItemPart;
  readonly from: number;
  readonly to: number;
}

export interface ItemAmount extends ItemSpot {
  readonly fen: Fen;
}

/** Why an item has no amount: nothing is told, only a price, several amounts, no exact one, or it may belong to something else. */
export type Unread = 'none' | 'price' | 'several' | 'inexact' | 'unclear';

/** A text that may tell what the amount is made of, without the item's own amount. */
export interface ItemText extends MoneyReading {
  readonly part: ItemPart;
  /** Null where it is not understood what multiplies what. */
  readonly products: readonly Product[] | null;
}

export interface BasisItemReading {
  readonly amount: ItemAmount | null;
  /** Null where there is an amount. */
  readonly unread: Unread | null;
  /** What there is a choice between. */
  readonly candidates: readonly ItemSpot[];
  readonly texts: readonly ItemText[];
  readonly details: readonly BasisItemReading[];
}

/** `bareUnit`: of an amount written as a bare number. */
export function readBasisItem(item: BasisItem, bareUnit: MoneyUnit = '元'): BasisItemReading {
  if (typeof item === 'string') return readTextItem(item);
  const { amount } = item;
  const fen = amount === null ? null : readAmount(amount, bareUnit).fen;
  const texts: ItemText[] = [];
  if (item.subject !== null) texts.push(itemText('subject', readMoney(item.subject)));
  if (item.note !== null) texts.push(itemText('note', readMoney(item.note)));
  return {
    amount: fen === null ? null : { part: 'amount', from: 0, to: amount?.length ?? 0, fen },
    unread: fen === null ? 'none' : null,
    candidates: [],
    texts,
    details: item.details.map((detail) => readBasisItem(detail, bareUnit)),
  };
}

function readTextItem(text: string): BasisItemReading {
  const all = itemText('text', readMoney(text));
  const chosen = choose(all);
  if (typeof chosen === 'string') {
    const candidates = all.amounts.map(({ from, to }): ItemSpot => ({ part: 'text', from, to }));
    return { amount: null, unread: chosen, candidates, texts: [all], details: [] };
  }
  const { from, to, fen } = chosen;
  return {
    amount: { part: 'text', from, to, fen },
    unread: null,
    candidates: [],
    texts: [{ ...all, amounts: all.amounts.filter((amount) => amount !== chosen) }],
    details: [],
  };
}

// Written out: a copy by spreading takes longer than the reading of most texts.
function itemText(part: ItemPart, reading: MoneyReading): ItemText {
  const { text, amounts, counts } = reading;
  return { part, text, amounts, counts, products: findProducts(reading) };
}

type Exact = AmountInText & { readonly fen: Fen };

function isExact(amount: AmountInText | undefined): amount is Exact {
  return amount !== undefined && amount.fen !== null;
}

function choose({ text, amounts, counts, products }: ItemText): Exact | Unread {
  const parts = amounts.filter(({ sense }) => sense === 'part');
  const totals = amounts.filter(({ sense }) => sense === 'total');
  const [head] = parts;
  const [total] = totals;
  if (head && parts.length === 1 && totals.every(({ fen }) => fen === head.fen)) {
    if (!isExact(head)) return 'inexact';
    const others = amounts.filter(({ sense, from }) => sense !== 'total' && from !== head.from);
    if (others.every(({ sense }) => sense === 'outside') || isHead(text, head, others, products)) return head;
    return isPriced(head, others, counts) ? head : 'unclear';
  }
  // 甲5万、乙3万，共计8万.
  if (isExact(total) && totals.length === 1 && (parts.length === 0 || sum(parts) === total.fen)) return total;
  if (!head) {
    // 法律顾问费5万元/年.
    const isYearly = amounts.length === 1 && amounts[0]?.per.join() === '年' && counts.length === 0;
    return isYearly && isExact(amounts[0]) ? amounts[0] : why(amounts, totals);
  }
  // `节庆活动（53万）：春节8万、五一20万 …`: what stands behind the colon explains; behind anything else it has to add up to the head.
  const explained = /^[)）]?\s?[:：]/.test(text.slice(head.to, head.to + 3)) || sum(parts.slice(1)) === head.fen;
  if (!explained || placeOf(text, head) === null || parts[0] !== amounts.find(isNoPrice)) {
    // 一等奖1名5万元，二等奖2名各3万元，共11万元.
    return isExact(total) && total === amounts.at(-1) && amounts.some(({ sense }) => sense === 'unclear')
      ? 'unclear'
      : 'several';
  }
  return isExact(head) ? head : 'inexact';
}

/** Whether the only part is the item's amount although `others` are told as well. */
function isHead(
  text: string,
  head: Exact,
  others: readonly AmountInText[],
  products: readonly Product[] | null,
): boolean {
  const worth = { digits: head.fen, scale: 2 };
  const comesToHead = ({ result, low }: Product) => (result ? result.from === head.from : equal(low, worth));
  if (products !== null && products.length > 0 && products.every(comesToHead)) return true;
  const place = placeOf(text, head);
  // `印刷费2.8万元：500册，56元/册`: what stands behind the colon explains.
  const isExplained = place !== null && /^\s?[:：]/.test(text.slice(head.to, head.to + 2));
  if (place === 'brackets' || isExplained) return others.every((one) => one.from > head.from || one.sense === 'price');
  // `疗休养5万元，人均500元` explains; `场地费1万元，讲师费2000元/场×10场` goes on.
  return place !== null && products?.length === 0 && others.every((one) => one.from > head.from);
}

/** More prices and counts than this are no price and what it is for. */
const [mostPrices, mostCounts] = [12, 6];

/** Whether the price times some of the counts (and the months of a year) comes to the amount: `60个点位，2800元/点位，16.8万元`. */
function isPriced(head: Exact, others: readonly AmountInText[], counts: readonly Quantity[]): boolean {
  if (others.length > mostPrices || counts.length > mostCounts) return false;
  const worth = { digits: head.fen, scale: 2 };
  const comesTo = (price: Decimal, at: number): boolean => {
    const count = counts[at];
    if (!count) return equal(price, worth) || equal(times(price, whole(12)), worth);
    return comesTo(price, at + 1) || (count.unit !== '%' && comesTo(times(price, count.low), at + 1));
  };
  const [price, second] = others.filter(({ sense }) => sense === 'price');
  // With two prices, or one that is told later, the amount may be another thing's that happens to be the same.
  return !!price && !second && price.from < head.from && price.fen !== head.fen && comesTo(price.low, 0);
}

function why(amounts: readonly AmountInText[], totals: readonly AmountInText[]): Unread {
  if (totals.length > 1) return 'several';
  if (totals.length === 1) return 'inexact';
  if (amounts.length === 0) return 'none';
  // 120万元/年 may be all of this year's.
  return amounts.every(({ per }) => per.some((unit) => unit !== '年')) ? 'price' : 'unclear';
}

function isNoPrice({ sense }: AmountInText): boolean {
  return sense !== 'price';
}

/** `brackets`: in them behind the subject. `plain`: right behind it, or right behind its colon. Null anywhere else. */
function placeOf(text: string, { from, to }: AmountInText): 'brackets' | 'plain' | null {
  const before = text.slice(0, from).replace(/(?:人民币|[￥¥])\s?$/, '');
  const isBracketed = /[（(]$/.test(before) && /^整?[)）]/.test(text.slice(to, to + 2));
  const clause = before
    .replace(/[（(]$/, '')
    .replace(/[（(][^（()）]{0,200}[)）]/g, '')
    .trimEnd();
  const colon = /[:：]$/.test(clause);
  if (/[；;。：:，,\n]/.test(colon ? clause.slice(0, -1) : clause)) return null;
  return isBracketed ? 'brackets' : 'plain';
}

function sum(amounts: readonly AmountInText[]): Fen | null {
  let total = 0n;
  for (const { fen } of amounts) {
    if (fen === null) return null;
    total += fen;
  }
  return total;
}
