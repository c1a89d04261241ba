// Reads documents to be imported, in a thread that is watched: the files may be anybody's.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { refused } from '../intake/document-text/document-text.js';
import { largestDocument } from '../intake/document-text/limits.js';
import { type ImportSource, readImportSource } from '../intake/import/import-source.js';
import { statOf } from './digest.js';
import { importMessages } from './import-messages.js';
import { messages } from './messages.js';
import { openWatchedThread } from './watched-thread.js';
import { codeOf } from './write-whole-file.js';

export interface ImportReader {
  /** `name` is what messages call the file. Throws a UserError where there is no file or it cannot be opened. */
  read(path: string, name: string): Promise<Outcome<ImportSource>>;
  close(): Promise<void>;
}

/** Run from uncompiled sources, where there is no worker, documents are read here. */
export function openImportReader(): ImportReader {
  const script = fileURLToPath(new URL('./import-worker.js', import.meta.url));
  const thread = existsSync(script) ? openWatchedThread<Uint8Array, Outcome<ImportSource>>(script, null) : null;
  return {
    async read(path, name) {
      const stat = statOf(path);
      if (!stat) throw new UserError(messages.noPath(name));
      if (!stat.isFile()) throw new UserError(importMessages.noFile(name));
      if (stat.size > largestDocument) return refused('too-large');
      const bytes = readBytes(path, name);
      return thread ? ((await thread.ask(bytes)) ?? refused('too-costly')) : readImportSource(bytes);
    },
    close: async () => thread?.close(),
  };
}

function readBytes(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError(messages.unreadable(name, codeOf(error)), { cause: error });
  }
}
