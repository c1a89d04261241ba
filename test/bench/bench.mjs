// The benchmark: npm run bench. Measures shenbao against its peers and its floors and prints one table, or JSON, on standard output.
// It reports and does not judge: its exit status is 0 whether or not targets are met, and 1 only where something fails.
import { parseArgs } from 'node:util';
import { openBuilds } from './builds.mjs';
import { describeMachine } from './machine.mjs';
import * as sizes from './sizes.mjs';
import { printReport } from './table.mjs';
import { judge } from './targets.mjs';
import { openTrees } from './trees.mjs';

/** In this order: whole processes first, while this one is small and quick to fork. */
const names = ['cold', 'check', 'scale', 'memory', 'nothing-to-do', 'watch', 'pdf', 'word', 'excel', 'html', 'items'];

const usage = `npm run bench -- [--only <group,…>] [--quick] [--format table|json]
  --only     some groups: ${names.join(', ')}
  --quick    a smoke run with small numbers, to see that everything works; no target is judged
  --format   table (default) or json: { machine, quick, seconds, rows, targets, missed, notJudged }
             npm itself prints two lines first: npm run --silent bench -- --format json
The exit status is 0 even where targets are missed: the benchmark reports.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: names.join(',') },
    quick: { type: 'boolean', default: false },
    format: { type: 'string', default: 'table' },
    help: { type: 'boolean', default: false },
  },
});
const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !names.includes(name));

if (values.help) {
  console.log(usage);
} else if (unknown.length > 0 || !['table', 'json'].includes(values.format)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await main();
}

async function main() {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const say = (text) => console.error(`${elapsed().toFixed(0).padStart(4)} s  ${text}`);
  const trees = openTrees(say);
  process.once('SIGINT', () => {
    trees.remove();
    process.exit(130);
  });
  const bench = { trees, builds: openBuilds(trees, say), sizes: values.quick ? sizes.quick : sizes.full, say };
  const groups = [];
  const rows = [];
  try {
    for (const name of names.filter((one) => wanted.includes(one))) {
      say(name);
      const group = await import(`./groups/${name}.mjs`);
      rows.push(...(await group.measure(bench)));
      groups.push({ name, title: group.title });
    }
  } finally {
    trees.remove();
  }
  const targets = judge(values.quick ? [] : rows);
  const named = (met) => targets.filter((target) => target.met === met).map(({ name }) => name);
  const [missed, notJudged] = [named(false), named(null)];
  const machine = describeMachine();
  const { quick } = values;
  const seconds = Math.round(elapsed());
  if (values.format === 'json') {
    console.log(JSON.stringify({ machine, quick, seconds, rows, targets, missed, notJudged }, null, 2));
  } else {
    console.log(printReport({ machine, quick, seconds, groups, rows, targets, missed }));
  }
}
