// Finds the numbers of a Chinese text that count something, with their units: `24场`, `5-6门`, `600元/人`, `１２．５万元`, `两个`, `90%`.
// Dates (2025年, 8月), ordinals (第3届, 一等奖), names (H7N9, “双15工程”) and Chinese numerals without a unit are none.
import { type Decimal, times, toDecimal, whole } from '../base/decimal.js';

/** Offsets are UTF-16 units of the text, ends exclusive. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** With 万, 亿 … reckoned in. The same as `high`, unless a range is written. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** `%` however it is written, `元` for money; empty where there is none that is known. */
  readonly unit: string;
  /** What the unit is counted by: 人 of `600元/人`, `1500元一人` and `200元每人`; null where nothing is said. */
  readonly per: string | null;
  /** 约, 近, 左右 … stands beside it. */
  readonly about: boolean;
}

/** Longest first, so that 场次 is not read as 场. */
export const counters =
  '人次|场次|台次|车次|户次|件次|人天|课时|学时|小时|分钟|个月|季度|工作日|批次|平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|公斤|千克|公顷|' +
  '人|名|位|个|场|次|家|门|天|年|项|套|台|件|份|期|户|所|篇|条|座|处|间|辆|张|本|册|部|支|只|株|棵|头|亩|吨|米|批|轮|届|节|班|队|组|村|镇|街道|社区|课|堂|字|页|款|种|类|例|起|宗|盏|块|面|幅|片|站|点|岁|倍|周|日|月|号';
const latin = 'km2|km²|km|kg|m2|m3|m²|m³|㎡|kwh|kw|mw|mm|cm|m|t|h';
const money = '元|圆|块钱';

const digits = '[0-9０-９]+(?:,[0-9０-９]{3})*(?:[.．][0-9０-９]+)?';
const numerals = '[零〇一二两三四五六七八九十百千]{1,12}';
const scale = '[十百千]?[万亿]|[百千](?=元)';
const unit = `[%％]|百分比|[(（][%％][)）]|百分点|(?:${money})|(?:${latin})(?![a-z0-9])|(?:${counters})`;
const number = (name: string) =>
  `(?<${name}>${digits}|${numerals})(?<${name}Scale>${scale})?余?多?(?<${name}Unit>${unit})?`;
const quantity = new RegExp(
  `(?<share>百分之)?${number('low')}(?:\\s?[-–—~～至到]\\s?${number('high')})?(?<per>\\s?(?:[/／]|每|一(?=[人名位个场次家门天年项套台件份期户间辆]))(?<perUnit>${counters}|[a-z]{1,3}))?`,
  'giu',
);

const months = /^(?:月|日|号)$/;
const scales: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n };

/** In the order of the text. Takes time in proportion to it. */
export function findQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(quantity)) {
    const one = toQuantity(text, match.index, match[0], match.groups ?? {});
    if (one) found.push(one);
  }
  return found;
}

function toQuantity(
  text: string,
  index: number,
  matched: string,
  groups: Readonly<Record<string, string | undefined>>,
): Quantity | null {
  const { share, low = '', lowScale, lowUnit, high, highScale, highUnit, perUnit } = groups;
  const before = text.slice(Math.max(0, index - 3), index);
  const after = text.slice(index + matched.length, index + matched.length + 2);
  const written = highUnit ?? (high === undefined ? lowUnit : undefined) ?? lowUnit ?? '';
  const plain = isChinese(low);
  // 第三届, 一次性, 一线, H7N9, 十八大 and 2025年 are names and dates.
  if (/第\s?$/.test(before) || /[a-z0-9０-９.．]$/i.test(before)) return null;
  if (
    plain &&
    share === undefined &&
    (written === '' || /^[性线般定直些旦起体]/.test(after) || /[万亿]/.test(before.slice(-1)))
  )
    return null;
  if (!plain && written === '' && /^[a-z]/i.test(after)) return null;
  if (months.test(written)) return null;
  if (written === '年' && /^(?:19|20)[0-9]{2}$/.test(half(low))) return null;
  const value = (digits: string, own: string | undefined, unitOfOwn: string | undefined, other: string | undefined) =>
    // `5-6万` means 5万 to 6万; `5元-6万元` does not.
    scaled(digits, own ?? (unitOfOwn === undefined ? other : undefined));
  const first = value(low, lowScale, lowUnit, highScale);
  const last = high === undefined ? first : value(high, highScale, highUnit, undefined);
  if (first === null || last === null) return null;
  return {
    from: index,
    to: index + matched.length,
    low: first,
    high: last,
    unit: share === undefined ? unitOf(written) : '%',
    per: perUnit ?? null,
    about: /[约近]\s?$/.test(before) || /^(?:左右|上下|以上|余)/.test(after) || /[余多]/.test(matched),
  };
}

function unitOf(written: string): string {
  if (/[%％]|^百分[比点]$/.test(written)) return '%';
  return /^(?:圆|块钱)$/.test(written) ? '元' : written;
}

/** Digits of either width or a Chinese numeral, times 十, 百, 千, 万, 亿 …; null for what is no number. */
export function scaled(digits: string, scale: string | undefined): Decimal | null {
  const value = isChinese(digits) ? readNumeral(digits) : toDecimal(half(digits));
  if (value === null) return null;
  return [...(scale ?? '')].reduce((product, one) => times(product, whole(scales[one] ?? 1n)), value);
}

function isChinese(digits: string): boolean {
  return /^[零〇一二两三四五六七八九十百千]/.test(digits);
}

/** Full-width digits and points as half-width ones. */
export function half(text: string): string {
  return text.replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

const numeralDigits = '零一二三四五六七八九';

/** `三百二十` is 320; null for what is no number, such as 一三百. */
export function readNumeral(text: string): Decimal | null {
  let total = 0n;
  let digit: bigint | null = null;
  let smallest = 10_000n;
  for (const character of text) {
    const step = scales[character];
    if (step !== undefined) {
      if (step >= smallest || digit === 0n) return null;
      total += (digit ?? 1n) * step;
      smallest = step;
      digit = null;
    } else {
      if (digit !== null && digit !== 0n) return null;
      digit = BigInt(numeralDigits.indexOf(character === '两' ? '二' : character === '〇' ? '零' : character));
    }
  }
  return whole(total + (digit ?? 0n));
}
