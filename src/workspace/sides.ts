// Turns what stands behind `shenbao diff` into the two sides to compare: files, folders, or states that git knows.
import { relative, resolve, sep } from 'node:path';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { statOf } from './digest.js';
import { findWorkspace } from './find.js';
import type { At } from './git-objects.js';
import { findMainBranch, mergeBase, needRepository, resolveCommit, tryCommit } from './git-refs.js';
import { reviewMessages as messages } from './review-messages.js';

/** All of projects/ as it stood. `at` is `worktree` for what lies on the disk. */
export interface StateSide {
  readonly kind: 'state';
  readonly at: At | 'worktree';
  readonly label: Words;
}

export interface PathSide {
  readonly kind: 'file' | 'folder';
  /** Absolute. */
  readonly path: string;
  readonly label: Words;
}

export type Sides =
  | { readonly kind: 'paths'; readonly before: PathSide; readonly after: PathSide }
  | {
      readonly kind: 'states';
      readonly root: string;
      readonly before: StateSide;
      readonly after: StateSide;
      /** Relative to the workspace: only this file, or what lies in this folder; null: all of projects/. */
      readonly within: string | null;
    };

export interface Asked {
  /** What stands behind the command, at most two words. */
  readonly words: readonly string[];
  readonly cwd: string;
  /** The branch that a pull request is for, where the surroundings say so. */
  readonly mainBranch: string | null;
}

const worktree: StateSide = { kind: 'state', at: 'worktree', label: messages.worktree };
const index: StateSide = { kind: 'state', at: null, label: messages.index };
/** Names that git gives to nothing: no ref has a colon. */
const named: Readonly<Record<string, StateSide>> = { ':worktree': worktree, ':index': index };

/** Throws a UserError for what names nothing, or two things at once. */
export async function findSides({ words, cwd, mainBranch }: Asked): Promise<Sides> {
  const [first, second, extra] = words;
  if (extra !== undefined) throw new UserError(messages.tooMany(extra));
  const range = first === undefined ? null : rangeOf(first, cwd);
  const crowded = second === undefined ? undefined : words.find((word) => rangeOf(word, cwd));
  if (crowded !== undefined) throw new UserError(messages.rangeAmongTwo(crowded));
  if (second !== undefined && first !== undefined) return ofTwo(first, second, cwd);

  const root = findWorkspace(cwd);
  const all = { kind: 'states', root, within: null } as const;
  if (range) return { ...all, ...(await ofRange(root, range)) };
  if (first === undefined) return { ...all, before: await sinceMain(root, mainBranch), after: worktree };
  const one = await findSide(first, cwd, root);
  if (one.kind === 'state') return { ...all, before: one, after: worktree };
  // One path alone: what became of it since the main branch.
  return { ...all, within: inProjects(root, one), before: await sinceMain(root, mainBranch), after: worktree };
}

async function ofTwo(first: string, second: string, cwd: string): Promise<Sides> {
  const [before, after] = [await findSide(first, cwd, null), await findSide(second, cwd, null)];
  if (before.kind !== 'state' && after.kind !== 'state') {
    if (before.kind !== after.kind) {
      const [file, folder] = before.kind === 'file' ? [first, second] : [second, first];
      throw new UserError(messages.fileAndFolder(file, folder));
    }
    return { kind: 'paths', before, after };
  }
  const root = findWorkspace(cwd);
  const within = [before, after].flatMap((side) => (side.kind === 'state' ? [] : inProjects(root, side)))[0] ?? null;
  const stateOf = (side: StateSide | PathSide) => (side.kind === 'state' ? side : worktree);
  return { kind: 'states', root, before: stateOf(before), after: stateOf(after), within };
}

interface Range {
  readonly from: string;
  readonly to: string;
  /** Three dots: from where the two parted. */
  readonly fromBase: boolean;
}

/** `a..b` and `a...b`; a file may be called so as well. */
function rangeOf(word: string, cwd: string): Range | null {
  const match = /^(.*?)(\.{2,3})(?!\.)(.*)$/.exec(word);
  if (!match || /^\.{1,2}(?:[/\\]|$)/.test(word) || statOf(resolve(cwd, word))) return null;
  const [, from = '', dots, to = ''] = match;
  return { from: from || 'HEAD', to: to || 'HEAD', fromBase: dots === '...' };
}

async function ofRange(root: string, { from, to, fromBase }: Range) {
  const [a, b] = [await commitSide(root, from), await commitSide(root, to)];
  if (!fromBase) return { before: a, after: b };
  const base = await mergeBase(root, String(a.at), String(b.at), [from, to]);
  return { before: { ...a, at: base, label: messages.mergeBase(from, base) }, after: b };
}

async function sinceMain(root: string, given: string | null): Promise<StateSide> {
  const head = await resolveCommit(root, 'HEAD');
  const main = await findMainBranch(root, given);
  const base = await mergeBase(root, await resolveCommit(root, main), head, [main, 'HEAD']);
  return { kind: 'state', at: base, label: messages.mergeBase(main, base) };
}

async function commitSide(root: string, name: string): Promise<StateSide> {
  const at = await resolveCommit(root, name);
  return { kind: 'state', at, label: messages.commit(name, at) };
}

/** `root`: the workspace, where one is needed already. */
async function findSide(word: string, cwd: string, root: string | null): Promise<StateSide | PathSide> {
  const state = named[word];
  if (state) {
    if (state.at === null) await needRepository(findWorkspace(cwd));
    return state;
  }
  const path = resolve(cwd, word);
  const stat = statOf(path);
  const commit = /^[.~/\\]|[/\\]$|\.ya?ml$/.test(word) && stat ? null : await tryCommit(root ?? cwd, word);
  if (stat && commit !== null) throw new UserError(messages.both(word));
  if (commit !== null) return { kind: 'state', at: commit, label: messages.commit(word, commit) };
  if (!stat) throw new UserError(messages.neither(word));
  if (stat.isFile() && !/\.ya?ml$/i.test(word)) throw new UserError(messages.notYaml(word));
  return { kind: stat.isDirectory() ? 'folder' : 'file', path, label: { zh: word, en: word } };
}

/** The path as declarations are named; null for the workspace and projects/ themselves. */
function inProjects(root: string, { path, label }: PathSide): string | null {
  const file = relative(root, path).split(sep).join('/');
  if (file === '' || file === 'projects') return null;
  if (!file.startsWith('projects/')) throw new UserError(messages.outside(label.zh));
  return file;
}
