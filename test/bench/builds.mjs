// Whole builds of all formats at several sizes. Each is measured once in a run: throughput and memory are two readings of it.
import { run, runForMemory, shenbao } from './processes.mjs';
import { forgetAll } from './trees.mjs';

/** `--jobs` of the builds that targets are about. */
export const judgedJobs = 2;

export function openBuilds(trees, say) {
  const known = new Map();
  return {
    /** [{ ms, peak }], as many as `runs`; everything is built anew each time, into an empty folder. */
    measure(count, jobs, runs) {
      const key = `${count} ${jobs}`;
      const done = known.get(key) ?? [];
      known.set(key, done);
      const root = trees.of(count);
      while (done.length < runs) {
        say(`building ${count.toLocaleString('en')} declarations with --jobs ${jobs}, ${done.length + 1} of ${runs}`);
        forgetAll(root);
        done.push(runForMemory(shenbao('build', '--jobs', String(jobs)), root));
      }
      return done;
    },
    /** The workspace of that size with all its documents up to date. */
    built(count) {
      const root = trees.of(count);
      const isBuilt = [...known.keys()].some((key) => key.startsWith(`${count} `));
      if (!isBuilt) this.measure(count, judgedJobs, 1);
      // Edits of another group, and stamps of files that were too new to be trusted.
      run(shenbao('build'), root);
      return root;
    },
  };
}
