// Says which rows of a filled sheet must be higher than the file has them, so that no text is cut off. A row that nobody set is given what
// its texts need, as Excel writes what it measured: LibreOffice takes it as it is. Merged cells nobody measures: for them a row is set.

import { pixelsPerPoint } from '../columns.js';
import { printAddress } from './addresses.js';
import type { NewHeight, UsualHeight } from './height-attributes.js';
import type { PlacedRow } from './placed-rows.js';
import type { RowMoves } from './row-moves.js';
import type { TextRoom } from './text-room.js';
import { printedValue } from './write-cell.js';

export interface RowHeights {
  /** By the row's number in the filled sheet; rows that say the same as before are left out. */
  readonly heights: ReadonlyMap<number, NewHeight>;
  /** Texts that are higher than a workbook's rows can be. */
  readonly cut: readonly CutText[];
}

export interface CutText {
  /** In the filled sheet. */
  readonly row: number;
  readonly column: number;
  readonly name: string;
  /** Points that it needs. */
  readonly height: number;
  /** Of the declaration; null where the cell shows more than one. */
  readonly field: string | null;
}

/** Excel knows no higher row. */
export const highest = 409;

/** Points that nobody misses. */
const trifle = 0.01;

/** Excel rounds heights to pixels. */
const upToPixel = (height: number) => Math.ceil(height * pixelsPerPoint - 1e-6) / pixelsPerPoint;

/** A row while its height is looked for. */
interface Growing {
  readonly row: number;
  readonly isHidden: boolean;
  height: number;
  /** What the file has to say. */
  says: 'as before' | 'measured' | 'set';
}

/** A text over several rows. */
interface Tall {
  readonly text: CutText;
  readonly last: number;
}

/** `rows` in their order. */
export function rowHeights(rows: readonly PlacedRow[], moves: RowMoves, usual: UsualHeight): RowHeights {
  const tall: Tall[] = [];
  const cut: CutText[] = [];
  const growing = rows.map((row) => grow(row, moves, usual, tall, cut));
  for (const one of tall.sort((a, b) => a.last - a.text.row - (b.last - b.text.row))) {
    if (!spread(one, growing, usual)) cut.push(one.text);
  }
  const changed = growing.filter(({ says }) => says !== 'as before');
  const heights = changed.map(({ row, height, says }) => [row, { height, isSet: says === 'set' }] as const);
  return { heights: new Map(heights), cut };
}

/** As high as its own texts need; those that reach into rows below are put down. */
function grow(placed: PlacedRow, moves: RowMoves, usual: UsualHeight, tall: Tall[], cut: CutText[]): Growing {
  const { row, plan } = placed;
  const { isHidden, set, measured } = plan.height;
  if (isHidden) return { row, isHidden, height: 0, says: 'as before' };
  // What programs would find, and what the row must have.
  let found = measured ?? usual.height;
  let needed = 0;
  for (const room of plan.texts) {
    const text = textIn(room, placed);
    if (text === null) continue;
    const { lines, height } = room.measure(text);
    const { cell, merged, style } = room;
    if (!merged && (lines > 1 || style.size > usual.fontSize)) found = Math.max(found, height);
    // One line stands as the authority drew it.
    if (lines < 2 || !placed.printed?.cells.has(cell.name)) continue;
    const name = printAddress({ row, column: cell.column });
    const told = { row, column: cell.column, name, height, field: placed.printed.cells.get(cell.name)?.field ?? null };
    if (merged && merged.bottom > merged.top) {
      tall.push({ text: told, last: lastOf(merged, row, moves) });
      continue;
    }
    if (set !== null || merged) needed = Math.max(needed, height);
    if (height > highest) cut.push(told);
  }
  const isFilled = placed.printed !== null && placed.printed.cells.size > 0;
  const isMeasured = set === null && measured === null && isFilled && found > usual.height;
  const least = set ?? found;
  const says = needed > least ? 'set' : isMeasured ? 'measured' : 'as before';
  const height =
    says === 'as before' ? least : Math.min(upToPixel(Math.max(least, needed)), Math.max(highest, set ?? 0));
  return { row, isHidden, height, says };
}

/** What the cell shows; null for a number, which does not wrap, and for what a formula makes. */
function textIn({ cell, style }: TextRoom, { printed }: PlacedRow): string | null {
  const filled = printed?.cells.get(cell.name);
  if (!filled) return cell.text;
  const value = printedValue(filled, style.isText);
  return 'text' in value ? value.text : null;
}

/** Where a merge ends whose first row stands in `row`. */
function lastOf(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  row: number,
  moves: RowMoves,
): number {
  return moves.images(top, bottom).find(({ first }) => first === row)?.last ?? row;
}

/** What a text lacks goes to all of its rows alike; false where they cannot be so high. */
function spread({ text, last }: Tall, growing: readonly Growing[], usual: UsualHeight): boolean {
  const under = growing.filter(({ row }) => text.row <= row && row <= last);
  const missing = last - text.row + 1 - under.length;
  const there = under.reduce((sum, one) => sum + one.height, missing * usual.height);
  let lacking = text.height - there;
  if (lacking <= trifle) return true;
  let open = under.filter((one) => !one.isHidden && one.height < highest);
  for (const one of open) one.says = 'set';
  while (lacking > trifle && open.length > 0) {
    const share = lacking / open.length;
    for (const one of open) {
      const before = one.height;
      one.height = Math.min(upToPixel(one.height + share), highest);
      lacking -= one.height - before;
    }
    open = open.filter((one) => one.height < highest);
  }
  return lacking <= trifle;
}
