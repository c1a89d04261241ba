// `shenbao init`: what it writes works as it stands: checks and builds, parses, guides editors, keeps what was there.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inFolder } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { inWorkspace, type Ran, runBin, sampleWith } from '../support/workspace.js';

const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2025, 10, 22) / 1000) };

/** Runs the compiled tool in a folder with nothing in it. */
function inEmpty<T>(use: (root: string, shenbao: (...args: readonly string[]) => Ran) => T | Promise<T>): Promise<T> {
  return inFolder((root) => use(root, (...args) => runBin(args, { cwd: root, env })));
}

const forms = readdirSync('schema').filter((name) => existsSync(join('schema', name, 'form.schema.json')));
const copied = ['schema', 'templates'].flatMap((folder) =>
  forms.flatMap((name) => readdirSync(join(folder, name)).map((file) => `${folder}/${name}/${file}`)),
);

describe('shenbao init', () => {
  test('makes a workspace in which a declaration is begun, checked and built at once', () =>
    inEmpty((root, shenbao) => {
      const { status, out, complaints } = shenbao('init', '申报', '--form', 'project-goal');
      expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
      expect(out).toMatchInlineSnapshot(`
        "  projects/2026/.gitkeep
          schema/project-goal/form.schema.json
          schema/project-goal/rules.yaml
          templates/project-goal/form.hbs
          templates/project-goal/theme.yaml
          templates/README.md
          .vscode/settings.json
          README.md
          .gitignore
          .gitattributes
          .editorconfig
          .vscode/extensions.json
          lefthook.yml
          package.json
          .githooks/pre-commit
        工作区 申报 建好了，写了 15 个文件。
        接下来：在那里运行 npm install，再用 npx shenbao new 项目名 新建申报表；README.md 里有说明。
        "
      `);
      const workspace = join(root, '申报');
      const inside = (...args: readonly string[]) => runBin(args, { cwd: workspace, env });
      expect(inside('check')).toMatchObject({ status: 0, complaints: 'projects/ 下没有申报表（.yaml 文件）。\n' });
      expect(inside('new', '节庆活动').out).toContain('projects/2026/节庆活动.yaml');
      expect(readFileSync(join(workspace, 'projects/2026/节庆活动.yaml'), 'utf8')).toMatch(
        /^# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/project-goal\/form\.schema\.json\n/,
      );
      expect(inside('check').status).toBe(1);
      writeFileSync(join(workspace, 'projects/2026/节庆活动.yaml'), sampleWith(['年度: 2025', '年度: 2026']));
      expect(inside('check').status).toBe(0);
      expect(inside('build')).toMatchObject({ status: 0, complaints: '' });
      expect(readdirSync(join(workspace, 'out/2026'))).toHaveLength(4);
      expect(inside('build', '--check').status).toBe(0);
    }));

  test('copies all forms with their templates, nothing that is generated', () =>
    inEmpty((root, shenbao) => {
      shenbao('init', '.');
      const there = ['schema', 'templates'].flatMap((folder) =>
        forms.flatMap((name) => readdirSync(join(root, folder, name)).map((file) => `${folder}/${name}/${file}`)),
      );
      expect(there).toEqual(copied.filter((file) => !/\.(js|d\.ts)$|\/examples$/.test(file)));
      for (const file of there) expect(readFileSync(join(root, file))).toEqual(readFileSync(file));
      expect(shenbao('doctor').out).toContain('检查程序是现成的');
    }));

  test('keeps what is there, and names it', () =>
    inWorkspace(async ({ write, read, shenbao }) => {
      write('README.md', '我们的');
      write('.vscode/settings.json', '{}');
      const { status, out } = await shenbao('init', '.', '--ci', 'github');
      expect(status).toBe(0);
      expect(out).toContain('已经有的没有改动：.vscode/settings.json、README.md。\n');
      expect(out).not.toContain('.gitkeep');
      expect([read('README.md'), read('.vscode/settings.json')]).toEqual(['我们的', '{}']);
      const again = await shenbao('init', '.', '--ci', 'github');
      expect(again.out).toMatch(/^工作区 \. 建好了，写了 0 个文件。\n/);
      expect((await shenbao('check')).status).toBe(0);
      expect(read(samplePath)).toBe(sampleWith());
    }));

  test('ends with 2 and one sentence when it cannot run', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write('文件', '');
      expect(await shenbao('init', '文件')).toMatchObject({
        status: 2,
        complaints: '文件 是一个文件，不能在那里建工作区。\n',
      });
      expect(await shenbao('init', '文件/内')).toMatchObject({ status: 2, out: '' });
      expect(await shenbao('init', '.', '--ci', 'gitea')).toMatchObject({
        status: 2,
        complaints: '--ci 不能写“gitea”，可以写 github、gitlab、gitee。\n',
      });
      expect((await shenbao('init', '.', '--form', '没有')).complaints).toMatch(/^没有叫“没有”的表；/);
      expect(await shenbao('init')).toMatchObject({
        status: 2,
        complaints: '命令后面要写文件夹；用 --help 看怎样写。\n',
      });
    }));
});

