// When a file's digest is remembered, and when the file is read again.
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256, stampOf } from '../../src/workspace/digest.js';
import { openStamps } from '../../src/workspace/stamps.js';
import { temporaryFolder, write } from './support.js';

/** Changes a file's content so that size, mtime and inode stay. */
function changeUnnoticed(path: string, text: string): void {
  const { mtime } = statSync(path);
  writeFileSync(path, text);
  utimesSync(path, mtime, mtime);
}

async function remembering(text: string): Promise<{ readonly store: string; readonly path: string }> {
  const folder = temporaryFolder();
  write(folder, 'a.yaml', text);
  const [store, path] = [join(folder, 'cache/stamps'), join(folder, 'a.yaml')];
  const stamps = openStamps(store, true);
  stamps.digest(path);
  await stamps.save();
  return { store, path };
}

describe('stamps', () => {
  test('spare reading a file that looks the same', async () => {
    const { store, path } = await remembering('旧');
    changeUnnoticed(path, '新');
    expect(openStamps(store, true).digest(path)).toBe(sha256('旧'));
  });

  test('decide nothing when they are not trusted', async () => {
    const { store, path } = await remembering('旧');
    changeUnnoticed(path, '新');
    expect(openStamps(store, false).digest(path)).toBe(sha256('新'));
  });

  test('see another size, another mtime, another file', async () => {
    const { store, path } = await remembering('旧');
    writeFileSync(path, '新');
    expect(openStamps(store, true).digest(path)).toBe(sha256('新'));
    writeFileSync(path, '更长');
    expect(openStamps(store, true).digest(path)).toBe(sha256('更长'));
    expect(openStamps(store, true).digest(join(path, '../none'))).toBeNull();
  });

  test('do not remember a file that was touched a moment ago', async () => {
    const folder = temporaryFolder();
    const [store, path] = [join(folder, 'stamps'), join(folder, 'a.yaml')];
    writeFileSync(path, '旧');
    const now = Math.floor(Date.now() / 1000);
    utimesSync(path, now, now);
    const stamps = openStamps(store, true);
    expect(stamps.digest(path)).toBe(sha256('旧'));
    await stamps.save();
    changeUnnoticed(path, '新');
    expect(openStamps(store, true).digest(path)).toBe(sha256('新'));
  });

  test('remember at once what this process wrote itself', async () => {
    const folder = temporaryFolder();
    const [store, path] = [join(folder, 'stamps'), join(folder, 'a.pdf')];
    writeFileSync(path, '旧');
    const now = Math.floor(Date.now() / 1000);
    utimesSync(path, now, now);
    const stamps = openStamps(store, true);
    stamps.note(path, stampOf(statSync(path)), sha256('旧'));
    await stamps.save();
    changeUnnoticed(path, '新');
    expect(openStamps(store, true).digest(path)).toBe(sha256('旧'));
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['other', () => 'PK\u0003\u0004'],
    ['garbled', (text: string) => text.replace('\t', ' ')],
  ])('a store that is %s only costs reading', async (_what, spoil) => {
    const { store, path } = await remembering('旧');
    writeFileSync(store, spoil(readFileSync(store, 'utf8')));
    changeUnnoticed(path, '新');
    expect(openStamps(store, true).digest(path)).toBe(sha256('新'));
  });
});
