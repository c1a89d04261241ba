// Merging shards: what comes out is what the whole build gives; what does not fit is refused before anything is written.
import {
  appendFileSync,
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/user-error.js';
import { type BuildOptions, build } from '../../src/workspace/build.js';
import { merge } from '../../src/workspace/merge.js';
import { contents, declaration, edit, names, ownTemplate, temporaryFolder, workspace, write } from './support.js';

const html: BuildOptions = { formats: ['html'] };
const file = (name: string) => `projects/2025/${name}.yaml`;
const four = () => workspace({ [file('甲')]: null, [file('乙')]: null, [file('丙')]: null, [file('丁')]: null });

/** Builds every shard into shards/<index>, as machines of their own do, and names the folders. */
async function shards(root: string, count: number, options: BuildOptions = {}): Promise<readonly string[]> {
  const folders: string[] = [];
  for (let index = 1; index <= count; index++) {
    const out = `shards/${index}`;
    await build(root, { ...options, out, shard: { index, count } });
    folders.push(out);
  }
  return folders;
}

/** In which of two shards' folders a document lies. */
const homeOf = (root: string, output: string, count = 2) =>
  `shards/${Array.from({ length: count }, (_, at) => at + 1).find((index) => names(join(root, `shards/${index}`)).includes(output))}`;

async function refusal(root: string, folders: readonly string[], options: object = {}): Promise<string> {
  const before = contents(root);
  try {
    await merge(root, { folders, ...options });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.words.en).not.toBe('');
    expect(contents(root)).toEqual(before);
    return error.words.zh;
  }
  throw new Error('It was not refused.');
}

describe('a merge', () => {
  test('gives the tree, the manifest and the report of the whole build', async () => {
    const root = four();
    write(root, file('坏'), '表单: x\n');
    write(root, 'projects/2024/CON.yaml', declaration('a name that no shard can build'));
    const whole = await build(root, { out: 'whole' });
    const folders = await shards(root, 3);
    expect(await merge(root, { folders })).toEqual({ ...whole, out: join(root, 'out') });
    expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
    expect(names(join(root, 'out'))).toHaveLength(17);
    expect(await build(root, {})).toMatchObject({ built: [], unchanged: 4 });
  });

  test('is the same for any tree and any number of shards', async () => {
    const tree = fc.dictionary(
      fc.stringMatching(/^(?:2024|2025)\/(?:一处\/)?[a-z甲乙丙]{1,6}$/),
      fc.record({ text: fc.constantFrom('好', '同名', '坏'), length: fc.nat(40) }),
      { maxKeys: 7 },
    );
    await fc.assert(
      fc.asyncProperty(tree, fc.integer({ min: 1, max: 5 }), async (files, count) => {
        const sources = Object.entries(files).map(([stem, { text, length }]) => [
          `projects/${stem}.yaml`,
          text === '坏'
            ? `表单: ${'x'.repeat(length)}\n`
            : declaration(text === '同名' ? text : stem, '补'.repeat(length)),
        ]);
        const root = workspace(Object.fromEntries(sources));
        const whole = await build(root, { ...html, out: 'whole' });
        const report = await merge(root, { folders: await shards(root, count, html) });
        expect({ ...report, out: '' }).toEqual({ ...whole, out: '' });
        expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
      }),
      { numRuns: 12 },
    );
  });

  test('takes several shards out of one folder, and of other folders than here', async () => {
    const root = four();
    await build(root, { ...html, out: 'whole' });
    for (const index of [1, 2, 3]) await build(root, { ...html, out: 'together', shard: { index, count: 3 } });
    const elsewhere = temporaryFolder();
    renameSync(join(root, 'together'), join(elsewhere, 'together'));
    const before = contents(elsewhere);
    await merge(root, { folders: [join(elsewhere, 'together')], out: 'merged' });
    expect(contents(join(root, 'merged'))).toEqual(contents(join(root, 'whole')));
    expect(contents(elsewhere)).toEqual(before);
  });

  test('tells a template’s error once, with all the declarations that it holds up', async () => {
    const root = four();
    ownTemplate(root);
    edit(root, 'templates/project-goal/form.hbs', '<table', '<tabel');
    const whole = await build(root, { out: 'whole' });
    expect(whole.failed).toMatchObject([{ file: 'templates/project-goal/form.hbs' }]);
    expect(whole.failed[0]?.blocks).toHaveLength(4);
    const report = await merge(root, { folders: await shards(root, 3) });
    expect(report.failed).toEqual(whole.failed);
  });

  test('merges what was asked for: of some paths and formats, and then removes nothing', async () => {
    const root = workspace({ [file('甲')]: null, [file('乙')]: null, 'projects/2024/旧.yaml': null });
    const asked: BuildOptions = { ...html, cwd: join(root, 'projects'), paths: ['2025'] };
    const places = { out: join(root, 'whole') };
    const whole = await build(root, { ...asked, ...places });
    for (const index of [1, 2]) {
      await build(root, { ...asked, out: join(root, `shards/${index}`), shard: { index, count: 2 } });
    }
    await build(root, { out: 'out' });
    rmSync(join(root, 'projects/2024/旧.yaml'));
    const report = await merge(root, { folders: ['shards/1', 'shards/2'] });
    expect(report).toEqual({ ...whole, out: join(root, 'out') });
    expect(names(join(root, 'out'))).toContain('2024/旧.html');
  });

  test('adds up what the shards left unchanged or took from the cache', async () => {
    const root = four();
    await build(root, { ...html, out: 'earlier' });
    await shards(root, 2, { ...html, cache: 'earlier' });
    expect(await merge(root, { folders: ['shards/1', 'shards/2'] })).toMatchObject({ cached: 4, unchanged: 0 });
    const folders = await shards(root, 2, html);
    expect(await merge(root, { folders, out: 'again' })).toMatchObject({ built: [], cached: null, unchanged: 4 });
  });

  test('stops when interrupted, and the next one goes on', async () => {
    const root = four();
    await build(root, { ...html, out: 'whole' });
    for (const index of [1, 2]) await build(root, { ...html, shard: { index, count: 2 } });
    const interrupted = AbortSignal.abort();
    expect(await merge(root, { folders: ['out'], signal: interrupted })).toMatchObject({
      interrupted: true,
      removed: [],
    });
    expect(names(join(root, 'out'))).toContain('.report-1-of-2.json');
    await merge(root, { folders: ['out'] });
    expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
  });
});

