// Writes a file whole or not at all: a temporary file beside it, fsync, rename.
// A rename over a file that Excel or WPS holds open fails on Windows; that is an outcome, not an error.
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { threadId } from 'node:worker_threads';
import { UserError } from '../base/user-error.js';
import { type Stamp, sha256, stampOf } from './digest.js';
import { messages } from './messages.js';

// What may wait for the disk's journal gives way to other work: called synchronously, a declaration's four documents take five times as long.
// Of bare descriptors, since the file handles of node:fs/promises take a third more of the processor's time.
const open = promisify(fs.open);
const writeFile = promisify(fs.writeFile);
const fsync = promisify(fs.fsync);
const fstat = promisify(fs.fstat);
const close = promisify(fs.close);
const rename = promisify(fs.rename);

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
  const standing = standingStamp(path, bytes);
  if (standing) return { outcome: 'same', digest, stamp: standing };

  const temporary = join(dirname(path), temporaryName(basename(path)));
  try {
    const file = await create(temporary);
    let stamp: Stamp;
    try {
      await writeFile(file, bytes);
      await fsync(file);
      stamp = stampOf(await fstat(file));
    } finally {
      await close(file);
    }
    if (await replace(temporary, path)) return { outcome: 'written', digest, stamp };
    discard(temporary);
    return { outcome: 'busy' };
  } catch (error) {
    discard(temporary);
    throw toUserError(error, path);
  }
}

/** `.<name>.<pid>-<thread>-<n>.shenbao-tmp`; a long name is cut, so that the whole is never too long where the name is not. */
export function temporaryName(name: string): string {
  written += 1;
  return `.${[...name].slice(0, 24).join('')}.${process.pid}-${threadId}-${written}.shenbao-tmp`;
}

/** The stamp of what stands at `path` when it holds these very bytes; it is read only where the size is right. */
function standingStamp(path: string, bytes: Uint8Array): Stamp | null {
  try {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size !== bytes.length) return null;
    return fs.readFileSync(path).equals(bytes) ? stampOf(stat) : null;
  } catch {
    return null;
  }
}

async function create(path: string): Promise<number> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    fs.mkdirSync(dirname(path), { recursive: true });
    return open(path, 'wx');
  }
}

function discard(temporary: string): void {
  try {
    fs.rmSync(temporary, { force: true });
  } catch {
    // What led here tells more, and a later build clears it away.
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
