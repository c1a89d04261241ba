// A file is written whole or not at all, whatever the disk says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sha256, stampOf } from '../../src/workspace/digest.js';
import { writeWholeFile } from '../../src/workspace/write-whole-file.js';
import { temporaryFolder } from './support.js';

const bytes = (text: string) => Buffer.from(text);

/** Mounts something for one test; false where that takes rights that this user has not. */
function mount(...args: string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', [args.at(-1) as string]);
  });
  return true;
}

describe('writeWholeFile', () => {
  test('makes the folders, writes, and tells digest and stamp', async () => {
    const path = join(temporaryFolder(), '2025/局/甲.pdf');
    const result = await writeWholeFile(path, bytes('一'));
    expect(readFileSync(path, 'utf8')).toBe('一');
    expect(result).toEqual({ outcome: 'written', digest: sha256(bytes('一')), stamp: stampOf(statSync(path)) });
  });

  test('leaves a file with the same bytes alone', async () => {
    const path = join(temporaryFolder(), '甲.pdf');
    await writeWholeFile(path, bytes('一'));
    const before = statSync(path);
    expect((await writeWholeFile(path, bytes('一'))).outcome).toBe('same');
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect((await writeWholeFile(path, bytes('二'))).outcome).toBe('written');
    expect(readFileSync(path, 'utf8')).toBe('二');
  });

  test('writes a name as long as the system allows', async () => {
    const folder = temporaryFolder();
    const name = `${'长'.repeat(83)}.pdf`;
    await writeWholeFile(join(folder, name), bytes('一'));
    expect(readdirSync(folder)).toEqual([name]);
  });

  const refusals: readonly (readonly [string, string, string])[] = [
    ['a file where a folder is needed', '文件/甲.pdf', '它的上级路径里有一个同名的文件，不是文件夹。'],
    ['a folder where the file should be', '文件夹', '那里已有一个同名的文件夹。'],
    ['a name too long', `${'长'.repeat(86)}.pdf`, '的文件名太长，系统不允许。'],
  ];
  test.each(refusals)('says of %s one sentence and leaves nothing behind', async (_what, name, sentence) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '文件'), '');
    mkdirSync(join(folder, '文件夹/里面'), { recursive: true });
    await expect(writeWholeFile(join(folder, name), bytes('一'))).rejects.toThrow(sentence);
    expect(readdirSync(folder).sort()).toEqual(['文件', '文件夹']);
  });

  test('keeps the old file on a full disk', async (context) => {
    const folder = temporaryFolder();
    if (!mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder))
      context.skip('mounting takes rights this user has not');
    const path = join(folder, '甲.pdf');
    await writeWholeFile(path, bytes('旧'));
    await expect(writeWholeFile(path, Buffer.alloc(200_000))).rejects.toThrow(
      `磁盘满了，${path} 没有写成。已生成的文件都完好。`,
    );
    expect(readFileSync(path, 'utf8')).toBe('旧');
    expect(readdirSync(folder)).toEqual(['甲.pdf']);
  });

  test('says of a read-only disk one sentence', async (context) => {
    const folder = temporaryFolder();
    if (!mount('-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder)) context.skip('mounting takes rights this user has not');
    await expect(writeWholeFile(join(folder, '甲.pdf'), bytes('一'))).rejects.toThrow('所在的磁盘是只读的，写不进去。');
  });

  test('calls a file that cannot be replaced busy, as one open in Excel is on Windows', async (context) => {
    const folder = temporaryFolder();
    const path = join(folder, '甲.xlsx');
    writeFileSync(path, '旧');
    // Over a mount point nothing can be renamed: Linux says EBUSY there.
    if (!mount('--bind', path, path)) context.skip('mounting takes rights this user has not');
    expect(await writeWholeFile(path, bytes('新'))).toEqual({ outcome: 'busy' });
    expect(readFileSync(path, 'utf8')).toBe('旧');
    expect(readdirSync(folder)).toEqual(['甲.xlsx']);
  });
});
