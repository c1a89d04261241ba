// Tells which amounts of an item's text should add up to the item: `主办35万，后勤保障（10万）` do, `其中网络费3万` does not.
import type { Fen } from '../base/money.js';
import type { AmountInText } from './amounts-in-text.js';
import type { ItemSpot, ItemText } from './basis-reading.js';

export interface Addend extends AmountInText {
  readonly fen: Fen;
}

export interface Addends {
  readonly parts: readonly Addend[];
  readonly sum: Fen;
  /** Everything that the text names has its amount, so that they should not come to less either. */
  readonly isComplete: boolean;
}

/** More are a table in a text, and finding out which lie within which would take too long. */
const mostParts = 60;

/**
 * Null where the text does not surely break an amount of `whole` down: fewer than two parts, prices without a result, amounts that are
 * not exact, restate `whole`, or may lie within one another. `own`: where the item's own amount stands.
 */
export function findAddends(text: ItemText, whole: Fen, own: ItemSpot): Addends | null {
  const parts = text.amounts.filter(({ sense }) => sense === 'part');
  if (parts.length < 2 || parts.length > mostParts || !parts.every(isExact)) return null;
  const results = resultsOf(text);
  if (results === null || text.amounts.some(({ sense }) => sense === 'unclear')) return null;
  const sum = parts.reduce((total, { fen }) => total + fen, 0n);
  if (sum === whole) return { parts, sum, isComplete: true };
  if (parts.some(({ fen }) => fen === whole) || mayNest(text, parts, results) || restatesSome(parts)) return null;
  return { parts, sum, isComplete: namesOnly(text, parts, own) };
}

function isExact(amount: AmountInText): amount is Addend {
  return amount.fen !== null;
}

/** What its products come to; null where a price is not multiplied, or what it comes to is not written. */
function resultsOf({ amounts, products }: ItemText): ReadonlySet<AmountInText | null> | null {
  if (!products?.every(({ result }) => result?.sense === 'part')) return null;
  const multiplied = new Set(products.flatMap(({ factors }) => factors.map(({ from }) => from)));
  if (amounts.some(({ sense, from }) => sense === 'price' && !multiplied.has(from))) return null;
  return new Set(products.map(({ result }) => result));
}

/** 甲8万：A馆5万、B馆3万: what follows the colon may lie within the part, unless that is what a product comes to. */
function mayNest({ text }: ItemText, parts: readonly Addend[], results: ReadonlySet<AmountInText | null>): boolean {
  return parts.slice(0, -1).some((one) => !results.has(one) && /^[)）]?\s?[:：]/.test(text.slice(one.to, one.to + 3)));
}

/** 设备20万元，电脑15万、打印机5万: the first may be the sum of what follows. */
function restatesSome(parts: readonly Addend[]): boolean {
  return parts.some((part, index) => {
    let following = 0n;
    return parts.slice(index + 1).some(({ fen }) => {
      following += fen;
      return following === part.fen && fen !== following;
    });
  });
}

/** Whether each stretch between commas has one amount. Where the item's own amount is in the text, it stands before its parts. */
function namesOnly({ text, part }: ItemText, parts: readonly Addend[], own: ItemSpot): boolean {
  const start = part === own.part ? own.to : 0;
  let from = start;
  let depth = 0;
  const stretches: (readonly [from: number, to: number])[] = [];
  for (let at = start; at <= text.length; at++) {
    const character = text[at] ?? '';
    if (/[（(]/.test(character)) depth += 1;
    else if (/[)）]/.test(character)) depth = Math.max(0, depth - 1);
    else if (at === text.length || (depth === 0 && /[、，；;。\n]/.test(character))) {
      stretches.push([from, at]);
      from = at + 1;
    }
  }
  let next = 0;
  return stretches.every(([from, to]) => {
    const written = text.slice(from, to).replace(/^[)）：:\s]+/, '');
    let found = 0;
    for (; (parts[next]?.from ?? to) < to; next++) found += 1;
    if (/[等…][)）]?$/.test(written)) return false;
    return found === 1 || (found === 0 && (written === '' || /^(?:共计|合计|总计|共)/.test(written)));
  });
}
