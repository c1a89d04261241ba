// Turns an indicator's value into what it says: a quantity, a date, a ratio, something left incomplete, or a text such as 优良.
// A value is short; whatever is longer than a phrase is a text without a closer look.
import { type Decimal, toDecimal } from '../base/decimal.js';
import { type DateValue, readDate } from './indicator-date.js';
import { type IncompleteValue, type QuantityValue, readIncomplete, readQuantity } from './indicator-quantity.js';
import { type SignPart, signAt } from './indicator-signs.js';
import { half } from './quantities.js';
import { skipSpaces } from './scanning.js';

/** `1:3` */
export interface RatioValue {
  readonly kind: 'ratio';
  readonly sign: SignPart | null;
  readonly left: Decimal;
  readonly right: Decimal;
}

/** A grade (优良), a state (长期, 全覆盖) or a sentence. */
export interface TextValue {
  readonly kind: 'text';
}

export type IndicatorValue = QuantityValue | DateValue | RatioValue | IncompleteValue | TextValue;

const longest = 64;
// What every date and every ratio has in it: most values are neither and are spared the search.
const datish = /[年月日号季]|[2２][0０]/;
const ratioish = /[:：∶]/;
const ratioShape = /^(?<left>[0-9]{1,9}(?:\.[0-9]{1,9})?)\s?[:：∶]\s?(?<right>(?!0[0-9])[0-9]{1,9}(?:\.[0-9]{1,9})?)$/u;

/** Never throws and takes time in proportion to the text. Offsets are UTF-16 units of it. */
export function readIndicatorValue(text: string): IndicatorValue {
  const written = text.trimEnd();
  const start = text.length - text.trimStart().length;
  if (start >= written.length || written.length - start > longest) return { kind: 'text' };
  return (
    (datish.test(written) ? readDate(written, start) : null) ??
    (ratioish.test(written) ? readRatio(written, start) : null) ??
    readQuantity(written, start) ??
    readIncomplete(written, start) ?? { kind: 'text' }
  );
}

function readRatio(text: string, start: number): RatioValue | null {
  const sign = signAt(text, start);
  const match = ratioShape.exec(half(text.slice(skipSpaces(text, sign?.to ?? start))));
  const { left, right } = match?.groups ?? {};
  return left === undefined || right === undefined
    ? null
    : { kind: 'ratio', sign, left: toDecimal(left), right: toDecimal(right) };
}
