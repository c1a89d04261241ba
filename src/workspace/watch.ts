// Builds, then builds again what each edit touches, until it is told to stop. A bad edit is reported and waited out.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { type BuildEvents, type BuildOptions, build } from './build.js';
import { openChanges } from './changes.js';
import { findDeclarations, select } from './find.js';
import type { BuildReport } from './report.js';
import { warmUp } from './warm-up.js';

export interface WatchEvents extends BuildEvents {
  /** Edits are seen from now on. */
  ready?(): void;
  /** Before each build but the first: the files that changed, relative to the workspace, sorted. */
  changed?(files: readonly string[]): void;
  /** After each build. */
  done?(report: BuildReport): void;
  /** A build that could not run, for example because the schema cannot be read at the moment. */
  stopped?(words: Words): void;
}

/**
 * Resolves when `options.signal` is raised and the build under way has ended. Throws a UserError only where the first build could not even be asked
 * for: no such path, outputs among sources.
 */
export async function watch(
  root: string,
  options: BuildOptions & { readonly signal: AbortSignal },
  events: WatchEvents = {},
): Promise<void> {
  const { signal } = options;
  if (options.paths?.length) select(root, findDeclarations(root), options.paths, options.cwd ?? root);
  const changes = await openChanges(root, signal);
  try {
    if (signal.aborted) return;
    events.ready?.();
    await buildOnce(root, options, events);
    await warmUp(root, options, () => signal.aborted || changes.some());
    // Changes during a build are the next one's, so the last state of every file is built.
    for (let files = await changes.next(); !signal.aborted; files = await changes.next()) {
      events.changed?.(files);
      await buildOnce(root, narrowed(root, options, files), events);
    }
  } finally {
    await changes.close();
  }
}

async function buildOnce(root: string, options: BuildOptions, events: WatchEvents): Promise<void> {
  try {
    events.done?.(await build(root, options, events));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    events.stopped?.(error.words);
  }
}

/**
 * Only the sources that changed, where nothing but existing sources did and the whole tree is watched; everything else asks for a whole build, which
 * by its digests finds the declarations of the form that was touched, and the orphans.
 */
function narrowed(root: string, options: BuildOptions, files: readonly string[]): BuildOptions {
  const whole = (options.paths ?? []).length === 0 && !options.shard;
  const sources = files.every((file) => /^projects\/.*\.ya?ml$/.test(file) && existsSync(join(root, file)));
  const known = sources ? new Set(findDeclarations(root).declarations.map(({ file }) => file)) : null;
  if (!whole || !known || !files.every((file) => known.has(file))) return options;
  return {
    ...options,
    cwd: root,
    paths: files,
    ...(options.out !== undefined && { out: resolve(options.cwd ?? root, options.out) }),
  };
}
