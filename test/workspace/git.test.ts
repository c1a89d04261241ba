// What git says of the declarations at an earlier state, in real repositories.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedSince } from '../../src/workspace/git.js';
import { missing } from '../support/programs.js';
import { gitIn, initRepository, put } from '../support/repository.js';
import { temporaryFolder } from './support.js';

const lacking = missing('git');

/** A repository whose first commit holds these files. */
function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  initRepository(root, files);
  return root;
}

async function changes(root: string, ref = 'HEAD'): Promise<Readonly<Record<string, string | null>>> {
  const changed = await changedSince(root, ref);
  return Object.fromEntries([...changed].map(([file, bytes]) => [file, bytes && Buffer.from(bytes).toString()]).sort());
}

describe.skipIf(lacking)(`changedSince${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  test('gives what stood in the files that were edited, added and removed since', async () => {
    const root = repository({
      'projects/2025/改.yaml': '旧',
      'projects/2025/删.yaml': '删',
      'projects/2025/同.yaml': '同',
    });
    put(root, 'projects/2025/改.yaml', '新');
    put(root, 'projects/2025/加.yaml', '加');
    rmSync(join(root, 'projects/2025/删.yaml'));
    expect(await changes(root)).toEqual({
      'projects/2025/删.yaml': '删',
      'projects/2025/加.yaml': null,
      'projects/2025/改.yaml': '旧',
    });
  });

  test('sees what is staged, what is committed since, and what git ignores', async () => {
    const root = repository({ '.gitignore': 'projects/草/\n', 'projects/甲.yaml': '1' });
    put(root, 'projects/甲.yaml', '2');
    gitIn(root, 'commit', '-am', 'second');
    put(root, 'projects/乙.yaml', '1');
    gitIn(root, 'add', '-A');
    put(root, 'projects/草/丙.yaml', '1');
    expect(await changes(root)).toEqual({ 'projects/乙.yaml': null, 'projects/草/丙.yaml': null });
    expect(await changes(root, 'HEAD~1')).toEqual({
      'projects/乙.yaml': null,
      'projects/甲.yaml': '1',
      'projects/草/丙.yaml': null,
    });
  });

  test('names files as the workspace does where that is a folder of a repository, whatever their names', async () => {
    const root = repository({ "单位/projects/2025/有 空格“引号”'.yaml": '旧\n', '别的/projects/2025/乙.yaml': '旧' });
    put(root, "单位/projects/2025/有 空格“引号”'.yaml", '新');
    put(root, '别的/projects/2025/乙.yaml', '新');
    expect(await changes(join(root, '单位'))).toEqual({ "projects/2025/有 空格“引号”'.yaml": '旧\n' });
  });

  test('keeps every byte of several files', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256);
    const root = repository({ 'projects/a.yaml': bytes, 'projects/b.yaml': '', 'projects/c.yaml': '甲\n\n' });
    for (const name of ['a', 'b', 'c']) put(root, `projects/${name}.yaml`, 'x');
    const changed = await changedSince(root, 'HEAD');
    expect(Buffer.from(changed.get('projects/a.yaml') ?? []).equals(bytes)).toBe(true);
    expect(await changes(root)).toMatchObject({ 'projects/b.yaml': '', 'projects/c.yaml': '甲\n\n' });
  });

  test.each([
    ['没有', 'git 里没有“没有”这个提交、分支或标签。请核对名称；浅克隆的仓库要先取得它（git fetch）。'],
    ['--all', 'git 里没有“--all”这个提交、分支或标签。请核对名称；浅克隆的仓库要先取得它（git fetch）。'],
  ])('refuses %s', async (ref, sentence) => {
    const root = repository({ 'projects/甲.yaml': '1' });
    await expect(changedSince(root, ref)).rejects.toMatchObject({ words: { zh: sentence } });
  });

  test('says so of a folder that is in no repository, and of a branch without a commit', async () => {
    const root = temporaryFolder();
    await expect(changedSince(root, 'HEAD')).rejects.toMatchObject({
      words: { zh: `${root} 不在 git 仓库里，没有以前的版本可以比较。` },
    });
    gitIn(root, 'init');
    await expect(changedSince(root, 'HEAD')).rejects.toThrow();
  });
});
