// How the items of a list stand in one cell: `1.甲`, line break, `2.乙`. Told from what a template prints around three of them.

export interface ItemPrint {
  /** Between one item and the mark of the next, such as a line break. */
  readonly between: string;
  /** The mark of an item is its number between these: `before` and `after` of `（1）` are the brackets. */
  readonly before: string;
  readonly after: string;
  /** The first item's number; null where items are not numbered, and `before` is all of the mark. */
  readonly first: number | null;
}

/** The mark in front of an item, counted from 0. */
export function markOf({ before, after, first }: ItemPrint, index: number): string {
  return first === null ? before : `${before}${first + index}${after}`;
}

/** `lead` stands before the first item, `second` and `third` between the first three. */
export function itemPrintOf(lead: string, second: string, third: string): ItemPrint {
  for (const first of [1, 0]) {
    const at = second.lastIndexOf(String(first + 1));
    if (at < 0) continue;
    const [start, after] = [second.slice(0, at), second.slice(at + 1)];
    if (third !== `${start}${first + 2}${after}` || !lead.endsWith(`${first}${after}`)) continue;
    const before = commonEnd(lead.slice(0, lead.length - after.length - 1), start);
    return { between: start.slice(0, start.length - before.length), before, after, first };
  }
  const before = second === third ? commonEnd(lead, second) : '';
  return { between: second.slice(0, second.length - before.length) || '\n', before, after: '', first: null };
}

function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length === 0 ? '' : b.slice(-length);
}
