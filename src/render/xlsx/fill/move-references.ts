// Moves the references of a formula with the rows they name, after saying which cannot be moved without guessing.
// The law: what a reference named before is what it names after. A range that holds a block holds all of its copies; within a copy the
// rows of the same round are meant, and a `$` before the row means the whole block, as in a cell that Excel fills down.

import type { Said } from '../../../base/finding.js';
import type { RowBlock } from '../../../compose/cells/sheet-template.js';
import type { Range } from './addresses.js';
import { type Corner, type Piece, parseFormula, printReference, type Reference } from './formula.js';
import { moveMessages } from './messages.js';
import { chainOf, levelsOf, type RowMoves, sharedChain } from './row-moves.js';

/** The sheets whose rows move; names are compared as Excel does. */
export interface Blocks {
  /** None where the rows of a sheet stay. */
  of(sheet: string): readonly RowBlock[];
  /** Whether any sheet from the one to the other moves. */
  between(first: string, last: string): boolean;
  /** Whether a text speaks of a sheet that moves. */
  areNamedIn(text: string): boolean;
}

/** What a formula is about, which says what its references without `$` mean. */
export type Use =
  /** In a cell. */
  | { readonly kind: 'cell'; readonly sheet: string; readonly row: number }
  /** Of a name or a table's column, which means something else from each cell where it lacks a `$`; a name has no sheet of its own. */
  | { readonly kind: 'name'; readonly sheet: string }
  /** Of a chart, a link, a control: `$` or not makes no difference. One cell of a repeated row grows to a range, or is the first. */
  | { readonly kind: 'fixed'; readonly sheet: string; readonly one: 'grows' | 'first' }
  /** Of a rule for ranges: written for their first row, meant for each. */
  | { readonly kind: 'rule'; readonly sheet: string; readonly ranges: readonly Range[] };

/** Where it is moved to. */
export interface At {
  readonly path: readonly number[];
  /** The new row of the first row of a rule's ranges. */
  readonly anchor: number;
}

export interface Formula {
  readonly pieces: readonly Piece[];
  readonly use: Use;
}

/** A formula whose references can be moved, or why they cannot. Null where nothing in it moves. */
export function readFormula(text: string, use: Use, blocks: Blocks): Formula | Said | null {
  const pieces = parseFormula(text);
  if (pieces) return checkFormula(pieces, use, blocks);
  return blocks.of(use.sheet).length > 0 || blocks.areNamedIn(text) ? moveMessages.unreadable(text) : null;
}

export function checkFormula(pieces: readonly Piece[], use: Use, blocks: Blocks): Formula | Said | null {
  if (namesCellsInText(pieces, use.sheet, blocks)) return moveMessages.indirect();
  let moves = false;
  for (const piece of pieces) {
    if (piece.kind !== 'reference') continue;
    const [first = use.sheet, last] = piece.sheets;
    if (last !== undefined) {
      if (blocks.between(first, last)) return moveMessages.threeSheets(piece.text);
      continue;
    }
    const fault = faultOf(piece, first, use, blocks);
    if (fault) return fault;
    moves ||= blocks.of(first).length > 0;
  }
  return moves ? { pieces, use } : null;
}

export function isSaid(found: Formula | Said | null): found is Said {
  return found !== null && 'message' in found;
}

function faultOf(reference: Reference, sheet: string, use: Use, blocks: Blocks): Said | null {
  const { from, to, text } = reference;
  const own = blocks.of(sheet);
  for (const corner of to ? [from, to] : [from]) {
    const { row, fixed } = corner;
    const chain = chainOf(own, row);
    if (use.kind === 'cell') {
      const around = chainOf(blocks.of(use.sheet), use.row);
      const isOwn = isSame(sheet, use.sheet);
      if (!fixed && around.length > 0) {
        // Filled down, it would name another row each time; left as it is, the same one: nobody can tell which is meant.
        if (!isOwn || levelsOf(sharedChain(around, chain)) < levelsOf(around)) return moveMessages.needsDollar(text);
      }
      const rest = chain.slice(sharedChain(isOwn ? around : [], chain).length);
      if (!to && rest.length > 0) return moveMessages.needsRange(text);
    } else if (use.kind === 'rule') {
      if (!fixed && !isRigid(corner, sheet, use, blocks)) return moveMessages.bends(text);
      if (fixed && !to && chain.length > 0) return moveMessages.needsRange(text);
    } else if (use.kind === 'name') {
      if (!fixed && own.length > 0) return moveMessages.needsDollar(text);
      if (!to && chain.length > 0) return moveMessages.needsRange(text);
    }
  }
  return null;
}

