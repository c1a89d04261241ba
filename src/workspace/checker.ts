// Checks texts in memory one after the other, for editors: forms and rules are opened once.
import type { Finding } from '../base/finding.js';
import { checkSource } from '../pipeline.js';
import { digestOfFile } from './digest.js';
import { toDeclarationFile } from './find.js';
import { openKits } from './kits.js';

export interface Checker {
  /** As if the text stood at `file`, relative to the workspace; it need not be on the disk. Rules on the whole tree are not run. */
  check(file: string, text: string | Uint8Array): Promise<readonly Finding[]>;
}

/** By the schemas and rules of the workspace at `root` (absolute) as they are now. Throws a UserError for a schema that cannot be read. */
export function openChecker(root: string): Checker {
  const kits = openKits(root, digestOfFile);
  return {
    async check(file, text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      return (await checkSource(file, bytes, kits, toDeclarationFile(file).year)).findings;
    },
  };
}
