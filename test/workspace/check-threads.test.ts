// The compiled tool checking in threads: the same report in the same order, however many there are.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledTool, declaration, ownSchema, workspace } from './support.js';

const file = (index: number) => `projects/2025/单位${index % 3}/项目${index}.yaml`;

/** Every seventh declaration has a misspelt key, every eleventh is no YAML at all. */
const text = (index: number) =>
  index % 11 === 0
    ? '表单: [\n'
    : index % 7 === 0
      ? declaration(`项目${index}`).replace('实施期限: 5', '实施期现: 5')
      : declaration(`项目${index}`);

function tree(): string {
  const root = workspace(Object.fromEntries(Array.from({ length: 120 }, (_, index) => [file(index), text(index)])));
  ownSchema(root);
  return root;
}

function check(root: string, ...flags: readonly string[]) {
  const main = join(compiledTool(), 'dist/main.js');
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'check', ...flags], {
    cwd: root,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('check in threads', () => {
  test('tells what one thread tells, in the same order', () => {
    const alone = check(tree(), '--format', 'json', '--jobs', '1');
    expect(JSON.parse(alone.stdout).summary).toMatchObject({ files: 120, cached: 0 });
    expect(new Set(JSON.parse(alone.stdout).findings.map((one: { file: string }) => one.file)).size).toBe(27);
    expect(check(tree(), '--format', 'json', '--jobs', '3')).toEqual(alone);
    expect(check(tree(), '--format', 'json')).toEqual(alone);
  });

  test('leaves what it found for the next time', () => {
    const root = tree();
    const first = check(root, '--jobs', '2');
    const again = check(root, '--jobs', '2');
    expect(again.stdout).toMatch('查了 120 份（其中 120 份没有变动，沿用上次的结果）');
    expect({ ...again, stdout: again.stdout.replace(/（其中.*?）/, '') }).toEqual(first);
  });
});
