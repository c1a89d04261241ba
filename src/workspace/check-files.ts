// Checks some declarations one by one. Runs in the main thread and in workers alike, so what it returns is plain data.
import { type CheckedSource, checkSource, type Kits } from '../pipeline.js';
import { sha256 } from './digest.js';
import { toDeclarationFile } from './find.js';
import type { DiskKits } from './kits.js';
import { readSource } from './read-source.js';

export interface Checked extends Omit<CheckedSource, 'value' | 'seen'> {
  readonly file: string;
  /** Of the bytes that were checked; null where they could not be read. */
  readonly digest: string | null;
}

/** `files` are relative to the workspace at `root`; the answers stand in their order. */
export async function checkFiles(root: string, files: readonly string[], kits: DiskKits): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const file of files) {
    const { value: bytes, findings } = readSource(root, file);
    if (bytes) checked.push(await checkBytes(file, bytes, kits));
    else checked.push({ file, digest: null, findings, suppressed: 0, pending: [], facts: null, reckoning: null });
  }
  return checked;
}

export async function checkBytes(file: string, bytes: Uint8Array, kits: Kits): Promise<Checked> {
  const { value: _, seen: __, ...found } = await checkSource(file, bytes, kits, toDeclarationFile(file).year);
  return { file, digest: sha256(bytes), ...found };
}
