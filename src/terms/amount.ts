// Reads an amount of money exactly, to the 分. What is not plainly an amount is a fault that says why and where.
// The schemas' `pattern` for amounts, which editors use, and `plain` below describe the same texts.
import type { Fen, MoneyUnit } from '../base/money.js';
import { type AmountFault, diagnoseAmount } from './amount-faults.js';
import * as words from './messages.js';

export type { AmountFault } from './amount-faults.js';

/** An amount in 分, or why there is none. */
export type AmountReading =
  | { readonly fen: Fen; readonly fault: null }
  | { readonly fen: null; readonly fault: AmountFault };

const plain = /^([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?(元|万元?|亿元?)?$/;

/** By how many digits a unit moves the point. */
const shifts: Readonly<Record<string, number>> = { 元: 0, 万: 4, 万元: 4, 亿: 8, 亿元: 8 };

/** A workbook's number holds this many digits; the zeros that end a fraction are not counted. */
const maxDigits = 15;

/**
 * Reads `2425500.00`, `2,425,500.00`, `242.55万`, `242.55万元`, `0.2亿元`; a bare number is in `bareUnit`.
 * Never rounds and takes time in proportion to the text.
 */
export function readAmount(text: string, bareUnit: MoneyUnit = '元'): AmountReading {
  return (
    readPlain(text, bareUnit) ?? {
      fen: null,
      fault: diagnoseAmount(text, (cure) => readPlain(cure, bareUnit)?.fault === null),
    }
  );
}

/** Null for a text that is not written as an amount at all. */
function readPlain(text: string, bareUnit: MoneyUnit): AmountReading | null {
  const match = plain.exec(text);
  if (!match) return null;
  const whole = withoutLeadingZeros((match[1] as string).replaceAll(',', ''));
  const fraction = withoutTrailingZeros(match[2] ?? '');
  const shift = shifts[match[3] ?? bareUnit] as number;

  if (fraction.length > shift + 2) {
    const from = text.indexOf('.') + 1 + shift + 2;
    const to = text.indexOf('.') + 1 + fraction.length;
    return { fen: null, fault: { name: 'precision', ...words.tooPrecise(text), from, to, cure: null } };
  }
  const wholeDigits = withoutLeadingZeros(whole + fraction.slice(0, shift).padEnd(shift, '0')).length;
  const digits = wholeDigits + Math.max(0, fraction.length - shift);
  if (digits > maxDigits) {
    const said = words.tooManyDigits(text, digits, maxDigits);
    return { fen: null, fault: { name: 'digits', ...said, from: 0, to: text.length, cure: null } };
  }
  return { fen: BigInt(whole + fraction.padEnd(shift + 2, '0')), fault: null };
}

/**
 * The same amount without zeros behind its second decimal, which say nothing and are taken for a slip: `2425500.000` is `2425500.00`,
 * `12.500万` is `12.5万`. Null where there are none; the text is one that reads as an amount.
 */
export function withoutIdleZeros(text: string): string | null {
  const match = /^([^.]*)\.([0-9]{2}[0-9]*)([^0-9]*)$/.exec(text);
  if (!match) return null;
  const [, whole = '', fraction = '', unit = ''] = match;
  if (fraction.length === 2 || !fraction.endsWith('0')) return null;
  const least = /[万亿]/.test(unit) ? 0 : 2;
  const kept = withoutTrailingZeros(fraction).padEnd(least, '0');
  return `${whole}${kept === '' ? '' : '.'}${kept}${unit}`;
}

// Loops, because a regular expression for trailing zeros takes quadratic time on a long run of zeros.
function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start += 1;
  return digits.slice(start);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
