// Four shards in four processes of the compiled tool, as a CI matrix runs them: merged they are the whole, files and words alike.
import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compiledTool, contents, declaration, names, temporaryFolder, workspace } from './support.js';

const kinds = ['正常', '同名', '警告'];

/** Three dozen declarations in nested folders, some with the same title, some with warnings, one with an error. */
const files = {
  ...Object.fromEntries(
    Array.from({ length: 36 }, (_, index) => {
      const kind = kinds[index % 3];
      const text = declaration(kind === '同名' ? '同名项目' : `项目${index}`, '，补充说明'.repeat(index % 7));
      return [
        `projects/${2024 + (index % 2)}/单位${index % 4}/${index % 5 === 0 ? '二级/' : ''}项目 ${index}.yaml`,
        kind === '警告' ? text.replace('项目总金额: 14,531,000.00', '项目总金额: 14,531,000.00 #元') : text,
      ];
    }),
  ),
  'projects/2025/坏.yaml': declaration('坏').replace('实施期限: 5', '实施期限: 五'),
};

async function shenbao(
  cwd: string,
  ...args: readonly string[]
): Promise<{ status: number | null; out: string; complaints: string }> {
  const child = spawn(process.execPath, [join(compiledTool(), 'dist/main.js'), ...args], { cwd });
  let out = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, out, complaints })));
}

test('four shards on four machines, merged on a fifth', async () => {
  const whole = workspace(files);
  const said = await shenbao(whole, 'build');
  expect(said.status).toBe(1);
  expect(names(join(whole, 'out'))).toHaveLength(36 * 4 + 1);

  const artifacts = temporaryFolder();
  const shard = async (index: number) => {
    const machine = workspace(files);
    const { status } = await shenbao(machine, 'build', '--shard', `${index}/4`, '--jobs', index % 2 === 0 ? '2' : '1');
    const report = readFileSync(join(machine, `out/.report-${index}-of-4.json`), 'utf8');
    expect(report).not.toContain(machine);
    cpSync(join(machine, 'out'), join(artifacts, `shard-${index}`), { recursive: true });
    return status;
  };
  expect((await Promise.all([1, 2, 3, 4].map(shard))).sort()).toEqual([0, 0, 0, 1]);

  const fifth = workspace(files);
  const folders = [3, 1, 4, 2].map((index) => join(artifacts, `shard-${index}`));
  expect(await shenbao(fifth, 'merge', ...folders)).toEqual(said);
  expect(contents(join(fifth, 'out'))).toEqual(contents(join(whole, 'out')));

  const json = await shenbao(workspace(files), 'merge', '--format', 'json', '--lang', 'en', ...folders);
  expect(json).toEqual(await shenbao(workspace(files), 'build', '--format', 'json', '--lang', 'en'));

  // The merged tree is the cache of the next run.
  const next = workspace({ ...files, 'projects/2025/新.yaml': declaration('新') });
  const { out } = await shenbao(next, 'build', '--cache', join(fifth, 'out'), '--jobs', '2');
  expect(out).toContain('生成 37 份，其中 36 份取自缓存；没有变动的 0 份。');
  const { '.manifest.json': _, ...documents } = contents(join(fifth, 'out'));
  expect(contents(join(next, 'out'))).toMatchObject(documents);
});