describe('where something stands already', () => {
  test('old documents of a failed declaration stay and are called stale, orphans go, edited ones are kept', async () => {
    const root = four();
    const both = async (out: string) => {
      await build(root, { ...html, out });
      await build(root, { out });
    };
    await both('whole');
    await both('out');
    for (const out of ['whole', 'out']) appendFileSync(join(root, out, '2025/丁.html'), '<!-- 改 -->');
    edit(root, file('甲'), '实施期限: 5', '实施期限: 4');
    edit(root, file('乙'), '实施期限: 5', '实施期限: 五');
    rmSync(join(root, file('丙')));
    rmSync(join(root, file('丁')));

    const whole = await build(root, { out: 'whole' });
    const report = await merge(root, { folders: await shards(root, 2) });
    expect(report.stale.map(({ output }) => output)).toEqual(
      ['pdf', 'docx', 'xlsx', 'html'].map((one) => `2025/乙.${one}`),
    );
    expect(report.removed).toHaveLength(7);
    expect(report.kept).toEqual(['2025/丁.html']);
    const { built: _, ...rest } = report;
    expect(whole).toMatchObject({ ...rest, out: join(root, 'whole') });
    expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
  });

  test('in place nothing moves, and only the shards’ own files go', async () => {
    const root = four();
    await build(root, { ...html, out: 'whole' });
    for (const index of [1, 2]) await build(root, { ...html, shard: { index, count: 2 } });
    await merge(root, { folders: ['out'] });
    expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
  });

  test('in place the shards’ manifests know what failed since and what is gone', async () => {
    const root = four();
    const sharded = async () => {
      for (const index of [1, 2]) await build(root, { shard: { index, count: 2 } });
    };
    await build(root, { out: 'whole' });
    await sharded();
    edit(root, file('甲'), '实施期限: 5', '实施期限: 五');
    rmSync(join(root, file('丁')));
    const whole = await build(root, { out: 'whole' });
    await sharded();
    const report = await merge(root, { folders: ['out'] });
    expect(report).toEqual({ ...whole, built: report.built, unchanged: report.unchanged, out: join(root, 'out') });
    expect(report.removed).toHaveLength(4);
    expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
  });

  test('an older state in the folder of a shard that it was not dealt to does not win', async () => {
    const root = four();
    await build(root, { ...html, out: 'old' });
    await shards(root, 2, html);
    const [old, dealt] = [['shards/1', 'shards/2'], homeOf(root, '2025/甲.html')];
    const other = old.find((one) => one !== dealt) as string;
    // The other machine restored all the documents of an earlier commit, with a record of them.
    cpSync(join(root, 'old/2025'), join(root, other, '2025'), { recursive: true, force: false });
    const index = Number(other.slice(-1));
    const manifest = join(root, other, `.manifest-${index}-of-2.json`);
    cpSync(join(root, 'old/.manifest.json'), manifest);
    edit(root, file('甲'), '实施期限: 5', '实施期限: 4');

    await shards(root, 2, html);
    await build(root, { ...html, out: 'whole' });
    expect(readFileSync(join(root, other, '2025/甲.html'), 'utf8')).toBe(
      readFileSync(join(root, 'old/2025/甲.html'), 'utf8'),
    );
    await merge(root, { folders: old });
    expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
  });
});

