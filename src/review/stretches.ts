// Makes a comparison of words readable: moves what was added or removed to where a clause begins, and swallows what two texts
// share by accident between two changes.

/** Words that stayed, and what stood and what stands after them. */
export interface Stretch {
  readonly kept: readonly string[];
  readonly deleted: readonly string[];
  readonly inserted: readonly string[];
}

interface TidyStretch {
  readonly kept: string;
  readonly deleted: string;
  readonly inserted: string;
}

/** The last stretch has the words after the last change and no change of its own. */
export function tidied(stretches: readonly Stretch[]): readonly TidyStretch[] {
  return withoutIslands(
    slid(stretches).map(({ kept, deleted, inserted }) => ({
      kept: kept.join(''),
      deleted: deleted.join(''),
      inserted: inserted.join(''),
    })),
  );
}

/**
 * Of 甲活动、乙活动 → 甲活动、丙活动、乙活动 a comparison may say that 活动、丙 or 丙活动、 was inserted, which come to the same: a change
 * of one side alone may move as long as the words that it leaves and enters are equal.
 */
function slid(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  let kept = stretches[0]?.kept ?? [];
  for (const [index, { deleted, inserted }] of stretches.entries()) {
    const next = stretches[index + 1];
    if (!next) {
      result.push({ kept, deleted, inserted });
      break;
    }
    const block = deleted.length === 0 ? inserted : inserted.length === 0 ? deleted : [];
    const by = bestSlide(kept, block, next.kept);
    const line = [...kept.slice(by < 0 ? by : kept.length), ...block, ...next.kept.slice(0, Math.max(by, 0))];
    const from = Math.max(by, 0);
    const moved = line.slice(from, from + block.length);
    result.push({
      kept: [...kept.slice(0, by < 0 ? by : kept.length), ...line.slice(0, from)],
      deleted: block === deleted ? moved : deleted,
      inserted: block === inserted ? moved : inserted,
    });
    kept = by < 0 ? [...line.slice(block.length), ...next.kept] : next.kept.slice(from);
  }
  return result;
}

/** By how many words a block is best moved to the right, or to the left where negative. */
function bestSlide(before: readonly string[], block: readonly string[], after: readonly string[]): number {
  const size = block.length;
  if (size === 0) return 0;
  // Words by their distance from the block's first: in a block that moves, each is the one a block's length before or behind it.
  const at = (index: number) =>
    (index < 0 ? before.at(index) : index < size ? block[index] : after[index - size]) as string;
  let left = 0;
  while (left < before.length && at(-left - 1) === at(size - left - 1)) left += 1;
  let right = 0;
  while (right < after.length && at(right) === at(size + right)) right += 1;
  let best = 0;
  let score = -1;
  for (let by = -left; by <= right; by += 1) {
    const own = rank(at(by + size - 1), at(by));
    if (own > score) [best, score] = [by, own];
  }
  return best;
}

/** How well a block that ends and begins with these words reads as one thing. */
function rank(last: string, first: string): number {
  if (/[\n。；;！？!?]$/u.test(last)) return 4;
  if (/[，、：,:]$/u.test(last)) return 3;
  return /^[\n（(《“，、,；;]/u.test(first) ? 2 : 0;
}

/** Changes parted by a character, or by words that are short beside both of them, become one; lines stay apart. */
function withoutIslands(stretches: readonly TidyStretch[]): readonly TidyStretch[] {
  const result: TidyStretch[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const open = result.at(-1);
    if (!open || index === stretches.length - 1 || !isIsland(open, stretch)) {
      result.push(stretch);
      continue;
    }
    const { kept, deleted, inserted } = stretch;
    result[result.length - 1] = {
      kept: open.kept,
      deleted: open.deleted + kept + deleted,
      inserted: open.inserted + kept + inserted,
    };
  }
  return result;
}

function isIsland(left: TidyStretch, { kept, deleted, inserted }: TidyStretch): boolean {
  if (kept === '') return true;
  if (kept.includes('\n')) return false;
  // Two insertions do not make a replacement of what stands between them, nor do two deletions.
  if (left.deleted + deleted === '' || left.inserted + inserted === '') return false;
  const smaller = Math.min(
    Math.max(left.deleted.length, left.inserted.length),
    Math.max(deleted.length, inserted.length),
  );
  return kept.length <= 1 || kept.length * 3 <= smaller;
}
