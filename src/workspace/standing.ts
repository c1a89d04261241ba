// What is known of the documents that stand in the folder of outputs, and what they are held against. Each store is read when it is first
// needed: where nothing changed that is one table of numbers, and neither manifest nor stamps.
import { join } from 'node:path';
import type { Words } from '../base/finding.js';
import { cacheFolder } from './cache.js';
import { digestOfFile, sha256, statOf } from './digest.js';
import { type DeclarationFile, toDeclarationFile } from './find.js';
import { openFresh, type Site, saveFresh } from './fresh.js';
import { type DiskKits, openKits } from './kits.js';
import { type Ledger, openLedger } from './ledger.js';
import { idOf, type Manifest, readManifest } from './manifest.js';
import { once } from './once.js';
import { type Judge, judgeOutputs } from './plan.js';
import { openStamps, type Stamps } from './stamps.js';

export interface Standing {
  readonly kits: DiskKits;
  readonly stamps: Stamps;
  readonly manifest: Manifest;
  /** What is to be told of a broken manifest. */
  readonly warnings: readonly Words[];
  readonly judge: Judge;
  /** Where the build writes down what it makes. */
  readonly ledger: Ledger;
  /** The declarations that the manifest names. */
  recorded(): Iterable<string>;
  /** Keeps what the next build would otherwise have to find out again. */
  save(): Promise<void>;
}

export interface StandingOptions extends Site {
  readonly epoch: number | null;
  readonly draft: boolean;
  readonly manifestPath: string;
  /** `read`: every file is read, no store is believed; `stamps`: files are told by their stamps; `table`: whole declarations are. */
  readonly believe: 'read' | 'stamps' | 'table';
}

export function openStanding(options: StandingOptions): Standing {
  const { root, out, formats, epoch, draft, manifestPath, believe } = options;
  const folder = cacheFolder(root, false);
  const stamps = openStamps(join(folder, 'stamps'), believe !== 'read');
  const stampsOfKits = openStamps(join(folder, 'stamps-of-kits'), believe !== 'read');
  const kits = openKits(root, (path) => stampsOfKits.digest(path) ?? '');
  const ledger = openLedger(manifestPath);
  const opened = once(() => readManifest(manifestPath));
  const judgeByDigests = once(() =>
    judgeOutputs({
      manifest: opened().manifest,
      kits,
      epoch,
      draft,
      sourceDigest: (file) => stamps.digest(`${root}/${file}`),
      outputDigest: (path) => stamps.digest(`${out}/${path}`),
    }),
  );

  const table = join(folder, 'fresh');
  const keyOf = (manifestDigest: string): string => {
    const inputs = kits.forms.map(({ title }) => kits.inputsFor(title, epoch));
    return sha256(manifestDigest, out, formats.join(), String(draft), ...inputs.map((one) => (one ? idOf(one) : '')));
  };
  const isThere = believe === 'table' && statOf(manifestPath)?.isFile() === true;
  const fresh = isThere ? openFresh(table, keyOf(digestOfFile(manifestPath)), options) : null;
  // Before this build writes it.
  if (!fresh) opened();

  // Asked for format by format, a declaration is looked at once.
  let last: { readonly file: string; readonly holds: boolean } | null = null;
  const holds = (declaration: DeclarationFile): boolean => {
    if (!fresh) return false;
    if (last?.file !== declaration.file) last = { file: declaration.file, holds: fresh.holds(declaration) };
    return last.holds;
  };

  return {
    kits,
    stamps,
    ledger,
    get manifest() {
      return opened().manifest;
    },
    get warnings() {
      const warning = fresh ? null : opened().warning;
      return warning ? [warning] : [];
    },
    judge: (declaration, format) => (holds(declaration) ? [] : judgeByDigests()(declaration, format)),
    recorded: () => (fresh ? fresh.recorded : opened().manifest.declarations.keys()),
    async save() {
      await stampsOfKits.save();
      const changed = await stamps.save();
      if (believe !== 'table' || (fresh && !changed)) return;
      const left = ledger.onDisk();
      if (!left) return;
      const judge = judgeOutputs({
        manifest: left.manifest,
        kits,
        epoch,
        draft,
        sourceDigest: (file) => stamps.recall(`${root}/${file}`)?.digest ?? null,
        outputDigest: (path) => stamps.recall(`${out}/${path}`)?.digest ?? null,
      });
      await saveFresh(
        table,
        keyOf(left.digest),
        options,
        [...left.manifest.declarations.keys()].map(toDeclarationFile),
        (declaration) => formats.every((format) => judge(declaration, format).length === 0),
        (path) => stamps.recall(path)?.stamp ?? null,
      );
    },
  };
}
