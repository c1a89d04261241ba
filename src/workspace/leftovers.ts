// Clears away the temporary files of builds that were killed. A build marks the folder of outputs while it writes,
// so that a run with nothing to do need not search ten thousand folders for them.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statOf } from './digest.js';
import { codeOf, temporaryName, toUserError } from './write-whole-file.js';

const temporary = /^\..*\.(\d+)-\d+-\d+\.shenbao-tmp$/u;

/** Marks of builds now running in this process. */
const ours = new Set<string>();

/** Marks `folder` as being written to; the caller removes the mark by calling what is returned. Throws UserErrors as writing does. */
export function markBusy(folder: string): () => void {
  const mark = join(folder, temporaryName('build'));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(mark, '');
  } catch (error) {
    throw toUserError(error, folder);
  }
  ours.add(mark);
  return () => {
    ours.delete(mark);
    rmSync(mark, { force: true });
  };
}

/**
 * Removes the temporary files under `folder` whose process is gone, when a mark of such a process lies in it.
 * A number that this process bears now may have been a killed one's (containers count from 1): its marks are not ours.
 */
export function clearLeftovers(folder: string): void {
  if (!statOf(folder)?.isDirectory()) return;
  const marks = readdirSync(folder).filter((name) => temporary.test(name) && !ours.has(join(folder, name)));
  if (!marks.some(isDead)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !temporary.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!ours.has(path) && isDead(entry.name)) rmSync(path, { force: true });
  }
}

function isDead(name: string): boolean {
  const pid = Number(temporary.exec(name)?.[1]);
  if (pid === process.pid) return ours.size === 0;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}
