// Finds the targets that a goal states: shares, and numbers with a unit where a word says that so much is to be reached.
// Numbers that only say which (`65岁以上老年人`, `12个街道1500家企业`), how often (`每月2次`) or how it was until now are none.
import { type Clause, findClauses } from './clauses.js';
import { findQuantities, type Quantity } from './quantities.js';

export interface TargetWords {
  /** Before the number: 不少于, 达到, 完成 … */
  readonly before: readonly string[];
  /** Behind it: 以上, 以内 … */
  readonly after: readonly string[];
  /** A clause with one of these tells no target: 截至, 现有, 尾款 … */
  readonly 'not-in': readonly string[];
  /** Units that tell which, not how much: 岁, 年 … */
  readonly 'not-units': readonly string[];
}

/** Offsets are UTF-16 units of the text. */
export interface Target {
  readonly quantity: Quantity;
  readonly from: number;
  readonly to: number;
}

const hasNumber = /[0-9０-９]|百分之/;
// Titles and names such as “双15工程”.
const quoted = /“[^”]{0,80}”|《[^》]{0,120}》|〔[^〕]{0,20}〕/g;
const joins = /[、和及与或并,（(]/;

/** In the order of the text. Takes time in proportion to it, and to the number of words. */
export function findTargets(text: string, words: TargetWords): readonly Target[] {
  if (!hasNumber.test(text)) return [];
  const plain = text.replace(quoted, (name) => ' '.repeat(name.length));
  return findClauses(plain, { lists: false })
    .filter((clause) => hasNumber.test(clause.text))
    .flatMap((clause) => targetsIn(clause, words));
}

function targetsIn(clause: Clause, words: TargetWords): readonly Target[] {
  const { text } = clause;
  if (words['not-in'].some((word) => text.includes(word))) return [];
  const found = words.before.map((word) => text.indexOf(word)).filter((at) => at >= 0);
  const asked = Math.min(...found, Number.POSITIVE_INFINITY);
  const repeated = text.search(/每[^年]/);
  const quantities = findQuantities(text);
  return quantities
    .filter((quantity, index) => {
      if (isStart(text, quantity)) return false;
      if (quantity.unit === '%') return true;
      const { from, to, unit } = quantity;
      // 一支队伍 and 两个专项 are words rather than numbers.
      if (unit === '' || words['not-units'].includes(unit) || !/[0-9０-９]/.test(text.slice(from, to))) return false;
      if (/[×*·]\s?$/.test(text.slice(Math.max(0, from - 2), from))) return false;
      if (repeated >= 0 && repeated < from) return false;
      const after = words.after.find((word) => text.startsWith(word, to));
      const head = text.slice(Math.max(0, from - 8), from).trimEnd();
      // `65岁以上老年人`: what is behind the word is what is counted.
      if (after !== undefined && !words.before.some((word) => head.endsWith(word)))
        return text.slice(to + after.length, to + after.length + 8).trim() === '';
      return asked < from && !isWhich(quantity, quantities[index + 1], text, words);
    })
    .map((quantity) => ({ quantity, from: clause.from + quantity.from, to: clause.from + quantity.to }));
}

/** 由80%提高到90%: where it starts from. */
function isStart(text: string, { from, to }: Quantity): boolean {
  return (
    /[由从][^0-9]{0,4}$/.test(text.slice(Math.max(0, from - 5), from)) &&
    /^[^0-9]{0,8}[到至为]/.test(text.slice(to, to + 9))
  );
}

/** In `12个街道1500家企业` the first number says whose the second is. */
function isWhich({ to }: Quantity, next: Quantity | undefined, text: string, words: TargetWords): boolean {
  if (!next || next.from - to > 12) return false;
  const between = text.slice(to, next.from);
  return !joins.test(between) && !words.before.some((word) => between.includes(word));
}
