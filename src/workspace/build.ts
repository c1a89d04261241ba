// Builds a workspace: makes the documents that are not what they would be now, and nothing else.
// A plain build believes that a file of the same size, mtime and inode is the same; under `check` every file is read.
import type { Format } from '../render/renderer.js';
import { checkOutputs } from './check-outputs.js';
import { openJob } from './job.js';
import { makeOutputs } from './make-outputs.js';
import type { BuildReport, Built, Failed } from './report.js';
import type { Shard } from './shard.js';

export interface BuildOptions {
  /** Files and folders under projects/, relative to `cwd`; none: all. */
  readonly paths?: readonly string[];
  /** Absolute; the workspace itself by default. */
  readonly cwd?: string;
  /** All by default. */
  readonly formats?: readonly Format[];
  /** Relative to `cwd`; by default out/ of the workspace. */
  readonly out?: string;
  readonly force?: boolean;
  /** Threads; null or absent: as many as are worth their start. */
  readonly jobs?: number | null;
  readonly shard?: Shard | null;
  /** The folder of an earlier build's outputs, relative to `cwd`: what was made from the same content is copied from there. */
  readonly cache?: string;
  /** Declarations that only break rules are built too, each page marked as a draft. */
  readonly draft?: boolean;
  /** Nothing is written; the report tells what is stale. */
  readonly check?: boolean;
  /** SOURCE_DATE_EPOCH in seconds; null or absent: documents bear 1 January of their year. */
  readonly epoch?: number | null;
  /** Raised, the build ends after the declarations under way, with everything saved. */
  readonly signal?: AbortSignal;
}

export interface BuildEvents {
  planned?(plan: { readonly todo: number; readonly unchanged: number }): void;
  built?(built: Built): void;
  failed?(failed: Failed): void;
}

/** Builds the workspace at `root` (absolute). Throws a UserError where it cannot run as asked; what it has made by then is saved. */
export async function build(root: string, options: BuildOptions, events: BuildEvents = {}): Promise<BuildReport> {
  const job = openJob(root, options);
  return options.check ? checkOutputs(job) : makeOutputs(job, options, events);
}
