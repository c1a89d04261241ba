// Finds the number of an indicator's value: digits of either width, Chinese numerals, 万 and 亿, and the second number of a range.
import { type Decimal, whole } from '../base/decimal.js';
import type { Span } from './indicator-signs.js';
import { scaled } from './quantities.js';
import { matchAt } from './scanning.js';

export interface NumberPart extends Span {
  /** With 万, 亿 … reckoned in. The same as `high`, unless a range is written. */
  readonly low: Decimal;
  readonly high: Decimal;
  readonly isRange: boolean;
}

/** `%` however it is written: a part of a regular expression. */
export const percent = '[%％]|[(（]\\s?[%％]\\s?[)）]|百分比|个?百分点';
const digit = '[0-9０-９]';
const numerals = '[零〇一二两三四五六七八九十百千]{1,12}';
const numberShape = new RegExp(
  `(?<minus>[-−－])?(?<share>百分之)?(?<digits>${digit}{1,20}(?:[,，]${digit}{3}){0,6}(?:[.．]${digit}{1,10})?|${numerals})(?<scale>[十百千]?[万亿]|[百千](?=元))?(?<over>[余多])?`,
  'uy',
);
const between = new RegExp(`\\s{0,2}(?<unit>${percent}|\\p{L}{1,5}?)?\\s{0,2}[-–—~～至到]{1,2}\\s{0,2}`, 'uy');

export interface NumberShape extends Span {
  readonly isNumeral: boolean;
  /** 余 or 多 follows. */
  readonly over: boolean;
  readonly scale: string | undefined;
  /** 百分之, which is the unit. */
  readonly share: Span | null;
  /** Times its scale, or that of the other end of a range; null for what is no number, such as 一三百. */
  value(scale: string | undefined): Decimal | null;
}

export function numberAt(text: string, from: number): NumberShape | null {
  const match = matchAt(numberShape, text, from);
  if (!match) return null;
  const { minus = '', share, digits = '', scale, over } = match.groups ?? {};
  const plain = digits.replaceAll('，', ',');
  return {
    from,
    to: from + match[0].length,
    isNumeral: !/^[0-9０-９]/.test(digits),
    over: over !== undefined,
    scale,
    share: share === undefined ? null : { from: from + minus.length, to: from + minus.length + share.length },
    value: (by) => {
      // 百分之百 says 百 where any other number says 一百.
      const value = share !== undefined && digits === '百' ? whole(100) : scaled(plain, by);
      return value && minus !== '' ? { digits: -value.digits, scale: value.scale } : value;
    },
  };
}

/** The second number of a range. */
export function rangeFrom(text: string, first: NumberShape): (NumberShape & { readonly ownUnit: boolean }) | null {
  const match = matchAt(between, text, first.to);
  const second = match && numberAt(text, first.to + match[0].length);
  return second && second.isNumeral === first.isNumeral
    ? { ...second, ownUnit: match.groups?.unit !== undefined }
    : null;
}
