// What has to be reached, as one table, and whether it was.
import { judgedJobs } from './builds.mjs';
import { checkAgain, checkAll, parsing } from './groups/check.mjs';
import { checkOne, node } from './groups/cold.mjs';
import { buildAgain } from './groups/nothing-to-do.mjs';
import { buildOf } from './groups/scale.mjs';
import { editAmong } from './groups/watch.mjs';
import { full } from './sizes.mjs';

const bigBuild = buildOf(full.large, judgedJobs);
const throughputBuild = buildOf(full.medium, judgedJobs);

/** `of` gives the measured figure from the row; `limit` is the most it may be, or with `atLeast` the least. */
const targets = [
  { name: 'PDF, against Typst', target: '≤ 0.6 × Typst', row: ['pdf', 'shenbao'], of: ratio('typst'), limit: 0.6 },
  {
    name: 'PDF, against the floor',
    target: '≤ 1.5 × the floor',
    row: ['pdf', 'shenbao'],
    of: ratio('floor'),
    limit: 1.5,
  },
  {
    name: 'Word, against easy-template-x',
    target: '≤ 0.2 × it',
    row: ['word', 'shenbao'],
    of: ratio('easy-template-x'),
    limit: 0.2,
  },
  {
    name: 'Excel, against plain exceljs',
    target: '≤ 0.4 × it',
    row: ['excel', 'shenbao'],
    of: ratio('exceljs'),
    limit: 0.4,
  },
  {
    name: 'all formats, 2 jobs',
    target: '≥ 70 declarations a second',
    row: ['scale', throughputBuild],
    of: value,
    limit: 70,
    atLeast: true,
  },
  {
    name: 'nothing to do, 10,000 declarations',
    target: '≤ 0.35 s whole process',
    row: ['nothing-to-do', buildAgain(full.large)],
    of: seconds,
    limit: 0.35,
  },
  { name: 'check, one file, cold', target: '≤ 0.3 s', row: ['cold', checkOne], of: seconds, limit: 0.3 },
  {
    name: 'check, one file, cold, beyond node itself',
    target: '≤ 0.15 s',
    row: ['cold', checkOne],
    of: secondsBeyond(node),
    limit: 0.15,
  },
  {
    name: 'check, 10,000 files, 2 jobs',
    target: '≤ 1.6 × parsing alone',
    row: ['check', checkAll(full.large)],
    of: ratio(parsing),
    limit: 1.6,
  },
  {
    name: 'check, 10,000 files, nothing changed',
    target: '≤ 1 s',
    row: ['check', checkAgain(full.large)],
    of: seconds,
    limit: 1,
  },
  { name: 'memory at 10,000 declarations', target: '≤ 350 MB', row: ['memory', bigBuild], of: value, limit: 350 },
  // “Flat” as a number: ten times the declarations, a tenth more at most.
  {
    name: 'memory flat, 10,000 against 1,000',
    target: '≤ 1.1 ×',
    row: ['memory', bigBuild],
    of: ratio(throughputBuild),
    limit: 1.1,
  },
  {
    name: 'edit to updated page under --watch',
    target: '≤ 150 ms',
    row: ['watch', editAmong(full.medium)],
    of: value,
    limit: 150,
  },
];

/** [{ name, target, measured, met }]; the last two are null for what was not measured. */
export function judge(rows) {
  return targets.map(({ name, target, row: [group, rowName], of, limit, atLeast }) => {
    const found = rows.find((one) => one.group === group && one.name === rowName);
    if (!found) return { name, target, measured: null, met: null };
    const measured = of(found);
    return { name, target, measured, met: atLeast ? measured >= limit : measured <= limit };
  });
}

function value({ median }) {
  return median;
}

function seconds({ median }) {
  return median / 1000;
}

function ratio(other) {
  return ({ against }) => against[other].ratio;
}

function secondsBeyond(other) {
  return ({ against }) => against[other].difference / 1000;
}
