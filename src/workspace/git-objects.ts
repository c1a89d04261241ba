// Lists and reads what git keeps of the declarations at a commit or in the index, from its objects alone.
import { UserError } from '../base/user-error.js';
import { gitMessages as messages } from './git-messages.js';
import { runGit } from './run-git.js';

/** A commit's id, or null for the index. */
export type At = string | null;

export interface Listing {
  /** Object names of the files, links apart, by path relative to the folder that git was asked in. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Commits of the submodules. */
  readonly submodules: ReadonlyMap<string, string>;
}

/** What lies under `where`, a path relative to `folder`, which lies in the repository. */
export async function listAt(folder: string, at: At, where: string): Promise<Listing> {
  const list = at === null ? ['ls-files', '--stage', '-z'] : ['ls-tree', '-r', '-z', at];
  const blobs = new Map<string, string>();
  const submodules = new Map<string, string>();
  for (const entry of await namesFrom(folder, [...list, '--', where])) {
    const [, mode, object = '', file = ''] =
      /^([0-7]+) (?:blob |commit )?([0-9a-f]+)(?: [0-3])?\t(.+)$/s.exec(entry) ?? [];
    if (mode === '160000') submodules.set(file, object);
    else if (mode?.startsWith('100')) blobs.set(file, object);
  }
  return { blobs, submodules };
}

/** By object name; what a partial or damaged repository lacks is a UserError. */
export async function readBlobs(folder: string, objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (objects.length === 0) return blobs;
  const { stdout } = await runGit(folder, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  let at = 0;
  for (const object of objects) {
    const end = stdout.indexOf(10, at);
    const size = Number(/^[0-9a-f]+ blob ([0-9]+)$/.exec(stdout.toString('latin1', at, end))?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw new UserError(messages.noObject(object));
    blobs.set(object, stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}

/** What a git command prints, taken apart at its NULs. */
export async function namesFrom(folder: string, args: readonly string[]): Promise<readonly string[]> {
  const { status, stdout, stderr } = await runGit(folder, args);
  if (status !== 0) throw new UserError(messages.failed(args[0] ?? '', stderr));
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
}
