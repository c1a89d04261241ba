// Asks the machine: whether a folder can be written, how much space there is, what git says.
import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statOf } from './digest.js';
import { temporaryName } from './write-whole-file.js';

/** Tried on the folder, or where it would be made. */
export function canWrite(folder: string): boolean {
  let nearest = folder;
  while (!statOf(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  const path = join(nearest, temporaryName('doctor'));
  try {
    writeFileSync(path, '', { flag: 'wx' });
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** MB that this user may still fill. */
export function freeSpace(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / 1_000_000;
}

export interface GitState {
  readonly version: string;
  readonly inRepository: boolean;
  /** Names that are not ASCII are shown as codes. */
  readonly quotesNames: boolean;
}

/** Null where there is no git. `root` null: asked of no folder. */
export function gitState(root: string | null, env: Readonly<Record<string, string | undefined>>): GitState | null {
  const ask = (...args: readonly string[]): string | null => {
    const { status, stdout } = spawnSync('git', args, { cwd: root ?? undefined, env, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  const version = ask('--version');
  if (version === null) return null;
  return {
    version: version.replace(/^git version /, ''),
    inRepository: root !== null && ask('rev-parse', '--is-inside-work-tree') === 'true',
    quotesNames: ask('config', '--type=bool', 'core.quotePath') !== 'false',
  };
}
