// Reads files again for the lines that findings point at.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../base/finding.js';
import { largestFile } from '../read/decode.js';

/** What is about a whole file, which may not even be text, has no line to show. */
export function hasLine({ start, end }: Place): boolean {
  return start > 0 || end > 0;
}

/** Null for a file that is gone or cannot be read. `given` stands in for what is on the disk. The last file is remembered. */
export function openTexts(root: string, given?: ReadonlyMap<string, Uint8Array>): (file: string) => string | null {
  let last: { readonly file: string; readonly text: string | null } | undefined;
  return (file) => {
    const known = given?.get(file);
    // The decoder drops a byte order mark, from behind which places count.
    if (known !== undefined) return new TextDecoder().decode(known);
    if (last?.file !== file) last = { file, text: readText(join(root, file)) };
    return last.text;
  };
}

/** Places count from behind a byte order mark. What was too large to be checked is not read either. */
function readText(path: string): string | null {
  try {
    if (statSync(path).size > largestFile) return null;
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return null;
  }
}
