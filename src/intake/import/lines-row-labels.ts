// Finds where the rows of a form's table begin in plain text: with their labels at the beginning of a line. Those in the first columns may be
// left out where they are the same as in the row before, as merged cells print them once.
import type { ListRow } from './form-map.js';
import { beginsLine, endsWord, keyPattern, type LinesSource, type Span, withStars } from './lines-source.js';
import { isAlmost } from './lines-unclear.js';
import { labelKey } from './same-label.js';

/** `start` to `end` are the labels. */
export interface RowBegin extends Span {
  readonly row: ListRow;
  /** Whether all labels are there; else the row is one that begins alike. */
  readonly certain: boolean;
  readonly text: string;
}

interface Found extends RowBegin {
  /** How many labels are left out in front. */
  readonly without: number;
}

/** Within a span, in order. */
export function beginsOfRows(source: LinesSource, rows: readonly ListRow[], span: Span): readonly RowBegin[] {
  const found = rows.flatMap((row) => {
    const keys = row.labels.map(({ text }) => labelKey(text));
    const whole = keys.map((_, without) => occurrences(source, row, keys.slice(without).join(''), without, true));
    // 产出指标 alone: a label behind it was broken or is another one.
    return [...whole.flat(), ...(keys.length > 1 ? occurrences(source, row, keys[0] ?? '', 0, false) : [])];
  });
  const inOrder = [...found, ...almostLabels(source, rows, span)]
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const begins: Found[] = [];
  for (const one of inOrder) {
    const last = begins.at(-1);
    if (last && one.start < last.end) continue;
    if (one.without > 0 && !goesOn(last?.row, one)) continue;
    begins.push(one);
  }
  return begins;
}

/** Scanned forms have a wrong character here and there: 产岀指标. */
function almostLabels({ text }: LinesSource, rows: readonly ListRow[], span: Span): readonly Found[] {
  const groups = [...new Map(rows.map((row) => [labelKey(row.labels[0]?.text ?? ''), row]))].filter(
    ([key]) => key.length >= 4,
  );
  return [...text.slice(span.start, span.end).matchAll(/(?:^|\n)[^\S\n]*(\S{3,40})/g)].flatMap((match) => {
    const [, word = ''] = match;
    const group = groups.find(([key]) => isAlmost(word, key));
    const end = span.start + match.index + match[0].length;
    return group ? [{ start: end - word.length, end, row: group[1], certain: false, without: 0, text: word }] : [];
  });
}

function occurrences(
  source: LinesSource,
  row: ListRow,
  key: string,
  without: number,
  certain: boolean,
): readonly Found[] {
  if (key === '') return [];
  return [...source.key.matchAll(new RegExp(keyPattern(key), 'g'))].flatMap((match) => {
    const { start, end } = withStars(source, source.spanOf(match.index, match.index + key.length));
    if (!beginsLine(source, start) || !endsWord(source, end)) return [];
    return [{ start, end, row, certain, without, text: source.text.slice(start, end).replace(/\s+/g, ' ') }];
  });
}

/** Whether the labels that are left out are those of the row before. */
function goesOn(before: ListRow | undefined, { row, without }: Found): boolean {
  return row.labels.slice(0, without).every(({ text }, index) => before?.labels[index]?.text === text);
}
