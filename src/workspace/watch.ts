// Builds, then builds again what each edit touches, until it is told to stop. A bad edit is reported and waited out.
import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { type BuildEvents, type BuildOptions, build } from './build.js';
import { findDeclarations, select } from './find.js';
import type { BuildReport } from './report.js';

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

/** Milliseconds without another change before a build begins: editors save in several steps, and git checks out many files. */
const calm = 80;

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
  const { watch: open } = await import('chokidar');
  const changes = new Set<string>();
  let wake: () => void = () => undefined;

  const watcher = open(root, {
    ignoreInitial: true,
    ignored: (path, stats) => !isWatched(relative(root, path).split(sep).join('/'), stats?.isFile() === true),
  });
  watcher.on('all', (_event, path) => {
    changes.add(relative(root, resolve(root, path)).split(sep).join('/'));
    wake();
  });
  const stop = () => wake();
  signal.addEventListener('abort', stop);

  try {
    await new Promise<void>((seen) => {
      watcher.once('ready', seen);
      if (signal.aborted) seen();
      signal.addEventListener('abort', () => seen(), { once: true });
    });
    if (signal.aborted) return;
    events.ready?.();
    await buildOnce(root, options, events);
    while (!signal.aborted) {
      await settled(changes, signal, (resume) => {
        wake = resume;
      });
      if (signal.aborted) break;
      const files = [...changes].sort();
      changes.clear();
      events.changed?.(files);
      await buildOnce(root, narrowed(root, options, files), events);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await watcher.close();
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

/** Waits until something has changed and then for a calm; `onWake` takes what interrupts the wait. */
async function settled(
  changes: ReadonlySet<string>,
  signal: AbortSignal,
  onWake: (resume: () => void) => void,
): Promise<void> {
  let seen = -1;
  while (!signal.aborted && (changes.size === 0 || changes.size !== seen)) {
    seen = changes.size;
    await new Promise<void>((resume) => {
      onWake(resume);
      if (signal.aborted) resume();
      else if (changes.size > 0) setTimeout(resume, calm);
    });
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

/** Of projects/ only declarations: editors put their temporary files beside them. */
function isWatched(path: string, isFile: boolean): boolean {
  if (/(?:^|\/)\./.test(path)) return false;
  if (path === '' || /^(?:schema|templates)(?:\/|$)/.test(path)) return true;
  return /^projects(?:\/|$)/.test(path) && (!isFile || /\.ya?ml$/.test(path));
}
