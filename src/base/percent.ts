// By how much an amount grew, exactly: hundredths of a per cent, rounded half away from zero.
import type { Fen } from './money.js';

/** A whole number of hundredths of a per cent: 495n is 4.95 %. */
export type Percent = bigint;

/** Null where there was nothing to grow. */
export function growth(before: Fen, after: Fen): Percent | null {
  if (before === 0n) return null;
  const scaled = (after - before) * 20_000n;
  return (scaled + (scaled < 0n ? -before : before)) / (2n * before);
}

/** `4.95`, `-12.00`: without the sign of the unit. */
export function percentToDecimal(percent: Percent): string {
  const digits = (percent < 0n ? -percent : percent).toString().padStart(3, '0');
  return `${percent < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `+4.95%`, `-12.00%` */
export function printPercent(percent: Percent): string {
  return `${percent > 0n ? '+' : ''}${percentToDecimal(percent)}%`;
}
