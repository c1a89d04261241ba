// Watching a workspace: each edit builds what it touches, and a bad one is waited out.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../../src/workspace/build.js';
import { watch } from '../../src/workspace/watch.js';
import { declaration, edit, eventually, ownSchema, ownTemplate, workspace, write } from './support.js';

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

/** Watches until the test ends; what happens is noted in words. */
async function watching(
  root: string,
  options: BuildOptions = { formats: ['html'] },
  builtOne: () => void = () => undefined,
) {
  const interrupt = new AbortController();
  const notes: string[] = [];
  let builds = 0;
  const ended = watch(
    root,
    { ...options, signal: interrupt.signal },
    {
      built: ({ file, reasons }) => {
        notes.push(`built ${file} ${reasons.join('+')}`);
        builtOne();
      },
      failed: ({ file }) => notes.push(`failed ${file}`),
      stopped: ({ zh }) => notes.push(`stopped ${zh}`),
      done: ({ removed }) => {
        notes.push(...removed.map((output) => `removed ${output}`));
        builds += 1;
      },
    },
  );
  stop = async () => {
    interrupt.abort();
    await ended;
  };
  await eventually('the first build is done', () => builds > 0);
  return {
    notes,
    builds: () => builds,
    /** Does something and waits until a note says that it was met. */
    async expecting(act: () => void, note: string) {
      notes.length = 0;
      act();
      await eventually(`${note}, but: ${notes.join('; ')}`, () => notes.some((one) => one.startsWith(note)));
      return [...notes];
    },
  };
}

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

const two = () => workspace({ 'projects/2025/甲.yaml': null, 'projects/2025/乙.yaml': null });

