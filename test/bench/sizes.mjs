// How much is measured: in full, as the targets ask for, or just enough to see that everything works.

export const full = {
  /** Rounds per document, after those that warm up. */
  rounds: 60,
  warmUp: 15,
  /** Runs of each short process, after one that is dropped. */
  processes: 15,
  /** Pairs of `check` and parsing alone. */
  checks: 3,
  /** Declarations of the trees that targets are about. */
  medium: 1000,
  large: 10_000,
  builds: [
    { count: 1, jobs: [1], runs: 5 },
    { count: 10, jobs: [1, 2], runs: 5 },
    { count: 100, jobs: [1, 2], runs: 3 },
    { count: 1000, jobs: [1], runs: 1 },
    { count: 1000, jobs: [2], runs: 3 },
    { count: 10_000, jobs: [2], runs: 1 },
  ],
  edits: 20,
  items: [10, 100, 1000],
  itemRounds: 7,
};

/** A smoke run: its trees are too small for the targets that name a size, which are then not judged. */
export const quick = {
  rounds: 5,
  warmUp: 2,
  processes: 3,
  checks: 1,
  medium: 5,
  large: 20,
  builds: [
    { count: 1, jobs: [1], runs: 1 },
    { count: 5, jobs: [1, 2], runs: 1 },
    { count: 20, jobs: [2], runs: 1 },
  ],
  edits: 3,
  items: [10, 100],
  itemRounds: 1,
};
