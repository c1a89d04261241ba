// Finds a form's rules.yaml: the package's, and the workspace's own over it. Apart from open-rules.ts, which loads yaml and every rule.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readKitFile } from './need-file.js';
import { homes } from './schemas.js';

export interface RuleFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** In the order in which they are read; empty where there are none. An unchanged copy in the workspace counts once. */
export function findRuleFiles(root: string, form: string): readonly RuleFile[] {
  return homes(root)
    .toReversed()
    .map(({ folder, prefix }) => ({
      path: join(folder, 'schema', form, 'rules.yaml'),
      file: `${prefix}schema/${form}/rules.yaml`,
    }))
    .filter(({ path }) => existsSync(path))
    .map(({ path, file }) => ({ file, bytes: readKitFile(path, file) }))
    .filter(({ bytes }, index, all) => index === 0 || !all[index - 1]?.bytes.equals(bytes));
}
