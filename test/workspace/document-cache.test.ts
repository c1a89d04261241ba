// `build --cache`: what was made from the same content before is copied, whatever its name and time; nothing else is.
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/workspace/build.js';
import { contents, declaration, edit, names, temporaryFolder, workspace, write } from './support.js';

const [first, second] = ['projects/2025/甲.yaml', 'projects/2025/乙.yaml'];

/** A workspace that was built into earlier/, with nothing in out/. */
async function builtBefore(files: Record<string, string | null> = { [first]: null, [second]: null }): Promise<string> {
  const root = workspace(files);
  await build(root, { out: 'earlier' });
  return root;
}

describe('the cache', () => {
  test('gives every document, byte for byte, and leaves itself as it was', async () => {
    const root = await builtBefore();
    const before = contents(join(root, 'earlier'));
    const report = await build(root, { cache: 'earlier' });
    expect(report).toMatchObject({ cached: 2, unchanged: 0, failed: [] });
    expect(report.built[0]?.outputs).toEqual(['pdf', 'docx', 'xlsx', 'html'].map((format) => `2025/乙.${format}`));
    expect(contents(join(root, 'out'))).toEqual(before);
    expect(contents(join(root, 'earlier'))).toEqual(before);
    expect(await build(root, { cache: 'earlier' })).toMatchObject({ built: [], cached: 0, unchanged: 2 });
  });

  test('knows content, not times or inodes: a fresh checkout finds all', async () => {
    const root = await builtBefore();
    const checkout = temporaryFolder();
    cpSync(root, checkout, { recursive: true });
    const now = new Date();
    for (const file of [first, second]) utimesSync(join(checkout, file), now, now);
    expect(await build(checkout, { cache: 'earlier' })).toMatchObject({ cached: 2 });
  });

  test('knows a declaration under another name, but not in another year', async () => {
    const root = await builtBefore({ [first]: declaration('项目') });
    renameSync(join(root, first), join(root, second));
    expect(await build(root, { cache: 'earlier' })).toMatchObject({ built: [{ file: second }], cached: 1 });
    write(root, 'projects/2024/甲.yaml', readFileSync(join(root, second), 'utf8'));
    expect(await build(root, { cache: 'earlier' })).toMatchObject({
      built: [{ file: 'projects/2024/甲.yaml' }],
      cached: 0,
    });
  });

  test('has nothing for what changed, for another date, or for formats it lacks', async () => {
    const root = await builtBefore();
    edit(root, first, '实施期限: 5', '实施期限: 4');
    expect(await build(root, { cache: 'earlier' })).toMatchObject({ built: [{}, {}], cached: 1 });
    expect(await build(root, { cache: 'earlier', out: 'dated', epoch: 1_700_000_000 })).toMatchObject({ cached: 0 });
    await build(root, { out: 'pages', formats: ['html'] });
    expect(await build(root, { cache: 'pages', out: 'again' })).toMatchObject({ built: [{}, {}], cached: 0 });
    const { '.manifest.json': _, ...documents } = contents(join(root, 'out'));
    expect(contents(join(root, 'again'))).toMatchObject(documents);
  });

  test('tells a declaration’s warnings all the same', async () => {
    const root = workspace({
      [first]: declaration('项目').replace('项目总金额: 14,531,000.00', '项目总金额: 14,531,000.00 #元'),
    });
    const fresh = await build(root, { out: 'earlier' });
    expect(fresh.built[0]?.findings).toMatchObject([{ rule: 'yaml/text-after-hash', level: 'warning' }]);
    expect((await build(root, { cache: 'earlier' })).built).toEqual(fresh.built);
  });

  test.each<[string, (path: string, root: string) => void]>([
    ['damaged', (path) => appendFileSync(path, ' ')],
    ['gone', (path) => rmSync(path)],
    [
      'a link',
      (path, root) => {
        renameSync(path, join(root, 'elsewhere'));
        symlinkSync(join(root, 'elsewhere'), path);
      },
    ],
  ])('whose document is %s has it made anew', async (_, damage) => {
    const root = await builtBefore();
    const whole = contents(join(root, 'earlier'));
    damage(join(root, 'earlier/2025/甲.pdf'), root);
    expect(await build(root, { cache: 'earlier' })).toMatchObject({ built: [{}, {}], cached: 1 });
    expect(contents(join(root, 'out'))).toEqual(whole);
  });

  test('that is not there yet is empty; a broken record is told of', async () => {
    const root = workspace({ [first]: null });
    const html = { formats: ['html'] as const };
    expect(await build(root, { ...html, cache: 'earlier' })).toMatchObject({ cached: 0, warnings: [] });
    expect(names(join(root, 'earlier'))).toEqual([]);
    write(root, 'broken/.manifest.json', '{');
    const { warnings, cached } = await build(root, { ...html, cache: 'broken', force: true });
    expect(cached).toBe(0);
    expect(warnings.map(({ zh }) => zh)).toEqual([
      `${join(root, 'broken/.manifest.json')} 已损坏，当作没有，按需重新生成。`,
    ]);
  });

  test('cannot have its record lead anywhere else', async () => {
    const root = await builtBefore({ [first]: null });
    const outside = join(temporaryFolder(), '2025/甲');
    mkdirSync(dirname(outside));
    for (const format of ['pdf', 'docx', 'xlsx', 'html']) {
      renameSync(join(root, `earlier/2025/甲.${format}`), `${outside}.${format}`);
    }
    const manifest = join(root, 'earlier/.manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(first, `projects/../../../..${outside}.yaml`));
    expect(await build(root, { cache: 'earlier' })).toMatchObject({ built: [{}], cached: 0 });
  });

  test.each([
    ['projects/2025', '不能把 projects/2025 当作缓存：那里放的是源文件。--cache 要写以前生成文件的文件夹。'],
    ['.', '不能把 . 当作缓存：那里放的是源文件。--cache 要写以前生成文件的文件夹。'],
    ['out', '不能把 out 当作缓存：这次的文件就要生成到那里。把以前生成的放到另一个文件夹，再用 --cache 指明。'],
  ])('cannot be %s', async (cache, sentence) => {
    const root = workspace({ [first]: null });
    await expect(build(root, { cache })).rejects.toThrow(sentence);
    expect(names(join(root, 'out'))).toEqual([]);
  });
});
