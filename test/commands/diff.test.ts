// `shenbao diff` as its users run it, in real git repositories: sides, exit status, what it says of wrong input.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, missing } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { commitAll, gitIn, initRepository, put } from '../support/repository.js';
import { anotherWith, inWorkspace, runBin, sampleWith, type Workspace } from '../support/workspace.js';

const lacking = missing('git');
const clean = sampleWith();
const loosened = sampleWith(['≥30场次', '≥28场次']);
const raised = sampleWith(['本年度项目金额: 2,425,500.00', '本年度项目金额: 2,545,500.00']);

interface Repository extends Workspace {
  commit(message?: string): string;
  git(...args: readonly string[]): string;
}

/** A workspace whose first commit, on main, holds the clean sample. */
function inRepository(use: (repository: Repository) => Promise<void>): Promise<void> {
  return inWorkspace(async (workspace) => {
    initRepository(workspace.root, {});
    await use({
      ...workspace,
      commit: (message) => commitAll(workspace.root, message),
      git: (...args) => gitIn(workspace.root, ...args),
    });
  });
}

/** The lines of the report on changes, without what check says. */
function changesIn(out: string): readonly string[] {
  return out.split('\n').filter((line) => /^ {2}(?:新增|删去|修改|移动|改名) /.test(line));
}

