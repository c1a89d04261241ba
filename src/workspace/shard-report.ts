// What one shard of a build says it did, kept beside its manifest as `.report-i-of-n.json` until the shards are merged.
// Only what the merge cannot see for itself: what is stale, removed or kept depends on the folder that it merges into.
import { rmSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Format } from '../render/renderer.js';
import { sha256 } from './digest.js';
import { byFile, type DeclarationFile } from './find.js';
import type { Job } from './job.js';
import { idOf } from './manifest.js';
import type { Reason } from './messages.js';
import type { BuildReport, Document, Failed } from './report.js';
import { type Shard, shardFile } from './shard.js';
import { toUserError, writeWholeFile } from './write-whole-file.js';

/** Declarations, outputs and lists as in a BuildReport; no times and no absolute paths. */
export interface ShardReport {
  readonly version: 1;
  readonly shard: Shard;
  readonly asked: Asked;
  /** Names everything that the shard's documents and findings came from; see `stateOf`. */
  readonly state: string;
  readonly built: readonly BuiltByShard[];
  readonly unchanged: number;
  /** One by one, not gathered, and without the names that no shard can build. */
  readonly failed: readonly Failed[];
  readonly busy: readonly Document[];
  readonly cached: number | null;
  readonly interrupted: boolean;
}

/** The words of the reasons follow from them. */
export interface BuiltByShard extends Pick<Failed, 'file' | 'findings'> {
  readonly outputs: readonly string[];
  readonly reasons: readonly Reason[];
  readonly remarks: number;
}

/** What every shard of one build was asked for alike. */
export interface Asked {
  /** Relative to the workspace, with `/`; none: all of projects/. */
  readonly paths: readonly string[];
  /** Null: all. */
  readonly formats: readonly Format[] | null;
}

export function askedOf(root: string, cwd: string, paths: readonly string[], formats: readonly Format[] | null): Asked {
  return { paths: paths.map((path) => relative(root, resolve(cwd, path)).split(sep).join('/')), formats };
}

/** A digest of these declarations' sources and of what every form is printed with. */
export function stateOf(
  declarations: readonly DeclarationFile[],
  { root, epoch, kits, stamps }: Pick<Job, 'root' | 'epoch' | 'kits' | 'stamps'>,
): string {
  const sources = declarations.flatMap(({ file }) => [file, stamps.digest(`${root}/${file}`) ?? '']);
  const inputs = kits.forms.map(({ title }) => kits.inputsFor(title, epoch));
  return sha256(...sources, ...inputs.map((one) => (one ? idOf(one) : '')));
}

/** Before a shard is built: should the build be killed, no report of an earlier one may speak for it. */
export function removeShardReport(out: string, shard: Shard): void {
  const path = `${out}/${shardFile('report', shard)}`;
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw toUserError(error, path);
  }
}

export async function saveShardReport(
  out: string,
  about: Pick<ShardReport, 'shard' | 'asked' | 'state' | 'failed'>,
  { built, unchanged, busy, cached, interrupted }: BuildReport,
): Promise<void> {
  const report: ShardReport = {
    version: 1,
    ...about,
    built: built.map(({ file, outputs, reasons, findings, remarks }) => ({
      file,
      outputs,
      reasons,
      findings,
      remarks,
    })),
    unchanged,
    failed: [...about.failed].sort(byFile),
    busy,
    cached,
    interrupted,
  };
  await writeWholeFile(`${out}/${shardFile('report', about.shard)}`, Buffer.from(`${JSON.stringify(report)}\n`));
}
