// Whole processes on one declaration, nothing remembered, in turns with a node that does nothing.
import { inTurn, row } from '../measure.mjs';
import { emptyNode, run, shenbao } from '../processes.mjs';
import { forgetAll } from '../trees.mjs';

export const title = 'Cold: whole processes, one declaration';

export const checkOne = 'check, one file';
export const node = 'node -e 0';

export async function measure({ trees, sizes }) {
  const root = trees.of(1);
  const commands = [
    { name: node, args: emptyNode, note: 'the floor' },
    { name: '--help', args: shenbao('--help'), note: '' },
    { name: checkOne, args: shenbao('check', 'projects'), note: 'no cache' },
    { name: 'build, one declaration', args: shenbao('build'), note: 'all formats, nothing there' },
  ];
  const samples = Object.fromEntries(commands.map(({ name }) => [name, []]));
  for (let round = 0; round <= sizes.processes; round++) {
    for (const { name, args } of inTurn(commands, round)) {
      forgetAll(root);
      const ms = run(args, root);
      if (round > 0) samples[name].push(ms);
    }
  }
  return commands.map(({ name, note }) =>
    row({
      group: 'cold',
      name,
      samples: samples[name],
      against: name === node ? {} : { [node]: samples[node] },
      note,
    }),
  );
}
