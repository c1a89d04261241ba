// Reads document numbers (文号) wherever they stand in a text: 机关代字〔年〕n号, and what in them departs from GB/T 9704-2012, 7.2.5.
// Text in round brackets counts only where it can be nothing else: （2024）3号楼 is a building.
import { findAll } from './scanning.js';

export type PolicyNumberFault = 'brackets' | 'year-mark' | 'short-year' | 'ordinal' | 'zeros' | 'suffix' | 'space';

/** Offsets are UTF-16 units of the text, ends exclusive. */
export interface PolicyNumber {
  /** From the issuing body to 号. */
  readonly from: number;
  readonly to: number;
  /** The issuing body's code, without words that lead to it; empty where none stands before the year. */
  readonly agency: string;
  readonly year: { readonly digits: string; readonly from: number; readonly to: number };
  /** The number or the range, in half-width digits without leading zeros, e.g. `1-3`. */
  readonly number: string;
  readonly faults: readonly PolicyNumberFault[];
  /** The fewest characters that are wrong, and what to write there; null where only a person knows. */
  readonly cure: { readonly from: number; readonly to: number; readonly text: string } | null;
}

const candidate =
  /([〔[［（(【])(\s?)([0-9０-９]{2,4})(年?)(\s?)([〕\]］）)】])(\s?)(字?第?)(\s?)([0-9０-９]{1,5}(?:[-－–—~～、至和][0-9０-９]{1,5}){0,9})(?:(\s?)(号))?/g;
const code = /\p{sc=Han}{1,16}$/u;
const leadIn = /^.*(?:号[和及与]?|根据|依据|按照|依照|参照|转发|落实|执行|贯彻|附件)/;
/** `3号楼`, `3号线` … are places and things. */
const numbered = /^[楼院线馆机路地桥门厅车井泵炉仓库标]/;

/** These are numbered 第 3 号 by themselves. */
const counted = /(?:纪要|公告|通告|令)$/;

/** A text with more of them is none: nothing is looked for behind these. */
const most = 200;

/** In the order of the text. Takes time in proportion to it. */
export function findPolicyNumbers(text: string): readonly PolicyNumber[] {
  const found: PolicyNumber[] = [];
  for (const match of findAll(candidate, text)) {
    if (found.length === most) break;
    const one = toPolicyNumber(text, match);
    if (one) found.push(one);
  }
  return found;
}

function toPolicyNumber(text: string, match: RegExpExecArray): PolicyNumber | null {
  const [written, open = '', s1, digits = '', mark, s2, close, s3, ordinal, s4, serial = '', s5 = '', suffix = ''] =
    match;
  const start = match.index;
  const to = start + written.length;
  const hexagonal = open === '〔';
  const before = code.exec(text.slice(Math.max(0, start - 16), start))?.[0] ?? '';
  const agency = before.replace(leadIn, '');
  const year = half(digits);
  if (!hexagonal) {
    if (suffix === '' || agency === '' || numbered.test(text.slice(to, to + 1))) return null;
    if (!/^(?:19|20)[0-9]{2}$/.test(year) && open !== '[') return null;
  }
  const number = half(serial).replace(/(?<![0-9])0+(?=[0-9])/g, '');
  const faults: PolicyNumberFault[] = [];
  if (!hexagonal || close !== '〕') faults.push('brackets');
  if (year.length !== 4) faults.push('short-year');
  if (mark !== '') faults.push('year-mark');
  if (ordinal !== '' && !counted.test(agency)) faults.push('ordinal');
  if (number.length !== serial.length) faults.push('zeros');
  if (`${s1}${s2}${s3}${s4}${s5}` !== '') faults.push('space');
  if (suffix === '') faults.push('suffix');
  const sure = year.length === 4 && suffix !== '';
  const yearFrom = start + open.length + (s1 ?? '').length;
  return {
    from: start - agency.length,
    to,
    agency,
    year: { digits: year, from: yearFrom, to: yearFrom + digits.length },
    number,
    faults,
    cure:
      sure && faults.length > 0
        ? difference(written, `〔${year}〕${counted.test(agency) ? ordinal : ''}${number}号`, start)
        : null,
  };
}

/** What is left of both once what they begin and end with alike is taken away. */
function difference(written: string, wanted: string, offset: number): { from: number; to: number; text: string } {
  const least = Math.min(written.length, wanted.length);
  let head = 0;
  while (head < least && written[head] === wanted[head]) head += 1;
  let tail = 0;
  while (tail < least - head && written.at(-1 - tail) === wanted.at(-1 - tail)) tail += 1;
  return { from: offset + head, to: offset + written.length - tail, text: wanted.slice(head, wanted.length - tail) };
}

function half(digits: string): string {
  return digits.replace(/[０-９－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
