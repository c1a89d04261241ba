// Turns timings into medians, spreads and ratios. A ratio is the median of the ratios of pairs that were taken in the same round,
// so that a machine that is slow for a while is slow for both.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** The value below which the share `q` (0 to 1) of the values lies; the middle one for 0.5. */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

export const median = (values) => quantile(values, 0.5);

/** The items in the order of one round: each comes first in turn, and every other round goes backwards. */
export function inTurn(items, round) {
  const start = Math.floor(round / 2) % items.length;
  const turned = [...items.slice(start), ...items.slice(0, start)];
  return round % 2 ? turned.reverse() : turned;
}

/**
 * Milliseconds that `work` took, and what it returned. The young objects that others left are collected before, not at its cost. Not the old
 * ones: a full collection drops compiled code too, and all that follows is several times as slow.
 */
export async function time(work) {
  collect({ type: 'minor' });
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

/**
 * One line of the report. `samples` are values in `unit`, one a round; `against` holds the samples of the same rounds of what it is
 * compared with, by name. `note` says what is special about it, such as what a peer leaves out.
 */
export function row({ group, name, unit = 'ms', samples, against = {}, note = '' }) {
  const compared = Object.entries(against).map(([other, theirs]) => [
    other,
    {
      ratio: round(median(samples.map((value, index) => value / theirs[index]))),
      difference: round(median(samples.map((value, index) => value - theirs[index]))),
    },
  ]);
  return {
    group,
    name,
    unit,
    median: round(median(samples)),
    p10: round(quantile(samples, 0.1)),
    p90: round(quantile(samples, 0.9)),
    runs: samples.length,
    against: Object.fromEntries(compared),
    note,
  };
}

/** Four digits that count. */
function round(value) {
  return Number(value.toPrecision(4));
}
