// Opens what documents are verified with: the forms of the workspace, or the package's outside of one, and the declarations.
import { digestOfFile } from './digest.js';
import { workspaceAround } from './find.js';
import { openOrigins } from './find-origin.js';
import { openKits } from './kits.js';
import { toolVersion } from './package.js';
import { readFields } from './read-fields.js';
import type { Verifier } from './verify-document.js';

/** Plain data: it travels to a thread. */
export interface VerifyPlace {
  /** Absolute. */
  readonly cwd: string;
  readonly epoch: number | null;
}

/** Throws a UserError for schemas that cannot be read. */
export function openVerifier({ cwd, epoch }: VerifyPlace): Verifier {
  const root = workspaceAround(cwd);
  const kits = openKits(root ?? cwd, digestOfFile);
  return { kits, origins: openOrigins(root, kits), epoch, version: toolVersion(), readFields };
}
