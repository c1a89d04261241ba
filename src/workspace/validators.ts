// Finds a schema's validator: compiled ahead in the package, compiled before and kept beside the tool, or compiled now.
// No code is ever run from a workspace's schema/ or .shenbao/: a folder of declarations that someone sends is data.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Validate } from '../check/check.js';
import type { Form } from '../check/form.js';
import { sha256 } from './digest.js';
import { codeCache, packageRoot } from './package.js';
import { writeWholeFile } from './write-whole-file.js';

/** `text` is the schema's, `tool` the tool's name, since another version may compile otherwise. Throws a UserError for an invalid schema. */
export async function findValidator(form: Form, text: string, tool: () => string): Promise<Validate> {
  const ahead = await load(pathAhead(form));
  if (ahead?.digest === form.digest) return ahead.validate;

  const cache = codeCache();
  const kept = cache === null ? null : join(cache, 'validators', `${sha256(form.digest, tool()).slice(0, 32)}.mjs`);
  const before = kept === null ? null : await load(kept);
  if (before?.digest === form.digest) return before.validate;

  const { compileValidator, loadValidator } = await import('../check/compile.js');
  const validate = loadValidator(form.schema);
  // Only a saving for the next run: where nothing can be written there, nothing is lost.
  if (kept !== null) await writeWholeFile(kept, Buffer.from(compileValidator(text))).catch(() => undefined);
  return validate;
}

/** Whether the form is checked by the validator that came with the package, without compiling any. */
export async function isCompiledAhead(form: Form): Promise<boolean> {
  return (await load(pathAhead(form)))?.digest === form.digest;
}

/** Names the validator that came with the package for a form of this name; empty where none did. */
export function digestAhead(form: Form, digest: (path: string) => string): string {
  const path = pathAhead(form);
  return existsSync(path) ? digest(path) : '';
}

function pathAhead(form: Form): string {
  return join(packageRoot, 'schema', form.name, 'form.validate.js');
}

interface Compiled {
  readonly digest: string;
  readonly validate: Validate;
}

async function load(path: string): Promise<Compiled | null> {
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Compiled;
  } catch {
    return null;
  }
}