describe('shards that do not fit are refused, and nothing is written', () => {
  const built = async (count = 2) => {
    const root = four();
    return { root, folders: await shards(root, count, html) };
  };

  test('when one is missing or there twice', async () => {
    const { root, folders } = await built(3);
    expect(await refusal(root, folders.slice(0, 1))).toBe(
      '缺第 2、3 组（共 3 组）。把放它的文件夹也写上；还没有生成的，先运行 shenbao build --shard 2/3。',
    );
    expect(await refusal(root, [...folders, 'shards/2'])).toBe('第 2/3 组有 2 份：shards/2、shards/2。只留一份。');
  });

  test('when they are of builds in different numbers', async () => {
    const { root, folders } = await built(2);
    await build(root, { ...html, out: 'shards/3', shard: { index: 3, count: 3 } });
    expect(await refusal(root, [...folders, 'shards/3'])).toBe(
      'shards/1 是分 2 组生成的，shards/3 是分 3 组生成的，合不到一起。只写同一次生成的文件夹，旧的删去。',
    );
  });

  test('when a folder is none, or holds no shard', async () => {
    const { root } = await built();
    expect(await refusal(root, ['没有'])).toBe('找不到 没有。');
    expect(await refusal(root, ['projects'])).toContain('include-hidden-files: true');
    expect(await refusal(root, [])).toBe('请写上各组生成文件的文件夹，例如 shenbao merge shards/*。');
  });

  test('when they were asked for different things', async () => {
    const { root, folders } = await built();
    await build(root, { formats: ['pdf'], out: 'shards/2', shard: { index: 2, count: 2 } });
    expect(await refusal(root, folders)).toContain('第 1/2 组和第 2/2 组要生成的不一样');
  });

  test('when one was interrupted, or killed after an earlier one had finished', async () => {
    const { root, folders } = await built();
    const again = '没有做完。重新运行 shenbao build --shard 1/2，再合并。';
    edit(root, file('甲'), '实施期限: 5', '实施期限: 4');
    await build(root, { ...html, out: 'shards/1', shard: { index: 1, count: 2 }, signal: AbortSignal.abort() });
    expect(await refusal(root, folders)).toContain(again);
    rmSync(join(root, 'shards/1/.report-1-of-2.json'));
    expect(await refusal(root, folders)).toContain(again);
  });

  test('when one is of another commit: a declaration, a template or a date', async () => {
    const { root, folders } = await built();
    edit(root, file('甲'), '实施期限: 5', '实施期限: 4');
    expect(await refusal(root, folders)).toMatch(
      /^第 [12]\/2 组不是由现在这些文件生成的（例如 projects\/2025\/甲.yaml）：/,
    );
    edit(root, file('甲'), '实施期限: 4', '实施期限: 5');
    expect(await refusal(root, folders, { epoch: 1_700_000_000 })).toContain('SOURCE_DATE_EPOCH 不同');
    ownTemplate(root);
    edit(root, 'templates/project-goal/theme.yaml', '"', "'");
    expect(await refusal(root, folders)).toContain('不是由现在这些文件生成的');
  });

  test('when a declaration that failed there is another one here', async () => {
    const root = workspace({ [file('甲')]: null, [file('坏')]: '表单: x\n' });
    const folders = await shards(root, 2, html);
    edit(root, file('坏'), 'x', 'y');
    expect(await refusal(root, folders)).toMatch(/^第 2\/2 组不是由现在这些文件生成的：/);
  });

  test.each<[string, (path: string) => void]>([
    ['truncated', (path) => truncateSync(path, 100)],
    ['edited', (path) => appendFileSync(path, ' ')],
    ['gone', (path) => rmSync(path)],
    ['huge', (path) => truncateSync(path, 3 * 1024 ** 3)],
    [
      'a link',
      (path) => {
        renameSync(path, `${path}.bak`);
        symlinkSync(`${path}.bak`, path);
      },
    ],
  ])('when a document is %s', async (_, damage) => {
    const { root, folders } = await built();
    const home = homeOf(root, '2025/甲.html');
    damage(join(root, home, '2025/甲.html'));
    await expect(merge(root, { folders })).rejects.toThrow(
      `${join(home, '2025/甲.html')} 与第 ${home.slice(-1)}/2 组的生成记录不符：`,
    );
    expect(names(join(root, 'out'))).toEqual([]);
  });

  test('when a folder in it is a link to somewhere else', async () => {
    const { root, folders } = await built();
    const elsewhere = temporaryFolder();
    const home = homeOf(root, '2025/甲.html');
    renameSync(join(root, home, '2025'), join(elsewhere, '2025'));
    symlinkSync(join(elsewhere, '2025'), join(root, home, '2025'));
    expect(await refusal(root, folders)).toContain('的生成记录不符');
  });
});

