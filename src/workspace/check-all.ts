// Checks declarations one by one, as `shenbao check` reports them. Prints and writes nothing.
import type { Finding } from '../base/finding.js';
import { checkSource } from '../pipeline.js';
import { digestOfFile } from './digest.js';
import { findDeclarations, select } from './find.js';
import { type DiskKits, openKits } from './kits.js';
import { readSource } from './read-source.js';
import { type Failed, gatherFailures } from './report.js';

export interface CheckOptions {
  /** Files and folders under projects/, relative to `cwd`; none: all. */
  readonly paths?: readonly string[];
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** Called after each file, with how many of them are done. */
  readonly checked?: (done: number, total: number) => void;
}

export interface CheckReport {
  /** How many declarations were looked at. */
  readonly files: number;
  /** Files with findings of any level, sorted; a fault of a schema stands once, under the schema. */
  readonly findings: readonly Failed[];
  readonly interrupted: boolean;
}

/** Checks the workspace at `root` (absolute). Throws a UserError for paths and schemas that cannot be used. */
export async function checkAll(root: string, options: CheckOptions = {}): Promise<CheckReport> {
  const found = findDeclarations(root);
  const { declarations, refused } = select(root, found, options.paths ?? [], options.cwd ?? root);
  const kits = openKits(root, digestOfFile);
  const total = declarations.length;
  const findings: Failed[] = [...refused];
  let done = 0;
  for (const { file } of declarations) {
    if (options.signal?.aborted) break;
    const own = await checkFile(root, file, kits);
    if (own.length > 0) findings.push({ file, findings: own });
    done += 1;
    options.checked?.(done, total);
  }
  return { files: done + refused.length, findings: gatherFailures(findings), interrupted: done < total };
}

/** Checks a text that need not be on the disk, as if it stood at `file`; for editors. */
export async function checkText(root: string, file: string, bytes: Uint8Array): Promise<readonly Finding[]> {
  return (await checkSource(file, bytes, openKits(root, digestOfFile))).findings;
}

async function checkFile(root: string, file: string, kits: DiskKits): Promise<readonly Finding[]> {
  const { value: bytes, findings } = readSource(root, file);
  if (!bytes) return findings;
  return (await checkSource(file, bytes, kits)).findings;
}
