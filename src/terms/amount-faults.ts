// Turns a text that is no amount into the fault that explains it best, with a cure where only one amount can be meant.
// Ordered by how much a fault explains: `约￥5万` is an estimate first, then a currency sign.
import type { Said, Words } from '../base/finding.js';
import * as words from './messages.js';

export interface AmountFault {
  readonly name:
    | 'empty'
    | 'inexact'
    | 'sign'
    | 'currency'
    | 'full-width'
    | 'space'
    | 'exponent'
    | 'numerals'
    | 'unit'
    | 'point'
    | 'grouping'
    | 'digits'
    | 'precision'
    | 'not-a-number';
  readonly message: Words;
  readonly advice: Words;
  /** Where in the text, in UTF-16 units, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** What to write instead of the whole text, when only one amount can be meant. */
  readonly cure: string | null;
}

interface Suspect {
  readonly name: AmountFault['name'];
  readonly pattern: RegExp;
  readonly say: (text: string, found: string, cure: string | null) => Said;
}

/** What may stand anywhere in the text, in the order in which it is reported. No pattern repeats without bounds. */
const suspects: readonly Suspect[] = [
  {
    name: 'inexact',
    pattern:
      /大约|约|近|左右|上下|余|多|预计|不超过|不少于|以内|以上|以下|至|到|[~～∼≈≤≥≦≧<>＜＞＝=]|(?<=[0-9０-９元万亿])[-－–—−]/u,
    say: words.inexact,
  },
  { name: 'sign', pattern: /^[\s￥¥]{0,4}[-－–—−+＋]/u, say: words.signed },
  { name: 'currency', pattern: /[￥¥$＄€]|人民币|rmb|cny/iu, say: words.currency },
  { name: 'full-width', pattern: /[\uff01-\uff5e。]/u, say: words.fullWidth },
  { name: 'space', pattern: /\s/u, say: words.spaced },
  { name: 'exponent', pattern: /(?<=[0-9.])e[+-]?[0-9]{1,20}/iu, say: words.exponent },
  {
    name: 'numerals',
    pattern:
      /^[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{0,40}/u,
    say: words.numerals,
  },
];

const units = /^(?:元|万元?|亿元?)?$/;

/** Units of daily use that the form does not know, by how many digits they move the point of a 元. */
const otherUnits: Readonly<Record<string, number>> = {
  分: -2,
  角: -1,
  毛: -1,
  圆: 0,
  块: 0,
  元整: 0,
  元正: 0,
  百: 2,
  百元: 2,
  千: 3,
  千元: 3,
  仟元: 3,
  万圆: 4,
  万元整: 4,
  十万: 5,
  十万元: 5,
  百万: 6,
  百万元: 6,
  千万: 7,
  千万元: 7,
  十亿: 9,
  十亿元: 9,
  百亿: 10,
  百亿元: 10,
  千亿: 11,
  千亿元: 11,
  万亿: 12,
  万亿元: 12,
};

/** The fault of a text that is not written as an amount. `reads` tells whether a proposed cure is one. */
export function diagnoseAmount(text: string, reads: (cure: string) => boolean): AmountFault {
  if (text.trim() === '') return { name: 'empty', ...words.empty(), from: 0, to: text.length, cure: null };
  const proposed = text.length > 200 ? null : propose(text);
  const cure = proposed !== null && reads(proposed) ? proposed : null;

  for (const { name, pattern, say } of suspects) {
    const match = pattern.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    return { name, ...say(text, match[0].trim(), cure), from: match.index, to: end, cure };
  }
  return diagnoseNumber(text, cure);
}

/** The faults of a number and its unit, once nothing else stands in the text. */
function diagnoseNumber(text: string, cure: string | null): AmountFault {
  const number = /^[0-9.,]*/.exec(text)?.[0] ?? '';
  const unit = text.slice(number.length);
  const whole = { from: 0, to: text.length };
  const inNumber = { from: 0, to: number.length };
  if (!/[0-9]/.test(number)) return { name: 'not-a-number', ...words.notANumber(text), ...whole, cure };
  if (!units.test(unit)) {
    return { name: 'unit', ...words.otherUnit(text, unit, cure), from: number.length, to: text.length, cure };
  }
  const point = number.indexOf('.');
  const second = point < 0 ? -1 : number.indexOf('.', point + 1);
  if (second >= 0) return { name: 'point', ...words.twoPoints(text), from: second, to: second + 1, cure };
  if (point === 0 || point === number.length - 1) {
    return { name: 'point', ...words.barePoint(text, cure), from: point, to: point + 1, cure };
  }
  return { name: 'grouping', ...words.grouping(text), ...inNumber, cure: null };
}

/** The text as it should have been written, without what does not change the amount; null where nothing can be proposed. */
function propose(text: string): string | null {
  // `10 20` may be two numbers; `2 425 500` is one.
  if (/[0-9]\s{1,9}(?![0-9]{3}(?![0-9]))[0-9]/.test(text)) return null;
  const tidy = text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replace(/\s/gu, '')
    .replace(/^(?:人民币|rmb|cny|[￥¥])/iu, '')
    .replace(/(?:人民币|rmb|cny)$/iu, '')
    .replace(/^\+/, '');
  const match = /^([0-9,]*)(\.?)([0-9]*)(?:e([+-]?[0-9]{1,3}))?(.*)$/iu.exec(tidy);
  if (!match) return null;
  const [, whole = '', point = '', fraction = '', exponent, unit = ''] = match;
  const shift = otherUnits[unit];
  if (whole + fraction === '' || (shift === undefined && !units.test(unit))) return null;
  if (exponent === undefined && shift === undefined) {
    return `${whole === '' ? '0' : whole}${fraction === '' ? '' : point}${fraction}${unit}`;
  }
  if (!/^(?:[0-9]*|[0-9]{1,3}(?:,[0-9]{3})+)$/.test(whole)) return null;
  const moved = movePoint(whole.replaceAll(',', ''), fraction, Number(exponent ?? 0) + (shift ?? 0));
  return moved === null ? null : `${moved}${shift === undefined ? unit : '元'}`;
}

/** `4.5` moved by 3 is `4500`. Null beyond what an amount can hold anyway. */
function movePoint(whole: string, fraction: string, by: number): string | null {
  if (Math.abs(by) > 20) return null;
  const digits = '0'.repeat(Math.max(0, -by)) + whole + fraction + '0'.repeat(Math.max(0, by));
  const at = Math.max(0, -by) + whole.length + by;
  const before = digits.slice(0, at).replace(/^0+(?=[0-9])/, '') || '0';
  const after = digits.slice(at).replace(/0+$/, '');
  return after === '' ? before : `${before}.${after}`;
}
