// Says where a new declaration goes and which year it is of.
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Finding } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { type DeclarationFile, findDeclarations, toDeclarationFile } from './find.js';
import { realpathOf } from './job.js';
import { linkFault, nameFault, sameOutputs } from './names.js';
import { newMessages } from './new-messages.js';

/** A year, and why it is that: asked for, the one after the source's, one that has a folder already, or next year by the clock. */
export interface ChosenYear {
  readonly year: string;
  readonly why: 'asked' | 'after-source' | 'begun' | 'next';
}

/**
 * Budgets are declared for the next year; a year beyond it that has its folder is being declared already. So two declarations made one
 * after the other are of the same year.
 */
export function chooseYear(root: string, asked: string | null, thisYear: number): ChosenYear {
  if (asked !== null) {
    if (!/^[1-9][0-9]{3}$/.test(asked)) throw new UserError(newMessages.wrongYear(asked));
    return { year: asked, why: 'asked' };
  }
  const newest = Math.max(0, ...yearFolders(root).map(Number));
  return newest > thisYear ? { year: String(newest), why: 'begun' } : { year: String(thisYear + 1), why: 'next' };
}

/** The folders directly under projects/ that are years. */
export function yearFolders(root: string): readonly string[] {
  const projects = join(root, 'projects');
  if (!existsSync(projects)) return [];
  const entries = readdirSync(projects, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && /^[1-9][0-9]{3}$/.test(entry.name)).map(({ name }) => name);
}

/** `处室/名称` in its parts, without an extension. Throws a UserError for what no file may be called. */
export function partsOfName(name: string): readonly [string, ...string[]] {
  const parts = name.replace(/\.ya?ml$/, '').split('/');
  if (parts.some((part) => part.trim() === '' || part.startsWith('.')))
    throw new UserError(newMessages.wrongName(name));
  for (const [index, part] of parts.entries()) {
    refuse(nameFault(part, index < parts.length - 1));
  }
  return parts as [string, ...string[]];
}

/** Throws a UserError where a declaration of the same outputs stands, or a link leads out of projects/. */
export function newDeclarationFile(root: string, year: string, parts: readonly string[]): DeclarationFile {
  return vacantFile(root, `projects/${year}/${parts.join('/')}.yaml`);
}

/** The same for a file whose name is known to be safe, relative to the workspace. */
export function vacantFile(root: string, path: string): DeclarationFile {
  const declaration = toDeclarationFile(path);
  const { file } = declaration;
  if (existsSync(join(root, file))) throw new UserError(newMessages.exists(file));
  if (!realpathOf(join(root, file)).startsWith(realpathSync(root) + sep)) refuse(linkFault());
  refuse(sameOutputs([...findDeclarations(root).declarations, declaration]).get(file) ?? null);
  return declaration;
}

function refuse(fault: Finding | null): void {
  if (fault) throw new UserError(newMessages.refused(fault.message, fault.advice ?? { zh: '', en: '' }));
}
