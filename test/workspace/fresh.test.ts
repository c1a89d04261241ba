// The table that spares a build with nothing to do its manifest and digests: what it must never hide.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/workspace/build.js';
import { declaration, edit, ownTemplate, workspace, write } from './support.js';

const options = { formats: ['html'] } as const;
const done = async (root: string) => {
  const { built, unchanged, failed } = await build(root, options);
  return { built: built.map(({ file, reasons }) => `${file} ${reasons.join('+')}`), unchanged, failed: failed.length };
};
const source = (name: string) => `projects/2025/${name}.yaml`;

describe('after a build that left a table', () => {
  const changes: readonly (readonly [what: string, change: (root: string) => void, seen: string])[] = [
    ['an edited source', (root) => edit(root, source('甲'), '540', '541'), 'source'],
    ['an edited output', (root) => write(root, 'out/2025/甲.html', 'x'), 'edited'],
    ['a missing output', (root) => rmSync(join(root, 'out/2025/甲.html')), 'missing'],
  ];
  test.each(changes)('%s is seen', async (_what, change, seen) => {
    const root = workspace({ [source('甲')]: declaration('甲', '540'), [source('乙')]: null });
    await done(root);
    expect(await done(root)).toEqual({ built: [], unchanged: 2, failed: 0 });
    change(root);
    expect(await done(root)).toEqual({ built: [`${source('甲')} ${seen}`], unchanged: 1, failed: 0 });
    expect(await done(root)).toEqual({ built: [], unchanged: 2, failed: 0 });
  });

  test('another theme and another date are seen, though every file of the tree is as it was', async () => {
    const root = workspace({ [source('甲')]: null });
    ownTemplate(root);
    await done(root);
    edit(root, 'templates/project-goal/theme.yaml', /$/, '\n# 改\n');
    expect((await done(root)).built).toEqual([`${source('甲')} theme`]);
    expect((await build(root, { ...options, epoch: 86_400 })).built.map(({ reasons }) => reasons)).toEqual([['epoch']]);
  });
});
