// Looks at a file before it is read: it may be missing or locked, a folder, a pipe that never ends, or far too large.
import { readFileSync, type Stats } from 'node:fs';
import { UserError } from '../base/user-error.js';
import { statOf } from './digest.js';
import { messages } from './messages.js';
import { codeOf } from './write-whole-file.js';

/** `name` is what messages call the file. Throws a UserError for what is not there, and for what is no file. */
export function needFile(path: string, name: string): Stats {
  const stat = statOf(path, name);
  if (!stat) throw new UserError(messages.noPath(name));
  if (stat.isDirectory()) throw new UserError(messages.notFile(name));
  // Reading a pipe or a device may never end.
  if (!stat.isFile()) throw new UserError(messages.notPlainFile(name));
  return stat;
}

/** No schema, rules, template, theme or workbook come near this. */
const mostBytes = 64 * 1024 ** 2;

/** Of what a form is made of. Throws as above, and a UserError for what cannot be read or is far too large. */
export function readKitFile(path: string, name: string): Buffer {
  if (needFile(path, name).size > mostBytes) throw new UserError(messages.largeKitFile(name));
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError(messages.unreadable(name, codeOf(error)), { cause: error });
  }
}
