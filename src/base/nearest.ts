// The known name a mistyped one was most likely meant to be.
import { distance } from 'fastest-levenshtein';

/** Null when none is near: more than half of the longer name would have to change. */
export function nearest(name: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  return best && best.edits * 2 <= Math.max(name.length, best.candidate.length) ? best.candidate : null;
}
