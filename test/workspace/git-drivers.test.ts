// Setting git up and taking it back, in real repositories: what git then shows and merges with, and that nothing of others is lost.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installDrivers, uninstallDrivers } from '../../src/workspace/git-drivers.js';
import { missing } from '../support/programs.js';
import { commitAll, gitIn, initRepository, put } from '../support/repository.js';
import { temporaryFolder } from './support.js';

const lacking = missing('git');

/** A tool that stands somewhere with a name that shells trip over; it says what it was called with. */
let tool: { readonly node: string; readonly main: string };
beforeAll(() => {
  const folder = join(temporaryFolder(), `工 具's "$HOME" %O`);
  put(folder, 'main.js', 'console.log("called with", ...process.argv.slice(2, -1));');
  tool = { node: process.execPath, main: join(folder, 'main.js') };
});

// What is asked of git here is asked of the repository alone.
const before = { ...process.env };
beforeAll(() => Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }));
afterAll(() => {
  for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

const install = (cwd: string, language: 'zh' | 'en' = 'zh') => installDrivers(cwd, tool, language);
const uninstall = (cwd: string) => uninstallDrivers(cwd, tool);

interface Settings {
  readonly config: string;
  readonly attributes: string | null;
}

function settingsOf(gitFolder: string): Settings {
  const attributes = join(gitFolder, 'info/attributes');
  return {
    config: readFileSync(join(gitFolder, 'config'), 'latin1'),
    attributes: existsSync(attributes) ? readFileSync(attributes, 'latin1') : null,
  };
}

function repository(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  initRepository(root, { 'projects/2025/甲.yaml': '甲: 1\n', '甲.docx': 'x', ...files });
  return root;
}

const attributeOf = (root: string, name: string, file: string) =>
  gitIn(root, '-c', 'core.quotePath=false', 'check-attr', name, '--', file).trim().replace(/^.*: /, '');

const sentence = (zh: string) => ({ words: { zh } });

describe.skipIf(lacking)(`install${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  test('tells git which files are shown by their text and which are merged', async () => {
    const root = repository({ '.gitattributes': '*.pdf binary\n*.docx -diff\n' });
    expect(await install(root)).toEqual({ changed: true });
    for (const name of ['a.pdf', 'b/c.docx', '甲.xlsx']) expect(attributeOf(root, 'diff', name)).toBe('shenbao');
    expect(attributeOf(root, 'merge', 'projects/2025/处室/甲.yaml')).toBe('shenbao');
    expect(attributeOf(root, 'merge', 'projects/甲.yml')).toBe('shenbao');
    expect(attributeOf(root, 'merge', '甲.yaml')).toBe('unspecified');
    expect(attributeOf(root, 'merge', 'a.pdf')).toBe('unset');
  });

  test('has git run the tool wherever it lies, from any folder', async () => {
    const root = repository();
    await install(join(root, 'projects/2025'));
    put(root, '甲.docx', 'y');
    commitAll(root);
    expect(gitIn(root, 'show', '--format=', '--textconv', 'HEAD:甲.docx')).toBe('called with git textconv\n');
    await install(root, 'en');
    expect(gitIn(join(root, 'projects'), 'show', '--format=', '--textconv', 'HEAD:甲.docx')).toBe(
      'called with --lang en git textconv\n',
    );
  });

  test('has git merge with the tool, which is told the file', async () => {
    const root = repository();
    const main = join(temporaryFolder(), 'main.js');
    const script = `
      const [base, ours, theirs, size, path] = process.argv.slice(4);
      const read = (file) => require('fs').readFileSync(file, 'utf8').trim();
      require('fs').writeFileSync(ours, [read(base), read(ours), read(theirs), size, path].join('|'));`;
    writeFileSync(main, script);
    await installDrivers(root, { ...tool, main }, 'zh');
    gitIn(root, 'checkout', '-q', '-b', '另一边');
    put(root, 'projects/2025/甲.yaml', '甲: 2\n');
    commitAll(root);
    gitIn(root, 'checkout', '-q', '-');
    put(root, 'projects/2025/甲.yaml', '甲: 3\n');
    commitAll(root);
    gitIn(root, 'merge', '-q', '另一边', '-m', 'x');
    expect(readFileSync(join(root, 'projects/2025/甲.yaml'), 'utf8')).toBe('甲: 1|甲: 3|甲: 2|7|projects/2025/甲.yaml');
  });

  test('twice is once', async () => {
    const root = repository();
    await install(root);
    const once = settingsOf(join(root, '.git'));
    expect(await install(root)).toEqual({ changed: false });
    expect(settingsOf(join(root, '.git'))).toEqual(once);
  });

  test('again after the tool has moved tells git where it is now', async () => {
    const root = repository();
    await installDrivers(root, { ...tool, node: '/elsewhere/node' }, 'zh');
    expect(await install(root)).toEqual({ changed: true });
    expect(settingsOf(join(root, '.git')).config).not.toContain('elsewhere');
  });

  test('in a workspace below the top, and in two of them, with names that patterns and quotes trip over', async () => {
    const root = repository();
    const folders = ['单位 甲/"乙" [x]*', '#!'];
    for (const folder of folders) {
      mkdirSync(join(root, folder, 'projects'), { recursive: true });
      await install(join(root, folder));
    }
    for (const folder of folders) expect(attributeOf(root, 'merge', `${folder}/projects/2025/甲.yaml`)).toBe('shenbao');
    expect(attributeOf(root, 'merge', 'projects/2025/甲.yaml')).toBe('unspecified');
    expect(attributeOf(root, 'merge', '单位 甲/"乙" x1/projects/2025/甲.yaml')).toBe('unspecified');
    expect(await install(join(root, folders[0] as string))).toEqual({ changed: false });
  });

  test('in a worktree holds for the repository, whose settings they share', async () => {
    const root = repository();
    const worktree = join(temporaryFolder(), '另一棵 树');
    gitIn(root, 'worktree', 'add', '-q', '--detach', worktree);
    const untouched = settingsOf(join(root, '.git'));
    await install(worktree);
    expect(attributeOf(root, 'diff', 'a.docx')).toBe('shenbao');
    expect(attributeOf(worktree, 'merge', 'projects/2025/甲.yaml')).toBe('shenbao');
    await uninstall(worktree);
    expect(settingsOf(join(root, '.git'))).toEqual(untouched);
  });

  test('in a submodule holds for the submodule alone', async () => {
    const root = repository();
    gitIn(root, 'submodule', 'add', '-q', repository(), '子 模块');
    await install(join(root, '子 模块'));
    expect(attributeOf(join(root, '子 模块'), 'merge', 'projects/2025/甲.yaml')).toBe('shenbao');
    expect(attributeOf(root, 'diff', 'a.docx')).toBe('unspecified');
    expect((await uninstall(join(root, '子 模块'))).changed).toBe(true);
  });
});

describe.skipIf(lacking)('a tool that is gone', () => {
  test('does not stop git: documents are told apart by their names, declarations are merged by git', async () => {
    const root = repository();
    const main = join(temporaryFolder(), 'main.js');
    writeFileSync(main, '');
    await installDrivers(root, { node: process.execPath, main }, 'en');
    rmSync(main);
    put(root, '甲.docx', 'y');
    expect(gitIn(root, 'diff', '甲.docx').split('\n').slice(-4)).toEqual([
      ` shenbao is no longer at ${main}: install it and run shenbao git install, or run shenbao git uninstall`,
      `-${gitIn(root, 'rev-parse', 'HEAD:甲.docx').trim()}`,
      `+${gitIn(root, 'hash-object', '甲.docx').trim()}`,
      '',
    ]);

    commitAll(root);
    gitIn(root, 'checkout', '-q', '-b', 'other');
    put(root, 'projects/2025/甲.yaml', '零: 0\n甲: 1\n');
    commitAll(root);
    gitIn(root, 'checkout', '-q', '-');
    put(root, '乙.txt', '');
    put(root, 'projects/2025/甲.yaml', '甲: 1\n\n\n\n乙: 2\n');
    commitAll(root);
    gitIn(root, 'merge', '-q', 'other', '-m', 'x');
    expect(readFileSync(join(root, 'projects/2025/甲.yaml'), 'utf8')).toBe('零: 0\n甲: 1\n\n\n\n乙: 2\n');
  });
});

describe.skipIf(lacking)('uninstall', () => {
  test.each([
    ['no file', null],
    ['nothing special', '*.png binary\n'],
    ['no end of its last line', '*.png binary'],
    ['line ends of Windows', '*.png binary\r\n\r\n# 注释\r\n'],
    ['another encoding', Buffer.from([0x23, 0xd6, 0xd0, 0xff, 0x0a])],
  ])('leaves everything as it was, byte for byte, where the attributes have %s', async (_, attributes) => {
    const root = repository();
    put(
      root,
      '.git/config',
      `${readFileSync(join(root, '.git/config'), 'utf8')}# 注释\n[diff "别的"]\n\ttextconv = cat\n`,
    );
    if (attributes !== null) put(root, '.git/info/attributes', attributes);
    const untouched = settingsOf(join(root, '.git'));
    await install(root);
    expect(settingsOf(join(root, '.git'))).not.toEqual(untouched);
    expect(await uninstall(join(root, 'projects'))).toEqual({ changed: true, kept: [] });
    expect(settingsOf(join(root, '.git'))).toEqual(untouched);
  });

  test('keeps what others wrote meanwhile', async () => {
    const root = repository();
    put(root, '.git/info/attributes', '*.a text');
    await install(root);
    const file = join(root, '.git/info/attributes');
    writeFileSync(file, `${readFileSync(file, 'utf8').replace('*.pdf', '*.odt diff=odt\n*.pdf')}*.b text\n`);
    gitIn(root, 'config', 'diff.shenbao.xfuncname', '^x');
    gitIn(root, 'config', 'merge.shenbao.driver', 'mine %A');
    expect(await uninstall(root)).toEqual({ changed: true, kept: ['merge.shenbao.driver'] });
    expect(settingsOf(join(root, '.git')).attributes).toBe('*.a text\n*.odt diff=odt\n*.b text\n');
    expect(gitIn(root, 'config', '--get-regexp', 'shenbao')).toBe(
      'diff.shenbao.xfuncname ^x\nmerge.shenbao.driver mine %A\n',
    );
  });

  test('without an install there is nothing to do', async () => {
    const root = repository();
    const untouched = settingsOf(join(root, '.git'));
    expect(await uninstall(root)).toEqual({ changed: false, kept: [] });
    expect(settingsOf(join(root, '.git'))).toEqual(untouched);
  });
});

