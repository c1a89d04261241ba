// `shenbao merge`: makes one folder of outputs, one manifest and one report of the shards of a build.
import { findWorkspace } from '../workspace/find.js';
import { merge as mergeShards } from '../workspace/merge.js';
import { describeBuild, reportToJson, statusOf } from './describe-build.js';
import { readChoice, readEpoch } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly out?: string;
  readonly format?: string;
}

export async function merge(
  folders: readonly string[],
  flags: Flags,
  { cwd, env, signal }: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', ['text', 'json']);
  const root = findWorkspace(cwd);
  const report = await mergeShards(root, {
    folders,
    cwd,
    ...(flags.out !== undefined && { out: flags.out }),
    epoch: readEpoch(env.SOURCE_DATE_EPOCH),
    signal,
  });
  if (format === 'json') terminal.out(JSON.stringify(reportToJson(report, terminal), null, 2));
  else describeBuild(root, report, false, terminal);
  return statusOf(report, terminal);
}
