// Exact money: whole 分 as a bigint, printed in 元, 万元 or 亿元.
// Nothing here rounds: an amount that does not fit the decimals asked for is printed with as many as it needs.

/** An amount in 分, a hundredth of a 元. Negative where two amounts are compared. */
export type Fen = bigint;

export type MoneyUnit = '元' | '万元' | '亿元';

export interface MoneyStyle {
  readonly unit: MoneyUnit;
  /** The fewest decimals printed. */
  readonly decimals: number;
}

/** How many decimals of each unit make one 分. */
const fenDecimals: Readonly<Record<MoneyUnit, number>> = { 元: 2, 万元: 6, 亿元: 10 };

export const yuan: MoneyStyle = { unit: '元', decimals: 2 };

export function isMoneyUnit(text: string): text is MoneyUnit {
  return Object.hasOwn(fenDecimals, text);
}

/** `2425500.00`, without the unit: what a program reads. */
export function moneyToDecimal(fen: Fen, style: MoneyStyle = yuan): string {
  const [whole, fraction] = split(fen, style);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** `2,425,500.00`, without the unit: what a person reads. */
export function printMoney(fen: Fen, style: MoneyStyle = yuan): string {
  const [whole, fraction] = split(fen, style);
  const grouped = whole.replace(/[0-9](?=(?:[0-9]{3})+$)/g, '$&,');
  return fraction === '' ? grouped : `${grouped}.${fraction}`;
}

/** The digits before the point, with the sign, and those after it. */
function split(fen: Fen, { unit, decimals }: MoneyStyle): readonly [whole: string, fraction: string] {
  const scale = fenDecimals[unit];
  const digits = (fen < 0n ? -fen : fen).toString().padStart(scale + 1, '0');
  let needed = scale;
  while (needed > decimals && digits[digits.length - 1 - (scale - needed)] === '0') needed -= 1;
  const fraction = digits.slice(digits.length - scale).slice(0, needed);
  return [`${fen < 0n ? '-' : ''}${digits.slice(0, -scale)}`, fraction.padEnd(decimals, '0')];
}
