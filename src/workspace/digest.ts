// Names contents by their SHA-256, and states of a file by size, mtime and inode.
import { createHash } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { UserError } from '../base/user-error.js';
import { messages } from './messages.js';

/** Lower-case hex. Several parts are digested as if joined by NUL. */
export function sha256(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  parts.forEach((part, index) => {
    if (index > 0) hash.update('\0');
    hash.update(part);
  });
  return hash.digest('hex');
}

/** Of a file's content, read anew at every call. */
export function digestOfFile(path: string): string {
  return sha256(readFileSync(path));
}

/** Size, mtime in milliseconds and inode as one word: while it is the same, the content is taken to be. */
export type Stamp = string;

export function stampOf(stat: Stats): Stamp {
  return `${stat.size} ${Math.trunc(stat.mtimeMs)} ${stat.ino}`;
}

/**
 * What stands at `path`, or null; a path through a file leads nowhere too. Throws a UserError, which calls it `name`, where the system does not
 * let it be looked at: links in a circle, a closed folder.
 */
export function statOf(path: string, name = path): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return null;
    throw new UserError(messages.unreadable(name, code), { cause: error });
  }
}
