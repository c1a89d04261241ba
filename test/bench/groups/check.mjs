// `check` of a whole tree against parsing alone, and `check` again with nothing changed.
import { inTurn, row } from '../measure.mjs';
import { run, shenbao } from '../processes.mjs';
import { repository } from '../sample.mjs';
import { forgetCaches } from '../trees.mjs';

export const title = 'Check: whole processes, 2 threads';

const threads = '2';
export const checkAll = (count) => `check --jobs 2, ${count.toLocaleString('en')} files`;
export const checkAgain = (count) => `${checkAll(count)}, nothing changed`;
export const parsing = 'parsing alone';

export async function measure({ trees, sizes, say }) {
  const count = sizes.large;
  const root = trees.of(count);
  const check = shenbao('check', '--jobs', threads);
  const parse = [`${repository}/test/bench/parse-alone.mjs`, root, threads];
  const samples = { check: [], again: [], parse: [] };
  const turns = [
    () => {
      forgetCaches(root);
      samples.check.push(run(check, root));
      for (let again = 0; again < 3; again++) samples.again.push(run(check, root));
    },
    () => samples.parse.push(run(parse, root)),
  ];
  for (let round = 0; round < sizes.checks; round++) {
    say(`checking ${count.toLocaleString('en')} files, ${round + 1} of ${sizes.checks}`);
    for (const turn of inTurn(turns, round)) turn();
  }
  const group = 'check';
  return [
    row({
      group,
      name: checkAll(count),
      samples: samples.check,
      against: { [parsing]: samples.parse },
      note: 'no cache',
    }),
    row({ group, name: checkAgain(count), samples: samples.again }),
    row({ group, name: parsing, samples: samples.parse, note: 'the floor: yaml reads and parses the same files' }),
  ];
}
