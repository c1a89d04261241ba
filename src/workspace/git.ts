// Reads what git knows of the declarations, from its objects, without touching the working tree or the index.
import { spawn } from 'node:child_process';
import { UserError } from '../base/user-error.js';
import { gitMessages as messages } from './git-messages.js';

/** What stood in files under projects/ at a commit where they differ from now; null where there was none. Paths as in findDeclarations. */
export type Changed = ReadonlyMap<string, Uint8Array | null>;

/**
 * The files under projects/ of the workspace `root` that differ between `ref` and the working tree, those git does not track included.
 * Throws a UserError where there is no git, no repository or no such commit.
 */
export async function changedSince(root: string, ref: string): Promise<Changed> {
  const commit = await resolve(root, ref);
  const [differing, untracked] = await Promise.all([
    names(root, ['diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', '--relative', commit, '--', 'projects']),
    names(root, ['ls-files', '--others', '-z', '--', 'projects']),
  ]);
  const files = [...new Set([...differing, ...untracked])];
  const blobs = await blobsAt(root, commit);
  const contents = await readBlobs(
    root,
    files.flatMap((file) => blobs.get(file) ?? []),
  );
  return new Map(files.map((file) => [file, contents.get(blobs.get(file) ?? '') ?? null]));
}

async function resolve(root: string, ref: string): Promise<string> {
  const inside = await git(root, ['rev-parse', '--is-inside-work-tree']);
  if (inside.status !== 0) throw new UserError(messages.noRepository(root));
  const { status, stdout } = await git(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  if (status !== 0) throw new UserError(messages.noCommit(ref));
  return stdout.toString().trim();
}

/** Object names of the files under projects/ of a commit, links and submodules apart. */
async function blobsAt(root: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const entries = await names(root, ['ls-tree', '-r', '-z', commit, '--', 'projects']);
  return new Map(
    entries.flatMap((entry) => {
      const [, object, file] = /^100[0-7]{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
      return object !== undefined && file !== undefined ? [[file, object] as const] : [];
    }),
  );
}

/** By object name; what a partial or damaged repository lacks is a UserError. */
async function readBlobs(root: string, objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (objects.length === 0) return blobs;
  const { stdout } = await git(root, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
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

async function names(root: string, args: readonly string[]): Promise<readonly string[]> {
  const { status, stdout, stderr } = await git(root, args);
  if (status !== 0) throw new UserError(messages.failed(args[0] ?? '', stderr));
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
}

interface Answer {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

function git(root: string, args: readonly string[], input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', root, ...args], {
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      windowsHide: true,
    });
    const out: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', () => reject(new UserError(messages.noGit())));
    child.on('close', (status) => resolve({ status, stdout: Buffer.concat(out), stderr }));
    // A git that stops before it has read everything has said why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
