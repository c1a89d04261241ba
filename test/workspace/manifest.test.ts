// The manifest: its published shape, what becomes of a broken one, and how builds add to it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/workspace/ledger.js';
import {
  type Changes,
  type Inputs,
  idOf,
  type Made,
  type Manifest,
  noManifest,
  parseManifest,
  printManifest,
  readManifest,
  withChanges,
} from '../../src/workspace/manifest.js';
import { inputs, mergeManifests, temporaryFolder } from './support.js';

const id = idOf(inputs);
const made = (source: string, outputs: Made['outputs'], from = id): Made => ({ source, inputs: from, outputs });
const changes = (entries: Readonly<Record<string, readonly Made[]>>, all: readonly Inputs[] = [inputs]): Changes => ({
  inputs: new Map(all.map((one) => [idOf(one), one])),
  made: new Map(Object.entries(entries)),
  dropped: new Map(),
});

describe('the text', () => {
  test('is JSON of one line a declaration, sorted, with inputs once and only those in use', () => {
    const unused = { ...inputs, tool: '0' };
    const manifest = withChanges(
      noManifest,
      changes(
        {
          'projects/2025/b.yaml': [made('22', { pdf: 'p2', docx: 'd2' })],
          'projects/2025/a.yaml': [made('11', { pdf: 'p1' })],
        },
        [inputs, unused],
      ),
    );
    expect(printManifest(manifest)).toBe(`{
"version": 1,
"inputs": {
"${id}": {"form":"表","schema":"s","rules":"r","template":"t","theme":"h","workbook":"","fonts":"f","tool":"1","epoch":null,"draft":false}
},
"declarations": {
"projects/2025/a.yaml": [{"source":"11","inputs":"${id}","outputs":{"pdf":"p1"}}],
"projects/2025/b.yaml": [{"source":"22","inputs":"${id}","outputs":{"docx":"d2","pdf":"p2"}}]
}
}
`);
    expect(printManifest(noManifest)).toBe('{\n"version": 1,\n"inputs": {},\n"declarations": {}\n}\n');
  });

  test('is read back as it was', () => {
    const manifest = withChanges(noManifest, changes({ 'projects/a.yaml': [made('1', { pdf: 'p' })] }));
    expect(parseManifest(printManifest(manifest))).toEqual(manifest);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 60)],
    ['empty', () => ''],
    ['of another version', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['a list', () => '[]'],
    ['with an entry that is none', (text: string) => text.replace('"source":"1",', '')],
    ['with outputs that are none', (text: string) => text.replace('"pdf":"p"', '"pdf":1')],
    ['with inputs that are none', (text: string) => text.replace('"epoch":null', '"epoch":"1"')],
  ])('%s is taken as absent, with a warning', (_what, spoil) => {
    const path = join(temporaryFolder(), '.manifest.json');
    const text = printManifest(withChanges(noManifest, changes({ 'projects/a.yaml': [made('1', { pdf: 'p' })] })));
    writeFileSync(path, spoil(text));
    expect(readManifest(path)).toEqual({
      manifest: noManifest,
      warning: expect.objectContaining({ zh: `${path} 已损坏，当作没有，按需重新生成。` }),
    });
  });

  test('absent it is empty without a word; unreadable it is broken', () => {
    const folder = temporaryFolder();
    expect(readManifest(join(folder, '.manifest.json'))).toEqual({ manifest: noManifest, warning: null });
    mkdirSync(join(folder, 'm'));
    expect(readManifest(join(folder, 'm')).warning).not.toBeNull();
  });
});

describe('changes', () => {
  const file = 'projects/a.yaml';
  const following = (...steps: readonly Changes[]) => steps.reduce(withChanges, noManifest).declarations.get(file);

  test('formats built from one state share an entry', () => {
    expect(
      following(changes({ [file]: [made('1', { pdf: 'p' })] }), changes({ [file]: [made('1', { docx: 'd' })] })),
    ).toEqual([made('1', { pdf: 'p', docx: 'd' })]);
  });

  test('formats built later stand apart until the others follow', () => {
    const first = changes({ [file]: [made('1', { pdf: 'p', docx: 'd' })] });
    const pdf = changes({ [file]: [made('2', { pdf: 'p2' })] });
    const docx = changes({ [file]: [made('2', { docx: 'd2' })] });
    expect(following(first, pdf)).toEqual([made('1', { docx: 'd' }), made('2', { pdf: 'p2' })]);
    expect(following(first, pdf, docx)).toEqual([made('2', { pdf: 'p2', docx: 'd2' })]);
  });

  test('outputs that are gone leave, and the declaration with its last one', () => {
    const first = changes({ [file]: [made('1', { pdf: 'p', docx: 'd' })] });
    const dropped = (...outputs: string[]): Changes => ({
      inputs: new Map(),
      made: new Map(),
      dropped: new Map([[file, outputs]]),
    });
    expect(following(first, dropped('pdf'))).toEqual([made('1', { docx: 'd' })]);
    expect(following(first, dropped('pdf', 'docx'))).toBeUndefined();
  });

  test('saving keeps what another build wrote meanwhile', async () => {
    const path = join(temporaryFolder(), 'out/.manifest.json');
    await openLedger(path).save(changes({ 'projects/a.yaml': [made('1', { pdf: 'p' })] }));
    await openLedger(path).save(changes({ 'projects/b.yaml': [made('2', { pdf: 'q' })] }));
    expect([...readManifest(path).manifest.declarations.keys()]).toEqual(['projects/a.yaml', 'projects/b.yaml']);
    expect(readdirSync(join(path, '..'))).toEqual(['.manifest.json']);
    expect(parseManifest(readFileSync(path, 'utf8'))).not.toBeNull();
  });
});

describe('laws', () => {
  const entry = fc.record({
    source: fc.constantFrom('1', '2'),
    inputs: fc.constant(id),
    outputs: fc.dictionary(fc.constantFrom('pdf', 'docx'), fc.constantFrom('p', 'q'), { minKeys: 1 }),
  });
  const entries = fc.uniqueArray(
    fc.tuple(fc.string({ minLength: 1 }), fc.array(entry, { minLength: 1, maxLength: 2 })),
    {
      selector: ([file]) => file,
    },
  );
  const manifestOf = (all: readonly (readonly [string, readonly Made[]])[]): Manifest =>
    withChanges(noManifest, changes(Object.fromEntries(all.filter(([file]) => file !== '__proto__'))));

  test('the shards of a state, merged in any order, print as the state', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 4 }), (all, count) => {
        const shards = Array.from({ length: count }, (_, n) =>
          manifestOf(all.filter((_, index) => index % count === n)),
        );
        expect(printManifest(mergeManifests(shards))).toBe(printManifest(manifestOf(all)));
        expect(printManifest(mergeManifests(shards.toReversed()))).toBe(printManifest(manifestOf(all)));
      }),
    );
  });

  test('every printed manifest is read back to the same text, and making the same again changes nothing', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const text = printManifest(manifestOf(all));
        const back = parseManifest(text);
        expect(back && printManifest(back)).toBe(text);
        expect(back && printManifest(mergeManifests([back, back]))).toBe(text);
      }),
    );
  });
});
