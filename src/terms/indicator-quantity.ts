// Reads an indicator's value that is a number: sign, number or range, unit. `每季度不少于1次` and `≥1次/季度` read the same.
// The unit is whatever short text follows the number; with more words around it the value is a sentence and none of ours.
import { type NumberPart, numberAt, percent, rangeFrom } from './indicator-number.js';
import { type SignPart, type Span, signAt, symbolAt, verbAt } from './indicator-signs.js';
import { counters, half } from './quantities.js';
import { matchAt, skipSpaces } from './scanning.js';

export interface UnitPart extends Span {
  /** In half width, `%` however it is written, `元` for money (万 is the number's), 月 for 个月, `次/季度` for 每季度…次. */
  readonly unit: string;
}

export interface QuantityValue {
  readonly kind: 'quantity';
  readonly sign: SignPart | null;
  readonly number: NumberPart;
  readonly unit: UnitPart | null;
  /** Nothing but sign, number and unit is written, in digits; so it is no phrase such as 一年2次, 约100人, 两次. */
  readonly isPlain: boolean;
}

/** A sign, a unit or both, whose number is missing. */
export interface IncompleteValue extends Span {
  readonly kind: 'incomplete';
  readonly sign: SignPart | null;
  readonly unit: UnitPart | null;
}

const scope = /全年|年内|当年|累计|共计?|平均|[年人户]均|同比|[比较](?:上年|去年|往年)|为/uy;
const about = /约为?|大约|预计/uy;
const period =
  /每(?<every>学期|季度|年|月|季|周|天|日|次|人|户)|一个?(?<one>年|月|季度|周|天)(?=\s?[0-9０-９≥≤><不至])/uy;

/** What follows the number: the unit, then perhaps 以上, 以内, 左右, 完成. */
const tailShape =
  /^(?<unit>.*?)\s{0,4}(?:(?:[(（]含[)）]|含|及|或)?(?:(?<ge>以上)|(?<le>以下|以内|之内|内))|[(（]含[)）]|(?<about>左右|上下)|(?<verb>(?:按[时期])?(?:完成|覆盖|达标|到位|合格|通过)))?$/u;
const percentShape = new RegExp(`^(?<percent>${percent})(?<more>\\p{Script=Han}{0,6})$`, 'u');
const unitShape = /^(?:[\p{L}°℃‰′²³·•(（)）/／]|(?<=m)[23]){1,16}$/u;
const knownUnit = new RegExp(`^(?:${percent}|[十百千]?[万亿]?元|(?:个)?(?:${counters}))$`, 'u');

/** 3A级, 5G, 2类, 4星: grades and names, not counts. 二期, 一本 and 三批 may be either. */
const gradeShape = /^(?:[A-Za-z]{0,3}级|[A-Z]$|G|类|星|等|号|版|代|甲)/u;
const ordinalShape = /^[期本届批部班节月日]/u;

/** What reads as a unit without a sign before it, in characters; longer ones are likely to be a sentence. */
const longestBareUnit = 6;

/** From `start` to the end of the text, which is no space; the text is short. */
export function readQuantity(text: string, start: number): QuantityValue | null {
  const lead = readLead(text, start);
  const before = signAt(text, lead.to);
  const first = numberAt(text, skipSpaces(text, before?.to ?? lead.to));
  if (!first) return null;
  const second = rangeFrom(text, first);
  const { to, scale } = second ?? first;
  const tail = tailShape.exec(text.slice(to))?.groups;
  if (!tail) return null;
  const written = (tail.unit ?? '').trim();
  const share = first.share && { unit: '%', ...first.share };
  const unit = share ?? unitOf(text, written, to, lead.per);
  if (unit === 'none' || (first.share && written !== '')) return null;
  if (first.isNumeral && !first.share && (!knownUnit.test(written) || (!before && ordinalShape.test(written))))
    return null;
  if (!before && (gradeShape.test(written) || (unit?.unit !== '%' && written.length > longestBareUnit))) return null;
  // `5-6万` means 5万 to 6万; `5元-6万元` does not.
  const low = first.value(second && first.scale === undefined && !second.ownUnit ? scale : first.scale);
  const high = second ? second.value(scale) : low;
  if (!low || !high) return null;
  return {
    kind: 'quantity',
    sign: before ?? signAfter(tail, text.length) ?? lead.verb,
    number: { from: share?.to ?? first.from, to, low, high, isRange: second !== null },
    unit,
    isPlain:
      !(first.isNumeral || first.over || tail.about || tail.verb) &&
      lead.to === start &&
      (unit === null || first.share !== null || unit.to - unit.from === written.length),
  };
}

/** A sign without a number, or a unit that is known. */
export function readIncomplete(text: string, from: number): IncompleteValue | null {
  const sign = symbolAt(text, from);
  const at = skipSpaces(text, sign?.to ?? from);
  const to = text.length;
  const written = text.slice(at);
  if (written === '') return { kind: 'incomplete', from, to, sign, unit: null };
  if (!knownUnit.test(written)) return null;
  return { kind: 'incomplete', from, to, sign, unit: { from: at, to, unit: unitName(written) } };
}

/** Words before the sign: 全年, 每季度, 约, 达到. */
function readLead(text: string, start: number): { to: number; per: string; verb: SignPart | null } {
  let [to, per] = [start, ''];
  let verb: SignPart | null = null;
  for (let words = 0; words < 4; words += 1) {
    const from = to;
    const found = verbAt(text, to);
    if (found) {
      verb ??= found;
      to = found.to;
    } else {
      const each = matchAt(period, text, to);
      if (each) per += `/${each.groups?.every ?? each.groups?.one}`;
      to += (each ?? matchAt(scope, text, to) ?? matchAt(about, text, to))?.[0].length ?? 0;
    }
    if (to === from) break;
    to = skipSpaces(text, to);
  }
  return { to, per, verb };
}

/** Null where no unit is written; `none` where what is written is no unit. */
function unitOf(text: string, written: string, at: number, per: string): UnitPart | null | 'none' {
  if (written === '') return null;
  const from = skipSpaces(text, at);
  const share = percentShape.exec(written)?.groups?.percent;
  if (share !== undefined) return { from, to: from + share.length, unit: unitName(share) };
  if (!unitShape.test(written)) return 'none';
  const unit = unitName(written);
  return { from, to: from + written.length, unit: unit + per };
}

/** The unit as it is compared: half width, `%` for 百分比, 元 for 万元. */
export function unitName(written: string): string {
  if (/百分点$/.test(written)) return '百分点';
  if (/[%％]|^百分比$/.test(written)) return '%';
  return half(written)
    .replace(/^(?:[十百千]?[万亿]?元|圆|块钱)/, '元')
    .replace(/[／每]/g, '/')
    .replace(/^个(?=\p{L})/u, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')');
}

function signAfter(tail: Readonly<Record<string, string | undefined>>, end: number): SignPart | null {
  const { ge, le, verb } = tail;
  const found = ge ?? le ?? verb;
  if (found === undefined) return null;
  return {
    sign: le === undefined ? '≥' : '≤',
    written: verb === undefined ? 'word' : 'verb',
    from: end - found.length,
    to: end,
  };
}
