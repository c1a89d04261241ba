// Runs node as a process of its own and says how long the whole of it took, and how much memory at most.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './sample.mjs';

/** The command line of the tool. */
export const shenbao = (...args) => [join(repository, 'dist/main.js'), ...args];

/** The floor of every process. */
export const emptyNode = ['-e', '0'];

/** Milliseconds from start to end. Throws where the process does not end with status 0. */
export function run(args, cwd) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

/** The same, and the peak of the process's resident memory, all threads included, in MB (10⁶ bytes). */
export function runForMemory(args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-peak-'));
  try {
    const preload = pathToFileURL(join(import.meta.dirname, 'peak.mjs'));
    preload.searchParams.set('to', join(folder, 'peak'));
    const ms = run(['--import', preload.href, ...args], cwd);
    return { ms, peak: Number(readFileSync(join(folder, 'peak'), 'utf8')) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
