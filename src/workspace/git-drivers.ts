// Tells git of the tool, and takes it back: documents are compared by their text, declarations are merged field by field. Written into
// the repository's own settings alone, which git does not hand on with a clone: a stranger's repository must not name programs to run.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { findWorkspace, workspaceAround } from './find.js';
import { withAttributes, withoutAttributes } from './git-attributes.js';
import { driverSettings, type Setting, type Tool } from './git-driver-commands.js';
import { gitDriverMessages as messages } from './git-driver-messages.js';
import { gitMessages } from './git-messages.js';
import { runGit } from './run-git.js';
import { toUserError, writeWholeFile } from './write-whole-file.js';

export interface DriversInstalled {
  /** False where all of it stood there already. */
  readonly changed: boolean;
}

export interface DriversUninstalled {
  /** False where there was nothing to take away. */
  readonly changed: boolean;
  /** Settings of the same names that somebody else wrote. */
  readonly kept: readonly string[];
}

interface Repository {
  readonly root: string;
  /** Of the workspace below the top, `` or `a/b/`. */
  readonly prefix: string;
  /** The file of attributes that belongs to this repository alone. */
  readonly attributes: string;
}

/** Throws a UserError where there is no repository, the tool is not compiled, or somebody else's drivers have these names. */
export async function installDrivers(cwd: string, tool: Tool, language: Language): Promise<DriversInstalled> {
  if (!existsSync(tool.main)) throw new UserError(messages.notCompiled(tool.main));
  const { root, prefix, attributes } = await openRepository(findWorkspace(cwd));
  const settings = driverSettings(tool, language);
  const standing = new Map<Setting, readonly string[]>();
  for (const setting of settings) standing.set(setting, await valuesOf(root, setting.key));
  for (const [{ key, isOurs }, values] of standing) {
    const others = values.find((value) => !isOurs(value));
    if (others !== undefined) throw new UserError(messages.othersValue(key, others));
  }
  let changed = false;
  for (const [{ key, value }, values] of standing) {
    if (values.length === 1 && values[0] === value) continue;
    await configure(root, ['--replace-all', key, value]);
    changed = true;
  }
  const rewritten = await rewrite(attributes, (before) => withAttributes(before, prefix));
  return { changed: changed || rewritten };
}

/** Throws a UserError where there is no repository. */
export async function uninstallDrivers(cwd: string, tool: Tool): Promise<DriversUninstalled> {
  const { root, attributes } = await openRepository(workspaceAround(cwd) ?? cwd);
  const kept: string[] = [];
  let changed = false;
  for (const { key, isOurs } of driverSettings(tool, 'zh')) {
    const values = await valuesOf(root, key);
    if (values.length === 0) continue;
    if (values.every(isOurs)) {
      // git drops a section that is empty then.
      await configure(root, ['--unset-all', key]);
      changed = true;
    } else kept.push(key);
  }
  const rewritten = await rewrite(attributes, withoutAttributes);
  return { changed: changed || rewritten, kept };
}

async function openRepository(root: string): Promise<Repository> {
  const { status, stdout, stderr } = await runGit(root, ['rev-parse', '--is-inside-work-tree']);
  if (status !== 0 && !stderr.includes('not a git repository')) {
    throw new UserError(gitMessages.failed('rev-parse', stderr));
  }
  if (stdout.toString().trim() !== 'true') throw new UserError(messages.noRepository(root));
  const prefix = await say(root, ['rev-parse', '--show-prefix']);
  // Relative to the folder it was asked in.
  const attributes = resolve(root, await say(root, ['rev-parse', '--git-path', 'info/attributes']));
  return { root, prefix, attributes };
}

/** All values of a setting in the repository's own file. */
async function valuesOf(root: string, key: string): Promise<readonly string[]> {
  const { status, stdout, stderr } = await runGit(root, ['config', '--local', '--null', '--get-all', key]);
  // 1 says that there is none.
  if (status !== 0 && status !== 1) throw new UserError(gitMessages.failed('config', stderr));
  return stdout.toString().split('\0').slice(0, -1);
}

async function configure(root: string, args: readonly string[]): Promise<void> {
  await say(root, ['config', '--local', ...args]);
}

async function say(root: string, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runGit(root, args);
  if (status !== 0) throw new UserError(gitMessages.failed(args[0] ?? '', stderr));
  return stdout.toString().replace(/\r?\n$/, '');
}

/** Whether anything was written. A file that would be empty is removed. */
async function rewrite(path: string, change: (before: Uint8Array) => Uint8Array): Promise<boolean> {
  try {
    const before = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const after = change(before);
    if (before.equals(after)) return false;
    if (after.length > 0) await writeWholeFile(path, after);
    else rmSync(path);
    return true;
  } catch (error) {
    throw toUserError(error, path);
  }
}
