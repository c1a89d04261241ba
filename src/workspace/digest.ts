// Names contents by their SHA-256, and states of a file by size, mtime and inode.
import { createHash } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';

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

/** What stands at `path`, or null; a path through a file leads nowhere too. Other errors are thrown. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw error;
  }
}
