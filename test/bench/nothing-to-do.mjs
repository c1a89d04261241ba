// Times `shenbao build` with nothing to do, as a whole process, on a tree of declarations (10,000 unless told otherwise).
// The pages are really built; the three other formats are stand-ins of a few bytes that the manifest knows, since only
// their names, sizes and times count here. Runs take turns with an empty node process, which is the floor.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const count = Number(process.argv[2] ?? 10_000);
const runs = 9;
const repository = resolve(import.meta.dirname, '../..');
const main = join(repository, 'dist/main.js');
const sample = readFileSync(join(repository, 'projects/2025/区总工会工作经费.yaml'), 'utf8');
const root = mkdtempSync(join(tmpdir(), 'shenbao-bench-'));

function shenbao(...args) {
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

try {
  for (let index = 0; index < count; index++) {
    const folder = join(root, 'projects/2025', String(index % 100));
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `项目${index}.yaml`),
      sample.replace('项目名称: 区总工会工作经费', `项目名称: 项目${index}`),
    );
  }
  shenbao('build', '--to', 'html');

  const path = join(root, 'out/.manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  for (const [file, [entry]] of Object.entries(manifest.declarations)) {
    for (const format of ['pdf', 'docx', 'xlsx']) {
      const bytes = `${format} of ${file}`;
      writeFileSync(join(root, file.replace(/^projects/, 'out').replace(/yaml$/, format)), bytes);
      entry.outputs[format] = createHash('sha256').update(bytes).digest('hex');
    }
  }
  writeFileSync(path, JSON.stringify(manifest));
  spawnSync('sleep', ['3']); // files touched within two seconds are hashed again
  shenbao('build');

  const times = { 'nothing to do': [], 'node alone': [] };
  const time = (name, args) => {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    times[name].push(performance.now() - started);
  };
  for (let run = 0; run <= runs; run++) {
    time('nothing to do', [main, 'build']);
    time('node alone', ['-e', '']);
  }
  console.log(`${count} declarations, ${count * 4} documents, ${runs} runs, whole process; node ${process.version}`);
  for (const [name, values] of Object.entries(times)) {
    const sorted = values.slice(1).sort((a, b) => a - b);
    const [low, mid, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`${name.padEnd(14)} median ${mid.toFixed(0)} ms   (${low.toFixed(0)}–${high.toFixed(0)})`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
