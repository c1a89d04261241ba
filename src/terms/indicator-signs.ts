// Finds the sign of an indicator's value, as a symbol (≥, >=, ≧), as words (不低于, 以上) or implied by a verb (达到, 控制在).
// 以上, 以下 and 以内 include the number (民法典 第1259条), so they are ≥ and ≤.
import { matchAt } from './scanning.js';

/** UTF-16 units of the text, the end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `±` stands for a tolerance in both directions. */
export type Sign = '≥' | '≤' | '>' | '<' | '=' | '±';

export interface SignPart extends Span {
  readonly sign: Sign;
  /** `verb`: no sign is written, but 达到90% says ≥ and 控制在200元 says ≤. */
  readonly written: 'symbol' | 'word' | 'verb';
}

/** By the group of the patterns below. */
const names: readonly (readonly [string, Sign])[] = [
  ['ge', '≥'],
  ['le', '≤'],
  ['gt', '>'],
  ['lt', '<'],
  ['eq', '='],
  ['pm', '±'],
];

const symbols =
  /(?<ge>[>＞]\s?[=＝]|[=＝][>＞]|≥[=＝]?|[≧⩾])|(?<le>[<＜]\s?[=＝]|[=＝][<＜]|≤[=＝]?|[≦⩽])|(?<gt>[>＞])|(?<lt>[<＜])|(?<eq>[=＝═﹦]{1,2})|(?<pm>±|\+\/?-)/uy;

const words =
  /(?<ge>[大高]于或?等于|不[得能应]?[低少小短]于|不下于|至少|最少|最低)|(?<le>[小低]于或?等于|不[得能应]?(?:[高多大长晚迟]于|超过|超出|超)|至多|最多|最高)|(?<gt>[大高多]于|超过|超)|(?<lt>[小低少短]于)|(?<eq>等于)|(?<pm>正负)/uy;

const verbs =
  /(?<ge>达到?|完成|实现|覆盖|增长|增加|新增|提高|提升|上升|下降|降低|减少|节约)|(?<le>控制在)|(?<eq>[保维]持在?|稳定在)/uy;

/** Symbols that mean what the form writes, in either width: these stay as they are. */
const standard = /^[≥≤>＞<＜=＝±]$/u;

export function symbolAt(text: string, at: number): SignPart | null {
  return partAt(symbols, 'symbol', text, at);
}

export function signAt(text: string, at: number): SignPart | null {
  return symbolAt(text, at) ?? partAt(words, 'word', text, at);
}

export function verbAt(text: string, at: number): SignPart | null {
  return partAt(verbs, 'verb', text, at);
}

/** The symbol as the form writes it: `>=` is `≥`. A full-width ＞ stays: a half-width one may not begin a value in YAML. */
export function standardSymbol(text: string, { sign, from, to }: SignPart): string {
  const written = text.slice(from, to);
  return standard.test(written) ? written : sign;
}

function partAt(pattern: RegExp, written: SignPart['written'], text: string, at: number): SignPart | null {
  const match = matchAt(pattern, text, at);
  if (!match) return null;
  const sign = names.find(([name]) => match.groups?.[name] !== undefined)?.[1];
  return sign === undefined ? null : { sign, written, from: at, to: at + match[0].length };
}
