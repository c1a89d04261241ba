// Turns the lines behind a label into the text of its value: lists keep a line break before each item, and get the form's own numbers.

import { isOpen } from '../document-text/line-ends.js';
import { type ItemPrint, markOf } from './item-print.js';
import { splitItems } from './lines-items.js';
import { hadRoom, joinLines } from './lines-join.js';
import { isWritten, type LinePart } from './lines-source.js';

export interface ValueText {
  readonly text: string;
  /** Lines before the first number of a list: they are no item. */
  readonly lead: readonly LinePart[];
}

/** `width`: of the widest line that stood in a cell as wide. `items`: where the value is a list. */
export function valueText(parts: readonly LinePart[], items: ItemPrint | null, width: number): ValueText {
  const written = parts.filter(isWritten);
  const lines = written.map(({ text }) => text);
  if (items === null || lines.length === 0) return { text: joinLines(lines, width), lead: [] };
  const numbered = items.first === null ? null : splitItems(lines, items.first, width);
  const texts = numbered
    ? numbered.items.map((item) =>
        joinLines(
          item.lines.map((index, at) => (lines[index] ?? '').slice(at === 0 ? item.mark : 0)),
          width,
        ),
      )
    : withoutNumbers(lines, width);
  const lead = (numbered?.lead ?? []).flatMap((index) => written[index] ?? []);
  return { text: texts.map((text, index) => markOf(items, index) + text).join(items.between), lead };
}

/** Columns that a cell has at least: shorter lines were not broken by it. */
const narrowest = 24;

/** Each item begins where the line before it had room. */
function withoutNumbers(lines: readonly string[], width: number): readonly string[] {
  const items: string[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const ended = before !== undefined && !isOpen(before) && (width < narrowest || hadRoom(before, line, width));
    if (before === undefined || ended) items.push([line]);
    else items.at(-1)?.push(line);
  });
  return items.map((item) => joinLines(item, 0));
}
