// The merge driver in real git: the tool compiled, branches that are merged, rebased and picked, and what a clerk then finds.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../support/forms.js';
import { inFolder, missing } from '../support/programs.js';
import { commitAll, gitIn, initRepository, put } from '../support/repository.js';
import { sampleWith } from '../support/workspace.js';
import { compiledTool } from '../workspace/support.js';

const file = 'projects/2025/工会/区总工会 工作经费.yaml';
const skip = missing('git') !== null;

interface Said {
  readonly status: number | null;
  /** What git and the driver print. */
  readonly said: string;
}

interface Branches {
  readonly root: string;
  /** Goes on from the branch that is checked out. */
  git(...args: readonly string[]): Said;
  read(): string;
}

/** A repository whose branches main and side each changed the sample, with the driver set as `git install` sets it. */
async function withBranches(
  { base = cleanText, main, side }: { readonly base?: string | null; readonly main: string; readonly side: string },
  use: (branches: Branches) => void,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const driver = `'${process.execPath}' '${join(compiledTool(), 'dist/main.js')}' git merge %O %A %B %L %P %X %Y`;
  await inFolder((root) => {
    initRepository(root, {
      '.gitattributes': 'projects/**/*.yaml merge=shenbao\n',
      ...(base !== null && { [file]: base }),
    });
    for (const [key, value] of Object.entries({ 'merge.shenbao.driver': driver, ...settings }))
      gitIn(root, 'config', key, value);
    gitIn(root, 'checkout', '-q', '-b', 'side');
    put(root, file, side);
    commitAll(root, '财政局的修改');
    gitIn(root, 'checkout', '-q', 'main');
    put(root, file, main);
    commitAll(root, '经办人的修改');
    use({
      root,
      git(...args) {
        const given = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'core.quotePath=false', ...args];
        const { status, stdout, stderr } = spawnSync('git', ['-C', root, ...given], { encoding: 'utf8' });
        return { status, said: `${stdout}${stderr}` };
      },
      read: () => readFileSync(join(root, file), 'utf8'),
    });
  });
}

const more: readonly (readonly [string, string])[] = [
  ['≥30场次', '≥40场次   # 与文体中心商定'],
  ['  - 事项: 书籍采购\n', '  # 新增\n  - 事项: 书架采购\n    金额: 1万\n  - 事项: 书籍采购\n'],
];
const other: readonly (readonly [string, string])[] = [
  ['        解释: 考察全年开展活动次数', '        解释: 考察全年开展的活动有几次'],
  ['  - 事项: 书籍采购\n    金额: 1万\n', '  - 事项: 书籍采购\n'],
  ['本年度项目金额: 2,425,500.00', '本年度项目金额: 242.55万'],
];
const main = sampleWith(...more);
const side = sampleWith(...other);
const both = sampleWith(...other, ...more);

