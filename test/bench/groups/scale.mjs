// Declarations a second when all formats are built, whole process, against their number and the number of threads.
import { median, row } from '../measure.mjs';

export const title = 'Scale: all formats, whole process';

export const buildOf = (count, jobs) => `build --jobs ${jobs}, ${count.toLocaleString('en')} declarations`;

export async function measure({ builds, sizes }) {
  return sizes.builds.flatMap(({ count, jobs, runs }) =>
    jobs.map((threads) => {
      const times = builds.measure(count, threads, runs).map(({ ms }) => ms);
      return row({
        group: 'scale',
        name: buildOf(count, threads),
        unit: 'declarations/s',
        samples: times.map((ms) => (1000 * count) / ms),
        note: `${(median(times) / count).toFixed(1)} ms each`,
      });
    }),
  );
}
