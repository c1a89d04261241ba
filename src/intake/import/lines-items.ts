// Tells where the items of a numbered list begin among its lines: at the next number in order, at the beginning of a line.
// `3.5万` may be the third item or go on with the second one's text; what follows, and the room before it, tell.
import { hadRoom } from './lines-join.js';

/** Indexes of lines: those before the first item, and those of each item. */
export interface ItemLines {
  readonly lead: readonly number[];
  readonly items: readonly {
    readonly lines: readonly number[] /** How long the number of its first line is. */;
    readonly mark: number;
  }[];
}

/** How a list may be numbered; all items of one list are numbered alike. */
const styles = [
  /^\s*([0-9０-９]{1,3})\s*[.．、]\s*/,
  /^\s*[（(]\s*([0-9０-９]{1,3})\s*[)）]\s*/,
  /^\s*([0-9０-９]{1,3})\s*[)）]\s*/,
];

/** An amount or a share, `3.5万`, rather than a number and a text such as `3.2025年`. */
const decimal = /^\s*[0-9]{1,3}\.[0-9]{1,4}(?:\s?[万亿元百千%％‰倍、，。；：）)]|$)/;

/** More than the next item is worth, and less than the next two. */
const doubt = 1.5;

/** None of the lines is blank. `width` is that of the widest one; null where they are not numbered. */
export function splitItems(lines: readonly string[], first: number, width: number): ItemLines | null {
  for (const style of styles) {
    const begins = chainOf(lines, style, first, width);
    if (begins.length === 0) continue;
    const all = lines.map((_, index) => index);
    return {
      lead: all.slice(0, begins[0]),
      items: begins.map((begin, index) => ({
        lines: all.slice(begin, begins[index + 1]),
        mark: style.exec(lines[begin] ?? '')?.[0].length ?? 0,
      })),
    };
  }
  return null;
}

interface Chain {
  readonly worth: number;
  readonly begin: number;
  readonly before: Chain | null;
}

/** The lines that begin items: the numbers from `first`, or from the first line's, on in order, as many as there are and as little doubtful. */
function chainOf(lines: readonly string[], style: RegExp, first: number, width: number): readonly number[] {
  /** The best chain that ends with a number. */
  const chains = new Map<number, Chain>();
  let best: Chain | null = null;
  for (const [begin, line] of lines.entries()) {
    const number = numberOf(line, style);
    const before = chains.get((number ?? 0) - 1) ?? null;
    if (number === null || (number !== first && !before && begin > 0)) continue;
    const worth = (before?.worth ?? 0) + 1 - (isDoubtful(line, lines[begin - 1], width) ? doubt : 0);
    if (worth <= (chains.get(number)?.worth ?? 0)) continue;
    const chain: Chain = { worth, begin, before };
    chains.set(number, chain);
    if (!best || worth > best.worth) best = chain;
  }
  const begins: number[] = [];
  for (let chain: Chain | null = best; chain; chain = chain.before) begins.unshift(chain.begin);
  return begins;
}

function numberOf(line: string, style: RegExp): number | null {
  const digits = style.exec(line)?.[1];
  return digits === undefined ? null : Number(digits.normalize('NFKC'));
}

/** Whether the line rather goes on with the one before it. */
function isDoubtful(line: string, before: string | undefined, width: number): boolean {
  if (before === undefined || !decimal.test(line)) return false;
  return !hadRoom(before, line, width) || /[（(][^）)]*$/.test(before);
}
