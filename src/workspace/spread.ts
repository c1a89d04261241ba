// Runs many tasks: in this thread, or spread over worker threads where that is worth their start.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import type { Site } from './make.js';

/** Threads take half a second to start, and each loads libraries and forms anew. */
const worthAPool = 100;
/** Each thread takes some 100 MB. */
const mostThreads = 8;
/**
 * MB. Told of no limit, a thread lets 150 MB pile up of which 30 are in use: V8 collects the later, the larger a heap it may have.
 * The largest declaration that is not refused takes 150.
 */
const oldGeneration = 512;

/** What the pool hands to every thread once. */
export interface Start {
  readonly root: string;
  /** Of a build; null for a check. */
  readonly site: Site | null;
  /** Digests of fonts and code that need not be computed again. */
  readonly digests: ReadonlyMap<string, string>;
}

/** What a thread sends back. An error's class does not survive the way, so a UserError travels as its words. */
export type Answer<Result> = { readonly result: Result } | { readonly fault: Words };

/** One kind of work, the same here and in a thread. */
export interface Work<Task, Result> {
  /** What worker.ts exports it as. */
  readonly name: 'make' | 'check';
  readonly start: () => Start;
  /** MB for what is newly made, of which little lives on: less costs time, more saves none. V8's own choice is 48. */
  readonly youngGeneration: number;
  readonly here: () => Promise<(task: Task) => Promise<Result>>;
}

/** How many threads `files` are worth; `jobs` null: as many as the machine has use for. */
function threadsFor(files: number, tasks: number, jobs: number | null): number {
  if (jobs === null && files < worthAPool) return 1;
  return Math.max(1, Math.min(jobs ?? Math.min(availableParallelism(), mostThreads), tasks));
}

/**
 * Hands every result to `done` as it comes, in no particular order. Stops taking up tasks when the signal is raised or `done`
 * returns false; what is under way is finished. Run from uncompiled sources, where there is no worker, all is done here.
 */
export async function spread<Task, Result>(
  tasks: readonly Task[],
  files: number,
  jobs: number | null,
  work: Work<Task, Result>,
  signal: AbortSignal | undefined,
  done: (result: Result, task: Task) => Promise<boolean>,
): Promise<void> {
  if (tasks.length === 0) return;
  const threads = threadsFor(files, tasks.length, jobs);
  const worker = fileURLToPath(new URL('./worker.js', import.meta.url));
  let next = 0;
  let going = true;
  const lane = async (run: (task: Task) => Promise<Result>) => {
    while (going && !signal?.aborted && next < tasks.length) {
      const task = tasks[next++] as Task;
      const result = await run(task);
      going = (await done(result, task)) && going;
    }
  };

  if (threads === 1 || !existsSync(worker)) {
    const run = await work.here();
    // Work that never waits for anything would leave no turn in which an interrupt could be heard.
    return lane((task) => nextTurn().then(() => run(task)));
  }
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: worker,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    // Not every flag that a program may be started with (`--input-type`) is allowed for its threads.
    execArgv: [],
    workerData: work.start(),
    resourceLimits: { maxYoungGenerationSizeMb: work.youngGeneration, maxOldGenerationSizeMb: oldGeneration },
  });
  try {
    const run = async (task: Task): Promise<Result> => {
      const answer = (await pool.run(task, { name: work.name })) as Answer<Result>;
      if ('fault' in answer) throw new UserError(answer.fault);
      return answer.result;
    };
    await Promise.all(Array.from({ length: threads }, () => lane(run)));
  } finally {
    await pool.destroy();
  }
}
