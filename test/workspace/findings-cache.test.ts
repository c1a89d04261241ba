// The store of findings itself: what it keeps, what it forgets and what it does not believe.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Place as FilePlace, Finding } from '../../src/base/finding.js';
import type { Facts } from '../../src/check/facts.js';
import { sha256 } from '../../src/workspace/digest.js';
import { openFindings, type TreeFindings } from '../../src/workspace/findings-cache.js';
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

const standing: FilePlace = { file: 'faulty', line: 4, column: 7, endLine: 4, endColumn: 9, start: 40, end: 42 };
const facts: Facts = {
  file: 'faulty',
  form: '表',
  folderYear: '2025',
  by: {
    code: { text: '甲\t乙', fen: null, pointer: '/a', place: standing },
    'year-amount': { text: '1.5万', fen: 1_500_000n, pointer: '/b', place: standing },
  },
};
const reckoning = { label: '依据', items: 2, unread: 0, fen: 1_500_000n, declared: null, declaredLabel: '本年' };
const pending = [{ rule: 'code-is-unique', place: standing, pointers: ['/a'] }];
const nothing = { findings: [], suppressed: 0, pending: [], facts: null, reckoning: null };

async function kept(
  { cache, root }: Place,
  alive = ['clean', 'faulty'],
  tree: TreeFindings | null = new Map([['clean', [finding]]]),
): Promise<void> {
  const fresh = [
    { ...nothing, file: 'clean', digest },
    { file: 'faulty', digest, findings: [finding], suppressed: 2, pending, facts, reckoning },
    { ...nothing, file: 'unreadable', digest: null, findings: [finding] },
  ];
  await openFindings(cache, root, by).save(fresh, alive, tree);
}

const stored = ({ cache }: Place) => readdirSync(join(cache, 'findings')).map((name) => join(cache, 'findings', name));

describe('a store of findings', () => {
  test('gives back what it was given, for the same name, content and schema', async () => {
    const at = place();
    await kept(at);
    const store = openFindings(at.cache, at.root, by);
    const [clean, faulty] = [store.recall('clean', digest), store.recall('faulty', digest)];
    expect(clean?.silenced()).toEqual({ findings: [], suppressed: 0, pending: [] });
    expect(faulty?.silenced()).toEqual({ findings: [finding], suppressed: 2, pending });
    expect([clean?.facts(), faulty?.facts()]).toEqual([null, facts]);
    expect([clean?.reckoning(), faulty?.reckoning()]).toEqual([null, reckoning]);
    expect([clean?.inTree(), faulty?.inTree()]).toEqual([[finding], []]);
    expect(store.tree).toBe(2);
    expect(store.recall('faulty', sha256('other'))).toBeNull();
    expect(store.recall('unreadable', digest)).toBeNull();
    expect(openFindings(at.cache, at.root, sha256('other')).isEmpty).toBe(true);
  });

  test('takes a line a file, with few words where there is little to say', async () => {
    const at = place();
    await kept(at);
    const [, clean, faulty] = readFileSync(stored(at)[0] as string, 'utf8').split('\n');
    expect(clean).toBe(`clean\t${digest}\t\t\t\t\t${JSON.stringify([finding])}`);
    expect(faulty).toContain(
      '["表","2025",["甲\\t乙",null,"/a",4,7,4,9,40,42],null,null,null,["1.5万","1500000","/b",4,7,4,9,40,42]]',
    );
  });

  test('does not say what was found in the whole tree where some of it was not looked at', async () => {
    const [one, two] = [place(), place()];
    await kept(one, ['clean', 'faulty'], null);
    await kept(two, ['clean', 'faulty', 'unreadable']);
    for (const { cache, root } of [one, two]) {
      const store = openFindings(cache, root, by);
      expect([store.tree, store.isEmpty]).toEqual([null, false]);
    }
  });

  test('keeps nothing of files that are gone', async () => {
    const at = place();
    await kept(at);
    await openFindings(at.cache, at.root, by).save([], ['faulty'], new Map());
    const store = openFindings(at.cache, at.root, by);
    expect([store.recall('clean', digest), store.recall('faulty', digest)?.silenced().findings]).toEqual([
      null,
      [finding],
    ]);
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
    expect(openFindings(two.cache, two.root, by).recall('faulty', digest)?.silenced().findings).toEqual([finding]);
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
    await openFindings(null, at.root, by).save([{ ...nothing, file: 'clean', digest }], ['clean'], null);
    writeFileSync(at.cache, '');
    await kept(at);
    expect(openFindings(at.cache, at.root, by).isEmpty).toBe(true);
  });
});
