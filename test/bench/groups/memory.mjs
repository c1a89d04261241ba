// The most memory that a build of all formats takes, against the number of declarations.
import { judgedJobs } from '../builds.mjs';
import { median, row } from '../measure.mjs';
import { buildOf } from './scale.mjs';

export const title = 'Memory: peak of the whole process, threads included';

export async function measure({ builds, sizes }) {
  const peaks = [sizes.medium, sizes.large].map((count) => {
    const { runs } = sizes.builds.find((one) => one.count === count && one.jobs.includes(judgedJobs));
    return { count, peaks: builds.measure(count, judgedJobs, runs).map(({ peak }) => peak) };
  });
  const [medium, large] = peaks;
  return peaks.map(({ count, peaks }) =>
    row({
      group: 'memory',
      name: buildOf(count, judgedJobs),
      unit: 'MB',
      samples: peaks,
      against:
        count === large.count ? { [buildOf(medium.count, judgedJobs)]: peaks.map(() => median(medium.peaks)) } : {},
    }),
  );
}
