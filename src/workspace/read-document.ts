// Reads what a document says, in a thread that is watched: the file may be anybody's.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { readDocumentText, refused, type TextSection } from '../intake/document-text/document-text.js';
import { sha256 } from './digest.js';
import { messages } from './messages.js';
import { readGiven } from './read-given.js';
import { openWatchedThread } from './watched-thread.js';
import { codeOf } from './write-whole-file.js';

export interface DocumentRead {
  readonly text: Outcome<readonly TextSection[]>;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** Throws a UserError where there is no file or it cannot be opened. */
export async function readDocument(path: string): Promise<DocumentRead> {
  const { value: bytes, findings } = readGiven(path, path);
  if (!bytes) return { text: { value: null, findings }, digest: await digestOfLarge(path) };
  return { text: await readWatched(bytes), digest: sha256(bytes) };
}

async function digestOfLarge(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    throw new UserError(messages.unreadable(path, codeOf(error)), { cause: error });
  }
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
