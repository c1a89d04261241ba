// Finds the workspace and its declarations. Hidden files are no declarations; links that leave the workspace are refused.
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Finding } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { statOf } from './digest.js';
import { messages } from './messages.js';
import { linkFault, nameFault, sameOutputs } from './names.js';

/** One file under projects/. */
export interface DeclarationFile {
  /** Relative to the workspace, with `/`: `projects/2025/甲.yaml`. */
  readonly file: string;
  /** Where its documents go, without extension, relative to the folder of outputs: `2025/甲`. */
  readonly stem: string;
  /** The first folder under projects/ that is a year, or null. */
  readonly year: string | null;
}

export interface Refused {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** All sorted by `file`, by code units. */
export interface Found {
  readonly declarations: readonly DeclarationFile[];
  readonly refused: readonly Refused[];
}

/** The nearest folder at or above `from` that holds a folder projects/; absolute. Throws a UserError where there is none. */
export function findWorkspace(from: string): string {
  const root = workspaceAround(from);
  if (root === null) throw new UserError(messages.noWorkspace(from));
  return root;
}

/** The same, or null where there is none. */
export function workspaceAround(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isFolder(resolve(folder, 'projects'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Everything under projects/ of the workspace `root`. */
export function findDeclarations(root: string): Found {
  const declarations: DeclarationFile[] = [];
  const refused = new Map<string, Finding>();
  walk(root, 'projects', realpathSync(root), [], declarations, refused);
  for (const [file, finding] of sameOutputs(declarations)) refused.set(file, finding);
  return {
    declarations: declarations.filter(({ file }) => !refused.has(file)).sort(byFile),
    refused: [...refused].map(([file, finding]) => ({ file, findings: [finding] })).sort(byFile),
  };
}

/**
 * What `paths` (files and folders, relative to `cwd`) name of what was found; all of it when there are none.
 * Throws a UserError for a path that does not exist, is outside projects/ or is a file of another kind.
 */
export function select(root: string, found: Found, paths: readonly string[], cwd: string): Found {
  if (paths.length === 0) return found;
  const wanted = paths.map((path) => {
    const file = relative(root, resolve(cwd, path)).split(sep).join('/');
    if ([...found.declarations, ...found.refused].some((one) => one.file === file)) return file;
    const stat = statOf(resolve(cwd, path), path);
    if (!stat) throw new UserError(messages.noPath(path));
    if (stat.isDirectory() && file === '') return 'projects/';
    if (file !== 'projects' && !file.startsWith('projects/')) throw new UserError(messages.outsideProjects(path));
    if (stat.isDirectory()) return `${file}/`;
    throw new UserError(messages.notDeclaration(path));
  });
  const chosen = ({ file }: { readonly file: string }) =>
    wanted.some((one) => (one.endsWith('/') ? file.startsWith(one) : file === one));
  return { declarations: found.declarations.filter(chosen), refused: found.refused.filter(chosen) };
}

/** Whether a declaration may be called so, relative to the workspace; it need not be there. */
export function isDeclaration(file: string): boolean {
  const [folder, ...names] = file.split('/');
  const isName = (name: string, index: number) => !name.startsWith('.') && !nameFault(name, index < names.length - 1);
  return folder === 'projects' && isYaml(file) && names.length > 0 && names.every(isName);
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

/** Names the document of a declaration in one format, relative to the folder of outputs. */
export function outputOf(stem: string, format: string): string {
  return `${stem}.${format}`;
}

/** By code units, the same on every machine. */
export function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

/** `links`: the real folders that links have led through on the way here, so that no circle is walked twice. */
function walk(
  root: string,
  folder: string,
  realRoot: string,
  links: readonly string[],
  declarations: DeclarationFile[],
  refused: Map<string, Finding>,
): void {
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const file = `${folder}/${entry.name}`;
    const link = entry.isSymbolicLink() ? readLink(`${root}/${file}`, realRoot) : null;
    const { kind } = link ?? { kind: kindOf(entry) };
    const isFile = kind !== 'folder' && isYaml(entry.name);
    if (kind === 'other' || (kind === 'file' && !isFile)) continue;
    const fault = kind === 'outside' ? linkFault() : nameFault(entry.name, kind === 'folder');
    if (fault) refused.set(file, fault);
    else if (isFile) declarations.push(toDeclarationFile(file));
    else if (link === null) walk(root, file, realRoot, links, declarations, refused);
    else if (!links.includes(link.real) && !within(realpathSync(`${root}/${folder}`), link.real)) {
      walk(root, file, realRoot, [...links, link.real], declarations, refused);
    }
  }
}

/** Takes `file` apart; it need not exist. */
export function toDeclarationFile(file: string): DeclarationFile {
  const stem = file.slice('projects/'.length).replace(/\.ya?ml$/, '');
  const year = /(?:^|\/)(\d{4})\//.exec(stem)?.[1] ?? null;
  return { file, stem, year };
}

type Kind = 'file' | 'folder' | 'outside' | 'other';

/** Where a link leads. One that leads nowhere or out of the workspace is `outside`. */
function readLink(path: string, realRoot: string): { readonly real: string; readonly kind: Kind } {
  try {
    const real = realpathSync(path);
    return { real, kind: within(real, realRoot) ? kindOf(statSync(real)) : 'outside' };
  } catch {
    return { real: path, kind: 'outside' };
  }
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): Kind {
  return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}
