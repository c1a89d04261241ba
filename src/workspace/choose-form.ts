// Chooses the form of a new declaration: the one asked for, else the only one there is or is in use. Nothing is guessed.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { UserError } from '../base/user-error.js';
import { findDeclarations } from './find.js';
import { newMessages } from './new-messages.js';
import type { FormFile } from './schemas.js';

/**
 * `asked`: a title, or a folder's name under schema/. Where nothing is asked, the workspace's own forms stand before the package's, and
 * of several the one that all declarations of the newest year use. Throws a UserError where that leaves none or several.
 */
export function chooseForm(root: string, forms: ReadonlyMap<string, FormFile>, asked: string | null): FormFile {
  const all = [...forms.values()];
  if (asked !== null) {
    const named = all.find(({ form }) => form.title === asked || form.name === asked);
    if (!named) throw new UserError(newMessages.unknownForm(asked, [...forms.keys()]));
    return named;
  }
  const own = all.filter(({ file }) => file.startsWith('schema/'));
  const offered = own.length > 0 ? own : all;
  const used = offered.length > 1 ? formsInUse(root, offered) : offered;
  const [only, ...others] = used;
  if (only && others.length === 0) return only;
  throw new UserError(newMessages.severalForms(offered.map(({ form }) => form.title)));
}

/** By the line that names the form, without parsing: there may be thousands. */
function formsInUse(root: string, forms: readonly FormFile[]): readonly FormFile[] {
  if (!existsSync(join(root, 'projects'))) return [];
  const { declarations } = findDeclarations(root);
  const newest = declarations.reduce((year, one) => (one.year !== null && one.year > year ? one.year : year), '');
  const texts = declarations
    .filter(({ year }) => year === newest)
    .map(({ file }) => readFileSync(join(root, file), 'utf8'));
  return forms.filter(({ name }) => texts.some((text) => names(text, name.key, name.title)));
}

function names(text: string, key: string, title: string): boolean {
  return text.split('\n', 50).some((line) => line.startsWith(key) && line.includes(title));
}

/** The path of a form's schema as seen from a declaration at `file`: the workspace's own, else the installed package's; null where neither is there. */
export function schemaSeenFrom(root: string, file: string, { form }: FormFile): string | null {
  const path = `schema/${form.name}/form.schema.json`;
  const found = [path, `node_modules/shenbao/${path}`].find((one) => existsSync(join(root, one)));
  const seen = found === undefined ? null : posix.relative(posix.dirname(file), found);
  // The comment that names it ends at a space.
  return seen === null || /\s/.test(seen) ? null : seen;
}
