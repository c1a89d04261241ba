// Finds for each entry of a block what it is on the three sides of a merge: keys by name, items by identity.
import type { Field } from '../../check/form.js';
import { type Item, toItems } from '../items.js';
import { longestChain } from '../longest-chain.js';
import { matchItems, type Pair } from '../match-items.js';
import type { Block, Entry } from './layout.js';

/** One entry on three sides; null where it is not there. */
export interface Triple {
  readonly base: Entry | null;
  readonly ours: Entry | null;
  readonly theirs: Entry | null;
  /** Which it is on each side, from 0; -1 where it is not there. */
  readonly oursAt: number;
  readonly theirsAt: number;
}

export interface Triples {
  readonly all: readonly Triple[];
  /** Items that one side put into another order. */
  readonly movedByOurs: ReadonlySet<Triple>;
  readonly movedByTheirs: ReadonlySet<Triple>;
}

/** `base`: null where there was no such block. The order of keys means nothing, so none is moved. */
export function triplesOfKeys(base: Block | null, ours: Block, theirs: Block): Triples {
  const keys = new Set([...ours.entries, ...theirs.entries].map(({ key }) => key));
  const at = ({ entries }: Block, key: string) => entries.findIndex((entry) => entry.key === key);
  const all = [...keys].map((key) => {
    const baseAt = base ? at(base, key) : -1;
    return toTriple([base, ours, theirs], [baseAt, at(ours, key), at(theirs, key)]);
  });
  return { all, movedByOurs: new Set(), movedByTheirs: new Set() };
}

/** `list`: the field of the list. What both sides added is one item where it has one identity. */
export function triplesOfItems(base: Block | null, ours: Block, theirs: Block, list: Field): Triples {
  const [old, here, there] = [base, ours, theirs].map((block) => itemsOf(block, list)) as [Item[], Item[], Item[]];
  const [byOurs, byTheirs] = [matchItems(old, here), matchItems(old, there)];
  const oursOf = new Map(byOurs.pairs.map((pair) => [pair.before, pair.after]));
  const theirsOf = new Map(byTheirs.pairs.map((pair) => [pair.before, pair.after]));
  const triple = (...places: readonly [number, number, number]) => toTriple([base, ours, theirs], places);

  const ofBase = old.map((_, at) => triple(at, oursOf.get(at) ?? -1, theirsOf.get(at) ?? -1));
  const added = matchItems(
    byOurs.added.map((at) => here[at] as Item),
    byTheirs.added.map((at) => there[at] as Item),
  );
  const inBoth = added.pairs
    .filter(({ renamed }) => !renamed)
    .map(({ before, after }) => triple(-1, byOurs.added[before] ?? -1, byTheirs.added[after] ?? -1));
  const taken = {
    ours: new Set(inBoth.map(({ oursAt }) => oursAt)),
    theirs: new Set(inBoth.map((one) => one.theirsAt)),
  };
  const byOne = [
    ...byOurs.added.filter((at) => !taken.ours.has(at)).map((at) => triple(-1, at, -1)),
    ...byTheirs.added.filter((at) => !taken.theirs.has(at)).map((at) => triple(-1, -1, at)),
  ];

  const movedIn = (pairs: readonly Pair[]): ReadonlySet<Triple> => {
    const inOrder = longestChain(pairs);
    return new Set(pairs.filter((pair) => !inOrder.has(pair)).flatMap(({ before }) => ofBase[before] ?? []));
  };
  return {
    all: [...ofBase, ...inBoth, ...byOne],
    movedByOurs: movedIn(byOurs.pairs),
    movedByTheirs: movedIn(byTheirs.pairs),
  };
}

function toTriple(blocks: readonly (Block | null)[], places: readonly [number, number, number]): Triple {
  const [base, ours, theirs] = blocks.map((block, side) => block?.entries[places[side] ?? -1] ?? null);
  return { base: base ?? null, ours: ours ?? null, theirs: theirs ?? null, oursAt: places[1], theirsAt: places[2] };
}

function itemsOf(block: Block | null, list: Field): readonly Item[] {
  return block
    ? toItems(
        block.entries.map(({ value }) => value),
        list,
      )
    : [];
}
