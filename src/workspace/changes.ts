// Gathers the files that change under a workspace and hands them on once they are calm.
// chokidar keeps a second change of a file within 50 ms to itself, and an editor that truncates and then writes makes two: its raw events tell of both.
import { basename, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
import { statOf } from './digest.js';

export interface Changes {
  /** Whether something has changed that `next` has not handed on. */
  some(): boolean;
  /** Waits until something has changed and is calm. Files and folders relative to the workspace, sorted; none once the signal is raised. */
  next(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Milliseconds without another change: editors save in several steps, and git checks out many files. */
const calm = 25;
/** The same while one of the files is gone or empty: most likely somebody is about to write it. */
const patience = 150;

/** Resolves when every later change will be seen, or when the signal is raised. */
export async function openChanges(root: string, signal: AbortSignal): Promise<Changes> {
  const files = new Set<string>();
  let latest = 0;
  let wake: () => void = () => undefined;
  const stop = () => wake();
  signal.addEventListener('abort', stop);
  const note = (file: string) => {
    files.add(file);
    latest = performance.now();
    wake();
  };

  const inWorkspace = (path: string) => relative(root, path).split(sep).join('/');
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path, stats) => !isWatched(inWorkspace(path), stats?.isFile() === true),
  });
  watcher.on('all', (_event, path) => note(inWorkspace(path)));
  watcher.on('raw', (_event, name, details) => {
    // A watched file reports its own name, a watched folder that of the file in it. Where chokidar polls there is no path, and nothing is kept back.
    const { watchedPath } = details as { readonly watchedPath?: string };
    if (!watchedPath || !name) return;
    const file = inWorkspace(basename(watchedPath) === name ? watchedPath : join(watchedPath, name));
    if (isWatched(file, true)) note(file);
  });
  await new Promise<void>((ready) => {
    wake = ready;
    watcher.once('ready', ready);
    if (signal.aborted) ready();
  });

  return {
    some: () => files.size > 0,
    async next() {
      while (!signal.aborted) {
        const quiet = performance.now() - latest;
        if (files.size === 0) {
          await new Promise<void>((resume) => {
            wake = resume;
          });
        } else if (quiet < calm) {
          await wait(calm - quiet);
        } else if (quiet < patience && [...files].some((file) => !statOf(join(root, file))?.size)) {
          await wait(calm);
        } else {
          const changed = [...files].sort();
          files.clear();
          return changed;
        }
      }
      return [];
    },
    async close() {
      signal.removeEventListener('abort', stop);
      await watcher.close();
    },
  };
}

/** Of projects/ only declarations: editors put their temporary files beside them. */
function isWatched(file: string, isFile: boolean): boolean {
  if (/(?:^|\/)\./.test(file)) return false;
  if (file === '' || /^(?:schema|templates)(?:\/|$)/.test(file)) return true;
  return /^projects(?:\/|$)/.test(file) && (!isFile || /\.ya?ml$/.test(file));
}
