// Reads what a document says, in a thread that is watched: the file may be anybody's.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { readDocumentText, refused, type TextSection } from '../intake/document-text/document-text.js';
import { largestDocument } from '../intake/document-text/limits.js';
import { sha256, statOf } from './digest.js';
import { gitDriverMessages } from './git-driver-messages.js';
import { messages } from './messages.js';
import { openWatchedThread } from './watched-thread.js';
import { codeOf } from './write-whole-file.js';

export interface DocumentRead {
  readonly text: Outcome<readonly TextSection[]>;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** Throws a UserError where there is no file or it cannot be opened. */
export async function readDocument(path: string): Promise<DocumentRead> {
  const stat = statOf(path);
  if (!stat) throw new UserError(messages.noPath(path));
  if (!stat.isFile()) throw new UserError(gitDriverMessages.noFile(path));
  try {
    if (stat.size > largestDocument) return { text: refused('too-large'), digest: await digestOfLarge(path) };
    const bytes = readFileSync(path);
    return { text: await readWatched(bytes), digest: sha256(bytes) };
  } catch (error) {
    throw isOfDisk(error) ? new UserError(messages.unreadable(path, codeOf(error)), { cause: error }) : error;
  }
}

/** Whether the system refused, rather than something of ours went wrong. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function digestOfLarge(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Run from uncompiled sources, where there is no worker, it is read here. */
async function readWatched(bytes: Uint8Array): Promise<DocumentRead['text']> {
  const script = fileURLToPath(new URL('./document-worker.js', import.meta.url));
  if (!existsSync(script)) return readDocumentText(bytes);
  const thread = openWatchedThread<Uint8Array, DocumentRead['text']>(script, null);
  try {
    return (await thread.ask(bytes)) ?? refused('too-costly');
  } finally {
    await thread.close();
  }
}
