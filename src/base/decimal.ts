// Exact decimal numbers, as counts, shares and prices are written: a whole number and where its point stands.

/** `digits` × 10^-`scale`; `scale` is not negative. Two of the same value may differ in scale: use `compare`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** From half-width digits with at most one point and grouping commas, e.g. `1,234.50`; the caller has made sure of that. */
export function toDecimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  return { digits: BigInt(whole + fraction || '0'), scale: fraction.length };
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
  const scale = Math.max(a.scale, b.scale);
  const difference = atScale(a, scale) - atScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

/** `1234.5`: without zeros that say nothing. */
export function printDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const fraction = all.slice(all.length - scale).replace(/0+$/, '');
  const before = all.slice(0, all.length - scale);
  return `${sign}${before}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}

function atScale({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}
