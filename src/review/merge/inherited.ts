// Keeps a comment from standing twice where both sides put an entry between it and what it stood above: each of the two would bring it.
import type { Block } from './layout.js';
import { commentsIn } from './trivia.js';

interface Standing {
  readonly lead: string;
  /** Theirs alone has it. */
  readonly isAdded: boolean;
}

interface Sides {
  readonly base: Block | null;
  readonly ours: Block;
  readonly theirs: Block;
}

/** The entries of a merged block; what theirs added loses the comments that stood there before and stand elsewhere already. */
export function inheritedOnce<T extends Standing>(entries: readonly T[], trailer: string, sides: Sides): readonly T[] {
  if (!entries.some(({ isAdded, lead }) => isAdded && lead.includes('#'))) return entries;
  const [was, here, there] = [sides.base, sides.ours, sides.theirs].map((block) =>
    countsIn(block ? [...block.entries.map(({ lead }) => lead), block.trailer] : []),
  ) as [Counts, Counts, Counts];
  const surplus = new Map<string, number>();
  for (const [comment, count] of countsIn([...entries.map(({ lead }) => lead), trailer])) {
    const before = was.get(comment) ?? 0;
    const wanted = (here.get(comment) ?? 0) + (there.get(comment) ?? 0) - before;
    if (before > 0 && count > wanted) surplus.set(comment, count - wanted);
  }
  if (surplus.size === 0) return entries;
  return entries.map((entry) => (entry.isAdded ? { ...entry, lead: withoutSurplus(entry.lead, surplus) } : entry));
}

type Counts = ReadonlyMap<string, number>;

function countsIn(trivia: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const comment of trivia.flatMap(commentsIn)) counts.set(comment, (counts.get(comment) ?? 0) + 1);
  return counts;
}

function withoutSurplus(lead: string, surplus: Map<string, number>): string {
  const lines = lead.match(/[^\n]*\n/g) ?? [];
  return lines
    .filter((line) => {
      const comment = line.trim();
      const left = surplus.get(comment) ?? 0;
      if (left > 0) surplus.set(comment, left - 1);
      return left <= 0;
    })
    .join('');
}
