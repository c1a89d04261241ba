// Real git repositories in temporary folders, with names and mail of their own and nothing of the machine's settings.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const settings = [
  'user.name=a',
  'user.email=a@b',
  'commit.gpgsign=false',
  'init.defaultBranch=main',
  'protocol.file.allow=always',
];

/** Runs git in a folder and returns what it prints; throws with what it complains of. */
export function gitIn(folder: string, ...args: readonly string[]): string {
  const given = settings.flatMap((setting) => ['-c', setting]);
  return execFileSync('git', ['-C', folder, ...given, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Writes a file, or removes it where `content` is null. */
export function put(root: string, file: string, content: string | Uint8Array | null): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  if (content === null) rmSync(path);
  else writeFileSync(path, content);
}

/** Commits all that lies in the folder; returns the commit's id. */
export function commitAll(root: string, message = 'x'): string {
  gitIn(root, 'add', '-A');
  gitIn(root, 'commit', '-q', '--allow-empty', '-m', message);
  return gitIn(root, 'rev-parse', 'HEAD').trim();
}

/** Makes the folder a repository whose first commit holds these files. */
export function initRepository(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  gitIn(root, 'init', '-q');
  for (const [file, content] of Object.entries(files)) put(root, file, content);
  commitAll(root, 'first');
}
