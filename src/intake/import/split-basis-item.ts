// Splits the text of a basis item into what it is for, its amount and what is said of it: only where that prints back to the same text, and
// where the amount is plainly one. All else stays a text, which prints as it stands.
import { equal } from '../../base/decimal.js';
import { toBasisItem } from '../../check/basis-items.js';
import type { Declaration } from '../../check/declaration.js';
import type { Field } from '../../check/form.js';
import type { Value } from '../../read/parsed.js';
import { readAmount } from '../../terms/amount.js';
import { printBasisItem } from '../../terms/basis-item.js';
import { multiply } from '../../terms/products.js';

/** An amount that a year or a number of a document cannot be taken for: with its unit, or with groups and decimals. */
const amountSaid = /^(?:[0-9.,]+(?:万|万元|元|亿|亿元)|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?)$/;

/** Characters of a price and a quantity. */
const longestProduct = 80;

/** What a subject goes on over no more. */
const sentence = /[：:；;，,。\n]/;

/** `field`: what the schema says of the item; its keys are told by their roles. */
export function splitBasisItem(text: string, field: Field): Value {
  const parts = partsOf(text, field);
  return parts && printBasisItem(toBasisItem(parts, field)) === text ? parts : text;
}

function partsOf(text: string, field: Field): Declaration | null {
  const named = (role: string) => field.properties.find((property) => property.role === role) ?? null;
  const [subject, amount] = [named('item-subject'), named('item-amount')];
  if (!subject || !amount) return null;
  for (const { 1: said = '', 0: bracket, index } of text.matchAll(/（([^（）]{1,40})）(?=：|$)/g)) {
    const name = text.slice(0, index);
    if (name === '' || sentence.test(name)) return null;
    const { fen } = readAmount(said, amount.print?.unit);
    if (fen === null || !amountSaid.test(said)) continue;
    const rest = text.slice(index + bracket.length + 1);
    return { [subject.key]: name, [amount.key]: said, ...explained(rest, fen, field) };
  }
  return null;
}

/** What stands behind the colon: price and quantity, details, and the note, as far as each can be told for sure. */
function explained(rest: string, fen: bigint, field: Field): Declaration {
  const keyOf = (role: string) => field.properties.find((property) => property.role === role)?.key;
  const [price, quantity, note] = [keyOf('item-unit-price'), keyOf('item-quantity'), keyOf('item-note')];
  const details = field.properties.find((property) => property.role === 'item-details');
  const left = rest === '' ? [] : rest.split('；');
  const said: Record<string, Value> = {};
  const factors = left[0]?.split('×') ?? [];
  if (
    price !== undefined &&
    quantity !== undefined &&
    factors.length === 2 &&
    left[0] !== undefined &&
    left[0].length <= longestProduct &&
    isProduct(factors, fen)
  ) {
    said[price] = factors[0] ?? '';
    said[quantity] = factors[1] ?? '';
    left.shift();
  }
  const items = details?.items ? detailsOf(left[0] ?? '', fen, details.items) : null;
  if (details && items) {
    said[details.key] = items;
    left.shift();
  }
  if (note !== undefined && left.length > 0) said[note] = left.join('；');
  return said;
}

function isProduct([price = '', quantity = '']: readonly string[], fen: bigint): boolean {
  const worth = multiply(price, quantity);
  const amount = { digits: fen, scale: 2 };
  return worth !== null && !worth.about && equal(worth.low, amount) && equal(worth.high, amount);
}

/** Several items that add up to the amount. */
function detailsOf(text: string, fen: bigint, field: Field): readonly Value[] | null {
  const pieces = text.split('，');
  if (pieces.length < 2) return null;
  const amountKey = field.properties.find(({ role }) => role === 'item-amount');
  const items = pieces.map((piece) => splitBasisItem(piece, field));
  const amounts = items.map((item) => {
    const said = typeof item === 'object' && !Array.isArray(item) ? (item as Declaration)[amountKey?.key ?? ''] : null;
    return typeof said === 'string' ? readAmount(said, amountKey?.print?.unit).fen : null;
  });
  const sum = amounts.reduce<bigint | null>((total, one) => (total === null || one === null ? null : total + one), 0n);
  return sum === fen ? items : null;
}
