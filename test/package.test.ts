// The package as npm packs it, installed in an empty folder that holds only projects/.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanText } from './support/forms.js';
import { inFolder } from './support/programs.js';
import { samplePath } from './support/project-goal.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

/** Lays out what npm would pack as an installation does; of libraries only the declared ones are there. */
function install(folder: string): void {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const told = execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [packed] = JSON.parse(told) as [{ readonly files: readonly { readonly path: string }[] }];
  for (const { path } of packed.files) cpSync(path, join(folder, 'node_modules/shenbao', path));
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  mkdirSync(dirname(join(folder, samplePath)), { recursive: true });
  writeFileSync(join(folder, samplePath), cleanText);
}

describe('the packed package', () => {
  test('builds and checks in a folder with only projects/ in it', () =>
    inFolder((folder) => {
      install(folder);
      const bin = join(folder, 'node_modules/shenbao/dist/main.js');
      const shenbao = (...args: readonly string[]) =>
        spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
      expect(shenbao('check').stdout).toBe(
        '测算依据 21 项合计 2,425,500.00 元，与本年度项目金额一致。\n查了 1 份：错误 0 处，警告 0 处，提示 0 处。\n',
      );
      expect(shenbao('build')).toMatchObject({ status: 0, stderr: '' });
      expect(readdirSync(join(folder, 'out/2025')).length).toBe(4);
    }));

  test('makes a workspace, with all of its files', () =>
    inFolder((folder) => {
      install(folder);
      const bin = join(folder, 'node_modules/shenbao/dist/main.js');
      const args = [bin, 'init', 'new', '--ci', 'gitee'];
      expect(spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
      const hidden = readdirSync(join(folder, 'new')).filter((name) => name.startsWith('.'));
      expect(hidden).toEqual(['.editorconfig', '.gitattributes', '.githooks', '.gitignore', '.vscode', '.workflow']);
    }));

  test('can be imported, with types', () =>
    inFolder((folder) => {
      install(folder);
      const code = `
        import { build, check, findWorkspace, formats, read } from 'shenbao';
        const parsed = read({ path: 'a.yaml', text: '表单: 甲' });
        const report = await check(findWorkspace('projects'));
        const { built } = await build(process.cwd(), { formats: ['html'] });
        console.log(JSON.stringify([parsed.value.value, report.files, built[0].outputs, formats]));`;
      writeFileSync(join(folder, 'use.mjs'), code);
      const { stdout, stderr } = spawnSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual([
        { 表单: '甲' },
        1,
        ['2025/区总工会工作经费.html'],
        ['pdf', 'docx', 'xlsx', 'html'],
      ]);
      expect(existsSync(join(folder, 'node_modules/shenbao/dist/index.d.ts'))).toBe(true);
      expect(existsSync(join(folder, 'node_modules/shenbao/schema/project-goal/form.d.ts'))).toBe(true);
    }));
});

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8');

  test('calls only scripts that exist', () => {
    const called = [...readme.matchAll(/npm (?:run )?(build|check|watch|test)\b/g)].map(([, name]) => name as string);
    expect(called.length).toBeGreaterThan(5);
    expect([...new Set(called)].filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  test('has .ci/run call its own test line', () => {
    expect(readme).toContain('npm ci && npm test');
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm ci && npm test$/m);
  });
});
