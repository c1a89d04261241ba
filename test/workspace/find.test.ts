// Which files are declarations, where their documents go, and which names are refused.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDeclarations, findWorkspace, select } from '../../src/workspace/find.js';
import { temporaryFolder, workspace, write } from './support.js';

const files = (root: string) => findDeclarations(root).declarations.map(({ file }) => file);
const refusals = (root: string) =>
  findDeclarations(root).refused.map(
    ({ file, findings }) => `${file}: ${findings.map(({ message }) => message.zh).join()}`,
  );

describe('the workspace', () => {
  test('is the nearest folder above that holds projects/', () => {
    const root = workspace({ 'projects/2025/深/甲.yaml': '' });
    expect(findWorkspace(join(root, 'projects/2025/深'))).toBe(root);
    expect(findWorkspace(root)).toBe(root);
  });

  test('is missed in one sentence', () => {
    const folder = temporaryFolder();
    expect(() => findWorkspace(folder)).toThrow(
      `在 ${folder} 及其上级文件夹里都没有找到 projects/ 文件夹。请进入放申报表的工作区；要新建一个，运行 shenbao init 文件夹名。`,
    );
  });
});

describe('declarations', () => {
  test('are the YAML files under projects/, sorted, with year and stem', () => {
    const root = workspace({
      'projects/2025/乙.yaml': '',
      'projects/2025/局/甲.yml': '',
      'projects/草稿.yaml': '',
      'projects/教育/2024/2023/丙.yaml': '',
      'projects/2025/说明.txt': '',
      'projects/2025/.隐藏.yaml': '',
      'projects/.git/丁.yaml': '',
      'templates/戊.yaml': '',
    });
    expect(findDeclarations(root)).toEqual({
      declarations: [
        { file: 'projects/2025/乙.yaml', stem: '2025/乙', year: '2025' },
        { file: 'projects/2025/局/甲.yml', stem: '2025/局/甲', year: '2025' },
        { file: 'projects/教育/2024/2023/丙.yaml', stem: '教育/2024/2023/丙', year: '2024' },
        { file: 'projects/草稿.yaml', stem: '草稿', year: null },
      ],
      refused: [],
    });
  });

  test('are followed through links inside the workspace, once around a circle, never outside', () => {
    const outside = workspace({ 'projects/密.yaml': '' });
    const root = workspace({ 'projects/2025/甲.yaml': '', 'shared/乙.yaml': '' });
    symlinkSync(join(root, 'shared'), join(root, 'projects/2025/共用'));
    symlinkSync(join(root, 'projects'), join(root, 'projects/2025/圈'));
    symlinkSync(join(outside, 'projects'), join(root, 'projects/外'));
    symlinkSync(join(outside, 'projects/密.yaml'), join(root, 'projects/密.yaml'));
    expect(files(root)).toEqual(['projects/2025/共用/乙.yaml', 'projects/2025/甲.yaml']);
    expect(refusals(root)).toEqual([
      'projects/外: 这个链接指向工作区以外，不读取。',
      'projects/密.yaml: 这个链接指向工作区以外，不读取。',
    ]);
  });
});

