// The store of findings itself: what it keeps, what it forgets and what it does not believe.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/base/finding.js';
import { sha256 } from '../../src/workspace/digest.js';
import { openFindings } from '../../src/workspace/findings-cache.js';
import { temporaryFolder } from './support.js';

const digest = sha256('text');
const by = sha256('schema');
const finding: Finding = { rule: 'yaml/tab', level: 'error', message: { zh: '有\t制表符\n', en: 'a\ttab\n' } };

interface Place {
  readonly cache: string;
  readonly root: string;
}

function place(): Place {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'workspace'));
  return { cache: join(folder, 'cache'), root: join(folder, 'workspace') };
}

async function kept({ cache, root }: Place, alive = ['clean', 'faulty']): Promise<void> {
  const fresh = [
    { file: 'clean', digest, findings: [] },
    { file: 'faulty', digest, findings: [finding] },
    { file: 'unreadable', digest: null, findings: [finding] },
  ];
  await openFindings(cache, root, by).save(fresh, alive);
}

const stored = ({ cache }: Place) => readdirSync(join(cache, 'findings')).map((name) => join(cache, 'findings', name));

describe('a store of findings', () => {
  test('gives back what it was given, for the same name, content and schema', async () => {
    const at = place();
    await kept(at);
    const store = openFindings(at.cache, at.root, by);
    expect(store.findings('clean', digest)).toEqual([]);
    expect(store.findings('faulty', digest)).toEqual([finding]);
    expect(store.findings('faulty', sha256('other'))).toBeNull();
    expect(store.findings('unreadable', digest)).toBeNull();
    expect(openFindings(at.cache, at.root, sha256('other')).isEmpty).toBe(true);
  });

  test('takes a line a file, a clean one no more than its digest and name', async () => {
    const at = place();
    await kept(at);
    const [, clean, faulty] = readFileSync(stored(at)[0] as string, 'utf8').split('\n');
    expect(clean).toBe(`${digest}\tclean`);
    expect(faulty).toBe(`${digest}\tfaulty\t${JSON.stringify([finding])}`);
  });

  test('keeps nothing of files that are gone', async () => {
    const at = place();
    await kept(at);
    await openFindings(at.cache, at.root, by).save([], ['faulty']);
    const store = openFindings(at.cache, at.root, by);
    expect([store.findings('clean', digest), store.findings('faulty', digest)]).toEqual([null, [finding]]);
  });

  test.each<readonly [string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, text.lastIndexOf('\t'))],
    ['edited', (text) => text.replace(/\t\[.*\]/, '')],
    ['empty', () => ''],
    ['of another program', () => 'hello\n'],
  ])('is empty when %s', async (_what, damage) => {
    const at = place();
    await kept(at);
    const [path] = stored(at) as [string];
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    expect(openFindings(at.cache, at.root, by).isEmpty).toBe(true);
  });

  test('hits after a CI has restored cache and workspace in another place', async () => {
    const [one, two] = [place(), place()];
    await kept(one);
    mkdirSync(join(two.cache, 'findings'), { recursive: true });
    for (const path of stored(one)) writeFileSync(path.replace(one.cache, two.cache), readFileSync(path));
    expect(openFindings(two.cache, two.root, by).findings('faulty', digest)).toEqual([finding]);
  });

  test('goes when its workspace is gone and another comes', async () => {
    const one = place();
    const two = { ...one, root: temporaryFolder() };
    await kept(one);
    rmSync(one.root, { recursive: true });
    await kept(two);
    expect(stored(one)).toHaveLength(1);
    expect(openFindings(two.cache, two.root, by).isEmpty).toBe(false);
  });

  test('is none where there is no folder for it or none can be made', async () => {
    const at = place();
    await openFindings(null, at.root, by).save([{ file: 'clean', digest, findings: [] }], ['clean']);
    writeFileSync(at.cache, '');
    await kept(at);
    expect(openFindings(at.cache, at.root, by).isEmpty).toBe(true);
  });
});
