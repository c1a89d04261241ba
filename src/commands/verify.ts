// `shenbao verify`: says of each file whether a declaration gives it, and what was changed in it since.
import type { Verified } from '../workspace/verified.js';
import { verify } from '../workspace/verify.js';
import { readChoice, readEpoch } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';
import { verifiedToJson, verifiedToText } from './verify-report.js';

interface Flags {
  readonly format?: string;
}

export async function verifyFiles(
  files: readonly string[],
  flags: Flags,
  { cwd, env, signal }: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', ['text', 'json']);
  const documents = await verify(files, { cwd, epoch: readEpoch(env.SOURCE_DATE_EPOCH), signal });
  if (signal.aborted) return 130;
  terminal.out((format === 'json' ? verifiedToJson : verifiedToText)(documents, terminal));
  return statusOf(documents);
}

/** 2: nobody knows about a file that cannot be read; 1: one is not what a declaration of today gives. */
function statusOf(documents: readonly Verified[]): 0 | 1 | 2 {
  if (documents.some(({ verdict }) => verdict === 'unreadable')) return 2;
  return documents.some(({ verdict }) => verdict !== 'unchanged') ? 1 : 0;
}
