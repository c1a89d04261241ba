// Verifies files one after the other, in a thread that is watched: they may be anybody's. Writes nothing.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../base/user-error.js';
import { refused } from '../intake/document-text/document-text.js';
import { largestDocument } from '../intake/document-text/limits.js';
import { statOf } from './digest.js';
import { messages } from './messages.js';
import { openVerifier, type VerifyPlace } from './open-verifier.js';
import type { Verified } from './verified.js';
import { verifyDocument } from './verify-document.js';
import { verifyMessages } from './verify-messages.js';
import type { VerifyTask } from './verify-worker.js';
import { openWatchedThread } from './watched-thread.js';
import { codeOf } from './write-whole-file.js';

export interface VerifyOptions extends VerifyPlace {
  readonly signal?: AbortSignal;
}

/** In the order given, which is relative to `cwd`. Throws a UserError for a file that is not there, and for schemas that cannot be read. */
export async function verify(files: readonly string[], options: VerifyOptions): Promise<readonly Verified[]> {
  const { cwd, epoch, signal } = options;
  for (const file of files) needFile(file, resolve(cwd, file));
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
  if ((statOf(path)?.size ?? 0) > largestDocument) return unreadable(file, 'too-large');
  return (await ask({ file, bytes: readBytes(file, path) })) ?? unreadable(file, 'too-costly');
}

function unreadable(file: string, fault: Parameters<typeof refused>[0]): Verified {
  const { findings } = refused(fault);
  const none = { claims: null, declaration: null, edits: null, since: null };
  return { file, verdict: 'unreadable', certain: true, reasons: [], ...none, findings };
}

function needFile(file: string, path: string): void {
  const stat = statOf(path);
  if (!stat) throw new UserError(messages.noPath(file));
  if (!stat.isFile()) throw new UserError(verifyMessages.noFile(file));
}

function readBytes(file: string, path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError(messages.unreadable(file, codeOf(error)), { cause: error });
  }
}
