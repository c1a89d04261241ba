// Turns two texts into one whose runs say what was inserted and deleted, word by word.
import { diffArrays } from 'diff';
import type { Run } from '../compose/grid.js';
import { type Stretch, tidied } from './stretches.js';
import { words } from './words.js';

/** Comparing takes at most about this many steps: texts that would need more count as replaced between their common ends. */
const steps = 20_000_000;
const mostEdits = 1000;

/**
 * What became of a text, word by word. Unmarked and inserted runs joined give `after`, unmarked and deleted ones `before`; a replaced
 * stretch has its deleted run first. With the texts swapped the same stretches come back, their marks swapped.
 */
export function textChanges(before: string, after: string): readonly Run[] {
  if (before === after) return before === '' ? [] : [{ text: before }];
  // The library breaks ties by which text comes first, so it always meets two texts in the same order.
  const swapped = after < before;
  const stretches = swapped ? compared(after, before) : compared(before, after);
  return tidied(stretches).flatMap(({ kept, deleted, inserted }) => [
    ...(kept === '' ? [] : [{ text: kept }]),
    ...marked(swapped ? inserted : deleted, 'deleted'),
    ...marked(swapped ? deleted : inserted, 'inserted'),
  ]);
}

function compared(before: string, after: string): readonly Stretch[] {
  const [old, young] = [words(before), words(after)];
  const shorter = Math.min(old.length, young.length);
  let start = 0;
  while (start < shorter && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === young[young.length - 1 - end]) end += 1;

  const [first, ...rest] = diffed(old.slice(start, old.length - end), young.slice(start, young.length - end));
  const opening = first ? [{ ...first, kept: [...old.slice(0, start), ...first.kept] }] : [];
  return [...opening, ...rest, { kept: old.slice(old.length - end), deleted: [], inserted: [] }];
}

function diffed(old: readonly string[], young: readonly string[]): readonly Stretch[] {
  const whole = [{ kept: [], deleted: old, inserted: young }];
  if (old.length === 0 || young.length === 0) return whole;
  const maxEditLength = Math.min(mostEdits, Math.ceil(steps / (old.length + young.length)));
  const changes = diffArrays([...old], [...young], { maxEditLength });
  if (!changes) return whole;
  const stretches: { kept: readonly string[]; deleted: readonly string[]; inserted: readonly string[] }[] = [];
  let open = { kept: [] as readonly string[], deleted: [] as readonly string[], inserted: [] as readonly string[] };
  for (const { value, added, removed } of changes) {
    const part = added ? 'inserted' : removed ? 'deleted' : 'kept';
    if (part === 'kept' || stretches.length === 0) {
      open = { kept: [], deleted: [], inserted: [] };
      stretches.push(open);
    }
    open[part] = value;
  }
  return stretches;
}

function marked(text: string, mark: NonNullable<Run['mark']>): readonly Run[] {
  return text === '' ? [] : [{ text, mark }];
}
