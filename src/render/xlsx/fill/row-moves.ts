// Says where the rows of a sheet stand once some of them are repeated: rows below a block move down, rows of a block have copies.
import type { PrintedRow } from '../../../compose/cells/cells.js';
import type { RowBlock } from '../../../compose/cells/sheet-template.js';
import { lastRow } from './addresses.js';

export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A row as it stands in the filled sheet. */
export interface Copy {
  readonly row: number;
  readonly path: readonly number[];
  readonly printed: PrintedRow;
}

export interface RowMoves {
  /** Where a row stands first and last; of a row in blocks among the copies whose path begins so. */
  span(row: number, path?: readonly number[]): Span;
  /** Ranges that take the place of one: stretched where it reaches over blocks, one for each round of a block that it lies in. */
  images(top: number, bottom: number): readonly Span[];
  /** The rows that a block becomes, in their new order. */
  copiesOf(block: RowBlock): readonly Copy[];
  /** How many rows there are more. */
  readonly added: number;
}

/** The blocks around a row, the outermost first. */
export function chainOf(blocks: readonly RowBlock[], row: number): readonly RowBlock[] {
  const block = blocks.find(({ first, last }) => first <= row && row <= last);
  return block ? [block, ...chainOf(block.blocks, row)] : [];
}

export function sharedChain(a: readonly RowBlock[], b: readonly RowBlock[]): readonly RowBlock[] {
  const end = a.findIndex((block, index) => block !== b[index]);
  return end < 0 ? a : a.slice(0, end);
}

/** How many numbers the path of a copy has for these blocks. */
export function levelsOf(chain: readonly RowBlock[]): number {
  return chain.reduce((sum, { levels }) => sum + levels, 0);
}

/** `printed`: the rows of the sheet's blocks, and others, in the order of printing. */
export function moveRows(blocks: readonly RowBlock[], printed: readonly PrintedRow[]): RowMoves {
  const copies = new Map<number, Copy[]>();
  const ofBlock = new Map<RowBlock, readonly Copy[]>();
  const shifts: { readonly last: number; readonly by: number }[] = [];
  let by = 0;
  for (const block of blocks) {
    const rows = printed.filter(({ row }) => block.first <= row && row <= block.last);
    const made = rows.map((one, index) => ({ row: block.first + by + index, path: one.path, printed: one }));
    made.forEach((copy, index) => {
      const row = rows[index]?.row ?? 0;
      const known = copies.get(row);
      if (known) known.push(copy);
      else copies.set(row, [copy]);
    });
    ofBlock.set(block, made);
    by += rows.length - (block.last - block.first + 1);
    shifts.push({ last: block.last, by });
  }

  const span = (row: number, path: readonly number[] = []): Span => {
    const own = copies.get(row);
    if (!own) {
      const shift = shifts.findLast(({ last }) => last < row)?.by ?? 0;
      // The last row of all stands for the end of the sheet.
      const moved = row === lastRow ? row : Math.min(row + shift, lastRow);
      return { first: moved, last: moved };
    }
    const within = path.length === 0 ? own : own.filter((copy) => path.every((number, at) => copy.path[at] === number));
    return { first: within[0]?.row ?? row, last: within.at(-1)?.row ?? row };
  };

  return {
    span,
    added: by,
    copiesOf: (block) => ofBlock.get(block) ?? [],
    images(top, bottom) {
      const levels = levelsOf(sharedChain(chainOf(blocks, top), chainOf(blocks, bottom)));
      const rounds = new Map<string, readonly number[]>();
      for (const { path } of levels > 0 ? (copies.get(top) ?? []) : []) {
        const round = path.slice(0, levels);
        rounds.set(round.join('.'), round);
      }
      const paths = levels > 0 ? [...rounds.values()] : [[]];
      return paths.map((path) => ({ first: span(top, path).first, last: span(bottom, path).last }));
    },
  };
}
