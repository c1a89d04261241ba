// Merges the three files that git hands to a merge driver, and writes the result over ours. What cannot be merged by identity is merged
// as git would have done it, line by line: a driver that gives up would leave the other side's changes out without a mark.
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import type { Kits } from '../pipeline.js';
import type { Marks } from '../review/merge/clash.js';
import { type Merge, mergeDeclarations, type Refusal } from '../review/merge/merge-declarations.js';
import { digestOfFile } from './digest.js';
import { toDeclarationFile, workspaceAround } from './find.js';
import { gitMessages } from './git-messages.js';
import { openKits } from './kits.js';
import { driverMessages } from './merge-driver-messages.js';
import { messages } from './messages.js';
import { runGit } from './run-git.js';
import { codeOf, writeWholeFile } from './write-whole-file.js';

/** As git gives them to a driver; paths are relative to `cwd`. */
export interface DriverCall {
  readonly cwd: string;
  readonly base: string;
  /** Also where the result goes. */
  readonly ours: string;
  readonly theirs: string;
  /** Where the file lies in the repository, from its top; null where git does not say. */
  readonly path: string | null;
  readonly marks: Omit<Marks, 'base'>;
}

export interface Driven {
  /** Null where it was merged as a text. */
  readonly merge: Pick<Merge, 'clashes' | 'broken'> | null;
  /** Why it was merged as a text. */
  readonly refusal: DriverRefusal | null;
  readonly hasConflicts: boolean;
}

export type DriverRefusal =
  | Refusal
  | { readonly why: 'no-form'; readonly words: Words }
  | { readonly why: 'bug'; readonly error: unknown }
  /** Not merged as a text either: ours stays. */
  | { readonly why: 'binary' };

/** Throws a UserError where a file cannot be read or written, or git cannot merge it as a text either. */
export async function driveMerge(call: DriverCall): Promise<Driven> {
  const target = resolve(call.cwd, call.ours);
  const merged = await mergeOrRefuse(call);
  if ('bytes' in merged) {
    const { bytes, clashes, broken } = merged;
    await writeResult(target, bytes);
    return { merge: { clashes, broken }, refusal: null, hasConflicts: clashes.length + broken.length > 0 };
  }
  const text = await mergeAsText(call);
  if (!text) return { merge: null, refusal: { why: 'binary' }, hasConflicts: true };
  await writeResult(target, text.bytes);
  return { merge: null, refusal: merged, hasConflicts: text.hasConflicts };
}

async function mergeOrRefuse(call: DriverCall): Promise<Merge | DriverRefusal> {
  try {
    return await mergeByIdentity(call);
  } catch (error) {
    if (error instanceof UserError) throw error;
    return { why: 'bug', error };
  }
}

async function mergeByIdentity({ cwd, path, marks, ...files }: DriverCall): Promise<Merge | DriverRefusal> {
  const [base, ours, theirs] = [files.base, files.ours, files.theirs].map((one) => readVersion(cwd, one)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const place = resolve(cwd, path ?? files.ours);
  // In a bare repository there is no workspace: the package's own forms are used.
  const root = workspaceAround(dirname(place)) ?? cwd;
  const kits = tryOpenKits(root);
  if ('why' in kits) return kits;
  const file = relative(root, place).split(sep).join('/');
  const { year } = toDeclarationFile(file);
  const asGitMarks = async () => ({ ...marks, base: (await showsBase(cwd)) ? 'base' : null });
  return mergeDeclarations({ path: file, year, base, ours, theirs }, kits, asGitMarks);
}

function tryOpenKits(root: string): Kits | { readonly why: 'no-form'; readonly words: Words } {
  try {
    return openKits(root, digestOfFile);
  } catch (error) {
    // The schema may be in the middle of a merge as well.
    if (error instanceof UserError) return { why: 'no-form', words: error.words };
    throw error;
  }
}

async function showsBase(cwd: string): Promise<boolean> {
  const { stdout } = await runGit(cwd, ['config', '--get', 'merge.conflictStyle']);
  return /^z?diff3\s*$/.test(stdout.toString());
}

/** Null for what is no text. */
async function mergeAsText({ cwd, base, ours, theirs, marks }: DriverCall) {
  const labels = [marks.ours, 'base', marks.theirs].flatMap((label) => ['-L', label]);
  const size = `--marker-size=${marks.size}`;
  const { status, stdout, stderr } = await runGit(cwd, ['merge-file', '-p', size, ...labels, '--', ours, base, theirs]);
  // So many conflicts, and 127 for more.
  if (status !== null && status < 128) return { bytes: stdout, hasConflicts: status > 0 };
  if (/binary/i.test(stderr)) return null;
  throw new UserError(gitMessages.failed('merge-file', stderr));
}

function readVersion(cwd: string, file: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new UserError(messages.unreadable(file, codeOf(error)));
  }
}

async function writeResult(path: string, bytes: Uint8Array): Promise<void> {
  const { outcome } = await writeWholeFile(path, bytes);
  if (outcome === 'busy') throw new UserError(driverMessages.busy(path));
}
