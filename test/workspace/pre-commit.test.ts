// The pre-commit hook that init writes, in real git repositories: it judges what is to be committed, and nothing else.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { initWorkspace } from '../../src/workspace/init.js';
import { missing } from '../support/programs.js';
import { anotherWith, sampleWith } from '../support/workspace.js';
import { compiledTool, temporaryFolder } from './support.js';

const thisYear = ['年度: 2025', '年度: 2026'] as const;
const good = sampleWith(thisYear);
const other = anotherWith(thisYear);
const bad = anotherWith(thisYear, ['实施期限: 5', '实施期限: 五']);
const fault = '  8:7  错误  “实施期限”写的是“五”';
const refused = '暂存的申报表有错，没有提交。改好以后 git add，再提交。';

interface Repository {
  readonly workspace: string;
  write(file: string, text: string): void;
  git(...args: readonly string[]): { readonly status: number | null; readonly said: string };
}

/** A repository with the hook switched on; the workspace is its `folder`. */
async function repository(folder = '.'): Promise<Repository> {
  const top = temporaryFolder();
  const workspace = join(top, folder);
  await initWorkspace(folder, { cwd: top, ci: null, form: null, thisYear: 2025 });
  const main = join(compiledTool(), 'dist/main.js');
  mkdirSync(join(workspace, 'node_modules/.bin'), { recursive: true });
  chmodSync(main, 0o755);
  symlinkSync(main, join(workspace, 'node_modules/.bin/shenbao'));
  const git: Repository['git'] = (...args) => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: top, env, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  git('init', '-q');
  git('config', 'user.name', 'a');
  git('config', 'user.email', 'a@example.org');
  git('config', 'core.hooksPath', join(folder, '.githooks'));
  git('add', '-A');
  expect(git('commit', '-qm', 'begin')).toEqual({ status: 0, said: '' });
  return {
    workspace,
    git,
    write(file, text) {
      mkdirSync(dirname(join(workspace, file)), { recursive: true });
      writeFileSync(join(workspace, file), text);
    },
  };
}

test.each(['sh', 'bash'])('is a script that %s can read', (shell) => {
  expect(() => execFileSync(shell, ['-n', 'templates/workspace/githooks/pre-commit'])).not.toThrow();
});

const reason = missing('git');

describe.skipIf(reason)(`the pre-commit hook${reason ? ` (${reason})` : ''}`, () => {
  test('refuses a staged declaration with errors, says which and why, and lets it pass once it is right', async () => {
    const { write, git } = await repository();
    write('projects/2026/处室/坏 的“一”.yaml', bad);
    write('projects/2026/好.yaml', good);
    git('add', '-A');
    const { status, said } = git('commit', '-m', 'x');
    expect(status).toBe(1);
    expect(said).toContain(`projects/2026/处室/坏 的“一”.yaml  错误 1 处\n\n${fault}`);
    expect(said).toContain('查了 2 份：错误 1 处，警告 0 处，提示 0 处。');
    expect(said.trimEnd().endsWith(refused)).toBe(true);
    expect(git('log', '--oneline').said.trim().split('\n')).toHaveLength(1);

    write('projects/2026/处室/坏 的“一”.yaml', other);
    git('add', '-A');
    expect(git('commit', '-qm', 'x')).toMatchObject({ status: 0 });
  });

  test('judges what is staged, not what lies beside it', async () => {
    const { write, git } = await repository();
    write('projects/2026/一.yaml', bad);
    git('add', '-A');
    write('projects/2026/一.yaml', good);
    expect(git('commit', '-m', 'x').said).toContain(refused);

    git('add', '-A');
    write('projects/2026/一.yaml', bad);
    write('projects/2026/没有暂存.yaml', bad);
    expect(git('commit', '-m', 'x')).toMatchObject({ status: 0 });
    expect(git('show', 'HEAD:projects/2026/一.yaml').said).toBe(good);
  });

  test('leaves alone what is not staged, removed, hidden or no declaration', async () => {
    const { write, git, workspace } = await repository();
    write('projects/2026/旧.yaml', bad);
    git('add', '-A');
    git('commit', '-qm', 'x', '--no-verify');
    write('projects/2026/.隐藏.yaml', 'x');
    write('别处.yaml', bad);
    git('add', '-A');
    expect(git('commit', '-qm', 'x')).toEqual({ status: 0, said: '' });
    rmSync(join(workspace, 'projects/2026/旧.yaml'));
    git('add', '-A');
    expect(git('commit', '-qm', 'x')).toEqual({ status: 0, said: '' });
  });

  test('knows its workspace in a folder of the repository, also when that is committed with -a', async () => {
    const { write, git } = await repository('申报 表');
    write('projects/2026/一.yaml', good);
    git('add', '-A');
    expect(git('commit', '-qm', 'x')).toMatchObject({ status: 0 });
    write('projects/2026/一.yaml', bad);
    const { status, said } = git('commit', '-a', '-m', 'x');
    expect(status).toBe(1);
    expect(said).toContain(`projects/2026/一.yaml  错误 1 处\n\n${fault}`);
    git('add', '-A');
    write('projects/2026/一.yaml', good);
    expect(git('commit', '-m', 'x').said).toContain(fault);
  });

  test('checks by the schema that is staged with it', async () => {
    const { write, git, workspace } = await repository();
    const schema = 'schema/project-goal/form.schema.json';
    const text = readFileSync(join(workspace, schema), 'utf8');
    write('projects/2026/一.yaml', good.replace('分配方式: 因素法和项目法', '分配方式: 因素法和项目法\n新的栏: 一'));
    write(
      schema,
      text.replace('"项目总金额": {', '"新的栏": { "title": "新的栏", "type": "string" },\n    "项目总金额": {'),
    );
    git('add', 'projects');
    expect(git('commit', '-m', 'x').said).toContain('没有“新的栏”这一栏');
    git('add', '-A');
    expect(git('commit', '-qm', 'x')).toMatchObject({ status: 0 });
  });

  test('says so when the tool is not installed', async () => {
    const { write, git, workspace } = await repository();
    rmSync(join(workspace, 'node_modules'), { recursive: true });
    write('projects/2026/一.yaml', good);
    git('add', '-A');
    const { status, said } = git('commit', '-m', 'x');
    expect(status).toBe(1);
    expect(said).toMatch(/^没有找到 shenbao，不能检查申报表。先在 .* 里运行 npm install。\n$/);
  });
});
