// Finds the numbers of a Chinese text that count something, with their units: `24场`, `5-6门`, `600元/人`, `１２．５万元`, `两个`, `90%`.
// Dates (2025年, 8月), ordinals (第3届, 一等奖), names (H7N9, “双15工程”, 三大节, 统一部署) and Chinese numerals without a unit are none.
import { type Decimal, times, toDecimal, whole } from '../base/decimal.js';
import { readNumeral } from './numerals.js';
import { findAll } from './scanning.js';

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
  '周岁|点位|剂次|人次|场次|台次|车次|户次|件次|人天|人日|课时|学时|学年|学期|小时|分钟|个月|季度|星期|工作日|批次|标段|平方公里|平方千米|平方米|平米|立方米|公里|千米|厘米|毫米|毫升|公斤|千克|公顷|' +
  '人|名|位|个|场|次|家|门|天|年|项|套|台|件|份|期|户|所|篇|条|座|处|间|辆|张|本|册|部|支|只|株|棵|头|亩|吨|米|批|轮|届|节|班|队|组|村|镇|街道|社区|课|堂|字|页|款|种|类|例|起|宗|盏|块|面|幅|片|站|点|岁|倍|' +
  '断面|剂|具(?![体备有])|栋|幢|层|盒|瓶|袋|桶|箱|双|枚|尾|羽|趟|餐|晚|秒|升|根|周|日|月|号';
export const latin = 'km2|km²|km|kg|m2|m3|m²|m³|㎡|kwh|kw|mw|mm|cm|m|t|h'.replace(
  /[a-z]/g,
  (one) => `[${one}${one.toUpperCase()}]`,
);

const digits = '[0-9０-９]+(?:,[0-9０-９]{3})*(?:[.．][0-9０-９]+)?';
const figure = '零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾';
const numeral = `[${figure}][${figure}百千佰仟]{0,11}(?:[万亿][${figure}百千佰仟]{1,8}){0,3}`;
const scale = '[十百千]?(?:万亿|[万亿])|[百千](?=元)';
/** What is multiplied is counted, by whatever unit: `80具×1.15万元`. */
const multiplied = '[\\u4e00-\\u9fff]{1,3}(?=\\s?[×✕*＊])';
const unit = `[%％]|百分比|[(（][%％][)）]|百分点|元|圆|块钱|(?:${latin})(?![a-zA-Z0-9])|(?:${counters})|${multiplied}`;
const more = '余(?!额)|多(?!功能|媒体|样)';
const number = `(${digits}|${numeral})(?:${more})?(?:[ 　]?(${scale}))?(?:${more})?(?:[ 　]?(${unit}))?`;
/** Its groups are a share's mark, the number, scale and unit of both ends of a range, and what it is counted by. */
const quantity = new RegExp(
  `(百分之)?${number}(?:\\s?[-–—~～至到]\\s?${number})?(?:\\s?(?:[/／]\\s?每?|每|一(?!次性)(?=[人名位个场次家门天年项套台件份期户间辆]))(${counters}|(?:${latin})(?![a-zA-Z0-9])|[a-zA-Z]{1,3}))?`,
  'g',
);

const startsNumber = new RegExp(`^[0-9０-９${figure}]`);

/** A number of more digits is a code or an attack. */
const maxDigits = 30;
const scales: ReadonlyMap<string, Decimal> = new Map(
  Object.entries({
    百: 2,
    千: 3,
    万: 4,
    十万: 5,
    百万: 6,
    千万: 7,
    亿: 8,
    十亿: 9,
    百亿: 10,
    千亿: 11,
    万亿: 12,
    十万亿: 13,
    百万亿: 14,
    千万亿: 15,
  }).map(([word, zeros]) => [word, whole(10n ** BigInt(zeros))]),
);

/** In the order of the text. Takes time in proportion to it. */
export function findQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of findAll(quantity, text)) {
    const one = toQuantity(text, match);
    if (one) found.push(one);
  }
  return found;
}

