// Merges three versions of a block, entry by entry: what one side alone changed is taken, what both changed differently clashes, in the
// smallest whole lines that disagree. Ours is the text that stays; what comes from theirs is written as ours is.
import type { Value } from '../../read/parsed.js';
import { toItems } from '../items.js';
import { itemLabel, keyLabel } from '../labels.js';
import { alike, kindOfItem, kindOfKey } from './alike.js';
import { arrange } from './arrange.js';
import type { Decided, Piece } from './clash.js';
import { asBlock, kindOf } from './expand.js';
import { inheritedOnce } from './inherited.js';
import type { Block, Entry } from './layout.js';
import { clashOf, goneOnOneSide, linesOf, type Merged, mergeTail, mergeWhole, type Site } from './merge-whole.js';
import { printBody, printLead, shifted } from './print-entry.js';
import { type Triple, type Triples, triplesOfItems, triplesOfKeys } from './triples.js';
import { commentsIn, commentsOf, mergeTrivia, minus } from './trivia.js';

export interface MergedBlock {
  readonly pieces: readonly Piece[];
  readonly value: Decided;
}

/** `base`: null where there was no such block. Both others are of one kind. */
export function mergeBlock(base: Block | null, ours: Block, theirs: Block, site: Site): MergedBlock {
  const { entries, trailer, value } = mergeEntries(base, ours, theirs, site);
  return { pieces: [...entries.flatMap(piecesOf), trailer], value };
}

interface MergedEntry extends Merged {
  readonly key: string;
  /** Theirs alone has it. */
  readonly isAdded: boolean;
}

interface MergedEntries {
  readonly entries: readonly MergedEntry[];
  readonly trailer: string;
  readonly value: Decided;
}

function mergeEntries(base: Block | null, ours: Block, theirs: Block, site: Site): MergedEntries {
  const order = site.field?.properties.map(({ key }) => key) ?? [];
  const rank = (triple: Triple) => order.indexOf((triple.ours ?? triple.theirs)?.key ?? '');
  // Of items added in one place ours come first, of keys those that the form has first.
  const passes = (one: Triple, other: Triple) => ours.kind === 'list' || rank(one) <= rank(other);
  const merged = arrange(triplesOf(base, ours, theirs, site), passes).flatMap((triple) => {
    const entry = mergeEntry(triple, ours.column, siteOf(triple, ours.kind, site));
    const key = (triple.ours ?? triple.theirs)?.key ?? '';
    return entry ? [{ ...entry, key, isAdded: !triple.base && !triple.ours }] : [];
  });
  const trailer = mergeTrivia(base?.trailer ?? '', ours.trailer, shifted(theirs.trailer, ours.column - theirs.column));
  const entries = inheritedOnce(merged, trailer, { base, ours, theirs });
  const value = { ours: decidedValue(ours.kind, entries, 'ours'), theirs: decidedValue(ours.kind, entries, 'theirs') };
  return { entries, trailer, value };
}

function triplesOf(base: Block | null, ours: Block, theirs: Block, { field }: Site): Triples {
  return ours.kind === 'list' && field ? triplesOfItems(base, ours, theirs, field) : triplesOfKeys(base, ours, theirs);
}

function siteOf({ ours, theirs, oursAt, theirsAt }: Triple, kind: Block['kind'], site: Site): Site {
  const { key, value } = (ours ?? theirs) as Entry;
  if (kind === 'mapping') {
    const of = kindOfKey(site, key);
    return { ...site, ...of, label: of.field ? keyLabel(site.label, of.field) : { zh: key, en: key } };
  }
  const of = kindOfItem(site);
  const [item] = site.field ? toItems([value], site.field) : [];
  const name = of.field?.shape === 'text' ? '' : (item?.name ?? '');
  return { ...site, ...of, label: itemLabel(site.label, of.field, ours ? oursAt : theirsAt, name) };
}

/** What reads as nothing is a text without characters. */
function decidedValue(kind: Block['kind'], entries: readonly MergedEntry[], side: keyof Decided): Value {
  const there = entries.flatMap(({ key, value }) => {
    const decided = value[side];
    return decided === undefined ? [] : [[key, decided] as const];
  });
  if (there.length === 0) return '';
  if (kind === 'list') return there.map(([, value]) => value);
  return Object.assign(Object.create(null) as Record<string, Value>, Object.fromEntries(there));
}

