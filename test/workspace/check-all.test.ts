// Checking the declarations of a workspace.
import { mkdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAll } from '../../src/workspace/check-all.js';
import { declaration, edit, names, ownSchema, workspace, write } from './support.js';

describe('checkAll', () => {
  test('tells the findings of each file, and of the names that are refused', async () => {
    const root = workspace({
      'projects/2025/好.yaml': null,
      'projects/2025/坏.yaml': declaration('坏').replace('实施期限: 5', '实施期现: 5'),
      'projects/2025/con.yaml': null,
    });
    const { files, findings, interrupted } = await checkAll(root);
    expect({ files, interrupted }).toEqual({ files: 3, interrupted: false });
    expect(findings.map(({ file }) => file)).toEqual(['projects/2025/con.yaml', 'projects/2025/坏.yaml']);
    expect(findings[1]?.findings.map(({ place }) => place?.file)).toContain('projects/2025/坏.yaml');
  });

  test('looks only at the paths given, and counts as it goes', async () => {
    const root = workspace({ 'projects/2024/甲.yaml': null, 'projects/2025/乙.yaml': null });
    const steps: string[] = [];
    const checked = (done: number, total: number) => steps.push(`${done}/${total}`);
    expect((await checkAll(root, { paths: ['projects/2025'], checked })).files).toBe(1);
    expect((await checkAll(root, { checked })).files).toBe(2);
    // The rules on the whole tree need the others too.
    expect(steps).toEqual(['1/2', '2/2', '1/2', '2/2']);
  });

  test('stops when it is told to', async () => {
    const root = workspace({ 'projects/2025/甲.yaml': null });
    expect(await checkAll(root, { signal: AbortSignal.abort() })).toEqual({
      files: 0,
      cached: 0,
      suppressed: 0,
      findings: [],
      reckonings: [],
      interrupted: true,
    });
  });

  test('tells of a schema that cannot be used once, under the schema', async () => {
    const root = workspace({ 'projects/2025/甲.yaml': null, 'projects/2025/乙.yaml': null });
    ownSchema(root);
    edit(root, 'schema/project-goal/form.schema.json', '"type": "object"', '"type": "objekt"');
    const { findings } = await checkAll(root);
    expect(findings.map(({ file, blocks }) => [file, blocks])).toEqual([
      ['schema/project-goal/form.schema.json', ['projects/2025/乙.yaml', 'projects/2025/甲.yaml']],
    ]);
  });
});

describe('what was found before', () => {
  const file = (name: string) => `projects/2025/${name}.yaml`;
  const bad = (name: string) => declaration(name).replace('实施期限: 5', '实施期现: 5');

  test('is told again without looking, word for word', async () => {
    const root = workspace({ [file('好')]: null, [file('坏')]: bad('坏') });
    const { cached, ...first } = await checkAll(root);
    expect(cached).toBe(0);
    expect(first.findings.map((one) => one.file)).toEqual([file('坏')]);
    expect(await checkAll(root)).toEqual({ ...first, cached: 2 });
    const reckonings = first.reckonings.filter((one) => one.file === file('坏'));
    expect(await checkAll(root, { paths: [file('坏')] })).toEqual({ ...first, files: 1, cached: 1, reckonings });
  });

  test('stands as long as the content does, whatever the time says', async () => {
    const root = workspace({ [file('甲')]: declaration('甲'), [file('乙')]: null });
    await checkAll(root);
    write(root, file('甲'), declaration('甲'));
    expect((await checkAll(root)).cached).toBe(2);
    const { mtime } = statSync(join(root, file('甲')));
    write(root, file('甲'), bad('甲'));
    utimesSync(join(root, file('甲')), mtime, mtime);
    expect(await checkAll(root)).toMatchObject({ cached: 1, findings: [{ file: file('甲') }] });
    renameSync(join(root, file('甲')), join(root, file('丙')));
    expect(await checkAll(root)).toMatchObject({ cached: 1, findings: [{ file: file('丙') }] });
  });

  test('does not stand under another schema', async () => {
    const root = workspace({ [file('甲')]: null });
    ownSchema(root);
    await checkAll(root);
    expect((await checkAll(root)).cached).toBe(1);
    edit(root, 'schema/project-goal/form.schema.json', '"title"', '"$comment": "", "title"');
    expect((await checkAll(root)).cached).toBe(0);
  });

  test('is kept of an interrupted check too', async () => {
    const root = workspace(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [file(`项目${at}`), null])));
    const interrupt = new AbortController();
    const checked = () => interrupt.abort();
    const { files, interrupted } = await checkAll(root, { signal: interrupt.signal, checked });
    expect({ files, interrupted }).toEqual({ files: 16, interrupted: true });
    expect(await checkAll(root)).toMatchObject({ files: 40, cached: 16, interrupted: false });
  });

  test('is never written into the workspace, nor believed from there', async () => {
    const root = workspace({ [file('甲')]: null });
    mkdirSync(join(root, 'node_modules'));
    await checkAll(root);
    expect(names(root)).toEqual([file('甲')]);
  });
});
