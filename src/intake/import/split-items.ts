// Splits the text of a cell into the items of its list: by the form's own numbers where they are there in order, by other numbers or
// lines where they are not. A line that merely begins with a number is none; what belongs to no item comes first.
import { type ItemPrint, markOf } from './item-print.js';

export interface Split {
  /** Without their numbers. */
  readonly items: readonly string[];
  /** Numbers are missing, or not the form's own. */
  readonly isOwn: boolean;
}

/** Of a list from which an item was deleted by hand so many numbers may be missing in a row. */
const mostMissing = 5;
/** Characters; what is longer is no cell of a form, and is left in one piece. */
const longestList = 300_000;
/** What comes behind the last of them stays with it. */
const mostItems = 2000;
/** Characters in which a number is looked for that is none of an amount. */
const nearby = 4000;

export function splitItems(text: string, print: ItemPrint): Split {
  const whole = text.replace(/^\n+|\n+$/g, '');
  if (whole.length > longestList) return { items: [whole], isOwn: false };
  if (whole.trim() === '') return { items: [], isOwn: true };
  if (print.first === null) return { items: lines(whole).map((line) => withoutStart(line, print.before)), isOwn: true };
  const own = byOwnNumbers(whole, print, print.first);
  if (own) return own;
  for (const style of styles) {
    const items = byNumbers(whole, style);
    if (items) return { items, isOwn: false };
  }
  const only = lines(whole);
  return { items: only, isOwn: only.length < 2 };
}

function byOwnNumbers(text: string, print: ItemPrint, first: number): Split | null {
  const items: string[] = [];
  let isOwn = true;
  let number = first;
  const start = markAt(text, 0, print, first);
  if (!start) return null;
  let mark = start;
  for (;;) {
    if (mark.number !== number) isOwn = false;
    number = mark.number + 1;
    const next: Mark | null = items.length < mostItems - 1 ? nextMark(text, mark.end, print, number) : null;
    items.push(text.slice(mark.end, next?.start ?? text.length).replace(/\n+$/, ''));
    if (!next) break;
    mark = next;
  }
  // `1. 甲`: a space that all of them have is the typist's.
  const isSpaced = items.length > 1 && items.every((item) => item.startsWith(' '));
  return { items: isSpaced ? items.map((item) => item.slice(1)) : items, isOwn };
}

interface Mark {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The mark of an item right at a place, that of `first` or of one not far behind it. */
function markAt(text: string, at: number, print: ItemPrint, first: number): Mark | null {
  for (let number = first; number <= first + mostMissing; number += 1) {
    const mark = markOf(print, number - (print.first ?? 0));
    if (text.startsWith(mark, at)) return { number, start: at, end: at + mark.length };
  }
  return null;
}

/** An amount or a share at the beginning of a line, `3.5万`, rather than a number and a text such as `3.2025年`. */
const decimal = /^[0-9]{1,3}\.[0-9]{1,4}(?:\s?[万亿元百千%％‰倍、，。；：）)]|$)/;

/** The mark of the next number; where that never comes, the first of those behind it. */
function nextMark(text: string, from: number, print: ItemPrint, number: number): Mark | null {
  const found: Mark[] = [];
  for (let next = number; next <= number + mostMissing; next += 1) {
    const lead = print.between + markOf(print, next - (print.first ?? 0));
    const first = text.indexOf(lead, from);
    if (first < 0) continue;
    const near = text.slice(first, first + nearby);
    const isDecimal = (at: number) => decimal.test(near.slice(at + print.between.length, at + lead.length + 6));
    let at = 0;
    while (at >= 0 && isDecimal(at)) at = near.indexOf(lead, at + 1);
    const start = first + Math.max(0, at);
    const mark = { number: next, start, end: start + lead.length };
    if (next === number) return mark;
    if (at >= 0) found.push(mark);
  }
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}

/** Other ways to number, by the number's text. */
const styles: readonly RegExp[] = [
  /^\s*([0-9]{1,3})\s*[.．、](?![0-9])\s*/,
  /^\s*[（(]\s*([0-9]{1,3})\s*[)）]\s*/,
  /^\s*([0-9]{1,3})\s*[)）]\s*/,
  /^\s*([①-⑳])\s*/,
  /^\s*([一二三四五六七八九十]{1,3})\s*、\s*/,
  /^\s*[（(]\s*([一二三四五六七八九十]{1,3})\s*[)）]\s*/,
];

/** Null unless the numbers go on in order from one on some line. */
function byNumbers(text: string, style: RegExp): readonly string[] | null {
  const items: string[] = [];
  const lead: string[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    const [mark = '', digits = ''] = style.exec(line) ?? [];
    if (mark !== '' && numberOf(digits) === number + 1) {
      number += 1;
      items.push(line.slice(mark.length));
    } else if (number > 0) items[items.length - 1] += `\n${line}`;
    else if (line.trim() !== '') lead.push(line);
  }
  return number === 0 ? null : [...lead, ...items.map((item) => item.trimEnd())];
}

const chinese = '零一二三四五六七八九十';

function numberOf(number: string): number {
  if (/^[0-9]+$/.test(number)) return Number(number);
  if (/^[①-⑳]$/.test(number)) return number.charCodeAt(0) - 0x245f;
  const [tens, ones] = number.includes('十') ? (number.split('十') as [string, string]) : ['零', number];
  const digit = (text: string) => Math.max(0, chinese.indexOf(text));
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function withoutStart(line: string, start: string): string {
  return line.startsWith(start) ? line.slice(start.length) : line;
}
