// Reads how the declarations stood at a commit or in the index, from git's objects, without touching the working tree or the index.
// Submodules are read from their own repositories, at the commits that were recorded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../base/user-error.js';
import { gitMessages as messages } from './git-messages.js';
import { type At, listAt, namesFrom, readBlobs } from './git-objects.js';
import { resolveCommit } from './git-refs.js';
import { runGit } from './run-git.js';

/** What stood in files under projects/ where they differ from now; null where there was none. Paths as in findDeclarations. */
export type Changed = ReadonlyMap<string, Uint8Array | null>;

/**
 * The files under projects/ of the workspace `root` that differ between `ref` and the working tree, those git does not track included.
 * Throws a UserError where there is no git, no repository or no such commit.
 */
export async function changedSince(root: string, ref: string): Promise<Changed> {
  return changedFrom(root, await resolveCommit(root, ref));
}

/** The same of a commit that is known to be there, or of the index. */
export async function changedFrom(root: string, at: At): Promise<Changed> {
  return differing(root, at, 'projects');
}

async function differing(folder: string, at: At, where: string): Promise<Changed> {
  const compare = [
    'diff',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '--ignore-submodules=all',
    '-z',
    '--relative',
  ];
  const [changed, untracked, then, now] = await Promise.all([
    namesFrom(folder, [...compare, ...(at === null ? [] : [at]), '--', where]),
    namesFrom(folder, ['ls-files', '--others', '-z', '--', where]),
    listAt(folder, at, where),
    listAt(folder, null, where),
  ]);
  const files = [...new Set([...changed, ...untracked])].filter((file) => !then.submodules.has(file));
  const contents = await readBlobs(
    folder,
    files.flatMap((file) => then.blobs.get(file) ?? []),
  );
  const found = new Map(files.map((file) => [file, contents.get(then.blobs.get(file) ?? '') ?? null]));
  for (const path of new Set([...then.submodules.keys(), ...now.submodules.keys()])) {
    const [was, is] = [then.submodules.get(path), now.submodules.get(path)];
    if (existsSync(join(folder, path, '.git'))) {
      const inside = await inSubmodule(join(folder, path), path, was ?? null);
      for (const [file, bytes] of inside) found.set(`${path}/${file}`, bytes);
      // Nothing of a submodule that is not checked out is there on either side.
    } else if (was !== is) throw new UserError(messages.submoduleNotThere(path));
  }
  return found;
}

/** `commit`: null where the submodule did not exist. */
async function inSubmodule(folder: string, path: string, commit: string | null): Promise<Changed> {
  if (commit === null) return differing(folder, await emptyTree(folder), '.');
  const { status } = await runGit(folder, ['cat-file', '-e', `${commit}^{commit}`]);
  if (status !== 0) throw new UserError(messages.noSubmoduleCommit(path, commit));
  return differing(folder, commit, '.');
}

/** Its name depends on the repository's hash. */
async function emptyTree(folder: string): Promise<string> {
  return (await runGit(folder, ['hash-object', '-t', 'tree', '--stdin'])).stdout.toString().trim();
}
