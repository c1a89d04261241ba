// From a saved edit to the updated page, under `build --watch` with all formats.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { row } from '../measure.mjs';
import { shenbao } from '../processes.mjs';
import { declarationText } from '../sample.mjs';
import { fileOf } from '../trees.mjs';

export const title = 'Watch: from the saved edit to the updated page';

export const editAmong = (count) => `edit among ${count.toLocaleString('en')} declarations`;

/** Milliseconds: a clerk pauses between edits, and a build that is still at work would be measured with the next edit. */
const pause = 500;
/** Milliseconds after which a page that does not come is an error. */
const patience = 20_000;

export async function measure({ builds, sizes, say }) {
  const rows = [];
  for (const count of [1, sizes.medium]) {
    const root = builds.built(count);
    say(`watching ${count.toLocaleString('en')} declarations, ${sizes.edits} edits`);
    const samples = await watchEdits(root, sizes.edits);
    rows.push(row({ group: 'watch', name: editAmong(count), samples, note: 'all formats are built' }));
  }
  return rows;
}

async function watchEdits(root, edits) {
  const child = spawn(process.execPath, shenbao('build', '--watch'), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints = [];
  child.stderr.on('data', (text) => complaints.push(text));
  try {
    // The first build's report: edits are seen from then on.
    await until(once(child.stdout, 'data'), () => `no build under --watch: ${complaints.join('')}`);
    const samples = [];
    // The first edit is the warm-up: it loads the renderers.
    for (let edit = 0; edit <= edits; edit++) {
      await sleep(pause);
      const reported = once(child.stdout, 'data');
      const ms = await edited(root, 1_000_000 + edit);
      if (edit > 0) samples.push(ms);
      await until(reported, () => 'no report of a build under --watch');
    }
    return samples;
  } finally {
    const ended = child.exitCode === null ? once(child, 'exit') : null;
    child.kill('SIGINT');
    await ended;
  }
}

/** Saves the declaration with the number `edition` in place of the first one and looks for its name in the page. */
async function edited(root, edition) {
  const file = fileOf(0);
  const page = join(root, file.replace(/^projects/, 'out').replace(/yaml$/, 'html'));
  const text = declarationText(edition);
  const started = performance.now();
  writeFileSync(join(root, file), text);
  while (!readFileSync(page, 'utf8').includes(`（${edition}）`)) {
    if (performance.now() - started > patience) throw new Error(`${page} was not updated under --watch`);
    await sleep(1);
  }
  return performance.now() - started;
}

async function until(event, message) {
  const late = new AbortController();
  try {
    await Promise.race([
      event,
      sleep(patience, null, { signal: late.signal }).then(() => {
        throw new Error(message());
      }),
    ]);
  } finally {
    late.abort();
  }
}
