// Reads documents to be imported, in a thread that is watched: the files may be anybody's.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../base/finding.js';
import { refused } from '../intake/document-text/document-text.js';
import type { FormMap } from '../intake/import/form-map.js';
import { importDocument } from '../intake/import/import-document.js';
import type { ImportedForm, ImportYear } from '../intake/import/to-declaration.js';
import { readGiven } from './read-given.js';
import { openWatchedThread } from './watched-thread.js';

/** Plain data: it travels to a thread. */
export interface ImportPlace {
  /** Of the forms that may be told. */
  readonly maps: readonly FormMap[];
  readonly year: ImportYear;
}

export interface ImportReader {
  /** `name` is what messages call the file. Throws a UserError where there is no file. */
  read(path: string, name: string): Promise<Outcome<readonly ImportedForm[]>>;
  close(): Promise<void>;
}

/** Run from uncompiled sources, where there is no worker, documents are read here. */
export function openImportReader(place: ImportPlace): ImportReader {
  const script = fileURLToPath(new URL('./import-worker.js', import.meta.url));
  const thread = existsSync(script)
    ? openWatchedThread<Uint8Array, Outcome<readonly ImportedForm[]>>(script, place)
    : null;
  return {
    async read(path, name) {
      const { value: bytes, findings } = readGiven(path, name);
      if (!bytes) return { value: null, findings };
      if (!thread) return importDocument(bytes, place.maps, place.year);
      return (await thread.ask(bytes)) ?? refused('too-costly');
    },
    close: async () => thread?.close(),
  };
}
