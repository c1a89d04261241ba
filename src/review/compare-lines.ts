// Turns two lists of lines into those that differ, side by side where one took the other's place: for texts that nobody could read as fields.
import { diffArrays } from 'diff';

/** Null on the side where nothing stands. */
export interface LineChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** Documents that differ in more lines have nothing to do with each other, and comparing them takes the square of it. */
const mostEdits = 2000;

/** Null where too much differs. */
export function compareLines(before: readonly string[], after: readonly string[]): readonly LineChange[] | null {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (!parts) return null;
  const changes: LineChange[] = [];
  let gone: readonly string[] = [];
  const put = (came: readonly string[]) => {
    for (let at = 0; at < Math.max(gone.length, came.length); at += 1) {
      changes.push({ before: gone[at] ?? null, after: came[at] ?? null });
    }
    gone = [];
  };
  for (const { value, removed, added } of parts) {
    if (added) put(value);
    else {
      put([]);
      if (removed) gone = value;
    }
  }
  put([]);
  return changes;
}
