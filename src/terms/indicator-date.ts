// Reads an indicator's value that is a date, a deadline or a stretch of time: `2025年12月31日前`, `12月底前`, `2023.07-2024.01`.
// 3个工作日内 and 12个月 count something and are quantities.
import { type SignPart, signAt } from './indicator-signs.js';
import { half } from './quantities.js';
import { matchAt, skipSpaces } from './scanning.js';

/** What is not written is null. The end of a month is day 31, the first ten days end on day 10, a quarter in its last month. */
export interface Day {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export interface DateValue {
  readonly kind: 'date';
  readonly sign: SignPart | null;
  /** Null where only one date is written. */
  readonly first: Day | null;
  readonly last: Day;
  /** 前 or 止 is written, or ≤. */
  readonly isDeadline: boolean;
}

const part = '份|[底末初]|[上中下]旬';
const quarter = '第?[一二三四1-4]季度|[上下]半年';
const shapes = [
  // `2025.12` may be a number as well: only what goes with a date may follow.
  `(?<y1>20[0-9]{2})[.\\-/](?<m1>1[0-2]|0?[1-9])(?:[.\\-/](?<d1>[0-9]{1,2}))?(?=$|\\s{0,2}[-–—~～至到前底之以止起])`,
  `(?<y8>20[0-9]{2})(?<m8>1[0-2]|0[1-9])(?<d8>[0-2][0-9]|3[01])$`,
  // `1-12月`
  `(?<m9>1[0-2]|[1-9])(?=\\s?[-–—~～至到]\\s?[0-9]{1,2}\\s?月)`,
  `(?:(?<y2>(?:19|20)[0-9]{2})\\s?年度?)?\\s?(?:(?<m2>[0-9]{1,2})\\s?月)(?:(?<p2>${part})|\\s?(?<d2>[0-9]{1,2})\\s?[日号])?`,
  `(?<y3>(?:19|20)[0-9]{2})\\s?年度?(?<q3>${quarter})?`,
  `每?[年月]?(?<q4>第[一二三四1-4]季度|[上下]半年)`,
  `每[年季月]度?(?<d5>[0-9]{1,2})[日号]|(?<d6>[0-9]{1,2})[日号](?=前|之前|以前)`,
  // A year alone. Counts are seldom one of these.
  `(?<y7>20[1-4][0-9])$`,
];
const dateShape = new RegExp(`(?:每年|当年|本年|次年|每月|次月|[于在]|截[至止])?(?:${shapes.join('|')})`, 'uy');
const separator = /\s{0,2}[-–—~～至到]{1,2}\s{0,2}/uy;
const restShape = /^[\s底末初中]{0,2}(?<deadline>之前|以前|前|为?止)?[\p{Script=Han}\s]{0,10}$/u;

const days: Readonly<Record<string, number>> = { 底: 31, 末: 31, 初: 10, 上旬: 10, 中旬: 20, 下旬: 31 };
const months: Readonly<Record<string, number>> = {
  ...{ 一: 3, 二: 6, 三: 9, 四: 12, 1: 3, 2: 6, 3: 9, 4: 12 },
  ...{ 上: 6, 下: 12 },
};

/** From `start` to the end of the text, which is no space; the text is short. */
export function readDate(text: string, start: number): DateValue | null {
  const plain = half(text);
  const sign = signAt(plain, start);
  const first = dateAt(plain, skipSpaces(plain, sign?.to ?? start));
  if (!first) return null;
  const until = matchAt(separator, plain, first.to);
  const second = until && dateAt(plain, first.to + until[0].length);
  const rest = restShape.exec(plain.slice((second ?? first).to));
  if (!rest) return null;
  return {
    kind: 'date',
    sign,
    first: second && first.day,
    // `2025年6月-12月`: the year is said once.
    last: second ? { ...second.day, year: second.day.year ?? first.day.year } : first.day,
    isDeadline: rest.groups?.deadline !== undefined || sign?.sign === '≤' || sign?.sign === '<',
  };
}

function dateAt(text: string, at: number): { readonly day: Day; readonly to: number } | null {
  const match = matchAt(dateShape, text, at);
  if (!match) return null;
  const { y1, m1, d1, y2, m2, d2, p2, y3, q3, q4, d5, d6, y7, y8, m8, d8, m9 } = match.groups ?? {};
  const year = numberOf(y1 ?? y2 ?? y3 ?? y7 ?? y8);
  const month = numberOf(m1 ?? m2 ?? m8 ?? m9) ?? monthOf(q3 ?? q4);
  const day = numberOf(d1 ?? d2 ?? d5 ?? d6 ?? d8) ?? days[p2 ?? ''] ?? null;
  if ((month ?? 1) > 12 || (day ?? 1) > 31) return null;
  return { day: { year, month, day }, to: at + match[0].length };
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function monthOf(quarter: string | undefined): number | null {
  return months[/[一二三四1-4上下]/u.exec(quarter ?? '')?.[0] ?? ''] ?? null;
}
