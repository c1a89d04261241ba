// Reads the declarations of both sides as far as they differ: files of the same bytes are not looked at.
import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Outcome } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { statOf } from './digest.js';
import { isDeclaration, toDeclarationFile, workspaceAround } from './find.js';
import { type Changed, changedFrom } from './git.js';
import { readSource } from './read-source.js';
import { reviewMessages as messages } from './review-messages.js';
import type { PathSide, Sides, StateSide } from './sides.js';

/** A file of one side; `place` is the same for the same file of both. */
export interface SideFile {
  readonly file: string;
  readonly place: string;
  readonly year: string | null;
  readonly source: Outcome<Uint8Array>;
}

export interface LoadedSides {
  readonly before: readonly SideFile[];
  readonly after: readonly SideFile[];
  /** What makes each state out of what lies on the disk; null where the sides are files or folders. */
  readonly states: { readonly before: Changed; readonly after: Changed } | null;
}

export async function loadSides(sides: Sides): Promise<LoadedSides> {
  return sides.kind === 'states' ? loadStates(sides) : loadPaths(sides.before, sides.after);
}

type States = Extract<Sides, { kind: 'states' }>;

async function loadStates({ root, before, after, within }: States): Promise<LoadedSides> {
  const overlay = ({ at }: StateSide) => (at === 'worktree' ? new Map<string, never>() : changedFrom(root, at));
  const [was, is] = [await overlay(before), await overlay(after)];
  const isWanted = (file: string) =>
    isDeclaration(file) && (within === null || file === within || file.startsWith(`${within}/`));
  const files = [...new Set([...was.keys(), ...is.keys()])].filter(isWanted).sort();
  if (within !== null && files.length === 0 && !statOf(join(root, within))) {
    throw new UserError(messages.notThere(within));
  }
  const differing: (readonly [SideFile | null, SideFile | null])[] = files
    .map((file) => [stateFile(root, file, was), stateFile(root, file, is)] as const)
    .filter(([old, young]) => !isSame(old, young));
  return {
    before: differing.flatMap(([old]) => old ?? []),
    after: differing.flatMap(([, young]) => young ?? []),
    states: { before: was, after: is },
  };
}

function stateFile(root: string, file: string, changed: Changed): SideFile | null {
  const { year } = toDeclarationFile(file);
  const bytes = changed.get(file);
  if (bytes === null || (bytes === undefined && !statOf(join(root, file)))) return null;
  const source = bytes ? { value: bytes, findings: [] } : readSource(root, file);
  return { file, place: file, year, source };
}

function isSame(a: SideFile | null, b: SideFile | null): boolean {
  const [old, young] = [a?.source.value, b?.source.value];
  return a === b || (old != null && young != null && Buffer.compare(old, young) === 0);
}

function loadPaths(before: PathSide, after: PathSide): LoadedSides {
  const [olds, news] = [filesOf(before), filesOf(after)];
  const others = new Map(news.map((one) => [one.place, one]));
  const same = new Set(olds.filter((one) => isSame(one, others.get(one.place) ?? null)).map(({ place }) => place));
  const differs = ({ place }: SideFile) => !same.has(place);
  return { before: olds.filter(differs), after: news.filter(differs), states: null };
}

function filesOf({ kind, path, label }: PathSide): readonly SideFile[] {
  if (kind === 'file') {
    return [toSideFile(dirname(path), basename(path), label.zh, '')];
  }
  // Of a whole workspace its declarations alone.
  const inside = statOf(join(path, 'projects'))?.isDirectory() ? 'projects/' : '';
  return readdirSync(join(path, inside), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) =>
      relative(join(path, inside), join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter((place) => !place.split('/').some((name) => name.startsWith('.')))
    .sort()
    .map((place) =>
      toSideFile(join(path, inside), place, `${label.zh.replace(/[/\\]+$/, '')}/${inside}${place}`, place),
    );
}

/** The year is that of the folder that lies nearest to the workspace, or to the top. */
function toSideFile(folder: string, name: string, file: string, place: string): SideFile {
  const path = join(folder, name);
  const root = workspaceAround(folder);
  const inside = root === null ? '' : relative(root, path).split(sep).join('/');
  const year = inside.startsWith('projects/')
    ? toDeclarationFile(inside).year
    : (/(?:^|[/\\])(\d{4})[/\\]/.exec(path)?.[1] ?? null);
  return { file, place, year, source: readSource(folder, name) };
}