describe.skipIf(lacking)(`shenbao diff${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  test('says in a reviewer’s words what changed since the main branch', () =>
    inRepository(async ({ write, shenbao, git }) => {
      git('switch', '-qc', '修改');
      write(
        samplePath,
        sampleWith(
          ['本年度项目金额: 2,425,500.00', '本年度项目金额: 2,545,500.00'],
          ['≥30场次', '≥28场次'],
          ['  - 事项: 技能竞赛\n    金额: 10万\n', ''],
          ['经济效益指标: 不适用', '经济效益指标:\n      - { 名称: 带动消费, 指标值: ≥100万元, 解释: 考察带动的消费 }'],
        ),
      );
      const { status, out, complaints } = await shenbao('diff');
      expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
      expect(out.replace(/[0-9a-f]{8}/, '########')).toMatchInlineSnapshot(`
        "与“main”分开时（########） → 工作区
        本年度项目金额 2,425,500.00 → 2,545,500.00 元，增加 120,000.00 元（+4.95%）；收紧 1 处，放宽 1 处；检查：新出现错误 1、警告 1

        projects/2025/区总工会工作经费.yaml  修改  区总工会工作经费
          修改  本年度项目金额：2,425,500.00 → 2,545,500.00  增加 120,000.00 元（+4.95%）
          删去  测算依据第 4 项“技能竞赛”：技能竞赛（10万）  减少 100,000.00 元
          修改  产出指标 › 数量指标“开展活动数量” › 指标值：≥30场次 → ≥28场次  放宽
          修改  效益指标 › 经济效益指标：不适用 → 带动消费　≥100万元　考察带动的消费  收紧，原来没有指标，现在有了
          检查新发现：
            31:1 错误 测算依据 20 项合计 2,325,500.00 元，本年度项目金额是 2,545,500.00 元，合计少了 220,000.00 元 basis-adds-up
            84:99 警告 年度目标里的“30次”，绩效指标里没有，同类的是“≥28场次” goal-numbers-are-indicators
        "
      `);
    }));

  test('compares commits, branches, the index and the working tree', () =>
    inRepository(async ({ write, commit, git, shenbao }) => {
      git('switch', '-qc', 'feature');
      write(samplePath, loosened);
      commit();
      write(samplePath, sampleWith(['≥30场次', '≥27场次']));
      git('add', '-A');
      write(samplePath, sampleWith(['≥30场次', '≥26场次']));
      const value = async (...words: readonly string[]) =>
        /指标值：(\S+ → \S+)/.exec((await shenbao('diff', ...words)).out)?.[1];
      expect(await value()).toBe('≥30场次 → ≥26场次');
      expect(await value('HEAD')).toBe('≥28场次 → ≥26场次');
      expect(await value('main', 'feature')).toBe('≥30场次 → ≥28场次');
      expect(await value('main..feature')).toBe('≥30场次 → ≥28场次');
      expect(await value('HEAD~1', ':index')).toBe('≥30场次 → ≥27场次');
      expect(await value(':index')).toBe('≥27场次 → ≥26场次');
      expect(await value(':index', ':worktree')).toBe('≥27场次 → ≥26场次');
      expect(await value('feature', 'main')).toBe('≥28场次 → ≥30场次');
      git('checkout', '-q', '--detach');
      expect(await value('main...')).toBe('≥30场次 → ≥28场次');
    }));

  test('with three dots leaves out what the main branch did since', () =>
    inRepository(async ({ write, commit, git, shenbao }) => {
      git('switch', '-qc', 'feature');
      write(samplePath, loosened);
      commit();
      git('switch', '-q', 'main');
      write(samplePath, raised);
      commit();
      expect(changesIn((await shenbao('diff', 'main...feature')).out)).toEqual([
        '  修改  产出指标 › 数量指标“开展活动数量” › 指标值：≥30场次 → ≥28场次  放宽',
      ]);
      expect(changesIn((await shenbao('diff', 'main..feature')).out)).toHaveLength(2);
    }));

  test('compares files and folders, in a repository or in none', () =>
    inFolder(async (root) => {
      put(root, '旧/2025/甲.yaml', clean);
      put(root, '旧/2025/乙.yaml', anotherWith());
      put(root, '新/2025/改名.yaml', loosened);
      put(root, '新/2025/乙.yaml', anotherWith());
      const folders = runBin(['diff', '旧', '新'], { cwd: root });
      expect({ status: folders.status, complaints: folders.complaints }).toEqual({ status: 0, complaints: '' });
      expect(folders.out).toContain('新/2025/改名.yaml  改名  区总工会工作经费\n  原来是 旧/2025/甲.yaml\n');
      expect(changesIn(folders.out)).toHaveLength(1);
      const files = runBin(['diff', '旧/2025/甲.yaml', '新/2025/改名.yaml'], { cwd: root });
      expect(files.out).toContain('旧/2025/甲.yaml → 新/2025/改名.yaml\n');
      expect(files.out).toContain('新/2025/改名.yaml  修改');
      expect(changesIn(files.out)).toHaveLength(1);
    }));

  test('a path keeps it to that file or folder', () =>
    inRepository(async ({ write, shenbao, commit }) => {
      write('projects/2025/甲/另一个.yaml', anotherWith());
      commit();
      write('projects/2025/甲/另一个.yaml', anotherWith(['≥30场次', '≥28场次']));
      write(samplePath, loosened);
      const files = async (...words: readonly string[]) =>
        [...(await shenbao('diff', ...words)).out.matchAll(/^(projects\/\S+)/gm)].map(([, file]) => file);
      expect(await files('HEAD')).toEqual(['projects/2025/区总工会工作经费.yaml', 'projects/2025/甲/另一个.yaml']);
      expect(await files('HEAD', 'projects/2025/甲')).toEqual(['projects/2025/甲/另一个.yaml']);
      expect(await files(samplePath)).toEqual([samplePath]);
    }));

  test('tells nothing of what is only written in another way', () =>
    inRepository(async ({ write, shenbao }) => {
      write(samplePath, `# 整理\n${clean.replace('2,425,500.00', '242.55万').replace('年度: 2025\n', '')}`);
      const { status, out } = await shenbao('diff', 'HEAD');
      expect(status).toBe(0);
      expect(out).toContain('申报表的内容没有变动。\n\n1 份只改了写法，内容没有变动。\n');
      expect((await shenbao('diff', 'HEAD', 'HEAD')).out).toMatch(/\n申报表的内容没有变动。\n$/);
    }));

  test('says what check finds now and no longer finds, also between declarations', () =>
    inRepository(async ({ write, shenbao }) => {
      write('projects/2025/同一个编码.yaml', sampleWith(['项目名称: ', '项目名称: 新的']));
      const { out } = await shenbao('diff', 'HEAD');
      expect(out).toContain('projects/2025/同一个编码.yaml  新增  新的区总工会工作经费\n');
      expect(out).toMatch(/检查新发现：\n {4}4:7 错误 .*code-is-unique/);
      write('projects/2025/同一个编码.yaml', '');
      write(samplePath, sampleWith(['≥30场次', '≥30']));
      expect((await shenbao('diff', 'HEAD', samplePath)).out).toMatch(
        /错误 “30”没有单位.*quantitative-value-is-complete/,
      );
    }));

  describe('gates', () => {
    test.each<[flags: readonly string[], text: string, status: number, said: string]>([
      [['--max-increase', '5%'], raised, 0, ''],
      [['--max-increase', '4.9%'], raised, 1, '年度金额增加 120,000.00 元（+4.95%），超过 4.9%'],
      [['--max-increase', '120000'], raised, 0, ''],
      [['--max-increase', '11.9999万'], raised, 1, '年度金额增加 120,000.00 元（+4.95%），超过 11.9999万'],
      [['--fail-on-change', 'loosened'], raised, 0, ''],
      [['--fail-on-change', 'loosened'], loosened, 1, '产出指标 › 数量指标“开展活动数量” › 指标值 放宽了'],
    ])('%s', (flags, text, status, said) =>
      inRepository(async ({ write, shenbao }) => {
        write(samplePath, text);
        const ran = await shenbao('diff', 'HEAD', ...flags);
        expect(ran.status).toBe(status);
        const line = ran.out.split('\n').find((one) => one.startsWith(`  ${samplePath}：`));
        expect(line ?? '').toBe(said === '' ? '' : `  ${samplePath}：${said}`);
      }));

    test('a new declaration has grown from nothing', () =>
      inRepository(async ({ write, shenbao }) => {
        write('projects/2025/另一个.yaml', anotherWith());
        const { status, out } = await shenbao('diff', 'HEAD', '--max-increase', '500%');
        expect(status).toBe(1);
        expect(out).toContain('projects/2025/另一个.yaml：年度金额新增 2,425,500.00 元，超过 500%');
      }));
  });

  describe('a side that cannot be read', () => {
    test.each<[what: string, content: string | Uint8Array, said: RegExp]>([
      ['broken YAML', '表单: [', /1 份读不出来，没有比较：\n {2}projects\/2025\/坏.yaml（现在的）\n {4}1:\d+ 错误 /],
      [
        'a binary',
        Uint8Array.from({ length: 300 }, (_, at) => at % 256),
        /projects\/2025\/坏.yaml（现在的）\n {4}.*错误 /,
      ],
      ['an unknown form', '表单: 没有这种表\n', /1:5 错误 /],
    ])('%s ends with 2, and the rest is compared', (_, content, said) =>
      inRepository(async ({ root, write, shenbao }) => {
        put(root, 'projects/2025/坏.yaml', content);
        write(samplePath, loosened);
        const { status, out } = await shenbao('diff', 'HEAD');
        expect(status).toBe(2);
        expect(out).toMatch(said);
        expect(changesIn(out)).toHaveLength(1);
      }));

    test('never says that nothing changed', () =>
      inRepository(async ({ write, commit, shenbao }) => {
        write(samplePath, '表单: [');
        commit();
        write(samplePath, clean);
        const { status, out } = await shenbao('diff', 'HEAD');
        expect(status).toBe(2);
        expect(out).toContain(`${samplePath}（以前的）`);
        expect(out).not.toContain('没有变动');
      }));

    test('a declaration with faults of structure is compared all the same', () =>
      inRepository(async ({ write, shenbao }) => {
        write(samplePath, sampleWith(['实施期限: 5', '实施期限: 五']));
        const { status, out } = await shenbao('diff', 'HEAD');
        expect(status).toBe(0);
        expect(changesIn(out)).toEqual(['  修改  实施期限：5 → 五']);
        expect(out).toMatch(/检查新发现：\n {4}\d+:\d+ 错误 .*schema\/pattern/);
      }));
  });

  describe('wrong input is one sentence and ends with 2', () => {
    test.each<[words: readonly string[], sentence: string]>([
      [
        ['没有'],
        '没有“没有”：不是文件，不是文件夹，git 里也没有这个提交、分支或标签。请核对名称；浅克隆的仓库要先取得它（git fetch）。',
      ],
      [['main..没有'], 'git 里没有“没有”这个提交、分支或标签。请核对名称；浅克隆的仓库要先取得它（git fetch）。'],
      [['main', 'HEAD', '还有'], '最多比较两个版本，多写了“还有”。写成 shenbao diff 以前的 现在的。'],
      [['main...HEAD', 'main'], '“main...HEAD”已经是两个版本，旁边不能再写一个。'],
      [['main', 'main..HEAD'], '“main..HEAD”已经是两个版本，旁边不能再写一个。'],
      [['projects', samplePath], `${samplePath} 是文件，projects 是文件夹：要么比较两个文件，要么比较两个文件夹。`],
      [['README.md'], 'README.md 不是申报表的 YAML 文件，不能比较。Excel、Word 和 PDF 请比较生成它们的 YAML。'],
      [['main', '..'], '.. 不在工作区的 projects/ 里，git 里没有它以前的版本。两边都写成文件或文件夹就可以比较。'],
      [['--format', 'pdf'], '--format 不能写“pdf”，可以写 text、markdown、html、json。'],
      [['--to', 'pdf'], '--to 不能写“pdf”，可以写 docx。'],
      [['--out', 'x'], '--out 要和 --to docx 一起用。'],
      [['--max-increase', '约5%'], '--max-increase 不能写“约5%”，写百分数（5%）或者金额（100000、10万）。'],
      [['--fail-on-change', 'tightened'], '--fail-on-change 不能写“tightened”，可以写 loosened。'],
      [['both'], '“both”既是文件或文件夹，又是 git 里的分支或标签。文件写成 ./both，分支写成 refs/heads/both。'],
    ])('%s', (words, sentence) =>
      inRepository(async ({ root, write, git, shenbao }) => {
        write('README.md', '');
        mkdirSync(join(root, 'both'));
        git('branch', 'both');
        expect(await shenbao('diff', ...words)).toEqual({ status: 2, out: '', complaints: `${sentence}\n` });
      }));

    test('outside of git', () =>
      inWorkspace(async ({ shenbao }) => {
        const { status, complaints } = await shenbao('diff');
        expect([status, complaints]).toEqual([2, '<工作区> 不在 git 仓库里，没有以前的版本可以比较。\n']);
      }));

    test('on a branch without a commit', () =>
      inWorkspace(async ({ root, shenbao }) => {
        gitIn(root, 'init', '-q');
        const { status, complaints } = await shenbao('diff');
        expect(status).toBe(2);
        expect(complaints).toBe('<工作区> 的仓库里还没有提交，没有以前的版本可以比较。先提交一次。\n');
      }));

    test('without a main branch, and without a history in common', () =>
      inRepository(async ({ git, write, commit, shenbao }) => {
        git('branch', '-m', 'dev');
        expect((await shenbao('diff')).complaints).toMatch(/^认不出主分支/);
        git('checkout', '-q', '--orphan', '别的');
        write('x', '');
        commit();
        expect((await shenbao('diff', 'dev...别的')).complaints).toMatch(/^“dev”与“别的”没有共同的历史。/);
        expect((await shenbao('diff', 'dev', '别的')).status).toBe(0);
      }));

    test('without git at all', () =>
      inFolder(async (root) => {
        put(root, samplePath, clean);
        const { status, complaints } = runBin(['diff', 'main'], { cwd: root, env: { PATH: '/nonexistent' } });
        expect([status, complaints]).toEqual([2, '找不到 git。请先安装 git，再比较以前的版本。\n']);
      }));
  });

  test('the target of a pull request is the main branch on a runner', () =>
    inRepository(async ({ write, commit, git, shenbaoIn }) => {
      git('switch', '-qc', '集成');
      write(samplePath, raised);
      commit();
      git('switch', '-qc', 'feature');
      write(samplePath, raised.replace('≥30场次', '≥28场次'));
      const { out } = await shenbaoIn('.', { GITHUB_BASE_REF: '集成' }, 'diff');
      expect(changesIn(out)).toHaveLength(1);
    }));
});
