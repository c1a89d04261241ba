// Shows the settings of a rule as rules.yaml has them.
import { moneyToDecimal } from '../base/money.js';

/** Amounts, which are whole 分 in the engine, become decimal texts in 元. */
export function settingToJson(value: unknown): unknown {
  if (typeof value === 'bigint') return moneyToDecimal(value);
  if (Array.isArray(value)) return value.map(settingToJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settingToJson(inner)]));
}

/** `21`, `[甲, 乙]`, `{2025: {甲: 100.00}}`; empty for a list with nothing in it. */
export function printSetting(value: unknown): string {
  const shown = settingToJson(value);
  if (Array.isArray(shown)) return shown.map(printSetting).join('、');
  if (typeof shown !== 'object' || shown === null) return String(shown);
  return Object.entries(shown)
    .map(([key, inner]) => {
      const text = printSetting(inner);
      return `${key}: ${typeof inner === 'object' ? `[${text}]` : text}`;
    })
    .join('、');
}
