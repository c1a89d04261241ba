// `build` where every document is up to date, whole process, in turns with a node that does nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { inTurn, row } from '../measure.mjs';
import { emptyNode, run, shenbao } from '../processes.mjs';
import { node } from './cold.mjs';

export const title = 'Nothing to do: whole process';

export const buildAgain = (count) => `build, ${count.toLocaleString('en')} declarations, nothing to do`;

export async function measure({ builds, sizes }) {
  const root = builds.built(sizes.large);
  // Files that were touched within two seconds are hashed again.
  await sleep(3000);
  const samples = { build: [], node: [] };
  const turns = [() => samples.build.push(run(shenbao('build'), root)), () => samples.node.push(run(emptyNode, root))];
  for (let round = 0; round <= sizes.processes; round++) for (const turn of inTurn(turns, round)) turn();
  const warm = { build: samples.build.slice(1), node: samples.node.slice(1) };
  const group = 'nothing-to-do';
  return [
    row({ group, name: buildAgain(sizes.large), samples: warm.build, against: { [node]: warm.node } }),
    row({ group, name: node, samples: warm.node, note: 'the floor' }),
  ];
}
