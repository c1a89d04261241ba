// Texts in memory, as an editor hands them over.
import { expect, test } from 'vitest';
import { openChecker } from '../../src/workspace/checker.js';
import { declaration, workspace } from './support.js';

test('a text is checked as if it stood in the workspace, by the rules too', async () => {
  const { check } = openChecker(workspace({}));
  const rules = async (text: string | Uint8Array) =>
    (await check('projects/2025/新.yaml', text)).map(({ rule }) => rule);
  expect(await rules(declaration('新'))).toEqual([]);
  expect(await rules(Buffer.from(declaration('新').replace('2,425,500.00', '1元')))).toContain('basis-adds-up');
  expect(await rules('表单: 没有这张表\n')).toEqual(['schema/const']);
});

test('places name the file and its year is the folder’s', async () => {
  const { check } = openChecker(workspace({}));
  const [finding] = await check('projects/2024/新.yaml', declaration('新'));
  expect([finding?.rule, finding?.place?.file]).toEqual(['year-agrees-with-folder', 'projects/2024/新.yaml']);
});
