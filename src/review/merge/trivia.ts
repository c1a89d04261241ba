// Merges what stands around values: blank lines and comments. They never conflict: what both sides wrote stands there afterwards.
import type { Entry } from './layout.js';

/** Whole lines above an entry or below a block. Those of `theirs` are indented as ours are. */
export function mergeTrivia(base: string, ours: string, theirs: string): string {
  const [was, here, there] = [base, ours, theirs].map((lines) =>
    linesOf(lines)
      .map((line) => `${bare(line)}\n`)
      .join(''),
  );
  if (there === was || there === here) return ours;
  if (here === was) return theirs;
  // Where both changed something, ours' blank lines stay, and theirs' comments go where their neighbours are.
  const removed = minus(commentsIn(base), commentsIn(theirs));
  const lines = minus(linesOf(ours), removed);
  const added = minus(minus(commentsIn(theirs), commentsIn(base)), minus(commentsIn(ours), commentsIn(base)));
  const first = lines.findIndex((line) => line.trim() !== '');
  let at = first < 0 ? lines.length : first;
  for (const line of linesOf(theirs)) {
    const place = added.indexOf(bare(line));
    if (place >= 0) {
      added.splice(place, 1);
      lines.splice(at, 0, line);
      at += 1;
    } else if (line.trim() !== '') {
      const found = lines.findIndex((one) => bare(one) === bare(line));
      if (found >= 0) at = found + 1;
    }
  }
  return lines.join('');
}

/** The comments of an entry and of all that lies in it, without indentation. */
export function commentsOf({ lead, gap, tail, block }: Entry): readonly string[] {
  const inside = block ? [...block.entries.flatMap(commentsOf), ...commentsIn(block.trailer)] : [];
  return [...commentsIn(lead), ...commentsIn(gap), ...commentsIn(tail), ...inside];
}

/** In lines that hold nothing else, or at the end of one. */
export function commentsIn(trivia: string): readonly string[] {
  return (trivia.match(/#[^\r\n]*/g) ?? []).map((comment) => comment.trimEnd());
}

/** `all` without as many of each as `some` has; without regard to indentation. */
export function minus(all: readonly string[], some: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of some) counts.set(bare(one), (counts.get(bare(one)) ?? 0) + 1);
  return all.filter((one) => {
    const count = counts.get(bare(one)) ?? 0;
    if (count > 0) counts.set(bare(one), count - 1);
    return count === 0;
  });
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n/g) ?? [];
}

function bare(line: string): string {
  return line.trim();
}