describe('watch', () => {
  test('builds first, then only the declaration that was edited', async () => {
    const root = two();
    const { expecting } = await watching(root);
    expect(existsSync(join(root, 'out/2025/乙.html'))).toBe(true);
    const notes = await expecting(
      () => edit(root, 'projects/2025/甲.yaml', '实施期限: 5', '实施期限: 6'),
      'built projects/2025/甲.yaml source',
    );
    expect(notes).toEqual(['built projects/2025/甲.yaml source']);
  });

  test('builds all of a form when its theme, template or schema changes, also those it had not', async () => {
    const root = two();
    const { expecting } = await watching(root);
    await expecting(() => {
      ownTemplate(root);
      edit(root, 'templates/project-goal/theme.yaml', 'top: 15', 'top: 16');
    }, 'built projects/2025/甲.yaml theme');
    await expecting(
      () => edit(root, 'templates/project-goal/form.hbs', /$/, '\n'),
      'built projects/2025/乙.yaml template',
    );
    await expecting(() => {
      ownSchema(root);
      edit(root, 'schema/project-goal/form.schema.json', /$/, '\n');
    }, 'built projects/2025/乙.yaml schema');
  });

  test('survives bad edits of declaration, template and schema, and builds when they are mended', async () => {
    const root = two();
    ownTemplate(root);
    ownSchema(root);
    const { expecting } = await watching(root);
    const before = readFileSync(join(root, 'out/2025/甲.html'));
    await expecting(() => write(root, 'projects/2025/甲.yaml', '项目名称: [\n'), 'failed projects/2025/甲.yaml');
    expect(readFileSync(join(root, 'out/2025/甲.html'))).toEqual(before);
    await expecting(() => write(root, 'projects/2025/甲.yaml', declaration('新')), 'built projects/2025/甲.yaml');

    const template = readFileSync(join(root, 'templates/project-goal/form.hbs'), 'utf8');
    await expecting(() => write(root, 'templates/project-goal/form.hbs', '{{#each'), 'failed projects/2025/乙.yaml');
    await expecting(
      () => write(root, 'templates/project-goal/form.hbs', `${template}\n`),
      'built projects/2025/乙.yaml',
    );

    const schema = readFileSync(join(root, 'schema/project-goal/form.schema.json'), 'utf8');
    await expecting(() => write(root, 'schema/project-goal/form.schema.json', '{'), 'stopped schema/project-goal');
    await expecting(
      () => write(root, 'schema/project-goal/form.schema.json', `${schema}\n`),
      'built projects/2025/乙.yaml',
    );
  });

  type Save = (path: string, text: string) => void | Promise<void>;
  const saves: readonly (readonly [string, Save])[] = [
    ['in place', writeFileSync],
    [
      'beside it and renamed over it',
      (path, text) => {
        writeFileSync(`${path}.tmp`, text);
        renameSync(`${path}.tmp`, path);
      },
    ],
    [
      'anew, the old one renamed to a backup',
      (path, text) => {
        renameSync(path, `${path}~`);
        writeFileSync(path, text);
        rmSync(`${path}~`);
      },
    ],
    [
      'anew, a moment after the old one was removed',
      async (path, text) => {
        rmSync(path);
        await pause(30);
        writeFileSync(path, text);
      },
    ],
    [
      'emptied and written a moment later',
      async (path, text) => {
        writeFileSync(path, '');
        await pause(30);
        writeFileSync(path, text);
      },
    ],
    [
      'half, and whole a moment later',
      async (path, text) => {
        writeFileSync(path, text.slice(0, 500));
        await pause(30);
        writeFileSync(path, text);
      },
    ],
    [
      'twice in a moment',
      async (path, text) => {
        writeFileSync(path, declaration('早'));
        await pause(10);
        writeFileSync(path, text);
      },
    ],
  ];
  test.each(saves)('builds the last state of a file that is saved %s', async (_how, save) => {
    const root = two();
    const { notes } = await watching(root);
    const page = () => readFileSync(join(root, 'out/2025/甲.html'), 'utf8');
    for (const name of ['改一', '改二', '改三']) {
      await save(join(root, 'projects/2025/甲.yaml'), declaration(name));
      await eventually(`${name}, but: ${notes.join('; ')}`, () => page().includes(name));
    }
    await pause(400);
    expect(page()).toContain('改三');
    expect(notes.at(-1)).toBe('built projects/2025/甲.yaml source');
  });

  test('does not take a file for removed or empty that is about to be written', async () => {
    const root = two();
    const path = join(root, 'projects/2025/甲.yaml');
    const { notes } = await watching(root, {});
    const page = () => readFileSync(join(root, 'out/2025/甲.html'), 'utf8');
    notes.length = 0;
    for (const [name, clear] of [
      ['再写一', rmSync],
      ['再写二', (file: string) => writeFileSync(file, '')],
    ] as const) {
      clear(path);
      await pause(60);
      writeFileSync(path, declaration(name));
      await eventually(`${name}, but: ${notes.join('; ')}`, () => page().includes(name));
    }
    await eventually(`both are told of: ${notes.join('; ')}`, () => notes.length >= 2);
    expect(notes).toEqual(['built projects/2025/甲.yaml source', 'built projects/2025/甲.yaml source']);
  });

  test('builds once more what is saved while it is being built', async () => {
    const root = two();
    let saveAgain = () => undefined;
    const { notes } = await watching(root, { formats: ['html'] }, () => saveAgain());
    saveAgain = () => {
      saveAgain = () => undefined;
      write(root, 'projects/2025/甲.yaml', declaration('后改的'));
    };
    write(root, 'projects/2025/甲.yaml', declaration('先改的'));
    await eventually(`the last state is built, but: ${notes.join('; ')}`, () =>
      readFileSync(join(root, 'out/2025/甲.html'), 'utf8').includes('后改的'),
    );
  });

  test('gathers many files that change at once into few builds', async () => {
    const files = Array.from({ length: 50 }, (_, index) => `projects/2025/${index % 5}/项目${index}.yaml`);
    const root = workspace(Object.fromEntries(files.map((file) => [file, null])));
    const { notes, builds } = await watching(root);
    notes.length = 0;
    for (const file of files) writeFileSync(join(root, file), declaration(`换 ${file}`));
    await eventually(`all are built, but: ${notes.join('; ')}`, () => notes.length >= files.length);
    await pause(400);
    expect(notes.sort()).toEqual(files.map((file) => `built ${file} source`).sort());
    expect(builds()).toBeLessThanOrEqual(4);
    const { stale } = await build(root, { formats: ['html'], check: true });
    expect(stale).toEqual([]);
  });

  test('sees a file replaced as editors do, a new one, a rename and a deletion', async () => {
    const root = two();
    const { expecting } = await watching(root, {});
    await expecting(() => {
      writeFileSync(join(root, 'projects/2025/.甲.yaml.swp'), declaration('换'));
      renameSync(join(root, 'projects/2025/.甲.yaml.swp'), join(root, 'projects/2025/甲.yaml'));
    }, 'built projects/2025/甲.yaml source');
    await expecting(
      () => write(root, 'projects/2026/新/丙.yaml', declaration('丙')),
      'built projects/2026/新/丙.yaml new',
    );
    const renamed = await expecting(
      () => renameSync(join(root, 'projects/2026/新/丙.yaml'), join(root, 'projects/2026/丁.yaml')),
      'removed 2026/新/丙.pdf',
    );
    expect(renamed).toContain('built projects/2026/丁.yaml new');
    await expecting(() => rmSync(join(root, 'projects/2025/乙.yaml')), 'removed 2025/乙.pdf');
    expect(existsSync(join(root, 'out/2025/甲.pdf'))).toBe(true);
  });

  test('refuses a path that is not there, and ends at once when told before it began', async () => {
    const { signal } = new AbortController();
    await expect(watch(two(), { paths: ['projects/2030'], signal })).rejects.toThrow('找不到 projects/2030。');
    await watch(two(), { signal: AbortSignal.abort() });
  });
});
