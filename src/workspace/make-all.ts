// Makes many declarations: here, or spread over worker threads where that is worth their start.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DiskKits } from './kits.js';
import type { Result, Site, Task } from './make.js';

/** A pool takes a second to start, and every thread loads fonts and renderers anew. */
const worthAPool = 100;
/** Each thread takes some 200 MB. */
const mostThreads = 8;

/** `jobs` null: as many as the machine has use for. */
function threadsFor(tasks: number, jobs: number | null): number {
  if (jobs === null && tasks < worthAPool) return 1;
  return Math.max(1, Math.min(jobs ?? Math.min(availableParallelism(), mostThreads), tasks));
}

/**
 * Hands every result to `done` as it comes, in no particular order. Stops taking up tasks when the signal is raised or `done`
 * returns false; what is under way is finished. Run from uncompiled sources, where there is no worker, all is made here.
 */
export async function makeAll(
  tasks: readonly Task[],
  site: Site,
  kits: DiskKits,
  jobs: number | null,
  signal: AbortSignal | undefined,
  done: (result: Result, task: Task) => Promise<boolean>,
): Promise<void> {
  const threads = threadsFor(tasks.length, jobs);
  const worker = fileURLToPath(new URL('./worker.js', import.meta.url));
  const pool = threads > 1 && existsSync(worker) ? await openPool(worker, threads, site, kits) : null;
  let next = 0;
  let going = true;
  const lane = async (run: (task: Task) => Promise<Result>) => {
    while (going && !signal?.aborted && next < tasks.length) {
      const task = tasks[next++] as Task;
      const result = await run(task);
      going = (await done(result, task)) && going;
    }
  };

  if (!pool) {
    const { make } = await import('./make.js');
    return lane((task) => make(task, site, kits));
  }
  try {
    await Promise.all(Array.from({ length: threads }, () => lane((task) => pool.run(task) as Promise<Result>)));
  } finally {
    await pool.destroy();
  }
}

async function openPool(worker: string, threads: number, site: Site, kits: DiskKits) {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: worker,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    // Not every flag that a program may be started with (`--input-type`) is allowed for its threads.
    execArgv: [],
    workerData: { site, digests: kits.digests() },
  });
}
