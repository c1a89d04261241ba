// Says what each shard contributes to a merge. It comes from another machine: what is taken, and under which name, follows from the
// declarations that stand here; of the shard only digests and findings are believed, and those held against what they are about.
import { join } from 'node:path';
import { UserError } from '../base/user-error.js';
import { type Format, formats } from '../render/renderer.js';
import { sha256 } from './digest.js';
import { type DeclarationFile, outputOf } from './find.js';
import type { ShardFolder } from './find-shards.js';
import type { Job } from './job.js';
import type { Inputs } from './manifest.js';
import { mergeFaults, type Reason } from './messages.js';
import { judgeOutputs } from './plan.js';
import { readWithin } from './read-within.js';
import { shardFile } from './shard.js';
import { stateOf } from './shard-report.js';

/** A shard with the declarations that were dealt to it. */
export interface Part extends ShardFolder {
  readonly declarations: readonly DeclarationFile[];
}

/** A document that stands in a shard's folder and is what a build would make here and now. */
export interface Take {
  readonly part: Part;
  readonly file: string;
  readonly format: Format;
  /** Relative to the folder of outputs. */
  readonly output: string;
  readonly source: string;
  readonly inputs: Inputs;
  readonly digest: string;
}

/**
 * All of a shard's own declarations, judged as `build --check` judges them; what it says has failed or is busy is not asked of it, so an old
 * document of a failed declaration stays behind. Throws a UserError for the first document that is not what it would be.
 */
export function takesOf(part: Part, job: Job): readonly Take[] {
  const { shard, manifest, report, path, name, declarations } = part;
  const failed = new Set(report.failed.map(({ file }) => file));
  const busy = new Set(report.busy.map(({ output }) => output));
  const judge = judgeOutputs({
    manifest,
    kits: job.kits,
    epoch: job.epoch,
    draft: job.draft,
    sourceDigest: (file) => job.stamps.digest(`${job.root}/${file}`),
    outputDigest: (output) => {
      const bytes = readWithin(path, output);
      return bytes && sha256(bytes);
    },
  });
  const takes: Take[] = [];
  for (const declaration of declarations.filter(({ file }) => !failed.has(file))) {
    for (const format of job.formats) {
      const { file, stem } = declaration;
      const output = outputOf(stem, format);
      if (busy.has(output)) continue;
      const reasons = judge(declaration, format);
      if (reasons.some(isDamage)) throw new UserError(mergeFaults.damaged(shard, join(name, output)));
      const made = manifest.declarations.get(file)?.find(({ outputs }) => outputs[format] !== undefined);
      const form = made && manifest.inputs.get(made.inputs)?.form;
      const inputs = form === undefined ? null : job.kits.inputsFor(form, job.epoch);
      const digest = made?.outputs[format];
      if (reasons.length > 0 || !made || !inputs || !digest) throw new UserError(mergeFaults.otherState(shard, file));
      takes.push({ part, file, format, output, source: made.source, inputs, digest });
    }
  }
  // What failed has no document to be judged by, only this.
  if (report.state !== stateOf(declarations, job)) throw new UserError(mergeFaults.otherState(shard, null));
  if (!isAboutItsOwn(part)) throw new UserError(mergeFaults.broken(shard, join(name, shardFile('report', shard))));
  return takes;
}

function isDamage(reason: Reason): boolean {
  return reason === 'missing' || reason === 'edited';
}

function isAboutItsOwn({ declarations, report: { built, failed, busy } }: Part): boolean {
  const outputs = new Map(
    declarations.map(({ file, stem }) => [file, formats.map((format) => outputOf(stem, format))]),
  );
  return (
    built.every((one) => one.outputs.every((output) => outputs.get(one.file)?.includes(output))) &&
    failed.every(({ file }) => outputs.has(file)) &&
    busy.every(({ file, output }) => outputs.get(file)?.includes(output))
  );
}
