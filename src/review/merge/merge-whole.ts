// Merges an entry that is on both sides as one piece: a text, or a value that changed its shape. One side's version is taken, or they clash.
// Comments of the other version that are new are kept: at the end of the line where there is room, else above it.
import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../../base/finding.js';
import { plainText } from '../plain-text.js';
import { alike, type Kind } from './alike.js';
import type { Decided, Piece } from './clash.js';
import type { Entry } from './layout.js';
import { printBody, printEntry, type Style } from './print-entry.js';
import { commentsIn, commentsOf, minus } from './trivia.js';

export interface Merged {
  /** What stands above, in whole lines. */
  readonly lead: string;
  readonly body: readonly Piece[];
  readonly value: Decided;
}

/** What an entry is, how ours is written, and what a reviewer calls it. */
export interface Site extends Kind {
  readonly label: Words;
  readonly style: Style;
  readonly lineBreak: string;
}

/** `lead`: what both sides have above it, merged. */
export function mergeWhole(base: Entry | null, ours: Entry, theirs: Entry, lead: string, site: Site): Merged {
  const choice = choose(base, ours, theirs, site);
  if (choice === 'ours') return oursWithComments(base, ours, theirs, lead, site);
  if (choice === 'theirs') return theirsInPlace(base, ours, theirs, lead, site);
  return clashOf(base, ours, theirs, lead, site);
}

/** Two versions of an entry. */
export function clashOf(base: Entry | null, ours: Entry, theirs: Entry, lead: string, { label, style }: Site): Merged {
  const print = (entry: Entry, its: Style | null) => printBody(entry, ours.column, its);
  const texts = { base: base ? print(base, style) : '', ours: print(ours, null), theirs: print(theirs, style) };
  const said = { ours: saidOf(ours), theirs: saidOf(theirs) };
  return { lead, body: [{ ...texts, label, said }], value: { ours: ours.value, theirs: theirs.value } };
}

/** An entry that one side changed and the other removed, with what stands above it; one of `ours` and `theirs` is null. */
export function goneOnOneSide(
  base: Entry,
  ours: Entry | null,
  theirs: Entry | null,
  column: number,
  { label, style }: Site,
): Merged {
  const print = (entry: Entry | null, its: Style | null) => (entry ? printEntry(entry, column, its) : '');
  const texts = { base: print(base, style), ours: print(ours, null), theirs: print(theirs, style) };
  const said = { ours: saidOf(ours), theirs: saidOf(theirs) };
  return { lead: '', body: [{ ...texts, label, said }], value: { ours: ours?.value, theirs: theirs?.value } };
}

function saidOf(entry: Entry | null): string | null {
  return typeof entry?.value === 'string' ? plainText(entry.value) : null;
}

/** Whose version stands; null where both changed it, each in another way. */
function choose(base: Entry | null, ours: Entry, theirs: Entry, kind: Kind): 'ours' | 'theirs' | null {
  const isSame = (one: Entry, other: Entry) => alike(one.value, other.value, kind);
  if (base && isWrittenAlike(theirs, base)) return 'ours';
  if (base && isWrittenAlike(ours, base)) return 'theirs';
  if (isSame(ours, theirs) || (base && isSame(theirs, base))) return 'ours';
  return base && isSame(ours, base) ? 'theirs' : null;
}

/** To the letter, apart from indentation and comments. */
function isWrittenAlike(one: Entry, other: Entry): boolean {
  const written = (entry: Entry) => entry.source.replace(/\s+/g, ' ');
  const shape = ({ block }: Entry) => block?.kind ?? null;
  return isDeepStrictEqual(one.value, other.value) && shape(one) === shape(other) && written(one) === written(other);
}

function oursWithComments(base: Entry | null, ours: Entry, theirs: Entry, lead: string, site: Site): Merged {
  const value = { ours: ours.value, theirs: ours.value };
  if (!hasRoomBehind(ours) || theirs.block) {
    const above = linesOf(newComments(theirs, base, ours), ours.column, site);
    return { lead: lead + above, body: [printBody(ours, ours.column, null)], value };
  }
  const { tail, above } = mergeTail(base, ours, theirs, site);
  return { lead: lead + above, body: [printBody({ ...ours, tail }, ours.column, null)], value };
}

function theirsInPlace(base: Entry | null, ours: Entry, theirs: Entry, lead: string, site: Site): Merged {
  const value = { ours: theirs.value, theirs: theirs.value };
  if (isOneLine(ours) && isOneLine(theirs)) {
    const { tail, above } = mergeTail(base, ours, theirs, site);
    const gap = ours.source === '' || theirs.source === '' ? theirs.gap : ours.gap;
    const changed = { ...ours, gap, source: theirs.source, tail };
    return { lead: lead + above, body: [printBody(changed, ours.column, null)], value };
  }
  const above = linesOf(newComments(ours, base, theirs), ours.column, site);
  return { lead: lead + above, body: [printBody(theirs, ours.column, site.style)], value };
}

function isOneLine(entry: Entry): boolean {
  return hasRoomBehind(entry) && !(entry.gap + entry.source).includes('\n');
}

/** A comment may stand behind it: a text below `|` or `>` would take it in. */
function hasRoomBehind({ block, source }: Entry): boolean {
  return !block && !/^[|>]/.test(source);
}

/** The ends of two lines as one. Where both sides changed the comment there, theirs goes above. */
export function mergeTail(
  base: Entry | null,
  ours: Entry,
  theirs: Entry,
  site: Pick<Site, 'lineBreak'>,
): { readonly tail: string; readonly above: string } {
  const [was, here, there] = [base, ours, theirs].map((entry) => (entry ? commentsIn(entry.tail).join('') : ''));
  if (there === was || there === here) return { tail: ours.tail, above: '' };
  if (here === was) return { tail: theirs.tail, above: '' };
  if (there === '') return { tail: ours.tail, above: '' };
  return { tail: ours.tail, above: linesOf([there ?? ''], ours.column, site) };
}

/** Comments within an entry that are in neither of the others. What stands above it is merged apart. */
function newComments(entry: Entry, ...others: readonly (Entry | null)[]): readonly string[] {
  const inside = (one: Entry) => commentsOf({ ...one, lead: '' });
  return others.reduce<readonly string[]>((left, one) => (one ? minus(left, inside(one)) : left), inside(entry));
}

/** Comments as lines of their own. */
export function linesOf(comments: readonly string[], column: number, { lineBreak }: Pick<Site, 'lineBreak'>): string {
  return comments.map((comment) => ' '.repeat(column) + comment + lineBreak).join('');
}