function toQuantity(text: string, match: RegExpExecArray): Quantity | null {
  const [matched, share, low = '', lowScale, lowUnit, high, highScale, highUnit, per = null] = match;
  if (low.length > maxDigits || (high !== undefined && high.length > maxDigits)) return null;
  const from = match.index;
  const to = from + matched.length;
  const before = text.slice(Math.max(0, from - 3), from);
  const after = text.slice(to, to + 2);
  const written = highUnit ?? lowUnit ?? '';
  if (share === undefined && isName(before, low, written, after, highScale ?? lowScale)) return null;
  // `1人-8万元` is no range of one thing.
  if (highUnit !== undefined && lowUnit !== undefined && unitOf(highUnit) !== unitOf(lowUnit)) return null;
  // `5-6万` means 5万 to 6万; `5元-6万元` does not.
  const first = scaled(low, lowScale ?? (lowUnit === undefined ? highScale : undefined));
  const last = high === undefined ? first : scaled(high, highScale);
  if (first === null || last === null) return null;
  return {
    from,
    to,
    low: first,
    high: last,
    unit: share === undefined ? unitOf(written) : '%',
    per,
    about: aboutBefore.test(before) || aboutAfter.test(after) || matched.includes('余') || matched.includes('多'),
  };
}

const aboutBefore = /(?:(?<![节合违签预契条公制])约|(?<![最附邻])近)\s?$/;
const aboutAfter = /^(?:左右|上下|以上|余(?!额))/;

// 第三届, H7N9, A-3栋, “双15工程”; `5，000元` is not 000元.
const namedBefore = /(?:[第双]\s?|[a-zA-Z0-9０-９.．]|[a-zA-Z][-–]|[0-9０-９][,，])$/;
// 3万5千元 is one number in two, which is not how amounts are written.
const numberBefore = /[0-9０-９][十百千]?[百千万亿]$/;

/** Dates, ordinals, names, and digits that belong to something beside them. */
function isName(before: string, low: string, unit: string, after: string, scale: string | undefined): boolean {
  if (before !== '' && (namedBefore.test(before) || numberBefore.test(before))) return true;
  switch (unit) {
    case '':
      // 《蓝皮书（2025）》
      if (/^(?:19|20)[0-9]{2}$/.test(low) && /[（(]$/.test(before) && /^[）)]/.test(after)) return true;
      if (scale !== undefined ? startsNumber.test(after) : isChinese(low) || /^[a-zA-Z0-9０-９]/.test(after))
        return true;
      break;
    case '月':
      // ×12月 is months.
      return !/[×✕*＊]\s?$/.test(before);
    case '日':
    case '号':
      return true;
    case '年':
      // 2025年, 三年级; `1.2025年` is the first of a list.
      if (/^(?:[0-9]{1,2}\.)?(?:19|20)[0-9]{2}$/.test(half(low)) || after.startsWith('级')) return true;
      break;
    case '期':
      if (/^(?:工程|项目|建设)/.test(after)) return true;
      break;
    case '元':
      // 一元化; `1.500元/人` is the first of a list.
      if (/^[化素件]/.test(after) || (scale === undefined && /^[1-9][0-9]?[.．][0-9０-９]{3}/.test(low))) return true;
  }
  // 一次性, 一部分; 统一部署, 每一位, 几十人.
  return isChinese(low) && (/^[性线般定直些旦起体式分气]/.test(after) || wordsBefore.test(before));
}

const wordsBefore = /[几数若统单唯逐同专之划归如每任某另零一二两三四五六七八九十百千万亿]$/;

function unitOf(written: string): string {
  if (/[%％]|^百分[比点]$/.test(written)) return '%';
  return written === '圆' || written === '块钱' ? '元' : written;
}

/** Digits of either width or a Chinese numeral, times 十, 百, 千, 万, 亿 …; null for what is no number. */
export function scaled(written: string, scale: string | undefined): Decimal | null {
  if (isChinese(written)) return readNumeral(written + (scale ?? ''));
  const value = toDecimal(half(written));
  const factor = scale === undefined ? undefined : scales.get(scale);
  return factor ? times(value, factor) : value;
}

function isChinese(written: string): boolean {
  const code = written.charCodeAt(0);
  return code > 0x39 && (code < 0xff10 || code > 0xff19);
}

/** Full-width digits and points as half-width ones. */
export function half(text: string): string {
  if (!/[０-９．]/.test(text)) return text;
  return text.replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
