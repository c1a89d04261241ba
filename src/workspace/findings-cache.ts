// Remembers what check found in a file, by the file's content and all that checking depends on, never by time: a fresh checkout hits too.
// Kept beside the tool alone. A workspace's .shenbao/ may come from a stranger, who could hide the errors of a pull request with it;
// who can write beside the tool can replace the tool.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Finding } from '../base/finding.js';
import type { Facts } from '../check/facts.js';
import type { Silenced } from '../check/ignore.js';
import type { Reckoning } from '../check/reckoning.js';
import type { Checked } from './check-files.js';
import { sha256 } from './digest.js';
import { readFacts, readReckoning, writeFacts, writeReckoning } from './facts-text.js';
import { writeWholeFile } from './write-whole-file.js';

/** What is known of a file; read out of its line of the store when it is asked for. */
export interface Known {
  silenced(): Silenced;
  facts(): Facts | null;
  reckoning(): Reckoning | null;
  /** What rules on the whole tree found here, when the tree was as it is now: see `tree`. */
  inTree(): readonly Finding[];
}

export interface FindingsCache {
  readonly isEmpty: boolean;
  /** Of how many files the store holds what rules on the whole tree found among all of them; null where it holds no such thing. */
  readonly tree: number | null;
  /** Null where this content has not been checked before under this name. */
  recall(file: string, digest: string): Known | null;
  /**
   * Writes what is known of the files of `alive` when anything of it is new; `tree` is what rules on all of them found, by file, or null where
   * that was not asked. Where nothing can be written, nothing is lost.
   */
  save(fresh: readonly Checked[], alive: readonly string[], tree: TreeFindings | null): Promise<void>;
}

export type TreeFindings = ReadonlyMap<string, readonly Finding[]>;

const heading = 'shenbao findings 3';

/**
 * What `cache`, the folder beside the tool, holds of the workspace at `root`; a missing, broken or foreign store is empty.
 * `checkedBy` names all that checking depends on but files.
 */
export function openFindings(cache: string | null, root: string, checkedBy: string): FindingsCache {
  const folder = cache === null ? null : join(cache, 'findings');
  // From the cache to the workspace, so that a CI may restore both elsewhere.
  const where = folder === null ? '' : relative(folder, root);
  const path = folder === null ? null : join(folder, sha256(where).slice(0, 16));
  const { entries, isWhole } = path === null ? nothing() : load(path, checkedBy, where);
  const tree = isWhole ? entries.size : null;

  return {
    isEmpty: entries.size === 0,
    tree,
    recall(file, digest) {
      const entry = entries.get(file);
      return entry?.digest === digest ? toKnown(file, entry) : null;
    },
    async save(fresh, alive, found) {
      if (folder === null || path === null) return;
      const before = entries.size;
      for (const checked of fresh) {
        if (checked.digest === null) entries.delete(checked.file);
        else entries.set(checked.file, toEntry(checked, checked.digest));
      }
      const kept = alive.flatMap((file): readonly (readonly [string, Entry])[] => {
        const entry = entries.get(file);
        return entry ? [[file, found ? { ...entry, tree: listText(found.get(file) ?? []) } : entry]] : [];
      });
      const isWholeNow = found !== null && kept.length === alive.length;
      const isNews = found !== null && !isWhole && kept.length > 0;
      if (fresh.length === 0 && kept.length === before && !isNews) return;
      if (!existsSync(path)) forgetOthers(folder);
      await write(path, headOf(checkedBy, isWholeNow, where), kept).catch(() => undefined);
    },
  };
}

/** Each part is JSON, or empty where there is nothing to say. */
interface Entry {
  readonly digest: string;
  readonly facts: string;
  readonly reckoning: string;
  readonly findings: string;
  /** Of passed over findings, and of comments that wait for the rules on the whole tree. */
  readonly silenced: string;
  readonly tree: string;
}

function toEntry({ findings, suppressed, pending, facts, reckoning }: Checked, digest: string): Entry {
  return {
    digest,
    facts: facts ? writeFacts(facts) : '',
    reckoning: reckoning ? writeReckoning(reckoning) : '',
    findings: listText(findings),
    silenced: suppressed === 0 && pending.length === 0 ? '' : JSON.stringify({ suppressed, pending }),
    tree: '',
  };
}

function toKnown(file: string, { facts, reckoning, findings, silenced, tree }: Entry): Known {
  return {
    silenced: () => ({
      findings: listOf(findings),
      ...(silenced === ''
        ? { suppressed: 0, pending: [] }
        : (JSON.parse(silenced) as Pick<Silenced, 'suppressed' | 'pending'>)),
    }),
    facts: () => (facts === '' ? null : readFacts(file, facts)),
    reckoning: () => (reckoning === '' ? null : readReckoning(reckoning)),
    inTree: () => listOf(tree),
  };
}

function listText(findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : JSON.stringify(findings);
}

function listOf(text: string): readonly Finding[] {
  return text === '' ? [] : (JSON.parse(text) as readonly Finding[]);
}

/** After the first line one file a line, in order: name and the parts of its entry, parted by tabs, which neither a name nor JSON holds. */
async function write(
  path: string,
  headFor: (body: string) => string,
  entries: readonly (readonly [file: string, entry: Entry])[],
): Promise<void> {
  const lines = entries.map(
    ([file, { digest, facts, reckoning, findings, silenced, tree }]) =>
      `${file}\t${digest}\t${facts}\t${reckoning}\t${findings}\t${silenced}\t${tree}\n`,
  );
  const body = lines.join('');
  await writeWholeFile(path, Buffer.from(`${headFor(body)}\n${body}`));
}

/** The digest of what follows keeps a damaged file from passing errors over. `isWhole`: the rules on the whole tree have spoken. */
function headOf(checkedBy: string, isWhole: boolean, where: string): (body: string) => string {
  return (body) => `${heading} ${checkedBy} ${sha256(body)} ${isWhole ? 'whole' : 'parts'} ${where}`;
}

interface Store {
  readonly entries: Map<string, Entry>;
  readonly isWhole: boolean;
}

const nothing = (): Store => ({ entries: new Map(), isWhole: false });

function load(path: string, checkedBy: string, where: string): Store {
  const text = textOf(path);
  const start = text.indexOf('\n') + 1;
  const [head, body] = [text.slice(0, start - 1), text.slice(start)];
  const isWhole = headOf(checkedBy, true, where)(body) === head;
  if (!isWhole && headOf(checkedBy, false, where)(body) !== head) return nothing();
  const { entries } = nothing();
  let at = 0;
  const next = (end: string): string => {
    const from = at;
    const to = body.indexOf(end, from);
    at = to + 1;
    return body.slice(from, to);
  };
  while (at < body.length) {
    const [file, digest, facts, reckoning] = [next('\t'), next('\t'), next('\t'), next('\t')];
    entries.set(file, { digest, facts, reckoning, findings: next('\t'), silenced: next('\t'), tree: next('\n') });
  }
  return { entries, isWhole };
}

/** When a workspace is new here: removes what was kept for those that are gone. */
function forgetOthers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((one) => /^[0-9a-f]{16}$/.test(one))) {
    const where = /^.*? [0-9a-f]{64} [0-9a-f]{64} (?:whole |parts )?(.*)$/m.exec(textOf(join(folder, name)))?.[1];
    if (where !== undefined && !existsSync(resolve(folder, where))) rmSync(join(folder, name), { force: true });
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
