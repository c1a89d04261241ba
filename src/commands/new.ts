// `shenbao new`: begins a declaration, from nothing or from last year's, or makes the blank workbook.
import { UserError } from '../base/user-error.js';
import { findWorkspace, workspaceAround } from '../workspace/find.js';
import { type NewOptions, newDeclaration, newFromLastYear, newWorkbook } from '../workspace/new-declaration.js';
import { packageRoot } from '../workspace/package.js';
import { describeFindings } from './describe-findings.js';
import { words as general } from './messages.js';
import { words } from './new-messages.js';
import { readChoice, readEpoch, readThisYear } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly year?: string;
  readonly to?: string;
  readonly from?: string;
  readonly form?: string;
}

/** `new` is a word of the language. */
export async function newOne(
  name: string,
  flags: Flags,
  { cwd, env }: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const to = readChoice('--to', flags.to ?? 'yaml', ['yaml', 'xlsx']);
  const together = to === 'xlsx' ? '--to xlsx' : flags.form === undefined ? null : '--form';
  if (flags.from !== undefined && together) throw new UserError(general.together('--from', together));
  const epoch = readEpoch(env.SOURCE_DATE_EPOCH);
  const { year = null, form = null } = flags;
  const options: NewOptions = { name, year, form, cwd, thisYear: readThisYear(env) };
  // A workbook needs no workspace: the package's forms will do.
  const root = to === 'xlsx' ? (workspaceAround(cwd) ?? packageRoot) : findWorkspace(cwd);

  if (to === 'yaml' && flags.from === undefined) {
    const made = await newDeclaration(root, options);
    terminal.out(`${terminal.say(words.made(made))}\n${terminal.say(words.writeNext)}`);
    return 0;
  }
  const { value, findings } =
    flags.from === undefined
      ? await newWorkbook(root, options, epoch)
      : await newFromLastYear(root, flags.from, options);
  if (!value) {
    const file = flags.from ?? name;
    terminal.complain(`${describeFindings(root, file, findings, terminal)}\n`);
    if (flags.from !== undefined) terminal.complain(terminal.say(words.notCarried(flags.from)));
    return 1;
  }
  terminal.out(terminal.say(words.made(value)));
  if (value.carried) {
    const { emptied, moved, marked } = value.carried;
    terminal.out(terminal.say(words.carried(emptied, moved, marked)));
  }
  terminal.out(terminal.say(to === 'xlsx' ? words.fillNext : words.writeNext));
  return 0;
}
