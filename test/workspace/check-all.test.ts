// Checking the declarations of a workspace.
import { describe, expect, test } from 'vitest';
import { checkAll, checkText } from '../../src/workspace/check-all.js';
import { declaration, edit, ownSchema, workspace } from './support.js';

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
    expect(steps).toEqual(['1/1', '1/2', '2/2']);
  });

  test('stops when it is told to', async () => {
    const root = workspace({ 'projects/2025/甲.yaml': null });
    expect(await checkAll(root, { signal: AbortSignal.abort() })).toEqual({
      files: 0,
      findings: [],
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

test('checkText checks a text as if it stood in the workspace', async () => {
  const root = workspace({});
  const check = (text: string) => checkText(root, 'projects/2025/新.yaml', Buffer.from(text));
  expect(await check(declaration('新'))).toEqual([]);
  expect((await check('表单: 没有这张表\n'))[0]?.place?.file).toBe('projects/2025/新.yaml');
});
