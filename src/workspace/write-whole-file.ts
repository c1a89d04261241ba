// Writes a file whole or not at all: a temporary file beside it, fsync, rename.
// A rename over a file that Excel or WPS holds open fails on Windows; that is an outcome, not an error.
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { UserError } from '../base/user-error.js';
import { type Stamp, sha256, stampOf } from './digest.js';
import { messages } from './messages.js';

/** `same`: the bytes stood there already and were left alone. `busy`: another program holds the file; the old one stays. */
export type Written =
  | { readonly outcome: 'written' | 'same'; readonly digest: string; readonly stamp: Stamp }
  | { readonly outcome: 'busy' };

/** Milliseconds between attempts to replace a file: a virus scanner lets go within these, an open document does not. */
const patience = [10, 40, 150];

let written = 0;

/** Creates the folders it needs. Throws a UserError where the disk is full, read-only or has a file in the way. */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<Written> {
  const digest = sha256(bytes);
  const standing = await standingStamp(path, bytes);
  if (standing) return { outcome: 'same', digest, stamp: standing };

  const temporary = join(dirname(path), temporaryName(basename(path)));
  try {
    const file = await create(temporary);
    let stamp: Stamp;
    try {
      await file.writeFile(bytes);
      await file.sync();
      stamp = stampOf(await file.stat());
    } finally {
      await file.close();
    }
    if (await replace(temporary, path)) return { outcome: 'written', digest, stamp };
    await rm(temporary, { force: true });
    return { outcome: 'busy' };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw toUserError(error, path);
  }
}

/** `.<name>.<pid>-<thread>-<n>.shenbao-tmp`; a long name is cut, so that the whole is never too long where the name is not. */
export function temporaryName(name: string): string {
  written += 1;
  return `.${[...name].slice(0, 24).join('')}.${process.pid}-${threadId}-${written}.shenbao-tmp`;
}

/** The stamp of what stands at `path` when it holds these very bytes. */
async function standingStamp(path: string, bytes: Uint8Array): Promise<Stamp | null> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch {
    return null;
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile() || stat.size !== bytes.length) return null;
    return (await readFile(file)).equals(bytes) ? stampOf(stat) : null;
  } finally {
    await file.close();
  }
}

async function create(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true });
    return open(path, 'wx');
  }
}

async function replace(temporary: string, path: string): Promise<boolean> {
  for (const pause of [...patience, null]) {
    try {
      await rename(temporary, path);
      return true;
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))) throw error;
      if (pause !== null) await wait(pause);
    }
  }
  return false;
}

/** A sentence for what a disk may refuse; any other error stays what it is. */
export function toUserError(error: unknown, path: string): unknown {
  const say = sayings[codeOf(error)];
  return say ? new UserError(say(path), { cause: error }) : error;
}

const sayings: Readonly<Record<string, (typeof messages)['noSpace']>> = {
  ENOSPC: messages.noSpace,
  EDQUOT: messages.noSpace,
  EROFS: messages.readOnly,
  ENOTDIR: messages.notFolder,
  EEXIST: messages.notFolder,
  EISDIR: messages.isFolder,
  ENOTEMPTY: messages.isFolder,
  EACCES: messages.noPermission,
  EPERM: messages.noPermission,
  ENAMETOOLONG: messages.nameTooLong,
};

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
