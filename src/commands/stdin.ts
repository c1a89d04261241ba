// What an editor hands over on standard input, and the name under which it would be saved.
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../base/user-error.js';
import { isDeclaration } from '../workspace/find.js';
import { words } from './messages.js';
import type { Surroundings } from './terminal.js';

export interface EditorText {
  /** Relative to the workspace; it need not be on the disk. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** `path` is relative to the current folder. Throws a UserError where no declaration may lie there. */
export async function readEditorText(root: string, path: string, { cwd, stdin }: Surroundings): Promise<EditorText> {
  const file = relative(root, resolve(cwd, path)).split(sep).join('/');
  if (!isDeclaration(file)) throw new UserError(words.notDeclaration(path));
  return { file, bytes: await stdin() };
}