describe('a hostile artifact', () => {
  const rewrite = (path: string, change: (value: Record<string, never>) => unknown) =>
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));

  test('cannot name files: what its manifest says of others is not even looked at', async () => {
    const root = four();
    await build(root, { ...html, out: 'whole' });
    const folders = await shards(root, 2, html);
    write(root, 'shards/2/evil.html', 'evil');
    rewrite(join(root, 'shards/1/.manifest-1-of-2.json'), (manifest: Record<string, object>) => {
      const [entry] = Object.values(manifest.declarations as Record<string, object>);
      const evil = ['projects/../../../evil.yaml', '/etc/evil.yaml', 'projects/evil.yaml', '__proto__'].map((one) => [
        one,
        entry,
      ]);
      return { ...manifest, declarations: { ...manifest.declarations, ...Object.fromEntries(evil) } };
    });
    await merge(root, { folders });
    expect(contents(join(root, 'out'))).toEqual(contents(join(root, 'whole')));
  });

  test.each<[string, (report: Record<string, unknown>, own: string) => object]>([
    [
      'speaks for a declaration of another shard',
      (report) => ({ ...report, failed: [{ file: 'projects/x.yaml', findings: [] }] }),
    ],
    ['names a document outside', (report, own) => ({ ...report, busy: [{ file: own, output: '2025/../../x.html' }] })],
    [
      'names a document that is none of the declaration’s',
      (report, own) => ({ ...report, busy: [{ file: own, output: '2025/x.html' }] }),
    ],
    [
      'points at a file outside',
      (report, own) => ({
        ...report,
        failed: [{ file: own, findings: [finding({ file: '../../etc/passwd' })] }],
      }),
    ],
    ['is another shard’s', (report) => ({ ...report, shard: { index: 2, count: 2 } })],
    ['is of another version', (report) => ({ ...report, version: 2 })],
  ])('is refused when its report %s', async (_, change) => {
    const root = four();
    const folders = await shards(root, 2, html);
    rewrite(join(root, 'shards/1/.report-1-of-2.json'), (report: Record<string, unknown>) => {
      const [{ file: own }] = report.built as [{ file: string }];
      return change(report, own);
    });
    expect(await refusal(root, folders)).toContain('shards/1/.report-1-of-2.json 已损坏，或者不是这一版申报工具写的。');
  });

  test('is refused when its manifest or report is a link', async () => {
    const root = four();
    const folders = await shards(root, 2, html);
    const manifest = join(root, 'shards/1/.manifest-1-of-2.json');
    renameSync(manifest, join(root, 'elsewhere.json'));
    symlinkSync(join(root, 'elsewhere.json'), manifest);
    expect(await refusal(root, folders)).toContain('.manifest-1-of-2.json 已损坏');
  });
});

const finding = (place: object) => ({
  rule: 'x',
  level: 'error',
  message: { zh: '', en: '' },
  place: { line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0, ...place },
});
