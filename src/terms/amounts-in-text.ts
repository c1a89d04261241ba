// Finds the amounts of money in a Chinese text and says what each is: `（14万）` a part, `600元/人` a price, `共计12万` a total.
// What is not surely money, or not surely a part of this sum, is `unclear`: who reckons then stays silent.
import { type Decimal, equal, times, toWhole, whole } from '../base/decimal.js';
import type { Fen } from '../base/money.js';
import {
  aboutBefore,
  isElsewhere,
  leadOf,
  leavesOpen,
  moneyOf,
  multiplied,
  perOf,
  senseOf,
} from './amount-contexts.js';
import { findQuantities, type Quantity } from './quantities.js';
import { subsetScopes } from './subset-scopes.js';

/**
 * `part`: adds to the sum. `price`: multiplies something. `total`: restates a sum. `subset`: lies within another amount (其中 …).
 * `outside`: of another year, contract or purse (上年预算, 累计, 总投资, 已支付). `unclear`: may be one of several.
 */
export type Sense = 'part' | 'price' | 'total' | 'subset' | 'outside' | 'unclear';

export interface AmountInText {
  /** Offsets in UTF-16 units, the end exclusive, with what it is counted by: `200元/人·天`. */
  readonly from: number;
  readonly to: number;
  readonly sense: Sense;
  /** In 元, the same as `high` unless a range is written. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** Exact, in 分; null for a range, for 约 and 不超过, and for a fraction of a 分. */
  readonly fen: Fen | null;
  /** What a price is for one of: `['人', '天']`; empty for what is no price, or one that does not say. */
  readonly per: readonly string[];
}

export interface MoneyReading {
  readonly text: string;
  /** In the order of the text. */
  readonly amounts: readonly AmountInText[];
  /** The quantities that are no money. */
  readonly counts: readonly Quantity[];
}

interface Found extends Omit<AmountInText, 'sense'> {
  readonly sense: Sense | 'dated';
}

/** Spares the reading of texts without a number. */
const anyNumber = /[0-9０-９一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/;

/** The longest text that a form takes; in a longer one, which is an error anyway, nothing is read. */
const maxLength = 32_767;

const hundred = whole(100);

/** Takes time in proportion to the text, and never throws. */
export function readMoney(text: string): MoneyReading {
  if (text.length > maxLength || !anyNumber.test(text)) return { text, amounts: [], counts: [] };
  const quantities = findQuantities(text);
  const kinds = quantities.map((one) => moneyOf(text, one));
  if (kinds.every((kind) => kind === null)) return { text, amounts: [], counts: quantities };

  const ends = quantities.filter(({ per }, index) => kinds[index] !== null && per === null).map(({ to }) => to);
  const isInside = subsetScopes(text, new Set(ends));
  const found: Found[] = [];
  quantities.forEach((quantity, index) => {
    const kind = kinds[index] ?? null;
    if (kind === null) return;
    const { from, low, high } = quantity;
    const lead = leadOf(text, from);
    const { per, to } = perOf(text, quantity, lead);
    const between = (a: Quantity | undefined, b: Quantity | undefined) => (a && b ? text.slice(a.to, b.from) : '');
    const [second, first, next] = [quantities[index - 2], quantities[index - 1], quantities[index + 1]];
    const after = text.slice(to, to + 8);
    const isFactor = multiplied.test(between(first, quantity)) || (next && multiplied.test(text.slice(to, next.from)));

    const isExact = !quantity.about && !aboutBefore.test(lead) && !leavesOpen.test(after) && equal(low, high);
    const fen = isExact ? toWhole(times(low, hundred)) : null;
    const last = found.at(-1);
    const sense = () => {
      if (isFactor || per.length > 0) return 'price';
      if (last && fen !== null && fen === last.fen && isAgain(text.slice(last.to, from))) return 'total';
      if (isInside(from)) return isElsewhere(lead, after) || /总(?:额|价|金额)$/.test(lead) ? 'outside' : 'subset';
      if (kind === 'perhaps') return 'unclear';
      // The result of a product is a part; that of a sum restates its addends.
      if (/[=＝]\s?$/.test(lead)) return multiplied.test(between(second, first)) ? 'part' : 'total';
      return senseOf(lead, after);
    };
    found.push({ from, to, sense: sense(), low, high, fen, per });
  });
  return { text, amounts: settleYears(found), counts: quantities.filter((_, index) => kinds[index] === null) };
}

/** The amount of a year that is named is this year's where no other could be. */
function settleYears(found: readonly Found[]): readonly AmountInText[] {
  if (found.every(isSettled)) return found;
  const isOnly = found.filter(({ sense }) => sense !== 'outside').length === 1;
  return found.map((one) => (isSettled(one) ? one : { ...one, sense: isOnly ? 'part' : 'unclear' }));
}

function isSettled(one: Found): one is Found & AmountInText {
  return one.sense !== 'dated';
}

/** `5万元（伍万元整）`, `50000元，即5万元`. */
function isAgain(between: string): boolean {
  return /^(?:整|正)?\s?(?:[(（](?:人民币|大写|即|[：:])*|[，,]?即)(?:人民币)?$/.test(between);
}
