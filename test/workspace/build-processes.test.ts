// The compiled tool in processes and threads: the same bytes however it is run, and no harm from kills and from two at once.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printManifest, readManifest } from '../../src/workspace/manifest.js';
import type { BuildReport } from '../../src/workspace/report.js';
import {
  buildProcess,
  compiledTool,
  contents,
  declaration,
  eventually,
  mergeManifests,
  names,
  workspace,
} from './support.js';

const files = (count: number, bad = false) =>
  Object.fromEntries([
    ...Array.from({ length: count }, (_, index) => [
      `projects/${2024 + (index % 2)}/单位${index % 3}/项目${index}.yaml`,
      declaration(`项目${index}`, '，补充说明'.repeat(index)),
    ]),
    ...(bad ? [['projects/2025/坏.yaml', '表单: x\n']] : []),
  ]);

async function run(root: string, options: object): Promise<BuildReport> {
  const { printed, complaints, status } = await buildProcess(compiledTool(), root, options).ended;
  expect({ complaints, status }).toEqual({ complaints: '', status: 0 });
  return JSON.parse(printed.trim().split('\n').at(-1) as string) as BuildReport;
}

const documents = (root: string) =>
  Object.fromEntries(Object.entries(contents(join(root, 'out'))).filter(([file]) => !file.startsWith('.')));

describe('the same bytes and the same report', () => {
  test('with one job and with two threads, in another folder', async () => {
    const [one, two] = [workspace(files(6, true)), workspace(files(6, true))];
    const [first, second] = [await run(one, { jobs: 1 }), await run(two, { jobs: 2 })];
    expect(names(join(one, 'out'))).toHaveLength(25);
    expect(contents(join(two, 'out'))).toEqual(contents(join(one, 'out')));
    expect({ ...second, out: '' }).toEqual({ ...first, out: '' });
    expect(first.failed.map(({ file }) => file)).toEqual(['projects/2025/坏.yaml']);
  });

  test('in shards, whose outputs and manifests together are those of the whole', async () => {
    const [whole, parts] = [workspace(files(7)), workspace(files(7))];
    await run(whole, { jobs: 1 });
    const counts: number[] = [];
    for (const index of [1, 2, 3])
      counts.push((await run(parts, { jobs: 1, shard: { index, count: 3 } })).built.length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(7);
    expect(Math.max(...counts)).toBeLessThan(5);
    expect(documents(parts)).toEqual(documents(whole));
    const shards = [1, 2, 3].map((index) => readManifest(join(parts, `out/.manifest-${index}-of-3.json`)).manifest);
    expect(printManifest(mergeManifests(shards))).toBe(readFileSync(join(whole, 'out/.manifest.json'), 'utf8'));
    expect((await run(parts, { shard: { index: 2, count: 3 } })).built).toEqual([]);
  });
});

describe('no harm', () => {
  test('comes of two builds at once', async () => {
    const [alone, shared] = [workspace(files(8)), workspace(files(8))];
    await run(alone, { jobs: 1 });
    const both = await Promise.all([run(shared, { jobs: 1 }), run(shared, { jobs: 2 })]);
    for (const report of both) expect(report.failed).toEqual([]);
    expect(contents(join(shared, 'out'))).toEqual(contents(join(alone, 'out')));
    expect(await run(shared, {})).toMatchObject({ built: [], unchanged: 8 });
  });

  test.each([
    1, 2,
  ])('comes of a kill in the middle with %s jobs: no half file, and the next run makes up for it', async (jobs) => {
    const [whole, killed] = [workspace(files(12)), workspace(files(12))];
    await run(whole, { jobs: 1 });
    const build = buildProcess(compiledTool(), killed, { jobs });
    await eventually('three declarations are built', () => build.printed().split('built ').length > 3);
    process.kill(build.pid, 'SIGKILL');
    expect((await build.ended).status).toBe('SIGKILL');

    const left = documents(killed);
    expect(Object.keys(left).length).toBeGreaterThan(8);
    const complete = Object.entries(left).filter(([file]) => !file.endsWith('.shenbao-tmp'));
    for (const [file, digest] of complete) expect(digest, file).toBe(documents(whole)[file]);
    expect(await run(killed, { check: true })).not.toMatchObject({ stale: [] });
    await run(killed, { jobs });
    expect(contents(join(killed, 'out'))).toEqual(contents(join(whole, 'out')));
  });

  test('comes of threads that meet a file in the way: one sentence, the rest saved', async () => {
    const root = workspace({ ...files(4), 'out/2025': '' });
    const { complaints, status } = await buildProcess(compiledTool(), root, { jobs: 2, formats: ['html'] }).ended;
    expect(status).toBe(1);
    expect(complaints).toMatch(/UserError: 写不了 .*\.html：它的上级路径里有一个同名的文件，不是文件夹。/);
    rmSync(join(root, 'out/2025'));
    await run(root, { formats: ['html'] });
    expect(Object.keys(documents(root))).toHaveLength(4);
  });
});