describe('names', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['CON.yaml', '“CON.yaml”是 Windows 保留的名称，生成的文件在 Windows 上打不开。'],
    ['nul.2025.yaml', '“nul.2025.yaml”是 Windows 保留的名称，生成的文件在 Windows 上打不开。'],
    ['Com1.yml', '“Com1.yml”是 Windows 保留的名称，生成的文件在 Windows 上打不开。'],
    ['a:b.yaml', '“a:b.yaml”里有文件名不能用的字符 :。'],
    ['经费?.yaml', '“经费?.yaml”里有文件名不能用的字符 ?。'],
    ['..\\外.yaml', '“..\\外.yaml”里有文件名不能用的字符 \\。'],
    ['a\u0007.yaml', '“aU+0007.yaml”里有文件名不能用的字符 U+0007。'],
  ];
  test.each(refused)('%j is refused', (name, message) => {
    // A name with a full stop in front would be a hidden file.
    const root = workspace({ [`projects/2025/${name.replace(/^\.\./, 'x..')}`]: '' });
    expect(refusals(root)).toEqual([
      `projects/2025/${name.replace(/^\.\./, 'x..')}: ${message.replace('“..', '“x..')}`,
    ]);
    expect(files(root)).toEqual([]);
  });

  test.each(['2025.', '2025 ', 'aux'])('the folder %j is refused with all it holds', (folder) => {
    const root = workspace({ [`projects/${folder}/甲.yaml`]: '', [`projects/${folder}/乙.yaml`]: '' });
    expect(findDeclarations(root).refused.map(({ file }) => file)).toEqual([`projects/${folder}`]);
    expect(files(root)).toEqual([]);
  });

  test.each([
    'CONTRACT.yaml',
    'com10.yaml',
    'a b.yaml',
    '经费（本级）.yaml',
    '𬱖.yaml',
    'a..yaml',
  ])('%j is fine', (name) => {
    expect(files(workspace({ [`projects/2025/${name}`]: '' }))).toEqual([`projects/2025/${name}`]);
  });

  test.each([
    ['a.yaml', 'a.yml'],
    ['Abc.yaml', 'abc.yaml'],
    ['caf\u00e9.yaml', 'cafe\u0301.yaml'],
  ])('%j and %j would be one document, so both are refused', (one, other) => {
    const root = workspace({
      [`projects/2025/${one}`]: '',
      [`projects/2025/${other}`]: '',
      'projects/2025/c.yaml': '',
    });
    const { refused, declarations } = findDeclarations(root);
    expect(refused.map(({ file }) => file).sort()).toEqual([`projects/2025/${one}`, `projects/2025/${other}`].sort());
    expect(refused[0]?.findings[0]?.message.zh).toContain('会生成同一个文件');
    expect(declarations.map(({ file }) => file)).toEqual(['projects/2025/c.yaml']);
  });
});

describe('paths given', () => {
  const root = workspace({ 'projects/2024/甲.yaml': '', 'projects/2025/乙.yaml': '', 'projects/2025/局/丙.yaml': '' });
  const chosen = (paths: readonly string[], cwd = root) =>
    select(root, findDeclarations(root), paths, cwd).declarations.map(({ file }) => file);

  test('name files and folders from wherever one stands', () => {
    expect(chosen([])).toHaveLength(3);
    expect(chosen(['projects/2025'])).toEqual(['projects/2025/乙.yaml', 'projects/2025/局/丙.yaml']);
    expect(chosen(['局', '乙.yaml'], join(root, 'projects/2025'))).toEqual([
      'projects/2025/乙.yaml',
      'projects/2025/局/丙.yaml',
    ]);
    expect(chosen(['../2024/甲.yaml'], join(root, 'projects/2025'))).toEqual(['projects/2024/甲.yaml']);
    expect(chosen([join(root, 'projects/2024')], '/')).toEqual(['projects/2024/甲.yaml']);
    expect(chosen(['.'])).toHaveLength(3);
  });

  test('are missed in one sentence each', () => {
    write(root, 'projects/2025/说明.txt', '');
    write(root, 'other/丁.yaml', '');
    mkdirSync(join(root, 'projects-2'));
    expect(() => chosen(['projects/2026'])).toThrow('找不到 projects/2026。');
    expect(() => chosen(['other/丁.yaml'])).toThrow('other/丁.yaml 不在工作区的 projects/ 里。');
    expect(() => chosen(['projects-2'])).toThrow('projects-2 不在工作区的 projects/ 里。');
    expect(() => chosen(['../'])).toThrow('../ 不在工作区的 projects/ 里。');
    expect(() => chosen(['projects/2025/说明.txt'])).toThrow('不是申报表');
  });
});
