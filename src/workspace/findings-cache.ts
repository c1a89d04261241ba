// Remembers what check found in a file, by the file's content and all that checking depends on, never by time: a fresh checkout hits too.
// Kept beside the tool alone. A workspace's .shenbao/ may come from a stranger, who could hide the errors of a pull request with it;
// who can write beside the tool can replace the tool.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Finding } from '../base/finding.js';
import type { Checked } from './check-files.js';
import { sha256 } from './digest.js';
import { writeWholeFile } from './write-whole-file.js';

export interface FindingsCache {
  readonly isEmpty: boolean;
  /** Null where this content has not been checked before under this name. */
  findings(file: string, digest: string): readonly Finding[] | null;
  /** Writes what is known of the files of `alive` when anything of it is new. Where nothing can be written, nothing is lost. */
  save(fresh: readonly Checked[], alive: readonly string[]): Promise<void>;
}

const heading = 'shenbao findings 1';

/**
 * What `cache`, the folder beside the tool, holds of the workspace at `root`; a missing, broken or foreign store is empty.
 * `checkedBy` names all that checking depends on but files.
 */
export function openFindings(cache: string | null, root: string, checkedBy: string): FindingsCache {
  const folder = cache === null ? null : join(cache, 'findings');
  // From the cache to the workspace, so that a CI may restore both elsewhere.
  const where = folder === null ? '' : relative(folder, root);
  const path = folder === null ? null : join(folder, sha256(where).slice(0, 16));
  const known = path === null ? new Map<string, Entry>() : load(path, checkedBy, where);

  return {
    isEmpty: known.size === 0,
    findings(file, digest) {
      const entry = known.get(file);
      if (entry?.digest !== digest) return null;
      return entry.findings === '' ? [] : (JSON.parse(entry.findings) as readonly Finding[]);
    },
    async save(fresh, alive) {
      if (folder === null || path === null) return;
      const before = known.size;
      for (const { file, digest, findings } of fresh) {
        if (digest === null) known.delete(file);
        else known.set(file, { digest, findings: findings.length === 0 ? '' : JSON.stringify(findings) });
      }
      const kept = alive.flatMap((file) => {
        const entry = known.get(file);
        return entry ? [{ file, ...entry }] : [];
      });
      if (fresh.length === 0 && kept.length === before) return;
      if (!existsSync(path)) forgetOthers(folder);
      await write(path, checkedBy, where, kept).catch(() => undefined);
    },
  };
}

interface Entry {
  readonly digest: string;
  /** As JSON; empty when there are none. */
  readonly findings: string;
}

/** After the first line one file a line, in order: digest, name, findings as JSON where there are any; parted by tabs, which no name may hold. */
async function write(
  path: string,
  checkedBy: string,
  where: string,
  entries: readonly (Entry & { readonly file: string })[],
): Promise<void> {
  const lines = entries.map(({ file, digest, findings }) => `${digest}\t${file}${findings && '\t'}${findings}\n`);
  const body = lines.join('');
  await writeWholeFile(path, Buffer.from(`${headOf(checkedBy, body, where)}\n${body}`));
}

/** The digest of what follows keeps a damaged file from passing errors over. */
function headOf(checkedBy: string, body: string, where: string): string {
  return `${heading} ${checkedBy} ${sha256(body)} ${where}`;
}

function load(path: string, checkedBy: string, where: string): Map<string, Entry> {
  const known = new Map<string, Entry>();
  const text = textOf(path);
  const body = text.indexOf('\n') + 1;
  if (text.slice(0, body - 1) !== headOf(checkedBy, text.slice(body), where)) return known;
  for (let start = body; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const name = text.indexOf('\t', start) + 1;
    const tab = text.indexOf('\t', name);
    const hasFindings = tab > 0 && tab < end;
    known.set(text.slice(name, hasFindings ? tab : end), {
      digest: text.slice(start, name - 1),
      findings: hasFindings ? text.slice(tab + 1, end) : '',
    });
    start = end + 1;
  }
  return known;
}

/** When a workspace is new here: removes what was kept for those that are gone. */
function forgetOthers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((one) => /^[0-9a-f]{16}$/.test(one))) {
    const where = /^.*? [0-9a-f]{64} [0-9a-f]{64} (.*)$/m.exec(textOf(join(folder, name)))?.[1];
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
