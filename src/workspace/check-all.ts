// Checks declarations one by one, as `shenbao check` reports them; what was found in a file before need not be found again.
// Rules on the whole tree come last, over the facts of all files. Prints nothing, and writes nothing but the cache of findings.
import type { Facts } from '../check/facts.js';
import { silenceTree } from '../check/ignore-tree.js';
import type { Reckoning } from '../check/reckoning.js';
import type { Checked } from './check-files.js';
import { checkTree } from './check-tree.js';
import { digestOfFile, sha256 } from './digest.js';
import { byFile, type Found, findDeclarations, isDeclaration, select, toDeclarationFile } from './find.js';
import { type FindingsCache, type Known, openFindings } from './findings-cache.js';
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
  /** Contents that stand in for what lies on the disk, by file: what an editor holds, or an earlier state; null: there is no such file. */
  readonly texts?: ReadonlyMap<string, Uint8Array | null>;
  /** Called after each file under projects/, with how many of them are done; those of `paths` come first. */
  readonly checked?: (done: number, total: number) => void;
}

export interface CheckReport {
  /** How many declarations were looked at. */
  readonly files: number;
  /** How many of them had been checked before with the same content, so that what was found then stands. */
  readonly cached: number;
  /** How many findings `shenbao-ignore` comments passed over. */
  readonly suppressed: number;
  /** Files with findings of any level, sorted; a fault of a schema stands once, under the schema. */
  readonly findings: readonly Failed[];
  /** What the items of each declaration come to, where it has any; in the order of the files. */
  readonly reckonings: readonly FileReckoning[];
  readonly interrupted: boolean;
}

export interface FileReckoning extends Reckoning {
  readonly file: string;
}

/** Files in one message to a thread: a fiftieth of a second's work. */
const batch = 16;

/**
 * Checks the workspace at `root` (absolute). Rules on the whole tree see all of projects/, whatever `paths` name, so the others are looked at as
 * well; only what stands in the chosen files is reported. Throws a UserError for paths and schemas that cannot be used.
 */
export async function checkAll(root: string, options: CheckOptions = {}): Promise<CheckReport> {
  const { paths = [], cwd = root, jobs = null, signal, texts = new Map() } = options;
  const found = withTexts(findDeclarations(root), texts);
  const all = found.declarations.map(({ file }) => file);
  const { declarations, refused } = select(root, found, paths, cwd);
  const chosen = declarations.map(({ file }) => file);
  const kits = openKits(root, digestOfFile);
  const cache = openFindings(codeCache(), root, kits.checkedBy());
  const known = new Map<string, Known>();
  const fresh = new Map<string, Checked>();
  const step = () => options.checked?.(known.size + fresh.size, all.length);

  const todo: string[] = [];
  for (const file of chosenFirst(chosen, all)) {
    if (signal?.aborted) break;
    const text = texts.get(file);
    const before = cache.isEmpty ? null : recall(root, file, text, cache);
    if (before === null && text) fresh.set(file, await checkHere(file, text, kits));
    else if (before === null) todo.push(file);
    else {
      known.set(file, before);
      step();
    }
  }
  await spread(batchesOf(todo), todo.length, jobs, checkWork(root, kits), signal, async (checked) => {
    for (const one of checked) {
      fresh.set(one.file, one);
      step();
    }
    return true;
  });

  const interrupted = known.size + fresh.size < all.length;
  const isSame = !interrupted && texts.size === 0 && fresh.size === 0 && cache.tree === all.length;
  const tree = interrupted || isSame ? null : await checkTree(factsOf(known, fresh), kits);
  // What stands in for files is not what the next check will find there.
  if (!isSame && texts.size === 0) await cache.save([...fresh.values()], all, tree);

  let suppressed = 0;
  const findings: Failed[] = [...refused];
  for (const file of chosen) {
    const own = fresh.get(file) ?? known.get(file)?.silenced();
    if (!own) continue;
    const inTree = isSame ? known.get(file)?.inTree() : tree?.get(file);
    // What was not asked cannot have been passed over in vain.
    const last = silenceTree(inTree ?? [], interrupted ? [] : own.pending);
    suppressed += own.suppressed + last.suppressed;
    if (own.findings.length + last.findings.length > 0) {
      findings.push({ file, findings: [...own.findings, ...last.findings] });
    }
  }
  return {
    files: chosen.filter((file) => known.has(file) || fresh.has(file)).length + refused.length,
    cached: chosen.filter((file) => known.has(file)).length,
    suppressed,
    findings: gatherFailures(findings.sort(byFile)),
    reckonings: chosen.flatMap((file) => {
      const reckoning = fresh.get(file)?.reckoning ?? known.get(file)?.reckoning();
      return reckoning ? [{ file, ...reckoning }] : [];
    }),
    interrupted,
  };
}

/** The declarations there would be if these contents lay on the disk. */
function withTexts(found: Found, texts: ReadonlyMap<string, Uint8Array | null>): Found {
  if (texts.size === 0) return found;
  const kept = found.declarations.filter(({ file }) => texts.get(file) !== null);
  const names = new Set(kept.map(({ file }) => file));
  const added = [...texts].filter(([file, bytes]) => bytes && !names.has(file) && isDeclaration(file));
  return {
    declarations: [...kept, ...added.map(([file]) => toDeclarationFile(file))].sort(byFile),
    refused: found.refused.filter(({ file }) => texts.get(file) !== null),
  };
}

async function checkHere(file: string, bytes: Uint8Array, kits: DiskKits): Promise<Checked> {
  const { checkBytes } = await import('./check-files.js');
  return checkBytes(file, bytes, kits);
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

function recall(root: string, file: string, text: Uint8Array | null | undefined, cache: FindingsCache): Known | null {
  const bytes = text ?? readSource(root, file).value;
  return bytes && cache.recall(file, sha256(bytes));
}

function chosenFirst(chosen: readonly string[], all: readonly string[]): readonly string[] {
  if (chosen.length === all.length) return all;
  const first = new Set(chosen);
  return [...chosen, ...all.filter((file) => !first.has(file))];
}

function factsOf(known: ReadonlyMap<string, Known>, fresh: ReadonlyMap<string, Checked>): readonly Facts[] {
  return [...[...known.values()].map((one) => one.facts()), ...[...fresh.values()].map((one) => one.facts)].filter(
    (facts) => facts !== null,
  );
}

function batchesOf(files: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(files.length / batch) }, (_, at) => files.slice(at * batch, (at + 1) * batch));
}
