// `shenbao merge` as its users see it: what it says, and how it ends.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { samplePath } from '../support/project-goal.js';
import { anotherWith, inWorkspace, type Workspace } from '../support/workspace.js';

/** The sample and another one, each in a shard of its own. */
async function inTwoShards({ write, shenbao }: Workspace, other: string): Promise<void> {
  write('projects/2025/另一个.yaml', other);
  for (const index of [1, 2])
    await shenbao('build', '--to', 'html', '--shard', `${index}/2`, '--out', `shards/${index}`);
}

describe('shenbao merge', () => {
  test('says what a build says', () =>
    inWorkspace(async (workspace) => {
      await inTwoShards(workspace, anotherWith());
      expect(await workspace.shenbao('merge', 'shards/1', 'shards/2')).toEqual({
        status: 0,
        out: `${samplePath} → out/2025/区总工会工作经费.html\nprojects/2025/另一个.yaml → out/2025/另一个.html\n生成 2 份，没有变动的 0 份。\n`,
        complaints: '',
      });
      expect((await workspace.shenbao('build', '--to', 'html')).out).toBe('生成 0 份，没有变动的 2 份。\n');
    }));

  test('ends with 1 when a declaration failed in a shard, and tells where', () =>
    inWorkspace(async (workspace) => {
      await inTwoShards(workspace, anotherWith(['实施期限: 5', '实施期限: 五']));
      const { status, out, complaints } = await workspace.shenbaoIn(
        'shards',
        {},
        'merge',
        '1',
        '2',
        '--out',
        '../merged',
      );
      expect({ status, out }).toEqual({
        status: 1,
        out: `${samplePath} → merged/2025/区总工会工作经费.html\n生成 1 份，没有变动的 0 份。\n`,
      });
      expect(complaints).toMatchInlineSnapshot(`
        "projects/2025/另一个.yaml  错误 1 处

          8:7  错误  “实施期限”写的是“五”，要写不小于 1 的整数  schema/pattern
         8 | 实施期限: 五
           |           ^^
          → 例如写成“实施期限: 5”

        1 个文件有错，没有生成；以前生成的都还在。
        "
      `);
    }));

  test('reports JSON that keeps to its published schema, with what came from the cache', () =>
    inWorkspace(async (workspace) => {
      const { shenbao, root } = workspace;
      await inTwoShards(workspace, anotherWith());
      await shenbao('merge', 'shards/1', 'shards/2', '--out', 'documents');
      rmSync(join(root, 'shards'), { recursive: true });
      for (const index of [1, 2]) {
        const ran = await shenbao(
          ...['build', '--to', 'html', '--shard', `${index}/2`, '--out', `shards/${index}`, '--cache', 'documents'],
        );
        expect(ran.out).toContain('生成 1 份，其中 1 份取自缓存；没有变动的 0 份。');
      }
      const { status, out } = await shenbao('merge', 'shards/1', 'shards/2', '--format', 'json', '--lang', 'en');
      const report = JSON.parse(out);
      const ajv = new Ajv2020();
      ajv.addSchema(JSON.parse(readFileSync('schema/reports/check.schema.json', 'utf8')));
      const validate = ajv.compile(JSON.parse(readFileSync('schema/reports/build.schema.json', 'utf8')));
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(status).toBe(0);
      expect(report).toMatchObject({ built: [{ reason: 'never built' }, {}], cached: 2, failed: [] });
    }));

  test('ends with 2 and one sentence when it cannot run', () =>
    inWorkspace(async (workspace) => {
      await inTwoShards(workspace, anotherWith());
      expect(await workspace.shenbao('merge', 'shards/2')).toEqual({
        status: 2,
        out: '',
        complaints: '缺第 1 组（共 2 组）。把放它的文件夹也写上；还没有生成的，先运行 shenbao build --shard 1/2。\n',
      });
      expect(await workspace.shenbao('merge', '--lang', 'en')).toEqual({
        status: 2,
        out: '',
        complaints: 'Name the folders that the shards were built into, for example shenbao merge shards/*.\n',
      });
    }));
});
