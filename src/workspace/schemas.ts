// Reads the forms that a workspace and the package offer. A workspace's own form stands before the package's of the same title.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { placeBetween } from '../base/place.js';
import { UserError } from '../base/user-error.js';
import { type Form, type FormName, formName, type SchemaNode, toForm } from '../check/form.js';
import { sha256 } from './digest.js';
import { messages } from './messages.js';
import { readKitFile } from './need-file.js';
import { packageRoot } from './package.js';

export interface FormFile {
  readonly form: Form;
  readonly name: FormName;
  readonly text: string;
  /** As findings name it: relative to the workspace, or `shenbao/…` for the package's. */
  readonly file: string;
}

/** The folders that may hold schema/ and templates/, the workspace first, with the prefix that findings show. */
export function homes(root: string): readonly { readonly folder: string; readonly prefix: string }[] {
  const own = { folder: root, prefix: '' };
  return root === packageRoot ? [own] : [own, { folder: packageRoot, prefix: 'shenbao/' }];
}

/** By title. Throws a UserError for a schema that cannot be read, with its line and column, and for two of one title. */
export function readForms(root: string): ReadonlyMap<string, FormFile> {
  const forms = new Map<string, FormFile>();
  for (const { folder, prefix } of homes(root)) {
    const here = new Map<string, FormFile>();
    for (const name of folders(join(folder, 'schema'))) {
      const path = join(folder, 'schema', name, 'form.schema.json');
      if (!existsSync(path)) continue;
      const file = `${prefix}schema/${name}/form.schema.json`;
      const read = readForm(name, readKitFile(path, file), file);
      const twin = here.get(read.form.title);
      if (twin) throw new UserError(messages.sameTitle(read.form.title, twin.file, read.file));
      here.set(read.form.title, read);
    }
    for (const [title, form] of here) if (!forms.has(title)) forms.set(title, form);
  }
  return forms;
}

function readForm(folder: string, bytes: Uint8Array, file: string): FormFile {
  const text = new TextDecoder().decode(bytes);
  const schema = parse(text, file);
  if (typeof schema.title !== 'string') throw new UserError(messages.notSchema(file));
  const form = toForm(folder, schema, sha256(bytes));
  const name = formName(form);
  if (!name) throw new UserError(messages.notSchema(file));
  return { form, name, text, file };
}

function parse(text: string, file: string): SchemaNode {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as SchemaNode;
  } catch (cause) {
    const { line, column } = placeBetween(file, text, faultOf(text, String(cause)), text.length);
    throw new UserError(messages.brokenJson(file, line, column), { cause });
  }
  throw new UserError(messages.notSchema(file));
}

/**
 * Where JSON.parse stopped. Node 20 does not say so of an unexpected token; a text cut short before it complains of its end
 * instead, so halving finds it.
 */
function faultOf(text: string, complaint: string): number {
  const told = / position (\d+)/.exec(complaint)?.[1];
  if (told !== undefined) return Number(told);
  const unexpected = (length: number): boolean => {
    try {
      JSON.parse(text.slice(0, length));
      return false;
    } catch (error) {
      return /Unexpected token/.test(String(error));
    }
  };
  if (!unexpected(text.length)) return text.length;
  let low = 1;
  let high = text.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (unexpected(middle)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function folders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}
