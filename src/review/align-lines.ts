// Puts the lines of two cells in step. A printed list numbers its items: a line is its item, whatever number it has now.
import { below } from '../base/pointer.js';
import { type Cell, cellText } from '../compose/grid.js';
import { align, inTurn, type Keyed, type Pass, pairOf, type Together, unique } from './align.js';
import type { ToAfter } from './align-grids.js';
import { profileOf, similarity } from './similarity.js';

export interface Line {
  /** What it begins with where it is numbered, without the mark behind; else empty. */
  readonly number: string;
  readonly body: string;
}

/** From this likeness on, a line is taken for the same one, edited. */
const alike = 0.5;
/** Between more lines than that no likeness is looked for. */
const mostComparisons = 10_000;

export function alignLines(before: Cell, after: Cell, toAfter: ToAfter): readonly Together<Line>[] {
  const [olds, news] = linesOf(before, after);
  const now = olds.map((line) => {
    const pointer = itemOf(before, line);
    return pointer === null ? null : toAfter(pointer);
  });
  const isList = now.some((pointer) => pointer !== null);
  const keyed = (line: Line, item: string | null): KeyedLine => {
    const isItem = isList && line.number !== '';
    const key = isItem ? item && `item ${item}` : `text ${line.body}`;
    return { ...line, key, text: line.body.slice(line.number === '' ? 0 : 1), isItem };
  };
  const aligned = align(
    olds.map((line, at) => keyed(line, now[at] ?? null)),
    news.map((line) => keyed(line, itemOf(after, line))),
    olds.length === 1 && news.length === 1 ? [only] : [unique, inTurn, edited],
  );
  return aligned.map(sameKind);
}

/** A number that only one of the two has is part of its text. */
function sameKind({ before, after }: Together<Line>): Together<Line> {
  if (!before || !after || (before.number === '') === (after.number === '')) return { before, after };
  return { before: plain(before.number + before.body), after: plain(after.number + after.body) };
}

interface KeyedLine extends Line, Keyed {
  /** What became of it is known: it is not looked for among what is like it. */
  readonly isItem: boolean;
}

/** A cell without text has no line. */
function linesOf(...cells: readonly [Cell, Cell]): readonly [readonly Line[], readonly Line[]] {
  const texts = cells.map((cell) => (cellText(cell) === '' ? [] : cellText(cell).split('\n')));
  const [olds = [], news = []] = texts.map(numbered);
  const isNumbered = [...olds, ...news].some(({ number }) => number === '2');
  return isNumbered ? [olds, news] : [(texts[0] ?? []).map(plain), (texts[1] ?? []).map(plain)];
}

/** Numbers count in turn from 1: `3.5万元` is a third item only where two stand before it. */
function numbered(texts: readonly string[]): readonly Line[] {
  let next = 1;
  return texts.map((text) => {
    const number = /^\d+(?=[.．、])/.exec(text)?.[0];
    if (number !== String(next)) return plain(text);
    next += 1;
    return { number, body: text.slice(number.length) };
  });
}

function plain(text: string): Line {
  return { number: '', body: text };
}

function itemOf({ field }: Cell, { number }: Line): string | null {
  return field === null || number === '' ? null : below(field, Number(number) - 1);
}

/** A text of one line stays that line, whatever it says now. */
const only: Pass<KeyedLine> = (before, after) => [pairOf(before, after, 0, 0)];

/** The most alike first; an empty line is like none. */
const edited: Pass<KeyedLine> = (before, after) => {
  if (before.length * after.length > mostComparisons) return [];
  const profiles = (lines: readonly KeyedLine[]) =>
    lines.map(({ isItem, body }) => (isItem || body === '' ? null : profileOf(body)));
  const [olds, news] = [profiles(before), profiles(after)];
  const candidates = olds.flatMap((old, from) =>
    news.flatMap((young, to) => {
      const score = old && young ? similarity(old, young) : 0;
      return score < alike ? [] : [{ pair: pairOf(before, after, from, to), score }];
    }),
  );
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()];
  return candidates
    .sort((a, b) => b.score - a.score)
    .flatMap(({ pair }) => {
      if (takenBefore.has(pair.before) || takenAfter.has(pair.after)) return [];
      takenBefore.add(pair.before);
      takenAfter.add(pair.after);
      return [pair];
    });
};
