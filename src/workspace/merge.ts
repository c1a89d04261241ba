// Merges the shards of one build into the folder, manifest and report that the whole build gives, byte for byte.
// Nothing is written before every document of every shard has been read and found right.
import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../base/user-error.js';
import { sha256 } from './digest.js';
import { byFile, type DeclarationFile } from './find.js';
import { findShards, shardFilesIn } from './find-shards.js';
import { type Job, openJob, realpathOf } from './job.js';
import { clearLeftovers, markBusy } from './leftovers.js';
import { leftBehind, saveStamps } from './make-outputs.js';
import { type Changes, idOf, withChanges } from './manifest.js';
import { describeReasons, mergeFaults } from './messages.js';
import { findOrphans, removeOrphans } from './orphans.js';
import { readWithin } from './read-within.js';
import { type BuildReport, type Document, gatherFailures } from './report.js';
import { dealOut } from './shard.js';
import type { ShardReport } from './shard-report.js';
import { type Part, type Take, takesOf } from './takes.js';
import { writeWholeFile } from './write-whole-file.js';

export interface MergeOptions {
  /** What the shards were built into, relative to `cwd`; one folder may hold several shards, and be `out` itself. */
  readonly folders: readonly string[];
  /** Absolute; the workspace itself by default. */
  readonly cwd?: string;
  /** Relative to `cwd`; by default out/ of the workspace. */
  readonly out?: string;
  /** As the shards were built with, see BuildOptions. */
  readonly epoch?: number | null;
  /** Raised, the merge ends after the documents under way; the shards stay as they are. */
  readonly signal?: AbortSignal;
}

/** So many documents are in memory at once, each waiting for its own fsync. */
const atOnce = 16;

/** Throws a UserError, with nothing written, for shards that are not all there, not of this checkout or not as they were built. */
export async function merge(root: string, options: MergeOptions): Promise<BuildReport> {
  const { folders, cwd = root, out, epoch = null, signal } = options;
  const shards = findShards(folders, cwd);
  const { paths, formats } = shards[0].report.asked;
  const job = openJob(root, {
    paths,
    epoch,
    ...(formats && { formats }),
    ...(out !== undefined && { out: resolve(cwd, out) }),
  });
  const sizeOf = ({ file }: DeclarationFile) => statSync(join(root, file)).size;
  const dealt = dealOut(job.chosen.declarations, sizeOf, shards.length);
  const parts = shards.map((shard, at): Part => ({ ...shard, declarations: dealt[at] ?? [] }));
  const takes = parts.flatMap((part) => takesOf(part, job));

  clearLeftovers(job.out);
  const changes = knownInPlace(parts, job.out);
  const busy = takes.length > 0 ? await copyAll(takes, job, changes, signal) : [];
  const interrupted = signal?.aborted === true;

  const manifest = withChanges(job.manifest, changes);
  const orphans = job.full && !interrupted ? findOrphans({ ...job, manifest }) : [];
  const removed = removeOrphans(job.out, orphans);
  for (const { file, format, state } of orphans) {
    if (state !== 'edited') changes.dropped.set(file, [...(changes.dropped.get(file) ?? []), format]);
  }
  if (job.chosen.declarations.length + changes.dropped.size > 0) await job.ledger.save(changes);
  if (!interrupted) for (const file of shardFilesIn(job.out)) rmSync(join(job.out, file));
  await saveStamps(job);

  const said = gather(
    parts.map(({ report }) => report),
    job,
  );
  return {
    ...said,
    busy: [...said.busy, ...busy].sort(byFile),
    removed,
    kept: orphans.filter(({ state }) => state === 'edited').map(({ output }) => output),
    interrupted,
  };
}

/**
 * Where shards were built into the very folder that they are merged in, what they know of it, as its own manifest would: of what failed and of
 * what is gone. A declaration may have been another shard's before; what its owner knows is newer and comes last.
 */
function knownInPlace(parts: readonly Part[], out: string): Changes {
  const changes: Changes = { inputs: new Map(), made: new Map(), dropped: new Map() };
  for (const { path, manifest, declarations } of parts) {
    if (realpathOf(path) !== realpathOf(out)) continue;
    for (const [id, inputs] of manifest.inputs) changes.inputs.set(id, inputs);
    const own = new Set(declarations.map(({ file }) => file));
    for (const [file, entries] of manifest.declarations) {
      const known = changes.made.get(file) ?? [];
      changes.made.set(file, own.has(file) ? [...known, ...entries] : [...entries, ...known]);
    }
  }
  return changes;
}

/** Adds what it copies to `changes`. Returns the documents that another program holds. */
async function copyAll(
  takes: readonly Take[],
  job: Job,
  changes: Changes,
  signal: AbortSignal | undefined,
): Promise<readonly Document[]> {
  const busy: Document[] = [];
  const copy = async ({ part, file, format, output, source, inputs, digest }: Take) => {
    const bytes = readWithin(part.path, output);
    // Changed since it was judged.
    if (!bytes || sha256(bytes) !== digest) {
      throw new UserError(mergeFaults.damaged(part.shard, join(part.name, output)));
    }
    const written = await writeWholeFile(join(job.out, output), bytes);
    if (written.outcome === 'busy') {
      busy.push({ file, output });
      return;
    }
    job.stamps.note(`${job.out}/${output}`, written.stamp, digest);
    const made = { source, inputs: idOf(inputs), outputs: { [format]: digest } };
    changes.inputs.set(made.inputs, inputs);
    changes.made.set(file, [...(changes.made.get(file) ?? []), made]);
  };

  const unmark = markBusy(job.out);
  try {
    for (let next = 0; next < takes.length && !signal?.aborted; next += atOnce) {
      await Promise.all(takes.slice(next, next + atOnce).map(copy));
    }
  } finally {
    unmark();
  }
  return busy;
}

type Said = Omit<BuildReport, 'removed' | 'kept' | 'interrupted'>;

/** What the shards say they did, as one build says it; what failed has left behind what stands here. */
function gather(reports: readonly ShardReport[], job: Job): Said {
  const failed = [...job.chosen.refused, ...reports.flatMap((report) => report.failed)];
  const built = reports.flatMap((report) =>
    // Shards build no drafts.
    report.built.map((one) => ({ ...one, reason: describeReasons(one.reasons), draft: false })),
  );
  const cached = reports.flatMap((report) => report.cached ?? []);
  return {
    out: job.out,
    built: built.sort(byFile),
    unchanged: reports.reduce((sum, { unchanged }) => sum + unchanged, 0),
    failed: gatherFailures(failed),
    busy: reports.flatMap((report) => report.busy),
    stale: failed.flatMap(({ file }) => leftBehind(file, job)),
    cached: cached.length > 0 ? cached.reduce((sum, one) => sum + one) : null,
    warnings: job.warnings,
  };
}
