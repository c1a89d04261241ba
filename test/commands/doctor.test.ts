// `shenbao doctor`: a line for each thing that builds and checks depend on, and what to do where one is amiss.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { node } from '../../src/workspace/doctor.js';
import { freeSpace } from '../../src/workspace/doctor-machine.js';
import { excelPart, excelWorkbook } from '../render/xlsx/fill/excel-workbook.js';
import { inFolder, missing } from '../support/programs.js';
import { inWorkspace, runBin, type Workspace } from '../support/workspace.js';

const env = { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', HOME: '/nowhere' } as Record<string, string>;

/** The lines that begin with a mark. */
async function marked({ shenbaoIn }: Workspace, mark: '✓' | '!' | '✗', more: Record<string, string> = {}) {
  const { status, out, complaints } = await shenbaoIn('.', { ...env, ...more }, 'doctor');
  expect(complaints).toBe('');
  return { status, lines: out.split('\n').filter((line) => line.startsWith(mark)) };
}

describe('shenbao doctor', () => {
  test('has a line for each thing, and says that all is well', () =>
    inWorkspace(async ({ root, shenbaoIn }) => {
      execFileSync('git', ['init', '-q'], { cwd: root });
      execFileSync('git', ['config', 'core.quotePath', 'false'], { cwd: root });
      const { status, out, complaints } = await shenbaoIn('.', env, 'doctor');
      expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
      const told = out
        .replaceAll(process.cwd(), '<工具>')
        .replace(/Node [\d.]+/, 'Node *')
        .replace(/[\d.]+ [GM]B/, '* GB')
        .replace(/git [\d.]+[^，]*/, 'git *')
        .replace(/（[0-9a-f]{12}）/g, '（*）')
        .replace(
          /(✓ 表样).*\n(?:✓ 表样.*\n)*/,
          (lines) => `${[...new Set(lines.replace(/“.*”/g, '“*”').split('\n'))].join('\n')}`,
        );
      expect(told).toMatchInlineSnapshot(`
        "✓ Node *
        ✓ shenbao 0.1.0，在 <工具>，从源码运行
        ✓ 工作区 <工作区>，申报表 1 份
        ✓ 表样“*”：schema、模板、版式都能用，检查程序是现成的
        ✓ 字体 NotoSerifSC-Regular（*）
        ✓ 字体 NotoSerifSC-Bold（*）
        ✓ <工作区>/out 可以写
        ✓ <工具>/node_modules/.cache/shenbao 可以写
        ✓ <工作区>/.shenbao 可以写
        ✓ git *，工作区在仓库里
        ✓ 从源码运行，不用多线程
        ✓ 磁盘还有 * GB
        ✓ 终端的编码是 UTF-8（zh_CN.UTF-8）
        一切正常。
        "
      `);
    }));

  test('reports JSON that keeps to its published schema, in English too', () =>
    inWorkspace(async ({ shenbaoIn }) => {
      const { status, out } = await shenbaoIn('.', env, 'doctor', '--format', 'json', '--lang', 'en');
      const report = JSON.parse(out);
      const validate = new Ajv2020().compile(JSON.parse(readFileSync('schema/reports/doctor.schema.json', 'utf8')));
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(status).toBe(0);
      expect(report.summary).toEqual({ ok: report.checks.length - 1, warnings: 1, errors: 0 });
      expect(report.checks).toContainEqual({
        about: 'git',
        state: 'warning',
        message: expect.stringMatching(/the workspace is in no repository$/),
        advice: 'To keep track of changes, run git init.',
      });
    }));

  test('looks at the tool alone outside of a workspace', () =>
    inFolder((folder) => {
      const { status, out } = runBin(['doctor'], { cwd: folder, env: { LANG: 'C.UTF-8', LC_ALL: '' } });
      expect(status).toBe(0);
      expect(out).toContain(`! ${folder} 不在工作区里  → 检查和生成要在工作区里；用 shenbao init 文件夹名 建一个。\n`);
      expect(out).toMatch(/^✓ 多线程可用，处理器 \d+ 个$/m);
      expect(out).not.toContain('out 可以写');
    }));
});

describe('what is amiss', () => {
  test('a Node that is too old', () => {
    expect(node('20.0.0')).toMatchObject({ state: 'ok', advice: null });
    expect(node('18.20.4')).toMatchObject({
      state: 'error',
      words: { zh: 'Node 18.20.4' },
      advice: { zh: '换成 Node >=20。' },
    });
  });

  test('no git, a terminal of another encoding', () =>
    inWorkspace(async (workspace) => {
      const { status, lines } = await marked(workspace, '!', { PATH: '/nowhere', LANG: 'zh_CN.GB18030' });
      expect(status).toBe(0);
      expect(lines).toEqual([
        '! 没有找到 git  → 检查和生成不用它；要记录改动、送审，请安装 git。',
        '! 终端的编码不一定是 UTF-8（zh_CN.GB18030）  → 显示乱码时，设置 LANG=zh_CN.UTF-8。',
      ]);
    }));

  test('a repository whose git shows Chinese names as codes', () =>
    inWorkspace(async (workspace) => {
      execFileSync('git', ['init', '-q'], { cwd: workspace.root });
      const { lines } = await marked(workspace, '!', { GIT_CONFIG_NOSYSTEM: '1' });
      expect(lines).toEqual([
        '! git 把中文文件名显示成 \\345\\214\\272 这样的编码  → 运行 git config core.quotePath false。',
      ]);
    }));

  test('an out/ that cannot be written', () =>
    inWorkspace(async (workspace) => {
      workspace.write('out', '');
      const { status, lines } = await marked(workspace, '✗');
      expect(status).toBe(1);
      expect(lines).toEqual([
        `✗ <工作区>/out 写不进去  → 看看这个文件夹的权限，或者是不是有一个同名的文件；换一处用 --out。`,
      ]);
    }));

  test('a template with an error, a name that cannot be used', () =>
    inWorkspace(async (workspace) => {
      workspace.write('templates/project-goal/form.hbs', '<title class="title">{{没有}}</title>');
      workspace.write('projects/2025/con.yaml', '');
      const { status, lines } = await marked(workspace, '✗');
      expect(status).toBe(1);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^✗ 表样“二级项目支出绩效目标申报表”不能用：.*没有/);
      expect((await marked(workspace, '!')).lines[0]).toBe(
        '! 工作区 <工作区>，申报表 1 份，名称不能用的 1 份  → 运行 shenbao check，看是哪些、怎样改。',
      );
    }));

  test('a workbook to fill that cannot be filled; one that can is told of', () =>
    inWorkspace(async (workspace) => {
      const put = (bytes: Uint8Array) => {
        workspace.write('templates/project-goal/注.txt', '');
        writeFileSync(join(workspace.root, 'templates/project-goal/workbook.xlsx'), bytes);
      };
      put(excelWorkbook());
      expect((await marked(workspace, '✓')).lines).toContain(
        '✓ 表样“二级项目支出绩效目标申报表”：schema、模板、版式、要填写的工作簿都能用，检查程序是现成的',
      );
      put(excelWorkbook(excelPart('xl/sharedStrings.xml', '{{项目编码}}', '{{项目编号}}')));
      const { status, lines } = await marked(workspace, '✗');
      expect(status).toBe(1);
      expect(lines[0]).toContain('不能用：工作表“申报表”的 B2：这里没有“项目编号”这个键  → 是不是“项目编码”？');
    }));

  test('a schema that is none', () =>
    inWorkspace(async (workspace) => {
      workspace.write('schema/甲/form.schema.json', '{');
      const { status, lines } = await marked(workspace, '✗');
      expect(status).toBe(1);
      expect(lines).toEqual([
        '✗ 表样不能用：schema/甲/form.schema.json 第 1 行第 2 列：JSON 语法不对。  → 运行 shenbao template check，看错在哪里。',
      ]);
    }));
});

test('space is told in MB', () => {
  expect(freeSpace('/')).toBeGreaterThan(1);
});

test.skipIf(missing('git'))('leaves nothing behind', () =>
  inWorkspace(async ({ root, shenbaoIn }) => {
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['add', '-A'], { cwd: root });
    await shenbaoIn('.', env, 'doctor');
    const status = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status.split('\n').filter((line) => line.startsWith('??'))).toEqual([]);
  }),
);
