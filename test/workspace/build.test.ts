// What a build makes again and why, what it leaves alone, and what it removes.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../../src/workspace/build.js';
import type { BuildReport } from '../../src/workspace/report.js';
import { contents, declaration, edit, names, ownSchema, ownTemplate, workspace, write } from './support.js';

const html: BuildOptions = { formats: ['html'] };
const out = (root: string, file = '') => join(root, 'out', file);

/** `甲 source+theme` for each declaration built. */
const reasons = ({ built }: BuildReport) => built.map(({ file, reasons }) => `${short(file)} ${reasons.join('+')}`);
const stale = (report: BuildReport) =>
  report.stale.map(({ output, state, reason }) => `${output} ${state}: ${reason.zh}`);
const short = (file: string) => file.replace(/^projects\/2025\/|\.yaml$/g, '');

async function built(files: readonly string[], options = html): Promise<string> {
  const root = workspace(Object.fromEntries(files.map((name) => [`projects/2025/${name}.yaml`, null])));
  await build(root, options);
  return root;
}

describe('a build', () => {
  test('makes every document, mirrors projects/, and then has nothing to do', async () => {
    const root = workspace({ 'projects/2025/局/甲.yaml': null, 'projects/乙.yaml': null });
    const report = await build(root, {});
    expect(report).toMatchObject({ unchanged: 0, failed: [], busy: [], removed: [], stale: [], interrupted: false });
    expect(report.built.map(({ file, outputs, reason }) => [file, outputs.length, reason.zh])).toEqual([
      ['projects/2025/局/甲.yaml', 4, '还没有生成过'],
      ['projects/乙.yaml', 4, '还没有生成过'],
    ]);
    expect(names(out(root))).toEqual([
      '.manifest.json',
      '2025/局/甲.docx',
      '2025/局/甲.html',
      '2025/局/甲.pdf',
      '2025/局/甲.xlsx',
      '乙.docx',
      '乙.html',
      '乙.pdf',
      '乙.xlsx',
    ]);
    const before = contents(out(root));
    expect(await build(root, {})).toMatchObject({ built: [], unchanged: 2 });
    expect(contents(out(root))).toEqual(before);
  });

  test('tells its plan and each step', async () => {
    const root = workspace({ 'projects/2025/甲.yaml': null, 'projects/2025/坏.yaml': '表单: x\n' });
    const steps: string[] = [];
    await build(root, html, {
      planned: ({ todo, unchanged }) => steps.push(`${todo} to do, ${unchanged} unchanged`),
      built: ({ file }) => steps.push(`built ${file}`),
      failed: ({ file }) => steps.push(`failed ${file}`),
    });
    expect(steps).toEqual(['2 to do, 0 unchanged', 'failed projects/2025/坏.yaml', 'built projects/2025/甲.yaml']);
  });

  const changes: readonly (readonly [what: string, change: (root: string) => void, why: readonly string[]])[] = [
    [
      'an edited declaration',
      (root) => edit(root, 'projects/2025/甲.yaml', '实施期限: 5', '实施期限: 6'),
      ['甲 source'],
    ],
    ['a new declaration', (root) => write(root, 'projects/2025/丙.yaml', declaration('丙')), ['丙 new']],
    ['a template', (root) => edit(root, 'templates/project-goal/form.hbs', /$/, '\n'), ['乙 template', '甲 template']],
    [
      'a theme',
      (root) => edit(root, 'templates/project-goal/theme.yaml', 'top: 15', 'top: 16'),
      ['乙 theme', '甲 theme'],
    ],
    ['a schema', (root) => edit(root, 'schema/project-goal/form.schema.json', /$/, '\n'), ['乙 schema', '甲 schema']],
    ['a font', (root) => write(root, 'templates/project-goal/新.ttf', '字'), ['乙 fonts', '甲 fonts']],
    ['a missing output', (root) => rmSync(out(root, '2025/甲.html')), ['甲 missing']],
    ['an output edited by hand', (root) => writeFileSync(out(root, '2025/甲.html'), '改'), ['甲 edited']],
    ['an output without a record', (root) => rmSync(out(root, '.manifest.json')), ['乙 unrecorded', '甲 unrecorded']],
  ];
  test.each(changes)('after %s makes what that touches, and says why', async (_what, change, why) => {
    const root = workspace({ 'projects/2025/甲.yaml': null, 'projects/2025/乙.yaml': null });
    ownTemplate(root);
    ownSchema(root);
    await build(root, html);
    const before = contents(out(root));
    change(root);
    expect(reasons(await build(root, { ...html, check: true }))).toEqual([]);
    expect(reasons(await build(root, html))).toEqual(why);
    expect(await build(root, html)).toMatchObject({ built: [] });
    if (/^an output|^a missing/.test(_what)) expect(contents(out(root))).toEqual(before);
  });

  test('names several reasons together, in words', async () => {
    const root = await built(['甲']);
    ownTemplate(root);
    edit(root, 'templates/project-goal/theme.yaml', 'top: 15', 'top: 16');
    edit(root, 'projects/2025/甲.yaml', '实施期限: 5', '实施期限: 6');
    expect((await build(root, html)).built[0]?.reason).toEqual({
      zh: '申报表有改动、版式（theme.yaml）有改动',
      en: 'declaration changed, theme changed',
    });
  });

  test('dates its documents anew when SOURCE_DATE_EPOCH is given', async () => {
    const root = await built(['甲']);
    expect(reasons(await build(root, { ...html, epoch: 1_700_000_000 }))).toEqual(['甲 epoch']);
    expect(reasons(await build(root, { ...html, epoch: 1_700_000_000 }))).toEqual([]);
  });

  test('makes only the formats that need it', async () => {
    const root = await built(['甲'], { formats: ['html', 'docx'] });
    edit(root, 'projects/2025/甲.yaml', '实施期限: 5', '实施期限: 6');
    expect((await build(root, html)).built[0]?.outputs).toEqual(['2025/甲.html']);
    const second = (await build(root, {})).built[0];
    expect(second?.outputs).toEqual(['2025/甲.pdf', '2025/甲.docx', '2025/甲.xlsx']);
    expect(second?.reasons).toEqual(['new', 'source']);
  });

  test('forced, makes all again but rewrites no file that would be the same', async () => {
    const root = await built(['甲', '乙']);
    const before = statSync(out(root, '2025/甲.html'));
    expect(reasons(await build(root, { ...html, force: true }))).toEqual(['乙 forced', '甲 forced']);
    expect(statSync(out(root, '2025/甲.html'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  test('touched but unchanged files are nothing to do', async () => {
    const root = await built(['甲']);
    utimesSync(join(root, 'projects/2025/甲.yaml'), 1, 1);
    utimesSync(out(root, '2025/甲.html'), 1, 1);
    expect(await build(root, html)).toMatchObject({ built: [], unchanged: 1 });
  });

  test('writes into another folder, never among sources', async () => {
    const root = await built(['甲']);
    const report = await build(root, { ...html, out: 'print/页', cwd: join(root, 'projects') }).catch(
      (error) => error.message,
    );
    expect(report).toBe('不能把文件生成到 print/页：那里放的是源文件。请用 --out 另指定一个文件夹。');
    for (const folder of ['.', 'projects', 'projects/2025', 'schema/x', 'templates', 'src/y', 'out/..']) {
      await expect(build(root, { ...html, out: folder }), folder).rejects.toThrow('不能把文件生成到');
    }
    await build(root, { ...html, out: 'print/页' });
    expect(names(join(root, 'print/页'))).toEqual(['.manifest.json', '2025/甲.html']);
    expect(readFileSync(join(root, 'print/页/2025/甲.html'))).toEqual(readFileSync(out(root, '2025/甲.html')));
  });
});

describe('a declaration with errors', () => {
  test('is named, its old documents stay and are called stale, the rest is built', async () => {
    const root = await built(['甲', '乙']);
    const before = contents(out(root));
    edit(root, 'projects/2025/甲.yaml', '实施期限: 5', '实施期现: 5');
    edit(root, 'projects/2025/乙.yaml', '实施期限: 5', '实施期限: 6');
    const report = await build(root, html);
    expect(reasons(report)).toEqual(['乙 source']);
    expect(report.failed.map(({ file }) => file)).toEqual(['projects/2025/甲.yaml']);
    expect(stale(report)).toEqual(['2025/甲.html stale: 申报表有错误，没有重新生成']);
    expect(contents(out(root))['2025/甲.html']).toBe(before['2025/甲.html']);
    expect(stale(await build(root, { ...html, check: true }))).toEqual(['2025/甲.html stale: 申报表有改动']);

    edit(root, 'projects/2025/甲.yaml', '实施期现: 5', '实施期限: 5');
    expect(await build(root, html)).toMatchObject({ built: [], failed: [], unchanged: 2 });
  });

  test('and one whose name is refused keeps what it had', async () => {
    const root = await built(['甲'], {});
    write(root, 'projects/2025/甲.yml', declaration('别的'));
    const report = await build(root, {});
    expect(report.failed.map(({ file }) => file)).toEqual(['projects/2025/甲.yaml', 'projects/2025/甲.yml']);
    expect(report.removed).toEqual([]);
    expect(existsSync(out(root, '2025/甲.pdf'))).toBe(true);
  });

  test('a template’s fault is told once, with the declarations it holds up', async () => {
    const root = await built(['甲', '乙']);
    ownTemplate(root);
    edit(root, 'templates/project-goal/form.hbs', '<table', '<marquee></marquee>\n<table');
    const { failed, built: none } = await build(root, html);
    expect(none).toEqual([]);
    expect(failed.map(({ file, findings, blocks }) => [file, findings.length > 0, blocks])).toEqual([
      ['templates/project-goal/form.hbs', true, ['projects/2025/乙.yaml', 'projects/2025/甲.yaml']],
    ]);
  });
});

describe('orphans', () => {
  test('are removed by a full build, with the folders they leave empty', async () => {
    const root = workspace({ 'projects/2025/局/甲.yaml': null, 'projects/2025/乙.yaml': null });
    await build(root, {});
    writeFileSync(out(root, '2025/我的.pdf'), '');
    rmSync(join(root, 'projects/2025/局'), { recursive: true });
    expect((await build(root, { check: true })).stale.map(({ output, state }) => `${output} ${state}`).sort()).toEqual([
      '2025/局/甲.docx orphaned',
      '2025/局/甲.html orphaned',
      '2025/局/甲.pdf orphaned',
      '2025/局/甲.xlsx orphaned',
    ]);
    expect((await build(root, {})).removed).toHaveLength(4);
    expect(names(out(root))).toEqual(
      ['.manifest.json', '2025/乙.docx', '2025/乙.html', '2025/乙.pdf', '2025/乙.xlsx', '2025/我的.pdf'].sort(),
    );
    expect(existsSync(out(root, '2025/局'))).toBe(false);
    expect(readFileSync(out(root, '.manifest.json'), 'utf8')).not.toContain('甲');
  });

  test('that were edited by hand stay and are named, every time', async () => {
    const root = await built(['甲', '乙'], {});
    writeFileSync(out(root, '2025/甲.html'), '改');
    rmSync(join(root, 'projects/2025/甲.yaml'));
    expect((await build(root, {})).kept).toEqual(['2025/甲.html']);
    expect((await build(root, {})).kept).toEqual(['2025/甲.html']);
    expect(existsSync(out(root, '2025/甲.pdf'))).toBe(false);
    rmSync(out(root, '2025/甲.html'));
    expect(await build(root, {})).toMatchObject({ kept: [], removed: [] });
  });

  test.each<[string, BuildOptions]>([
    ['paths', { paths: ['projects/2025/乙.yaml'] }],
    ['formats', html],
    ['a shard', { shard: { index: 1, count: 2 } }],
    ['--check', { check: true }],
  ])('are not touched by a build with %s', async (_what, options) => {
    const root = await built(['甲', '乙'], {});
    rmSync(join(root, 'projects/2025/甲.yaml'));
    expect((await build(root, options)).removed).toEqual([]);
    expect(existsSync(out(root, '2025/甲.pdf'))).toBe(true);
  });

  test('are none where another source now has the same documents', async () => {
    const root = await built(['甲'], {});
    write(root, 'projects/2025/甲.yml', readFileSync(join(root, 'projects/2025/甲.yaml'), 'utf8'));
    rmSync(join(root, 'projects/2025/甲.yaml'));
    expect(await build(root, {})).toMatchObject({ removed: [], kept: [] });
    expect(names(out(root, '2025'))).toEqual(['甲.docx', '甲.html', '甲.pdf', '甲.xlsx']);
  });

  test('outside the folder are not believed', async () => {
    const root = await built(['甲'], {});
    write(root, 'precious.txt', '');
    const path = out(root, '.manifest.json');
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const lie = `"projects/../precious.yaml": [{"source":"","inputs":"","outputs":{"txt":"${empty}"}}],\n`;
    writeFileSync(path, readFileSync(path, 'utf8').replace('"declarations": {\n', `$&${lie}`));
    expect((await build(root, {})).removed).toEqual([]);
    expect(existsSync(join(root, 'precious.txt'))).toBe(true);
  });
});

describe('--check', () => {
  test('writes nothing at all', async () => {
    const root = workspace({ 'projects/2025/甲.yaml': null });
    const before = contents(root);
    expect(stale(await build(root, { ...html, check: true }))).toEqual(['2025/甲.html missing: 生成的文件不在了']);
    expect(contents(root)).toEqual(before);
    expect(existsSync(out(root))).toBe(false);
  });

  test('is content with what was built', async () => {
    const root = await built(['甲', '乙']);
    expect(await build(root, { ...html, check: true })).toMatchObject({ stale: [], unchanged: 2 });
  });

  test('reads every file: an edit that leaves size and time as they were is seen, though a plain build would miss it', async () => {
    const root = await built(['甲']);
    const path = out(root, '2025/甲.html');
    utimesSync(path, 1000, 1000);
    await build(root, html);
    writeFileSync(path, readFileSync(path, 'utf8').replace('工作', '作工'));
    utimesSync(path, 1000, 1000);
    expect(await build(root, html)).toMatchObject({ built: [] });
    expect(stale(await build(root, { ...html, check: true }))).toEqual([
      '2025/甲.html edited: 生成的文件与记录不符（被改过，或上次没有做完）',
    ]);
  });
});

describe('trouble', () => {
  test('a broken manifest is told of and mended', async () => {
    const root = await built(['甲']);
    const good = readFileSync(out(root, '.manifest.json'), 'utf8');
    writeFileSync(out(root, '.manifest.json'), good.slice(0, 100));
    const report = await build(root, html);
    expect(report.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('已损坏')]);
    expect(reasons(report)).toEqual(['甲 unrecorded']);
    expect(readFileSync(out(root, '.manifest.json'), 'utf8')).toBe(good);
  });

  test('a file where out/ should be is one sentence', async () => {
    const root = workspace({ 'projects/2025/甲.yaml': null, out: '' });
    await expect(build(root, html)).rejects.toThrow(
      `写不了 ${out(root)}：它的上级路径里有一个同名的文件，不是文件夹。`,
    );
  });

  test('a file in the way of one document stops the build with what was made saved', async () => {
    const root = workspace({ 'projects/2024/甲.yaml': null, 'projects/2025/乙.yaml': null, 'out/2025': '' });
    await expect(build(root, html)).rejects.toThrow('不是文件夹');
    expect(names(out(root))).toEqual(['.manifest.json', '2024/甲.html', '2025']);
    rmSync(out(root, '2025'));
    expect(await build(root, html)).toMatchObject({ built: [{ file: 'projects/2025/乙.yaml' }], unchanged: 1 });
  });

  test('what killed builds left behind is cleared, a living build’s is not', async () => {
    const root = await built(['甲']);
    const dead = 4_000_000;
    const leftovers = [
      `.build.${dead}-0-1.shenbao-tmp`,
      `2025/.甲.pdf.${dead}-2-7.shenbao-tmp`,
      '2025/.乙.pdf.1-0-7.shenbao-tmp',
    ];
    for (const file of leftovers) writeFileSync(out(root, file), '');
    await build(root, html);
    expect(names(out(root))).toEqual(['.manifest.json', '2025/.乙.pdf.1-0-7.shenbao-tmp', '2025/甲.html']);
  });

  test('an interrupt ends the build after the declaration under way, with everything saved', async () => {
    const root = workspace(Object.fromEntries(['甲', '乙', '丙'].map((name) => [`projects/2025/${name}.yaml`, null])));
    const interrupt = new AbortController();
    const report = await build(root, { ...html, signal: interrupt.signal }, { built: () => interrupt.abort() });
    expect(report).toMatchObject({ interrupted: true, built: [{ file: 'projects/2025/丙.yaml' }] });
    expect(names(out(root))).toEqual(['.manifest.json', '2025/丙.html']);
    expect(await build(root, html)).toMatchObject({ unchanged: 1, interrupted: false });
  });

  test('keeps its cache where the workspace has one, else in a folder that git ignores', async () => {
    const root = await built(['甲']);
    expect(readFileSync(join(root, '.shenbao/.gitignore'), 'utf8')).toBe('*\n');
    const other = workspace({ 'projects/2025/甲.yaml': null });
    mkdirSync(join(other, 'node_modules'));
    await build(other, html);
    expect(names(other)).toContain('node_modules/.cache/shenbao/stamps');
    expect(existsSync(join(other, '.shenbao'))).toBe(false);
  });
});
