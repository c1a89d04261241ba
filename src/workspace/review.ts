// Reviews two sides: reads what differs, checks both, pairs declarations and compares them. Writes nothing but check's cache.
import type { Finding } from '../base/finding.js';
import { checkSource, type Kits } from '../pipeline.js';
import { pairDeclarations } from '../review/pair-declarations.js';
import type { Review, Unreadable } from '../review/review.js';
import { type Readable, reviewDeclaration, saysNothing } from '../review/review-declaration.js';
import { checkAll } from './check-all.js';
import { digestOfFile } from './digest.js';
import { workspaceAround } from './find.js';
import type { Changed } from './git.js';
import { openKits } from './kits.js';
import { type LoadedSides, loadSides, type SideFile } from './load-sides.js';
import { type Asked, findSides, type Sides } from './sides.js';

export interface ReviewOptions extends Asked {
  readonly signal?: AbortSignal;
}

/** Both sides are read by today's schemas and rules. Throws a UserError where a side cannot be found. */
export async function review(options: ReviewOptions): Promise<Review> {
  const sides = await findSides(options);
  const loaded = await loadSides(sides);
  const kits = openKits(
    sides.kind === 'states' ? sides.root : (workspaceAround(options.cwd) ?? options.cwd),
    digestOfFile,
  );
  const findings = await findingsOfStates(sides, loaded, options.signal);
  const unreadable: Unreadable[] = [];
  const read = async (side: 'before' | 'after'): Promise<readonly Readable[]> => {
    const readable: Readable[] = [];
    for (const one of loaded[side]) {
      const checked = await readOne(one, kits, findings?.[side].get(one.file));
      if ('seen' in checked) readable.push(checked);
      else unreadable.push({ file: one.file, side, findings: checked.findings });
    }
    return readable;
  };
  const [before, after] = [await read('before'), await read('after')];
  const broken = new Set(unreadable.map(({ file }) => file));
  const isWhole = ({ file }: Readable) => !broken.has(file);
  const reviews = pairDeclarations(before.filter(isWhole), after.filter(isWhole)).map(reviewDeclaration);
  const declarations = reviews.filter((one) => !saysNothing(one));
  return {
    before: sides.before.label,
    after: sides.after.label,
    declarations,
    rewritten: reviews.filter(saysNothing).map(({ file }) => file),
    unreadable,
    totals: {
      before: declarations.reduce((sum, { amount }) => sum + (amount.before ?? 0n), 0n),
      after: declarations.reduce((sum, { amount }) => sum + (amount.after ?? 0n), 0n),
    },
  };
}

/** `known`: what a check of the whole state found in it. */
async function readOne(
  { file, place, year, source }: SideFile,
  kits: Kits,
  known: readonly Finding[] | undefined,
): Promise<Readable | { readonly findings: readonly Finding[] }> {
  const bytes = source.value;
  if (!bytes) return { findings: source.findings };
  const { value: checked, seen, facts, findings, reckoning } = await checkSource(file, bytes, kits, year);
  if (!seen) return { findings };
  return { file, place, year, bytes, seen, checked, facts, reckoning, findings: known ?? findings };
}

type FindingsByFile = ReadonlyMap<string, readonly Finding[]>;

/** Rules on the whole tree see all declarations of a state; null where the sides are no states. */
async function findingsOfStates(
  sides: Sides,
  { before, after, states }: LoadedSides,
  signal: AbortSignal | undefined,
): Promise<{ readonly before: FindingsByFile; readonly after: FindingsByFile } | null> {
  if (sides.kind !== 'states' || !states || before.length + after.length === 0) return null;
  const check = async (texts: Changed): Promise<FindingsByFile> => {
    const report = await checkAll(sides.root, { texts, ...(signal && { signal }) });
    return new Map(report.findings.map(({ file, findings }) => [file, findings]));
  };
  // What lies on the disk comes first: what is found there is kept, and need not be found again for the other state.
  const isAfterFirst = states.after.size <= states.before.size;
  const first = await check(isAfterFirst ? states.after : states.before);
  const second = await check(isAfterFirst ? states.before : states.after);
  return isAfterFirst ? { after: first, before: second } : { before: first, after: second };
}
