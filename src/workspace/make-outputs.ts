// Makes what a build has to make, keeps the manifest true to the folder at every moment, and removes orphans after a full build;
// a shard leaves a report for the merge.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../base/user-error.js';
import type { BuildEvents, BuildOptions } from './build.js';
import { cacheFolder } from './cache.js';
import { type DocumentCache, openDocumentCache } from './document-cache.js';
import { byFile, outputOf, toDeclarationFile } from './find.js';
import type { Job } from './job.js';
import { clearLeftovers, markBusy } from './leftovers.js';
import type { Result } from './make.js';
import { makeAll } from './make-all.js';
import type { Changes } from './manifest.js';
import { describeReasons, messages } from './messages.js';
import { findOrphans, hasDead, removeOrphans } from './orphans.js';
import { toolVersion } from './package.js';
import { plan, type Todo } from './plan.js';
import { type BuildReport, type Built, type Document, type Failed, gatherFailures } from './report.js';
import { askedOf, removeShardReport, saveShardReport, stateOf } from './shard-report.js';

/** Milliseconds between savings of the manifest: the work a killed build may have to do again, though never wrongly. */
const savingInterval = 5000;

export async function makeOutputs(job: Job, options: BuildOptions, events: BuildEvents): Promise<BuildReport> {
  const { shard = null, cwd = job.root } = options;
  const given = options.cache === undefined ? null : openDocumentCache(job, options.cache, cwd);
  clearLeftovers(job.out);
  if (shard) removeShardReport(job.out, shard);
  // Before anything is made: a source that is edited meanwhile must not pass for what was built.
  const state = shard ? stateOf(job.chosen.declarations, job) : '';
  const { todo, unchanged } = plan(job.chosen.declarations, job.formats, job.judge, options.force === true);
  events.planned?.({ todo: todo.length, unchanged });

  const changes: Changes = { inputs: new Map(), made: new Map(), dropped: new Map() };
  const work: Work =
    todo.length > 0
      ? await makeTodo(todo, job, given?.cache ?? null, options, events, changes)
      : { built: [], failed: [], busy: [], cached: 0 };
  const interrupted = options.signal?.aborted === true;

  const orphans = job.full && !interrupted && hasDead(job) ? findOrphans(job) : [];
  const removed = removeOrphans(job.out, orphans);
  for (const { file, format, state } of orphans) {
    if (state !== 'edited') changes.dropped.set(file, [...(changes.dropped.get(file) ?? []), format]);
  }
  if (changes.dropped.size > 0 || shard) await job.ledger.save(changes);
  await saveStamps(job);

  const failed = [...job.chosen.refused, ...work.failed];
  const report: BuildReport = {
    out: job.out,
    built: [...work.built].sort(byFile),
    unchanged,
    failed: gatherFailures(failed),
    busy: [...work.busy].sort(byFile),
    removed,
    kept: orphans.filter(({ state }) => state === 'edited').map(({ output }) => output),
    stale: failed.flatMap(({ file }) => leftBehind(file, job)),
    cached: given ? work.cached : null,
    warnings: [...job.warnings, ...(given?.warning ? [given.warning] : [])],
    interrupted,
  };
  if (shard) {
    const asked = askedOf(job.root, cwd, options.paths ?? [], options.formats ? job.formats : null);
    await saveShardReport(job.out, { shard, asked, state, failed: work.failed }, report);
  }
  return report;
}

interface Work {
  readonly built: Built[];
  readonly failed: Failed[];
  readonly busy: Document[];
  cached: number;
}

/** Fills `changes` as results come and saves them now and then, and at the end whatever happens. */
async function makeTodo(
  todo: readonly Todo[],
  job: Job,
  cache: DocumentCache | null,
  options: BuildOptions,
  events: BuildEvents,
  changes: Changes,
): Promise<Work> {
  const work: Work = { built: [], failed: [], busy: [], cached: 0 };
  const reasonsOf = new Map(todo.map(({ declaration, reasons }) => [declaration.file, reasons]));
  const site = { root: job.root, out: job.out, epoch: job.epoch, draft: job.draft, version: toolVersion(), cache };
  const unmark = markBusy(job.out);
  let fault: UserError | null = null;
  let saved = performance.now();

  const take = async (result: Result): Promise<boolean> => {
    if (result.kind === 'fault') {
      fault = new UserError(result.words);
      return false;
    }
    const { file, findings } = result;
    if (result.kind === 'refused') {
      work.failed.push({ file, findings });
      events.failed?.({ file, findings });
      return true;
    }
    const { made, inputs, written, busy, cached, remarks } = result;
    for (const { path, digest, stamp } of written) job.stamps.note(`${job.out}/${path}`, stamp, digest);
    work.busy.push(...busy.map((output) => ({ file, output })));
    const outputs = written.map(({ path }) => path);
    if (outputs.length > 0) {
      changes.inputs.set(made.inputs, inputs);
      changes.made.set(file, [made]);
      const reasons = reasonsOf.get(file) ?? [];
      const built: Built = {
        file,
        outputs,
        reasons,
        reason: describeReasons(reasons),
        findings,
        remarks,
        draft: inputs.draft,
      };
      work.built.push(built);
      if (cached) work.cached += 1;
      events.built?.(built);
    }
    if (performance.now() - saved > savingInterval) {
      saved = performance.now();
      await job.ledger.save(changes);
    }
    return true;
  };

  try {
    await makeAll(todo, site, job.kits, options.jobs ?? null, options.signal, take);
  } finally {
    await job.ledger.save(changes).catch((error: unknown) => {
      // A full disk is told of once, by the document that met it.
      fault ??= error instanceof UserError ? error : null;
      if (!fault) throw error;
    });
    unmark();
  }
  if (fault) throw fault;
  return work;
}

/** Stamps only save time: where they cannot be kept, nothing is lost. */
export async function saveStamps(job: Job): Promise<void> {
  try {
    cacheFolder(job.root, true);
    await job.save();
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof Error && 'code' in error)) throw error;
  }
}

/** The old documents of a declaration that failed. */
export function leftBehind(file: string, job: Job): BuildReport['stale'] {
  const { stem } = toDeclarationFile(file);
  return job.formats
    .map((format) => outputOf(stem, format))
    .filter((output) => existsSync(join(job.out, output)))
    .map((output) => ({ file, output, state: 'stale', reason: messages.failed }));
}