/** Null where nothing is left of it. */
function mergeEntry({ base, ours, theirs }: Triple, column: number, site: Site): Merged | null {
  if (ours && theirs) return mergeBoth(base, ours, theirs, site);
  const left = ours ?? theirs;
  if (!left) return null;
  if (!base) {
    const value = { ours: left.value, theirs: left.value };
    const body = [printBody(left, column, ours ? null : site.style)];
    return { lead: printLead(left, column), body, value };
  }
  return isUnchanged(left, base, site) ? null : goneOnOneSide(base, ours, theirs, column, site);
}

/** A comment that was written about an item since is a reason not to lose it in silence. */
function isUnchanged(one: Entry, base: Entry, site: Site): boolean {
  return alike(one.value, base.value, site) && minus(commentsOf(one), commentsOf(base)).length === 0;
}

function mergeBoth(base: Entry | null, ours: Entry, theirs: Entry, site: Site): Merged {
  const { column } = ours;
  const lead = mergeTrivia(base ? printLead(base, column) : '', ours.lead, printLead(theirs, column));
  const bodyOf = (entry: Entry) => printBody(entry, column, null);
  if (base && bodyOf(theirs) === bodyOf(base)) {
    return { lead, body: [bodyOf(ours)], value: { ours: ours.value, theirs: ours.value } };
  }
  const opened = openAll(base, ours, theirs, site);
  if (!opened) return mergeWhole(base, ours, theirs, lead, site);
  if (!ours.block || !theirs.block) {
    const whole = mergeWhole(base, ours, theirs, lead, site);
    if (whole.body.every((piece) => typeof piece === 'string')) return whole;
  }
  return opened.ours.block?.isInline ? behindDash(opened, lead, site) : belowLabel(opened, lead, site);
}

interface Sides {
  readonly base: Entry | null;
  /** What `base` holds; null where that was a word (不适用), or nothing. */
  readonly was: Block | null;
  /** Both are blocks of one kind. */
  readonly ours: Entry;
  readonly theirs: Entry;
}

/** All sides as blocks. Null where one is none, and for a list that the form does not know: nobody can say which of its items are the same. */
function openAll(base: Entry | null, ours: Entry, theirs: Entry, { field, style, lineBreak }: Site): Sides | null {
  const kind = kindOf(ours.value) ?? kindOf(theirs.value);
  if (!kind || (kind === 'list' && field?.shape !== 'list')) return null;
  const open = (entry: Entry) => asBlock(entry, kind, style, lineBreak);
  const [here, there, was] = [open(ours), open(theirs), base ? (open(base)?.block ?? null) : null];
  const isKnown = !base || was || typeof base.value === 'string';
  return here && there && isKnown ? { base, was, ours: here, theirs: there } : null;
}

function mergeInside({ was, ours, theirs }: Sides, site: Site): MergedEntries {
  return mergeEntries(was, ours.block as Block, theirs.block as Block, site);
}

function belowLabel(sides: Sides, lead: string, site: Site): Merged {
  const { base, ours, theirs } = sides;
  const { entries, trailer, value } = mergeInside(sides, site);
  const { tail, above } = mergeTail(base, ours, theirs, site);
  const head = ' '.repeat(ours.column) + ours.label + tail;
  return { lead: lead + above, body: [head, ...entries.flatMap(piecesOf), trailer], value };
}

/** The first entry stands on the dash's line, and comments above it above the dash. */
function behindDash(sides: Sides, lead: string, site: Site): Merged {
  const { base, ours, theirs } = sides;
  const { entries, trailer, value } = mergeInside(sides, site);
  const dash = ' '.repeat(ours.column) + ours.label;
  const [first, ...others] = entries;
  const above = [
    ...minus(commentsIn(theirs.tail), commentsIn(base?.tail ?? '')),
    ...(first ? commentsIn(first.lead) : []),
  ];
  const all = lead + linesOf(above, ours.column, site);
  if (!first) return { lead: all, body: [dash + site.lineBreak, trailer], value };
  const [start = '', ...rest] = first.body;
  const inner = (dash + ours.gap).length;
  const behind = (text: string) => (text === '' ? '' : dash + ours.gap + text.slice(inner));
  // What stands on the dash's line cannot be there on one side alone.
  if (typeof start !== 'string' && (start.ours === '' || start.theirs === '')) {
    return clashOf(base, ours, theirs, lead, site);
  }
  const head: Piece =
    typeof start === 'string'
      ? behind(start)
      : { ...start, base: behind(start.base), ours: behind(start.ours), theirs: behind(start.theirs) };
  return { lead: all, body: [head, ...rest, ...others.flatMap(piecesOf), trailer], value };
}

function piecesOf({ lead, body }: Merged): readonly Piece[] {
  return [lead, ...body];
}
