// Exact decimal numbers, as counts, shares and prices are written: a whole number and where its point stands.

/** `digits` × 10^-`scale`; `scale` is a whole number from 0. Two of the same value may differ in scale: use `compare`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** From half-width digits with at most one point and grouping commas, e.g. `1,234.50`; the caller has made sure of that. */
export function toDecimal(text: string): Decimal {
  const plain = text.includes(',') ? text.replaceAll(',', '') : text;
  const point = plain.indexOf('.');
  if (point < 0) return { digits: BigInt(plain), scale: 0 };
  return { digits: BigInt(plain.slice(0, point) + plain.slice(point + 1)), scale: plain.length - point - 1 };
}

export function whole(value: number | bigint): Decimal {
  return { digits: BigInt(value), scale: 0 };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: atScale(a, scale) + atScale(b, scale), scale };
}

/** Below zero where `a` is less, above where it is more. */
export function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  const scale = Math.max(a.scale, b.scale);
  const difference = atScale(a, scale) - atScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

/** Null where there is a fraction. */
export function toWhole({ digits, scale }: Decimal): bigint | null {
  if (scale === 0) return digits;
  const one = 10n ** BigInt(scale);
  return digits % one === 0n ? digits / one : null;
}

/** `1234.5`: without zeros that say nothing. */
export function printDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const fraction = withoutTrailingZeros(all.slice(all.length - scale));
  return `${sign}${all.slice(0, all.length - scale)}${fraction !== '' ? `.${fraction}` : ''}`;
}

// A loop, because a regular expression for trailing zeros takes quadratic time on a long run of zeros.
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

function atScale({ digits, scale }: Decimal, wanted: number): bigint {
  return wanted === scale ? digits : digits * 10n ** BigInt(wanted - scale);
}
