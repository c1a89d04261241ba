// Reads a file out of a folder that came from elsewhere: nothing outside of it, through no link, and nothing without measure.
import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { statOf } from './digest.js';

/** No document, manifest or report comes near this. */
const mostBytes = 256 * 1024 ** 2;

/** `folder` may itself be reached through links. Null where there is no such file, or none that may be read. */
export function readWithin(folder: string, path: string): Buffer | null {
  try {
    const home = realpathSync(folder);
    const file = join(home, path);
    if (!file.startsWith(home.endsWith(sep) ? home : home + sep) || realpathSync(file) !== file) return null;
    const stat = statOf(file);
    return stat?.isFile() && stat.size <= mostBytes ? readFileSync(file) : null;
  } catch {
    return null;
  }
}