describe.skipIf(lacking)('what cannot be set up', () => {
  test('somebody else’s driver of that name is not overwritten, and nothing else is written', async () => {
    const root = repository();
    gitIn(root, 'config', 'merge.shenbao.driver', 'mine %A');
    const untouched = settingsOf(join(root, '.git'));
    await expect(install(root)).rejects.toMatchObject(
      sentence(
        'git 的设置 merge.shenbao.driver 已经写着“mine %A”，不是 shenbao 写的，没有改动任何设置。不要它的话，运行 git config --local --unset-all merge.shenbao.driver，再安装。',
      ),
    );
    expect(settingsOf(join(root, '.git'))).toEqual(untouched);
  });

  test('a tool that is not compiled', async () => {
    const main = join(temporaryFolder(), 'dist/main.js');
    await expect(installDrivers(repository(), { ...tool, main }, 'zh')).rejects.toMatchObject(
      sentence(`没有 ${main}：工具还没有编译，git 用不了它。先在工具的文件夹里运行 npm run compile。`),
    );
  });

  test('a folder in no repository, in a bare one, or in no workspace', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'projects'));
    const refused = sentence(`${root} 不在 git 仓库的工作区里，没有可以设置的。先运行 git init，或者进入仓库。`);
    await expect(install(root)).rejects.toMatchObject(refused);
    await expect(uninstall(root)).rejects.toMatchObject(refused);
    gitIn(root, 'init', '-q', '--bare');
    await expect(install(root)).rejects.toMatchObject(refused);
    const elsewhere = temporaryFolder();
    await expect(install(elsewhere)).rejects.toMatchObject({
      words: { zh: expect.stringContaining('没有找到 projects/') },
    });
  });

  test('settings that another git has locked', async () => {
    const root = repository();
    put(root, '.git/config.lock', '');
    await expect(install(root)).rejects.toMatchObject({
      words: { zh: expect.stringContaining('could not lock config file') },
    });
  });
});
