// Keeps the manifest on disk true to a build that goes on. Every few seconds it is saved, with ten thousand lines of which some hundred are new:
// lines are printed once and kept as bytes, since printing all of them takes a tenth of a second and leaves 30 MB to be collected.
import { readFileSync } from 'node:fs';
import { type Stamp, sha256, stampOf, statOf } from './digest.js';
import {
  type Changes,
  type Made,
  type Manifest,
  parseManifest,
  printDeclaration,
  printWith,
  readManifest,
  withChanges,
} from './manifest.js';
import { writeWholeFile } from './write-whole-file.js';

export interface Ledger {
  /**
   * Writes the manifest with a run's changes, which only grow, upon what another build may have written meanwhile. Two builds that
   * save in the same instant may lose an entry: the next build then makes those documents again, with the same bytes.
   */
  save(changes: Changes): Promise<void>;
  /** The manifest as it lies on disk and the digest of its bytes; null where there is none that is right. */
  onDisk(): { readonly manifest: Manifest; readonly digest: string } | null;
}

export function openLedger(path: string): Ledger {
  let own: { readonly manifest: Manifest; readonly digest: string; readonly stamp: Stamp } | null = null;
  const saved = new Map<string, readonly Made[]>();
  const lines = new WeakMap<readonly Made[], Buffer>();
  const lineOf = (file: string, entries: readonly Made[]): Buffer => {
    const line = lines.get(entries) ?? Buffer.from(printDeclaration(file, entries));
    lines.set(entries, line);
    return line;
  };
  /** What this build wrote last, unless somebody has written since. */
  const still = () => {
    const stat = statOf(path);
    return stat && own?.stamp === stampOf(stat) ? own : null;
  };

  return {
    async save({ inputs, made, dropped }) {
      const last = still();
      if (!last) saved.clear();
      const fresh = new Map([...made].filter(([file, entries]) => saved.get(file) !== entries));
      for (const [file, entries] of fresh) saved.set(file, entries);
      const manifest = withChanges(last?.manifest ?? readManifest(path).manifest, { inputs, made: fresh, dropped });
      const pieces = [...printWith(manifest, lineOf)].map((piece) =>
        typeof piece === 'string' ? Buffer.from(piece) : piece,
      );
      const result = await writeWholeFile(path, Buffer.concat(pieces));
      own = result.outcome === 'busy' ? null : { manifest, digest: result.digest, stamp: result.stamp };
    },
    onDisk() {
      const last = still();
      if (last) return last;
      const bytes = statOf(path)?.isFile() ? readFileSync(path) : null;
      const manifest = bytes && parseManifest(bytes.toString());
      return manifest && { manifest, digest: sha256(bytes) };
    },
  };
}
