// Remembers the digests of files by size, mtime and inode, so that an unchanged file is not read again.
// A file touched within the last two seconds is not remembered (FAT's mtime ticks that slowly): an edit might bear the same stamp.
import { existsSync, readFileSync } from 'node:fs';
import { digestOfFile, type Stamp, stampOf, statOf } from './digest.js';
import { once } from './once.js';
import { writeWholeFile } from './write-whole-file.js';

const heading = 'shenbao stamps 1\n';
const settled = 2000;
/** Characters that are joined into one text before they become bytes. */
const partSize = 2 ** 20;

export interface Stamps {
  /** Digest of the bytes of the file at an absolute path, or null where there is no file. */
  digest(path: string): string | null;
  /** Stamp and digest as last seen or noted, without looking; null where nothing is known. */
  recall(path: string): { readonly stamp: Stamp; readonly digest: string } | null;
  /** Notes a file that this process wrote itself: its content is known, not guessed. */
  note(path: string, stamp: Stamp, digest: string): void;
  /** Writes the store when it changed, without the files that are gone. Says whether it did. */
  save(): Promise<boolean>;
}

/**
 * The store at `file`; a missing or broken one is empty. With `trust` false nothing is taken from it (`--check`), and a file
 * is read once in this run.
 */
export function openStamps(file: string, trust: boolean): Stamps {
  // Where all is as it was, no store of fifty thousand stamps is needed at all.
  const known = once(() => (trust ? load(file) : new Map<string, string>()));
  let changed = false;

  return {
    digest(path) {
      const stat = statOf(path);
      if (!stat?.isFile()) return null;
      const stamp = stampOf(stat);
      const line = known().get(bytesOf(path));
      if (line !== undefined && line.length === stamp.length + 65 && line.startsWith(stamp)) return line.slice(-64);
      const digest = digestOfFile(path);
      changed = true;
      if (stat.mtimeMs < Date.now() - settled) known().set(bytesOf(path), `${stamp} ${digest}`);
      else known().delete(bytesOf(path));
      return digest;
    },
    recall(path) {
      const line = known().get(bytesOf(path));
      return line === undefined ? null : { stamp: line.slice(0, -65), digest: line.slice(-64) };
    },
    note(path, stamp, digest) {
      changed = true;
      // Put through bytes, as a text that holds no parts of what it was joined from.
      known().set(bytesOf(path), bytesOf(`${stamp} ${digest}`));
    },
    async save() {
      if (!changed) return false;
      const parts: Buffer[] = [];
      let text = heading;
      for (const [path, line] of known()) {
        if (existsSync(Buffer.from(path, 'latin1'))) text += `${path}\t${line}\n`;
        if (text.length < partSize) continue;
        parts.push(Buffer.from(text, 'latin1'));
        text = '';
      }
      await writeWholeFile(file, Buffer.concat([...parts, Buffer.from(text, 'latin1')]));
      return true;
    },
  };
}

/** A path's UTF-8, a byte a character: one character beyond Latin-1 would make the whole store take twice the memory. */
function bytesOf(path: string): string {
  return Buffer.from(path).toString('latin1');
}

/** One file a line: path, tab, stamp, digest. A path with a tab or a line break in it is never found again, and read each time. */
function load(file: string): Map<string, string> {
  const known = new Map<string, string>();
  let text: string;
  try {
    text = readFileSync(file, 'latin1');
  } catch {
    return known;
  }
  if (!text.startsWith(heading)) return known;
  let start = heading.length;
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    const tab = text.indexOf('\t', start);
    if (tab > 0 && tab < end) known.set(text.slice(start, tab), text.slice(tab + 1, end));
    start = end + 1;
  }
  return known;
}
