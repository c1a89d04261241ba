// Watching a workspace: each edit builds what it touches, and a bad one is waited out.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { BuildOptions } from '../../src/workspace/build.js';
import { watch } from '../../src/workspace/watch.js';
import { declaration, edit, eventually, ownSchema, ownTemplate, workspace, write } from './support.js';

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

/** Watches until the test ends; what happens is noted in words. */
async function watching(root: string, options: BuildOptions = { formats: ['html'] }) {
  const interrupt = new AbortController();
  const notes: string[] = [];
  let builds = 0;
  const ended = watch(
    root,
    { ...options, signal: interrupt.signal },
    {
      built: ({ file, reasons }) => notes.push(`built ${file} ${reasons.join('+')}`),
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
    /** Does something and waits until a note says that it was met. */
    async expecting(act: () => void, note: string) {
      notes.length = 0;
      act();
      await eventually(`${note}, but: ${notes.join('; ')}`, () => notes.some((one) => one.startsWith(note)));
      return [...notes];
    },
  };
}

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
