// Checks declarations one by one, as `shenbao check` reports them; what was found in a file before need not be found again.
// Prints nothing, and writes nothing but the cache of findings.
import type { Finding } from '../base/finding.js';
import type { Checked } from './check-files.js';
import { digestOfFile, sha256 } from './digest.js';
import { byFile, findDeclarations, select, toDeclarationFile } from './find.js';
import { type FindingsCache, openFindings } from './findings-cache.js';
import { type DiskKits, openKits } from './kits.js';
import { codeCache } from './package.js';
import { readSource } from './read-source.js';
import { type Failed, gatherFailures } from './report.js';
import { spread, type Work } from './spread.js';

export interface CheckOptions {
  /** Files and folders under projects/, relative to `cwd`; none: all. */
  readonly paths?: readonly string[];
  readonly cwd?: string;
  /** Threads; null or absent: as many as are worth their start. */
  readonly jobs?: number | null;
  readonly signal?: AbortSignal;
  /** Called after each file, with how many of them are done. */
  readonly checked?: (done: number, total: number) => void;
}

export interface CheckReport {
  /** How many declarations were looked at. */
  readonly files: number;
  /** How many of them had been checked before with the same content, so that what was found then stands. */
  readonly cached: number;
  /** Files with findings of any level, sorted; a fault of a schema stands once, under the schema. */
  readonly findings: readonly Failed[];
  readonly interrupted: boolean;
}

/** Files in one message to a thread: a fiftieth of a second's work. */
const batch = 16;

/** Checks the workspace at `root` (absolute). Throws a UserError for paths and schemas that cannot be used. */
export async function checkAll(root: string, options: CheckOptions = {}): Promise<CheckReport> {
  const { paths = [], cwd = root, jobs = null, signal } = options;
  const found = findDeclarations(root);
  const { declarations, refused } = select(root, found, paths, cwd);
  const kits = openKits(root, digestOfFile);
  const cache = openFindings(codeCache(), root, kits.checkedBy());
  const findings: Failed[] = [...refused];
  const total = declarations.length;
  let done = 0;
  const take = (file: string, own: readonly Finding[]) => {
    if (own.length > 0) findings.push({ file, findings: own });
    done += 1;
    options.checked?.(done, total);
  };

  const todo: string[] = [];
  for (const { file } of declarations) {
    if (signal?.aborted) break;
    const known = cache.isEmpty ? null : recall(root, file, cache);
    if (known) take(file, known);
    else todo.push(file);
  }
  const cached = done;
  const fresh: Checked[] = [];
  await spread(batchesOf(todo), todo.length, jobs, checkWork(root, kits), signal, async (checked) => {
    for (const one of checked) {
      take(one.file, one.findings);
      fresh.push(one);
    }
    return true;
  });
  await cache.save(
    fresh,
    found.declarations.map(({ file }) => file),
  );
  return {
    files: done + refused.length,
    cached,
    findings: gatherFailures(findings.sort(byFile)),
    interrupted: done < total,
  };
}

/** Checks a text that need not be on the disk, as if it stood at `file`; for editors. */
export async function checkText(root: string, file: string, bytes: Uint8Array): Promise<readonly Finding[]> {
  const { checkSource } = await import('../pipeline.js');
  return (await checkSource(file, bytes, openKits(root, digestOfFile), toDeclarationFile(file).year)).findings;
}

function checkWork(root: string, kits: DiskKits): Work<readonly string[], readonly Checked[]> {
  return {
    name: 'check',
    start: () => ({ root, site: null, digests: new Map() }),
    // Against 12, a fifth less of the processor's time.
    youngGeneration: 24,
    here: async () => {
      const { checkFiles } = await import('./check-files.js');
      return (files) => checkFiles(root, files, kits);
    },
  };
}

function recall(root: string, file: string, cache: FindingsCache): readonly Finding[] | null {
  const { value: bytes } = readSource(root, file);
  return bytes && cache.findings(file, sha256(bytes));
}

function batchesOf(files: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(files.length / batch) }, (_, at) => files.slice(at * batch, (at + 1) * batch));
}