describe('what init writes', () => {
  const json = (root: string, file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

  test('package.json has the scripts of the README and this version of the tool', () =>
    inEmpty((root, shenbao) => {
      shenbao('init', '.');
      const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
      expect(json(root, 'package.json')).toEqual({
        private: true,
        scripts: { check: 'shenbao check', build: 'shenbao build', watch: 'shenbao build --watch' },
        dependencies: { shenbao: version },
      });
      const readme = readFileSync(join(root, 'README.md'), 'utf8');
      const called = [...readme.matchAll(/npm run (\w+)/g)].map(([, name]) => name);
      expect(called.filter((name) => !(`${name}` in json(root, 'package.json').scripts))).toEqual([]);
    }));

  test('the editor has the schema of projects/, for one form and for several', () =>
    inEmpty((root, shenbao) => {
      shenbao('init', '一种', '--form', 'project-goal');
      const { 'yaml.schemas': schemas, ...settings } = json(root, '一种/.vscode/settings.json');
      expect(schemas).toEqual({
        './schema/project-goal/form.schema.json': ['projects/**/*.yaml', 'projects/**/*.yml'],
      });
      expect(settings).toMatchObject({ 'yaml.format.enable': false, 'files.eol': '\n' });
      expect(json(root, '一种/.vscode/extensions.json').recommendations).toContain('redhat.vscode-yaml');
      const text = readFileSync(join(root, '一种/.editorconfig'), 'utf8');
      expect(text).toContain('end_of_line = lf');
    }));

  test.each([
    ['github', ['.github/workflows/shenbao.yml', '.github/workflows/shenbao-review.yml']],
    ['gitlab', ['.gitlab-ci.yml']],
    ['gitee', ['.workflow/shenbao.yml']],
  ])('the CI files for %s parse, and check, build and comment', (forge, files) =>
    inEmpty((root, shenbao) => {
      const { out } = shenbao('init', '.', '--ci', forge);
      for (const file of files) expect(out).toContain(`  ${file}\n`);
      const content = files.map((file) => parse(readFileSync(join(root, file), 'utf8'), { strict: true }));
      const commands = commandsOf(content).filter((line) => line.includes('npx shenbao'));
      const called = commands.flatMap((line) => [...line.matchAll(/npx shenbao (\w+)/g)].map(([, name]) => name));
      expect([...new Set(called)].sort()).toEqual(['build', 'check', 'comment']);
      expect(commands.join('\n')).toContain(`comment ${forge}`);
      const flags = { github: '--format github', gitlab: '--format gitlab > gl-code-quality-report.json' }[forge];
      if (flags) expect(commands.join('\n')).toContain(flags);
      expect(JSON.stringify(content)).toMatch(/"(?:documents\/|\.\/out)"/);
    }));

  test('only the CI files of one service are written, and none unasked', () =>
    inEmpty((root, shenbao) => {
      shenbao('init', '.');
      expect(readdirSync(root)).not.toContain('.github');
      shenbao('init', '.', '--ci', 'gitlab');
      expect(readdirSync(root).filter((name) => ['.github', '.gitlab-ci.yml', '.workflow'].includes(name))).toEqual([
        '.gitlab-ci.yml',
      ]);
    }));

  test('the pre-commit hook can be run, and lefthook’s file parses', () =>
    inEmpty((root, shenbao) => {
      shenbao('init', '.');
      expect(statSync(join(root, '.githooks/pre-commit')).mode & 0o111).toBe(0o111);
      const { 'pre-commit': hook } = parse(readFileSync(join(root, 'lefthook.yml'), 'utf8'));
      expect(hook.commands.shenbao.run).toBe('npx --no-install shenbao check {staged_files}');
    }));

  /** Every shell line of a CI file, whatever its form. */
  function commandsOf(node: unknown): readonly string[] {
    if (typeof node === 'string') return [node];
    if (typeof node !== 'object' || node === null) return [];
    return Object.values(node).flatMap(commandsOf);
  }
});
