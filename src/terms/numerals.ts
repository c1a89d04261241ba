// Reads Chinese numerals, everyday (三百二十, 一万二千) and formal (伍万, 叁佰) ones, exactly.
import { type Decimal, whole } from '../base/decimal.js';

const digits = valuesOf(['零〇', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'], BigInt);
const steps = valuesOf(['十拾', '百佰', '千仟'], (index) => 10n ** BigInt(index + 1));

function valuesOf(groups: readonly string[], value: (index: number) => bigint): ReadonlyMap<string, bigint> {
  return new Map(groups.flatMap((same, index) => [...same].map((one) => [one, value(index)] as const)));
}

/** Null for what is no number (一三百), and where two are possible: 一百五 is 150 to one reader and 105 to another. */
export function readNumeral(text: string): Decimal | null {
  const parts = /^(?:([^万亿]+)(万?亿))?(?:([^万亿]+)万)?([^万亿]*)$/.exec(text);
  if (!parts || text === '') return null;
  const [, high, highScale, middle, low = ''] = parts;
  const all = [
    [high, highScale === '亿' ? 100_000_000n : 1_000_000_000_000n],
    [middle, 10_000n],
    [low === '' ? undefined : low, 1n],
  ] as const;
  // 三万五 may be 35,000.
  if (low.length === 1 && low !== text) return null;
  let total = 0n;
  for (const [section, scale] of all) {
    const value = section === undefined ? 0n : readSection(section);
    if (value === null) return null;
    total += value * scale;
  }
  return whole(total);
}

/** Below ten thousand. */
function readSection(text: string): bigint | null {
  let total = 0n;
  let digit: bigint | null = null;
  let smallest = 10_000n;
  let zero = false;
  for (const character of text) {
    const value = digits.get(character);
    const step = steps.get(character);
    if (value !== undefined) {
      if (digit !== null) return null;
      if (value === 0n) zero = true;
      else digit = value;
    } else if (step !== undefined) {
      // Only ten goes without its one: 十五, but no 百五.
      if (step >= smallest || (digit === null && (step > 10n || total > 0n || zero))) return null;
      total += (digit ?? 1n) * step;
      smallest = step;
      digit = null;
      zero = false;
    } else return null;
  }
  if (digit !== null && total > 0n && smallest > 10n && !zero) return null;
  return total + (digit ?? 0n);
}
