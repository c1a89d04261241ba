// Saving a manifest again and again while a build goes on: what lies on disk is what saving it once would have written.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/workspace/digest.js';
import { openLedger } from '../../src/workspace/ledger.js';
import {
  type Changes,
  idOf,
  type Made,
  printManifest,
  readManifest,
  withChanges,
} from '../../src/workspace/manifest.js';
import { inputs, temporaryFolder } from './support.js';

const id = idOf(inputs);
const made = (source: string, outputs: Made['outputs']): readonly Made[] => [{ source, inputs: id, outputs }];
const noChanges = (): Changes => ({ inputs: new Map([[id, inputs]]), made: new Map(), dropped: new Map() });
const manifestIn = () => join(temporaryFolder(), '.manifest.json');

/** Another build's saving: the manifest read, changed, and printed whole. */
function saveManifest(path: string, changes: Changes): void {
  writeFileSync(path, printManifest(withChanges(readManifest(path).manifest, changes)));
}

/** What one saving of the same changes, in turn, leaves behind. */
async function savedOnce(...all: readonly Changes[]): Promise<string> {
  const path = manifestIn();
  for (const changes of all) saveManifest(path, changes);
  return readFileSync(path, 'utf8');
}

describe('a ledger', () => {
  test('saves growing changes as one saving of all would', async () => {
    const [path, changes] = [manifestIn(), noChanges()];
    const ledger = openLedger(path);
    for (const name of ['丙', '甲', '乙']) {
      changes.made.set(`projects/2025/${name}.yaml`, made(name, { pdf: 'p', html: 'h' }));
      await ledger.save(changes);
      expect(readFileSync(path, 'utf8')).toBe(await savedOnce(changes));
    }
    changes.made.set('projects/2025/甲.yaml', made('甲新', { pdf: 'p2' }));
    changes.dropped.set('projects/2025/乙.yaml', ['pdf', 'html']);
    await ledger.save(changes);
    const text = readFileSync(path, 'utf8');
    const entry = (source: string, outputs: string) => `{"source":"${source}","inputs":"${id}","outputs":{${outputs}}}`;
    expect(text).toContain(`甲.yaml": [${entry('甲', '"html":"h"')},${entry('甲新', '"pdf":"p2"')}]`);
    expect(text).not.toContain('乙');
  });

  test('keeps what another build wrote before and in between', async () => {
    const path = manifestIn();
    const [before, between, changes] = [noChanges(), noChanges(), noChanges()];
    before.made.set('projects/a.yaml', made('1', { pdf: 'p' }));
    between.made.set('projects/b.yaml', made('1', { pdf: 'q' }));
    saveManifest(path, before);
    const ledger = openLedger(path);
    changes.made.set('projects/c.yaml', made('1', { pdf: 'r' }));
    await ledger.save(changes);
    saveManifest(path, between);
    changes.made.set('projects/d.yaml', made('1', { pdf: 's' }));
    await ledger.save(changes);
    expect(readFileSync(path, 'utf8')).toBe(await savedOnce(before, between, changes));
  });

  test('writes all of its own again when the manifest was removed or broken', async () => {
    const [path, changes] = [manifestIn(), noChanges()];
    const ledger = openLedger(path);
    changes.made.set('projects/a.yaml', made('1', { pdf: 'p' }));
    await ledger.save(changes);
    for (const harm of [() => rmSync(path), () => writeFileSync(path, '{')]) {
      harm();
      expect(ledger.onDisk()).toBeNull();
      await ledger.save(changes);
      expect(readFileSync(path, 'utf8')).toBe(await savedOnce(changes));
    }
  });

  test('tells what lies on disk, whoever wrote it', async () => {
    const [path, changes] = [manifestIn(), noChanges()];
    const ledger = openLedger(path);
    expect(ledger.onDisk()).toBeNull();
    changes.made.set('projects/a.yaml', made('1', { pdf: 'p' }));
    await ledger.save(changes);
    const own = ledger.onDisk();
    expect(own?.digest).toBe(sha256(readFileSync(path)));
    expect(own?.manifest).toEqual(openLedger(path).onDisk()?.manifest);
    const other = noChanges();
    other.made.set('projects/b.yaml', made('1', { pdf: 'q' }));
    saveManifest(path, other);
    expect([...(ledger.onDisk()?.manifest.declarations.keys() ?? [])]).toEqual(['projects/a.yaml', 'projects/b.yaml']);
  });
});