/** Whether the row that is meant stays as far from each row of the rule's ranges as it is. */
function isRigid({ row }: Corner, sheet: string, use: Use & { kind: 'rule' }, blocks: Blocks): boolean {
  const own = blocks.of(use.sheet);
  const isOwn = isSame(sheet, use.sheet);
  if (own.length === 0 && blocks.of(sheet).length === 0) return true;
  const top = use.ranges[0]?.top ?? 1;
  // Programs differ on which row a rule is written for where the first range is not the topmost.
  if (!isOwn || use.ranges.some((range) => (range.top ?? 1) < top)) return false;
  const distance = row - top;
  return use.ranges.every(({ top, bottom }) =>
    edgesOf(own).every((edge) => {
      // A row x of the range and x + distance lie on both sides of the edge, which is above its row.
      const [low, high] = distance >= 0 ? [edge - distance, edge - 1] : [edge, edge - 1 - distance];
      return Math.max(low, top ?? 1) > Math.min(high, bottom ?? Number.POSITIVE_INFINITY);
    }),
  );
}

function edgesOf(blocks: readonly RowBlock[]): readonly number[] {
  return blocks.flatMap(({ first, last, blocks: inner }) => [first, last + 1, ...edgesOf(inner)]);
}

/** `INDIRECT("B5")`, which would go on naming the old cell of a sheet that moves. */
function namesCellsInText(pieces: readonly Piece[], sheet: string, blocks: Blocks): boolean {
  let depth = 0;
  let within = -1;
  for (const { kind, text } of pieces) {
    if (kind === 'function' && text.toUpperCase() === 'INDIRECT' && within < 0) within = depth;
    if (text === '(' || text === ')') depth += text === '(' ? 1 : -1;
    if (text === ')' && depth === within) within = -1;
    if (within < 0 || kind !== 'string' || !/!|[A-Za-z]\$?(?:[0-9]|"$)/.test(text)) continue;
    const [, quoted, bare] = /^"(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(text) ?? [];
    const named = quoted?.replaceAll("''", "'") ?? bare;
    if (named !== undefined ? blocks.of(named).length > 0 : text.includes('!') || blocks.of(sheet).length > 0)
      return true;
  }
  return false;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The formula with its references moved. `moves` gives null for sheets whose rows stay. */
export function moveFormula({ pieces, use }: Formula, at: At, moves: (sheet: string) => MovedSheet | null): string {
  return pieces
    .map((piece) => {
      if (piece.kind !== 'reference' || piece.sheets.length > 1) return piece.text;
      const sheet = piece.sheets[0] ?? use.sheet;
      const moved = moves(sheet);
      return moved ? moveReference(piece, sheet, use, at, moved) : piece.text;
    })
    .join('');
}

export interface MovedSheet {
  readonly blocks: readonly RowBlock[];
  readonly moves: RowMoves;
}

function moveReference(reference: Reference, sheet: string, use: Use, at: At, { blocks, moves }: MovedSheet): string {
  const { from, to, qualifier } = reference;
  const spanOf = ({ row, fixed }: Corner) => {
    if (use.kind === 'rule' && !fixed) {
      const moved = at.anchor + row - (use.ranges[0]?.top ?? 1);
      return { first: moved, last: moved };
    }
    if (use.kind !== 'cell' || !isSame(sheet, use.sheet)) return moves.span(row);
    const around = chainOf(blocks, use.row);
    const shared = sharedChain(fixed ? around.slice(0, -1) : around, chainOf(blocks, row));
    return moves.span(row, at.path.slice(0, levelsOf(shared)));
  };
  const place = (corner: Corner, end: 'first' | 'last'): Corner => ({ ...corner, row: spanOf(corner)[end] });
  if (!to && use.kind === 'fixed' && use.one === 'grows') {
    const { first, last } = spanOf(from);
    if (first < last) return printReference(qualifier, place(from, 'first'), place(from, 'last'));
  }
  if (!to) return printReference(qualifier, place(from, 'first'), null);
  const upright = from.row <= to.row;
  return printReference(qualifier, place(from, upright ? 'first' : 'last'), place(to, upright ? 'last' : 'first'));
}
