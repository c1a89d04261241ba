// Finds the commits that people name, or leave unnamed: branches, tags, ranges, the main branch, the commit where two lines part.
import { UserError } from '../base/user-error.js';
import { gitMessages as messages } from './git-messages.js';
import { runGit } from './run-git.js';

/** The id of the commit that `ref` names. Throws a UserError where there is no git, no repository or no such commit. */
export async function resolveCommit(root: string, ref: string): Promise<string> {
  await needRepository(root);
  const commit = await tryCommit(root, ref);
  if (commit !== null) return commit;
  const isUnborn = ref === 'HEAD' || (await tryCommit(root, 'HEAD')) === null;
  throw new UserError(isUnborn ? messages.noCommitYet(root) : messages.noCommit(ref));
}

/** Null where nothing is called so, and where there is no repository. */
export async function tryCommit(root: string, ref: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const { status, stdout } = await runGit(root, args);
  return status === 0 ? stdout.toString().trim() : null;
}

export async function needRepository(root: string): Promise<void> {
  const { status } = await runGit(root, ['rev-parse', '--is-inside-work-tree']);
  if (status !== 0) throw new UserError(messages.noRepository(root));
}

/** The last commit that both have in their history. Throws a UserError where there is none, or a shallow clone hides it. */
export async function mergeBase(root: string, a: string, b: string, names: readonly [string, string]): Promise<string> {
  const { status, stdout } = await runGit(root, ['merge-base', a, b]);
  if (status === 0) return stdout.toString().trim();
  const isShallow = (await runGit(root, ['rev-parse', '--is-shallow-repository'])).stdout.toString().trim() === 'true';
  throw new UserError(isShallow ? messages.tooShallow(...names) : messages.noCommonHistory(...names));
}

/** `given`: what the surroundings say that the main branch is, e.g. the target of a pull request; null where they do not. */
export async function findMainBranch(root: string, given: string | null): Promise<string> {
  const remote = await runGit(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  const told = given === null ? [] : [`origin/${given}`, given];
  const usual = ['origin/main', 'origin/master', 'main', 'master'];
  for (const name of [...told, remote.stdout.toString().trim(), ...usual]) {
    if (name !== '' && (await tryCommit(root, name)) !== null) return name;
  }
  throw new UserError(messages.noMainBranch);
}
