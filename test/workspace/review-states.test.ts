// States that git knows, in repositories as people have them: submodules, shallow clones, odd names, a workspace below the top.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../../src/workspace/review.js';
import { missing } from '../support/programs.js';
import { commitAll, gitIn, initRepository, put } from '../support/repository.js';
import { declaration, temporaryFolder } from './support.js';

const lacking = missing('git');

/** `status file` of each declaration of which something changed. */
async function told(root: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { declarations } = await review({ words, cwd: root, mainBranch: null });
  return declarations.map(({ status, file, from }) => `${status} ${from === null ? '' : `${from} → `}${file}`);
}

const first = declaration('甲');
const second = declaration('甲', '，另有补充');

describe.skipIf(lacking)(`states${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  test('leave the working tree and the index as they are', async () => {
    const root = temporaryFolder();
    initRepository(root, { 'projects/2025/甲.yaml': first });
    put(root, 'projects/2025/甲.yaml', second);
    put(root, 'projects/2025/新.yaml', declaration('新'));
    const before = gitIn(root, 'status', '--porcelain=v2');
    expect(await told(root, 'HEAD')).toEqual(['added projects/2025/新.yaml', 'changed projects/2025/甲.yaml']);
    expect(gitIn(root, 'status', '--porcelain=v2')).toBe(before);
  });

  test.each([
    ['projects/2025/带 空格/“引号”的.yaml'],
    ['projects/2025/\\反斜.yaml'],
    ['projects/2025/-f.yaml'],
  ])('of a file called %s, whatever core.quotePath says', async (file) => {
    const root = temporaryFolder();
    initRepository(root, { [file]: first });
    gitIn(root, 'config', 'core.quotePath', 'true');
    put(root, file, second);
    commitAll(root);
    // A name that Windows does not take is refused by check, and so is no declaration.
    const isRefused = file.includes('\\');
    expect(await told(root, 'HEAD~1', 'HEAD')).toEqual(isRefused ? [] : [`changed ${file}`]);
  });

  test('of a workspace below the top of its repository', async () => {
    const top = temporaryFolder();
    initRepository(top, { '别的/projects/x.yaml': first, '申报/projects/2025/甲.yaml': first });
    put(top, '申报/projects/2025/甲.yaml', second);
    put(top, '别的/projects/x.yaml', second);
    expect(await told(join(top, '申报'), 'HEAD')).toEqual(['changed projects/2025/甲.yaml']);
    expect(await told(join(top, '申报/projects/2025'), 'HEAD')).toEqual(['changed projects/2025/甲.yaml']);
  });

  test('from two sides that both differ from the disk', async () => {
    const root = temporaryFolder();
    initRepository(root, { 'projects/2025/甲.yaml': first, 'projects/2025/乙.yaml': declaration('乙') });
    put(root, 'projects/2025/甲.yaml', second);
    commitAll(root);
    put(root, 'projects/2025/丙.yaml', declaration('丙'));
    put(root, 'projects/2025/甲.yaml', null);
    commitAll(root);
    put(root, 'projects/2025/乙.yaml', null);
    expect(await told(root, 'HEAD~2', 'HEAD~1')).toEqual(['changed projects/2025/甲.yaml']);
    expect(await told(root, 'HEAD~1', 'HEAD')).toEqual([
      'added projects/2025/丙.yaml',
      'removed projects/2025/甲.yaml',
    ]);
    expect(await told(root, 'HEAD', ':worktree')).toEqual(['removed projects/2025/乙.yaml']);
  });

  test('with what git does not track, or ignores', async () => {
    const root = temporaryFolder();
    initRepository(root, { '.gitignore': 'projects/私/\n', 'projects/2025/甲.yaml': first });
    put(root, 'projects/私/乙.yaml', declaration('乙'));
    expect(await told(root, 'HEAD')).toEqual(['added projects/私/乙.yaml']);
  });

  describe('with declarations in a submodule', () => {
    /** A repository whose projects/局 is a submodule, at its second commit; the first has its first. */
    function withSubmodule(): { readonly root: string; readonly inner: string } {
      const [inner, root] = [temporaryFolder(), temporaryFolder()];
      initRepository(inner, { '2025/甲.yaml': first });
      initRepository(root, { 'projects/2025/外.yaml': declaration('外') });
      gitIn(root, 'submodule', '--quiet', 'add', inner, 'projects/局');
      commitAll(root);
      put(root, 'projects/局/2025/甲.yaml', second);
      commitAll(join(root, 'projects/局'));
      commitAll(root);
      return { root, inner };
    }

    test('reads them at the commits that were recorded', async () => {
      const { root } = withSubmodule();
      expect(await told(root, 'HEAD~1', 'HEAD')).toEqual(['changed projects/局/2025/甲.yaml']);
      expect(await told(root, 'HEAD~2', 'HEAD')).toEqual(['added projects/局/2025/甲.yaml']);
      expect(await told(root, 'HEAD')).toEqual([]);
      put(root, 'projects/局/2025/甲.yaml', first);
      expect(await told(root, 'HEAD')).toEqual(['changed projects/局/2025/甲.yaml']);
      expect(await told(root, 'HEAD~1')).toEqual([]);
    });

    test('says so where the submodule is not there, or lacks the commit', async () => {
      const { root } = withSubmodule();
      const clone = temporaryFolder();
      gitIn(clone, 'clone', '-q', root, '.');
      await expect(told(clone, 'HEAD~1', 'HEAD')).rejects.toMatchObject({
        words: { zh: '子模块 projects/局 没有取出来，读不到里面的申报表。先运行 git submodule update --init。' },
      });
      expect(await told(clone, 'HEAD', 'HEAD')).toEqual([]);
    });
  });

  test('of a shallow clone, as far as it goes', async () => {
    const origin = temporaryFolder();
    initRepository(origin, { 'projects/2025/甲.yaml': first });
    gitIn(origin, 'switch', '-qc', 'feature');
    put(origin, 'projects/2025/甲.yaml', second);
    commitAll(origin);
    gitIn(origin, 'switch', '-q', 'main');
    commitAll(origin, 'main goes on');
    const clone = temporaryFolder();
    rmSync(clone, { recursive: true });
    gitIn(origin, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${origin}`, clone);
    await expect(told(clone, 'origin/main...origin/feature')).rejects.toMatchObject({
      words: {
        zh: '这是浅克隆的仓库，找不到“origin/main”与“origin/feature”从哪里分开。先运行 git fetch --unshallow；在持续集成里把 fetch-depth 设为 0。',
      },
    });
    expect(await told(clone, 'origin/main', 'origin/feature')).toEqual(['changed projects/2025/甲.yaml']);
    gitIn(clone, 'fetch', '-q', '--unshallow');
    expect(await told(clone, 'origin/main...origin/feature')).toEqual(['changed projects/2025/甲.yaml']);
  });
});
