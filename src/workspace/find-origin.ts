// Finds the declaration that a document says it was made from: as it stands today, by what it is called, and as it stood once, by its digest.
import { basename } from 'node:path';
import { UserError } from '../base/user-error.js';
import { yearOf } from '../check/facts.js';
import type { Provenance } from '../intake/provenance/to-provenance.js';
import { checkSource, type Kits } from '../pipeline.js';
import { sha256 } from './digest.js';
import { type DeclarationFile, findDeclarations, isDeclaration, toDeclarationFile } from './find.js';
import { namesFrom, readBlobs } from './git-objects.js';
import { readSource } from './read-source.js';

/** A declaration's bytes and where they lie or lay; `year` is that of the folder. */
export interface Standing extends DeclarationFile {
  readonly bytes: Uint8Array;
}

export interface Origins {
  /** Whether there is a workspace at all. */
  readonly inWorkspace: boolean;
  /** As it stands in the workspace: the one with the same bytes, else the same code, else the same name. Null where none is, or several are. */
  today(claims: Pick<Provenance, 'source' | 'code' | 'year'>, path: string): Promise<Standing | null>;
  /** As git knows that it stood: the state with the digest. Null where there is none such. */
  once(source: string, today: Standing | null): Promise<Standing | null>;
}

/** Distinct states that are looked through, the latest first. */
const mostStates = 2000;

/** `root`: the workspace, or null outside of one, where nothing is found. Every declaration is read once, when something is first asked. */
export function openOrigins(root: string | null, kits: Kits): Origins {
  const all = root === null ? [] : findDeclarations(root).declarations;
  let digests: ReadonlyMap<string, DeclarationFile> | null = null;
  const read = (one: DeclarationFile): Standing | null => {
    const bytes = root === null ? null : readSource(root, one.file).value;
    return bytes && { ...one, bytes };
  };
  const byDigest = (digest: string): Standing | null => {
    digests ??= new Map(all.flatMap((one) => [[sha256(read(one)?.bytes ?? ''), one] as const]));
    const found = digests.get(digest);
    return found ? read(found) : null;
  };
  return {
    inWorkspace: root !== null,
    async today({ source, code, year }, path) {
      const same = source === null ? null : byDigest(source);
      if (same) return same;
      if (code !== null) {
        const found = await havingCode(all, code, read, kits);
        return single(found) ?? single(found.filter((one) => one.budgetYear === year));
      }
      const name = basename(path).replace(/\.[^.]*$/, '');
      const namesakes = all.filter((one) => basename(one.stem) === name && (year === null || one.year === year));
      const found = single(namesakes);
      return found && read(found);
    },
    async once(source, today) {
      if (root === null) return null;
      // It may have stood under another name then.
      for (const where of [...(today ? [today.file] : []), 'projects']) {
        const states = await statesInGit(root, where);
        const found = states.find(({ bytes }) => sha256(bytes) === source);
        if (found) return found;
      }
      return null;
    },
  };
}

/** Only files that hold the code at all are parsed. */
async function havingCode(
  all: readonly DeclarationFile[],
  code: string,
  read: (one: DeclarationFile) => Standing | null,
  kits: Kits,
): Promise<readonly (Standing & { readonly budgetYear: string | null })[]> {
  const found: (Standing & { readonly budgetYear: string | null })[] = [];
  for (const one of all) {
    const standing = read(one);
    if (!standing || !Buffer.from(standing.bytes).includes(code)) continue;
    const { facts } = await checkSource(one.file, standing.bytes, kits, one.year);
    if (facts?.by.code?.text === code) found.push({ ...standing, budgetYear: yearOf(facts) });
  }
  return found;
}

function single<T>(all: readonly T[]): T | null {
  return all.length === 1 ? (all[0] as T) : null;
}

/** All that ever stood at a path or below it, in any branch. Nothing where there is no git or no repository. */
async function statesInGit(root: string, where: string): Promise<readonly Standing[]> {
  try {
    const log = ['log', '--all', '--raw', '-m', '--no-abbrev', '--no-renames', '--relative', '--format=', '-z'];
    const words = await namesFrom(root, [...log, '--', where]);
    const states = new Map<string, string>();
    for (let at = 0; at + 1 < words.length && states.size < mostStates; at += 2) {
      const object = /^:\d+ 100\d+ [0-9a-f]+ ([0-9a-f]+) [AMT]$/.exec(words[at]?.trim() ?? '')?.[1];
      const file = words[at + 1] as string;
      if (object !== undefined && isDeclaration(file) && !states.has(object)) states.set(object, file);
    }
    const blobs = await readBlobs(root, [...states.keys()]);
    return [...states].map(([object, file]) => ({
      ...toDeclarationFile(file),
      bytes: blobs.get(object) ?? new Uint8Array(),
    }));
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
