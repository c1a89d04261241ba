// Has a thread work on files that may be anybody's, and ends it when one of them takes too long or too much memory: what a PDF's
// streams inflate to cannot be known beforehand.
import { Worker } from 'node:worker_threads';
import { codeOf } from './write-whole-file.js';

export interface WatchedThread<Task, Answer> {
  /** One task at a time. Null where it was given up; the next task gets a thread of its own. Rejects with what the thread throws. */
  ask(task: Task): Promise<Answer | null>;
  close(): Promise<void>;
}

/** Seconds of the processor, of which a busy machine gives no fewer: ten times what the slowest takes that is not refused for its size. */
const longest = 20;
const megabyte = 1024 * 1024;
/** Bytes that the whole process may grow by, and megabytes of the thread's own objects. Buffers that grow may take twice as much before it is seen. */
const mostGrowth = 448 * megabyte;
const mostHeap = 384;
/** Milliseconds between two looks: what is inflated in one is a dozen megabytes. */
const interval = 25;
/** What waits for something that never comes uses no processor: five minutes, in looks, for a process may be stopped meanwhile. */
const mostLooks = 12_000;

/** The script answers each message with one; `data` is its `workerData`. */
export function openWatchedThread<Task, Answer>(script: string, data: unknown): WatchedThread<Task, Answer> {
  let open: Worker | null = null;
  const start = () => {
    const worker = new Worker(script, {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: mostHeap },
    });
    // One that is ended may still have something to say, which nobody waits for.
    return worker.on('error', () => undefined);
  };
  const close = async () => {
    const worker = open;
    open = null;
    await worker?.terminate();
  };
  return {
    close,
    ask(task) {
      open ??= start();
      const worker = open;
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearInterval(watch);
          worker.removeListener('message', answered).removeListener('error', failed);
          settle();
        };
        const answered = (answer: Answer) => end(() => resolve(answer));
        // The next task's memory is measured from when this one's is free again.
        const fail = (settle: () => void) => end(() => void close().then(settle));
        const failed = (error: Error) => fail(() => (ranOut(error) ? resolve(null) : reject(error)));
        const most = process.memoryUsage.rss() + mostGrowth;
        const before = process.cpuUsage();
        let looks = 0;
        const watch = setInterval(() => {
          looks += 1;
          const { user, system } = process.cpuUsage(before);
          const isLong = user + system > longest * 1_000_000 || looks > mostLooks;
          if (isLong || process.memoryUsage.rss() > most) fail(() => resolve(null));
        }, interval);
        worker.on('message', answered).on('error', failed).postMessage(task);
      });
    },
  };
}

/** Of memory, or of its stack: what a document nests has no end. */
function ranOut(error: Error): boolean {
  return codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' || error.message === 'Maximum call stack size exceeded';
}
