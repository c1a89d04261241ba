// What a form is made of: the workspace's files before the package's, and what becomes of broken ones.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/workspace/digest.js';
import { findFont } from '../../src/workspace/fonts.js';
import { openKits } from '../../src/workspace/kits.js';
import { edit, ownSchema, ownTemplate, temporaryFolder, workspace, write } from './support.js';

const title = '二级项目支出绩效目标申报表';
const secondTitle = '省级部门预算项目支出绩效目标表';
const digest = (path: string) => sha256(readFileSync(path));
const open = (root: string) => openKits(root, digest);
const schemaFile = 'schema/project-goal/form.schema.json';

describe('kits', () => {
  test('come from the package where the workspace has none', async () => {
    const kits = open(workspace({}));
    expect(kits.forms).toEqual([
      { key: '表单', title: secondTitle },
      { key: '表单', title },
    ]);
    for (const form of [title, secondTitle]) {
      const kit = await kits.kitFor(form);
      expect(kit.findings).toEqual([]);
      expect((await kit.value?.template())?.findings).toEqual([]);
    }
  });

  test('take every file from the workspace that it has, by content', () => {
    const root = workspace({});
    const packaged = open(root).inputsFor(title, null);
    ownTemplate(root);
    ownSchema(root);
    expect(open(root).inputsFor(title, null)).toEqual(packaged);

    edit(root, 'templates/project-goal/theme.yaml', 'top: 15', 'top: 16');
    const changed = open(root).inputsFor(title, 1);
    expect(changed).toEqual({ ...packaged, theme: changed?.theme, epoch: 1 });
    expect(changed?.theme).not.toBe(packaged?.theme);
    expect(open(root).inputsFor('别的表', null)).toBeNull();
  });

  test('keep a template while nothing of what it is opened from changes', async () => {
    const root = workspace({});
    ownTemplate(root);
    const theme = 'templates/project-goal/theme.yaml';
    const templateNow = async () => (await open(root).kitFor(title)).value?.template();
    const first = await templateNow();
    edit(root, theme, 'top: 15', 'top: 16');
    const changed = await templateNow();
    expect(changed?.value?.theme.margin.top).toBeGreaterThan(first?.value?.theme.margin.top ?? 0);
    expect(await templateNow()).toBe(changed);
    edit(root, theme, 'top: 16', 'top: 15');
    expect((await templateNow())?.value?.theme.margin).toEqual(first?.value?.theme.margin);
  });

  test('offer another form beside the package’s', () => {
    const root = workspace({});
    ownSchema(root);
    edit(root, schemaFile, new RegExp(title, 'g'), '另一张表');
    expect(open(root).forms.map((form) => form.title)).toEqual([secondTitle, '另一张表', title]);
  });

  test('check by the workspace’s own schema, compiled now', async () => {
    const root = workspace({});
    ownSchema(root);
    edit(root, schemaFile, '^[0-9]{4}$', '^[0-9]{3}$');
    const kit = await open(root).kitFor(title);
    expect(
      kit.value?.validate({ 年度: '2025' }).map(({ keyword, instancePath }) => `${instancePath} ${keyword}`),
    ).toContain('/年度 pattern');
    const again = await open(root).kitFor(title);
    expect(again.value?.validate({ 年度: '2025' })).toEqual(kit.value?.validate({ 年度: '2025' }));
  });

  test('never run code that lies in a workspace', async () => {
    const root = workspace({});
    ownSchema(root);
    const proof = join(root, 'was-run');
    const code = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(proof)}, '');
      export const digest = '${digest(join(root, schemaFile))}'; export const validate = () => [];`;
    writeFileSync(join(root, 'schema/project-goal/form.validate.js'), code);
    mkdirSync(join(root, '.shenbao'));
    writeFileSync(join(root, '.shenbao/form.validate.js'), code);
    expect((await open(root).kitFor(title)).value?.validate({})).not.toEqual([]);
    expect(existsSync(proof)).toBe(false);
  });
});

describe('a schema', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['with a word that is none', '{\n  "title": "表",\n  "type": objekt\n}', '第 3 行第 11 列'],
    ['with a comma too many', '{\n  "title": "表",\n}', '第 3 行第 1 列'],
    ['with a comma too many in a list', '{\n  "required": [\n    "a",\n  ]\n}', '第 4 行第 3 列'],
    ['without its end', '{\n  "title": "表"', '第 2 行第 15 列'],
    ['that is empty', '', '第 1 行第 1 列'],
  ];
  test.each(broken)('%s is told with its place', (_what, text, place) => {
    const root = workspace({ 'schema/own/form.schema.json': text });
    expect(() => open(root)).toThrow(`schema/own/form.schema.json ${place}：JSON 语法不对。`);
  });

  test.each(['[]', '"表"', '{}', '{"title": "表"}'])('%s is no form', (text) => {
    expect(() => open(workspace({ 'schema/own/form.schema.json': text }))).toThrow(
      'schema/own/form.schema.json 不是表样',
    );
  });

  test('of a title that another has is refused', () => {
    const root = workspace({});
    ownSchema(root);
    write(root, 'schema/twin/form.schema.json', readFileSync(join(root, schemaFile), 'utf8'));
    expect(() => open(root)).toThrow(
      `${schemaFile} 和 schema/twin/form.schema.json 的 title 都是“${title}”，不知道该用哪个。请改掉其中一个。`,
    );
  });

  test('that JSON Schema does not allow is one finding in its file', async () => {
    const root = workspace({});
    ownSchema(root);
    edit(root, schemaFile, '"type": "object"', '"type": "objekt"');
    const { value, findings } = await open(root).kitFor(title);
    expect(value).toBeNull();
    expect(findings.map(({ rule, place }) => [rule, place?.file, place?.line])).toEqual([
      ['schema/invalid', schemaFile, 1],
    ]);
  });
});

describe('a template', () => {
  const faultsOf = async (root: string) => {
    const kit = await open(root).kitFor(title);
    return (await kit.value?.template())?.findings.map(({ rule, place }) => `${rule} ${place?.file}:${place?.line}`);
  };

  test('with a fault names its file and line', async () => {
    const root = workspace({});
    ownTemplate(root);
    edit(root, 'templates/project-goal/form.hbs', '<table', '<marquee></marquee>\n<table');
    expect((await faultsOf(root))?.[0]).toMatch(/^template\/element templates\/project-goal\/form\.hbs:\d+$/);
  });

  test('with a broken theme names that', async () => {
    const root = workspace({});
    ownTemplate(root);
    write(root, 'templates/project-goal/theme.yaml', 'paper: {\n');
    expect((await faultsOf(root))?.[0]).toMatch(/ templates\/project-goal\/theme\.yaml:\d+$/);
  });

  test('that is missing is told by its name', async () => {
    const root = workspace({});
    ownSchema(root);
    edit(root, schemaFile, new RegExp(title, 'g'), '另一张表');
    write(
      root,
      'schema/own/form.schema.json',
      readFileSync(join(root, schemaFile), 'utf8').replaceAll('另一张表', '新表'),
    );
    const kit = await open(root).kitFor('新表');
    expect((await kit.value?.template())?.findings.map(({ message }) => message.zh)).toEqual([
      '“新表”没有模板：找不到 templates/own/form.hbs。',
    ]);
  });
});

describe('fonts', () => {
  test('are the bundled two or files of the template’s folder, never from outside', () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(folder, '宋.ttf'), '字');
    writeFileSync(join(folder, '宋.txt'), '字');
    writeFileSync(join(outside, '密.ttf'), '密');
    symlinkSync(join(outside, '密.ttf'), join(folder, '链.ttf'));
    const find = (name: string) => findFont(name, folder, digest);

    expect(Buffer.from(find('宋.ttf')?.bytes() ?? []).toString()).toBe('字');
    expect(find('宋.ttf')?.digest).toBe(sha256('字'));
    expect(find('NotoSerifSC-Bold')?.bytes().length).toBeGreaterThan(10_000_000);
    for (const name of ['没有.ttf', '宋.txt', '链.ttf', join(outside, '密.ttf'), '../密.ttf', 'toString']) {
      expect(find(name), name).toBeNull();
    }
  });

  test('laid into the template’s folder are a change of fonts', () => {
    const root = workspace({});
    ownTemplate(root);
    const before = open(root).inputsFor(title, null)?.fonts;
    writeFileSync(join(root, 'templates/project-goal/宋.ttf'), '字');
    expect(open(root).inputsFor(title, null)?.fonts).not.toBe(before);
  });
});
