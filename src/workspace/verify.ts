// Verifies files one after the other, in a thread that is watched: they may be anybody's. Writes nothing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../base/finding.js';
import { refused } from '../intake/document-text/document-text.js';
import { needFile } from './need-file.js';
import { openVerifier, type VerifyPlace } from './open-verifier.js';
import { readGiven } from './read-given.js';
import type { Verified } from './verified.js';
import { verifyDocument } from './verify-document.js';
import type { VerifyTask } from './verify-worker.js';
import { openWatchedThread } from './watched-thread.js';

export interface VerifyOptions extends VerifyPlace {
  readonly signal?: AbortSignal;
}

/** In the order given, which is relative to `cwd`. Throws a UserError for a file that is not there, and for schemas that cannot be read. */
export async function verify(files: readonly string[], options: VerifyOptions): Promise<readonly Verified[]> {
  const { cwd, epoch, signal } = options;
  for (const file of files) needFile(resolve(cwd, file), file);
  const { ask, close } = openVerification({ cwd, epoch });
  const verified: Verified[] = [];
  try {
    for (const file of files) {
      if (signal?.aborted) break;
      verified.push(await verifyFile(file, resolve(cwd, file), ask));
    }
  } finally {
    await close();
  }
  return verified;
}

type Ask = (task: VerifyTask) => Promise<Verified | null>;

/** Opened here as well, so that what is wrong with the workspace is told as such. Run from uncompiled sources, where there is no worker, it is all done here. */
function openVerification(place: VerifyPlace): { readonly ask: Ask; close(): Promise<void> } {
  const verifier = openVerifier(place);
  const script = fileURLToPath(new URL('./verify-worker.js', import.meta.url));
  if (existsSync(script)) return openWatchedThread<VerifyTask, Verified>(script, place);
  return { ask: ({ file, bytes }) => verifyDocument(file, bytes, verifier), close: async () => undefined };
}

async function verifyFile(file: string, path: string, ask: Ask): Promise<Verified> {
  const { value: bytes, findings } = readGiven(path, file);
  if (!bytes) return unreadable(file, findings);
  return (await ask({ file, bytes })) ?? unreadable(file, refused('too-costly').findings);
}

function unreadable(file: string, findings: readonly Finding[]): Verified {
  const none = { claims: null, declaration: null, edits: null, since: null };
  return { file, verdict: 'unreadable', certain: true, reasons: [], ...none, findings };
}
