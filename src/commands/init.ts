// `shenbao init`: makes a folder into a workspace.
import { forgeNames } from '../workspace/forges/forge.js';
import { initWorkspace } from '../workspace/init.js';
import { words } from './new-messages.js';
import { readChoice, readThisYear } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly ci?: string;
  readonly form?: string;
}

export async function init(
  folder: string,
  flags: Flags,
  { cwd, env }: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const { written, kept } = await initWorkspace(folder, {
    cwd,
    ci: flags.ci === undefined ? null : readChoice('--ci', flags.ci, forgeNames),
    form: flags.form ?? null,
    thisYear: readThisYear(env),
  });
  for (const file of written) terminal.out(`  ${file}`);
  terminal.out(terminal.say(words.initialized(folder, written.length)));
  if (kept.length > 0) terminal.out(terminal.say(words.alreadyThere(kept)));
  terminal.out(terminal.say(words.afterInit));
  return 0;
}
