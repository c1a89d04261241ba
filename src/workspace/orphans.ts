// Finds documents in the folder of outputs whose declaration is gone. Only what the manifest knows is ever looked at.
import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { formats } from '../render/renderer.js';
import { digestOfFile, statOf } from './digest.js';
import { outputOf, toDeclarationFile } from './find.js';
import type { Job } from './job.js';

export interface Orphan {
  /** The declaration that is gone. */
  readonly file: string;
  readonly format: string;
  /** Relative to the folder of outputs. */
  readonly output: string;
  /** `ours`: as it was built; `edited`: changed since; `gone`: not there, or the place of a declaration that is there. */
  readonly state: 'ours' | 'edited' | 'gone';
}

/** Whether a declaration of the manifest no longer stands under projects/. */
export function hasDead({ recorded, found }: Pick<Job, 'recorded' | 'found'>): boolean {
  const alive = aliveIn(found);
  for (const file of recorded()) if (!alive.has(file)) return true;
  return false;
}

/** Every output of a declaration that no longer stands under projects/; always judged by content. */
export function findOrphans({ out, manifest, found }: Pick<Job, 'out' | 'manifest' | 'found'>): readonly Orphan[] {
  const alive = aliveIn(found);
  const dead = [...manifest.declarations].filter(([file]) => !alive.has(file));
  if (dead.length === 0) return [];
  const claimed = new Map(
    found.declarations.flatMap(({ stem }) =>
      formats.map((format) => [fold(outputOf(stem, format)), outputOf(stem, format)]),
    ),
  );
  return dead.flatMap(([file, entries]) =>
    entries.flatMap(({ outputs }) =>
      Object.entries(outputs).map(([format, digest]) => {
        const output = outputOf(toDeclarationFile(file).stem, format);
        const path = join(out, output);
        // A manifest that someone wrote by hand must not delete anything elsewhere.
        if (!path.startsWith(join(out, sep))) return { file, format, output, state: 'gone' };
        const heir = claimed.get(fold(output));
        const taken = heir !== undefined && (heir === output || sameFile(path, join(out, heir)));
        return { file, format, output, state: taken ? 'gone' : stateOf(path, digest) };
      }),
    ),
  );
}

function aliveIn(found: Job['found']): ReadonlySet<string> {
  return new Set([...found.declarations, ...found.refused].map(({ file }) => file));
}

/** Removes what is as it was built, and the folders that this leaves empty. Says what was removed. */
export function removeOrphans(out: string, orphans: readonly Orphan[]): readonly string[] {
  const removed = orphans.filter(({ state }) => state === 'ours').map(({ output }) => output);
  for (const output of removed) {
    rmSync(join(out, output), { force: true });
    removeEmpty(out, dirname(output));
  }
  return removed;
}

function removeEmpty(out: string, folder: string): void {
  for (let empty = folder; empty !== '.'; empty = dirname(empty)) {
    try {
      rmdirSync(join(out, empty));
    } catch {
      return;
    }
  }
}

function stateOf(path: string, digest: string): Orphan['state'] {
  if (!statOf(path)?.isFile()) return 'gone';
  return digestOfFile(path) === digest ? 'ours' : 'edited';
}

/** After a rename that changes only case, both names mean one file on Windows and macOS. */
function sameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statOf(path));
  return a != null && b != null && a.ino === b.ino && a.dev === b.dev;
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
