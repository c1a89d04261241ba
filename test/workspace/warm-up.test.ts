// Warming up leaves no trace, whatever state the workspace is in.
import { expect, test } from 'vitest';
import { warmUp } from '../../src/workspace/warm-up.js';
import { contents, ownSchema, workspace, write } from './support.js';

const workspaces: readonly (readonly [string, () => string])[] = [
  ['a declaration', () => workspace({ 'projects/2025/甲.yaml': null })],
  ['no declaration', () => workspace({})],
  ['a broken declaration', () => workspace({ 'projects/2025/甲.yaml': '项目名称: [' })],
  [
    'a broken schema',
    () => {
      const root = workspace({ 'projects/2025/甲.yaml': null });
      ownSchema(root);
      write(root, 'schema/project-goal/form.schema.json', '{');
      return root;
    },
  ],
];

test.each(workspaces)('writes nothing where there is %s', async (_what, make) => {
  const root = make();
  const before = contents(root);
  await warmUp(root, {}, () => false);
  expect(contents(root)).toEqual(before);
});

test('ends when there is something better to do', async () => {
  let asked = 0;
  await warmUp(workspace({ 'projects/2025/甲.yaml': null }), { formats: ['html'] }, () => {
    asked += 1;
    return asked === 3;
  });
  expect(asked).toBe(3);
});
