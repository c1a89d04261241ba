// Mends the declarations that have cures, and writes those that changed, each whole.
import { join } from 'node:path';
import { digestOfFile } from './digest.js';
import { toDeclarationFile } from './find.js';
import { openKits } from './kits.js';
import { mend } from './mend.js';
import { readSource } from './read-source.js';
import type { Failed } from './report.js';
import { writeWholeFile } from './write-whole-file.js';

/** One file as it was and as it should be. */
export interface Fixed {
  readonly file: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly cures: number;
}

/** `found` is what check reported; `texts` stand in for files on the disk. Files without cures are not opened. */
export async function findFixes(
  root: string,
  found: readonly Failed[],
  texts: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Fixed[]> {
  const kits = openKits(root, digestOfFile);
  const fixed: Fixed[] = [];
  for (const { file, findings } of found) {
    if (!findings.some(({ cure, place }) => cure && place?.file === file)) continue;
    const before = texts.get(file) ?? readSource(root, file).value;
    if (!before) continue;
    const { bytes, cures } = await mend(file, before, kits, toDeclarationFile(file).year);
    if (cures > 0) fixed.push({ file, before, after: bytes, cures });
  }
  return fixed;
}

/** The files that another program holds open, which stay as they are. */
export async function writeFixes(root: string, fixed: readonly Fixed[]): Promise<readonly string[]> {
  const busy: string[] = [];
  for (const { file, after } of fixed) {
    const { outcome } = await writeWholeFile(join(root, file), after);
    if (outcome === 'busy') busy.push(file);
  }
  return busy;
}