describe.skipIf(skip)('git with the driver', () => {
  it('merges what clerks changed in neighbouring lines, where git alone sees a conflict', async () => {
    await withBranches({ main, side }, ({ git, read }) => {
      expect(git('merge', '-q', 'side').status).toBe(0);
      expect(read()).toBe(both);
      expect(git('status', '--porcelain').said).toBe('');
      git('reset', '-q', '--hard', 'HEAD^');
      expect(git('-c', 'merge.shenbao.driver=git merge-file %A %O %B', 'merge', '-q', 'side').status).toBe(1);
    });
  });

  it('rebases and picks by the same driver', async () => {
    await withBranches({ main, side }, ({ git, read }) => {
      expect(git('cherry-pick', 'side').status).toBe(0);
      expect(read()).toBe(both);
      git('reset', '-q', '--hard', 'HEAD^');
      expect(git('rebase', '-q', 'main', 'side').status).toBe(0);
      expect(read()).toBe(both);
    });
  });

  it('leaves one value for a person to decide, between marks with the branches’ names', async () => {
    const changed = sampleWith(['≥30场次', '≥40场次'], ['≤200元', '≤180元']);
    const otherwise = sampleWith(['≥30场次', '≥50场次'], ['金额: 10.5万', '金额: 10.6万']);
    await withBranches({ main: changed, side: otherwise }, ({ git, read }) => {
      const { status, said } = git('merge', 'side');
      expect(status).toBe(1);
      expect(said).toContain('产出指标 › 数量指标“开展活动数量” › 指标值：ours 是“≥40场次”，theirs 是“≥50场次”');
      expect(said).toContain(`CONFLICT (content): Merge conflict in ${file}`);
      expect(read()).toBe(
        sampleWith(
          ['≤200元', '≤180元'],
          ['金额: 10.5万', '金额: 10.6万'],
          [
            '        指标值: ≥30场次\n',
            `<<<<<<< ${names(git).ours}\n        指标值: ≥40场次\n=======\n        指标值: ≥50场次\n>>>>>>> ${names(git).theirs}\n`,
          ],
        ),
      );
      expect(git('diff', '--name-only', '--diff-filter=U').said).toBe(`${file}\n`);
    });
  });

  it('shows the ancestor as well to those who want it so', async () => {
    const [changed, otherwise] = [sampleWith(['≥30场次', '≥40场次']), sampleWith(['≥30场次', '≥50场次'])];
    await withBranches(
      { main: changed, side: otherwise },
      ({ git, read }) => {
        expect(git('merge', 'side').status).toBe(1);
        expect(read()).toContain('≥40场次\n||||||| base\n        指标值: ≥30场次\n=======\n        指标值: ≥50场次\n');
      },
      { 'merge.conflictStyle': 'diff3' },
    );
  });

  it('does not let through what both merge into but no longer adds up', async () => {
    const withItem = (name: string) =>
      sampleWith(
        ['本年度项目金额: 2,425,500.00', '本年度项目金额: 2,475,500.00'],
        ['  - 事项: 书籍采购\n', `  - 事项: ${name}\n    金额: 5万\n  - 事项: 书籍采购\n`],
      );
    await withBranches({ main: withItem('职工运动会'), side: withItem('职工歌咏比赛') }, ({ git, read }) => {
      const { status, said } = git('merge', 'side');
      expect(status).toBe(1);
      expect(said).toContain('两边的修改合并以后才有的错误：测算依据 23 项合计 2,525,500.00 元');
      expect(read()).toMatch(/^# shenbao-merge basis-adds-up -- .*。改好以后删去这一行。\n测算依据:$/m);
      expect(read()).not.toContain('<<<<<<<');
      expect(git('status', '--porcelain').said).toBe(`UU "${file}"\n`);
    });
  });

  it('merges line by line what it cannot read, and says why', async () => {
    const broken = `${cleanText}没有冒号\n`;
    await withBranches({ main, side: broken }, ({ git, read }) => {
      const { status, said } = git('merge', 'side');
      expect(status).toBe(0);
      expect(said).toContain(
        '没有逐栏合并，是逐行合并的：那一边（theirs）第 122 行读不通，这一行没有冒号，不是“键: 值”。',
      );
      expect(read()).toBe(`${main}没有冒号\n`);
    });
  });

  it('merges line by line where the form itself cannot be read', async () => {
    await withBranches({ main, side: sampleWith(['金额: 10.5万', '金额: 10.6万']) }, ({ root, git, read }) => {
      put(root, 'schema/project-goal/form.schema.json', '{');
      const { status, said } = git('merge', 'side');
      expect(status).toBe(0);
      expect(said).toMatch(/没有逐栏合并，是逐行合并的：表样读不出来（.*form\.schema\.json.*）。/);
      expect(read()).toBe(sampleWith(...more, ['金额: 10.5万', '金额: 10.6万']));
    });
  });

  it('merges histories that crossed, of which git first merges the ancestors', async () => {
    await withBranches({ main, side }, ({ git, read }) => {
      git('branch', 'main-before');
      git('merge', '-q', 'side');
      git('checkout', '-q', 'side');
      git('merge', '-q', 'main-before');
      expect(read()).toBe(both);
      git('checkout', '-q', 'main');
      expect(git('merge', '-q', 'side').status).toBe(0);
      expect(read()).toBe(both);
    });
  });

  it('merges a file of one name that both made', async () => {
    await withBranches({ base: null, main, side: main.replace('≥40场次 ', '≥50场次 ') }, ({ git, read }) => {
      expect(git('merge', 'side').status).toBe(1);
      expect(read().match(/^<{7}/gm)).toHaveLength(1);
    });
  });

  it('leaves ours where there is no text to merge', async () => {
    const binary = (text: string) => `${text}\0\u0001\u0002`;
    await withBranches({ base: binary('a'), main: binary('b'), side: binary('c') }, ({ git, read }) => {
      const { status, said } = git('merge', 'side');
      expect([status, read()]).toEqual([1, binary('b')]);
      expect(said).toContain('不是文本，合并不了；留下的是 ours');
    });
  });

  it('stops git where it cannot do anything, rather than leave out one side', async () => {
    const call = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(compiledTool(), 'dist/main.js'), 'git', 'merge', ...args], {
        encoding: 'utf8',
      });
    const gone = call('a', 'b', 'c', '7', file);
    expect([gone.status, gone.stderr]).toEqual([129, '读不了 a：它已经不在了。\n']);
    const few = call('a', 'b', '--lang', 'en');
    expect(few.status).toBe(129);
    expect(few.stderr).toContain('git merge takes three files: ancestor, ours, theirs.');
  });
});

/** A git before 2.44 does not tell the driver what the sides are called. */
function names(git: Branches['git']): { readonly ours: string; readonly theirs: string } {
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(git('--version').said) ?? [];
  const isTold = Number(major) > 2 || Number(minor) >= 44;
  return isTold ? { ours: 'HEAD', theirs: 'side' } : { ours: 'ours', theirs: 'theirs' };
}
