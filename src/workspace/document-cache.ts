// The documents of an earlier build as a cache: found by what they were made from, never by name or time, so that a renamed declaration hits too.
// Their bytes are held against their manifest's digests; whoever can write both can put any document there.
import { resolve } from 'node:path';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import type { Document } from '../pipeline.js';
import type { Format } from '../render/renderer.js';
import { sha256 } from './digest.js';
import { outputOf, toDeclarationFile } from './find.js';
import { isAmongSources, type Job, realpathOf } from './job.js';
import { readManifest } from './manifest.js';
import { messages } from './messages.js';
import { readWithin } from './read-within.js';

/** Plain data: it travels to the worker threads. */
export interface DocumentCache {
  /** Absolute. */
  readonly folder: string;
  /** By all that a document is made from, see `keyOf`. */
  readonly documents: ReadonlyMap<string, { readonly path: string; readonly digest: string }>;
}

/** What the documents of one declaration are made from: a digest, a year and an id of inputs. */
export interface Origin {
  readonly source: string;
  readonly year: string | null;
  readonly inputs: string;
}

/** `folder` is relative to `cwd`; where there is none yet, the cache is empty. Throws a UserError where no cache can be. */
export function openDocumentCache(
  { root, out }: Pick<Job, 'root' | 'out'>,
  folder: string,
  cwd: string,
): { readonly cache: DocumentCache; readonly warning: Words | null } {
  const path = resolve(cwd, folder);
  if (isAmongSources(root, path)) throw new UserError(messages.cacheAmongSources(folder));
  if (realpathOf(path) === realpathOf(out)) throw new UserError(messages.cacheIsOut(folder));
  const { manifest, warning } = readManifest(resolve(path, '.manifest.json'));
  const documents = new Map<string, { path: string; digest: string }>();
  for (const [file, entries] of manifest.declarations) {
    const { stem, year } = toDeclarationFile(file);
    for (const { source, inputs, outputs } of entries) {
      for (const [format, digest] of Object.entries(outputs)) {
        documents.set(keyOf({ source, year, inputs }, format), { path: outputOf(stem, format), digest });
      }
    }
  }
  return { cache: { folder: path, documents }, warning };
}

/** Those of the documents that the cache holds undamaged. */
export function takeCached(cache: DocumentCache, origin: Origin, formats: readonly Format[]): readonly Document[] {
  return formats.flatMap((format) => {
    const known = cache.documents.get(keyOf(origin, format));
    const bytes = known ? readWithin(cache.folder, known.path) : null;
    return known && bytes && sha256(bytes) === known.digest ? [{ format, bytes }] : [];
  });
}

function keyOf({ source, year, inputs }: Origin, format: string): string {
  return `${source} ${year ?? ''} ${inputs} ${format}`;
}
