// Remembers by which stamps a declaration and its documents were up to date, so that a build with nothing to do compares
// numbers and reads neither manifest nor digests. Believed only for the very manifest and inputs that it was written for.
import { readFileSync } from 'node:fs';
import type { Format } from '../render/renderer.js';
import { type Stamp, statOf } from './digest.js';
import { type DeclarationFile, outputOf } from './find.js';
import { writeWholeFile } from './write-whole-file.js';

export interface Fresh {
  /** Every declaration of the manifest. */
  readonly recorded: readonly string[];
  /** Whether source and documents all bear the stamps that they had when nothing was to be done for them. */
  holds(declaration: DeclarationFile): boolean;
}

/** What a declaration's state is read from. `root` and `out` are absolute, `stampOf` gives null for what is not known. */
export interface Site {
  readonly root: string;
  readonly out: string;
  readonly formats: readonly Format[];
}

const heading = 'shenbao fresh 1';
/** Size, mtime in whole milliseconds, inode. */
const perFile = 3;

/** The table at `path`, or null where there is none for `key`, which names everything that being up to date depends on but stamps. */
export function openFresh(path: string, key: string, site: Site): Fresh | null {
  const table = load(path, key, site);
  if (!table) return null;
  const { names, numbers } = table;
  const rows = new Map(names.map((name, row) => [name, row]));
  const width = perFile * (1 + site.formats.length);
  return {
    recorded: names,
    holds(declaration) {
      const row = rows.get(declaration.file);
      if (row === undefined) return false;
      let at = row * width;
      // An unknown stamp is NaN, which equals nothing.
      for (const file of filesOf(declaration, site)) {
        const stat = statOf(file);
        if (!stat?.isFile() || stat.size !== numbers[at]) return false;
        if (Math.trunc(stat.mtimeMs) !== numbers[at + 1] || stat.ino !== numbers[at + 2]) return false;
        at += perFile;
      }
      return true;
    },
  };
}

/** `recorded`: every declaration of the manifest; `isFresh`: whether there is nothing to do for it, by the stamps that `stampOf` gives. */
export async function saveFresh(
  path: string,
  key: string,
  site: Site,
  recorded: readonly DeclarationFile[],
  isFresh: (declaration: DeclarationFile) => boolean,
  stampOf: (path: string) => Stamp | null,
): Promise<void> {
  const names = Buffer.from(recorded.map(({ file }) => file).join('\n'));
  const numbers = new Float64Array(recorded.length * perFile * (1 + site.formats.length)).fill(Number.NaN);
  recorded.forEach((declaration, row) => {
    if (!isFresh(declaration)) return;
    const stamps = filesOf(declaration, site).map((file) => stampOf(file)?.split(' ').map(Number));
    numbers.set(
      stamps.flatMap((stamp) => stamp ?? []),
      row * stamps.length * perFile,
    );
  });
  const head = Buffer.from(`${heading} ${key} ${names.length}\n`);
  await writeWholeFile(path, Buffer.concat([head, names, Buffer.from(numbers.buffer)]));
}

function load(path: string, key: string, { formats }: Site) {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  const head = bytes.subarray(0, bytes.indexOf('\n') + 1);
  const [, given, length] = /^(.* [0-9a-f]{64}) (\d+)\n$/.exec(head.toString('latin1')) ?? [];
  if (given !== `${heading} ${key}`) return null;
  const end = head.length + Number(length);
  const names = bytes.toString('utf8', head.length, end).split('\n');
  const numbers = bytes.subarray(end);
  if (numbers.length !== names.length * perFile * (1 + formats.length) * Float64Array.BYTES_PER_ELEMENT) return null;
  return {
    names,
    // A copy, since numbers have to begin at a multiple of their size.
    numbers: new Float64Array(new Uint8Array(numbers).buffer),
  };
}

function filesOf({ file, stem }: DeclarationFile, { root, out, formats }: Site): readonly string[] {
  return [`${root}/${file}`, ...formats.map((format) => `${out}/${outputOf(stem, format)}`)];
}
