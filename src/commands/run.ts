// Turns the command line into a command and its exit status. Commands are loaded when called: --help loads none.
import { CommanderError } from 'commander';
import type { Language, Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { visibleLines } from '../base/visible-text.js';
import { describeTool } from './describe-tool.js';
import { words } from './messages.js';
import { openTerminal, type Surroundings } from './terminal.js';

/** Runs `shenbao` with `args` (without node and script); returns the exit status, see the README. Never throws. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const terminal = openTerminal(surroundings, languageOf(args));
  let status = 0;
  const program = describeTool(terminal, async (command) => {
    status = await command(surroundings, terminal);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code === 'commander.help') {
        // Of `shenbao git`, which is nothing without a command of its own.
        (program.commands.find((one) => one.name() === args[0]) ?? program).outputHelp();
        return 0;
      }
      terminal.complain(terminal.say(explain(error)));
    } else if (error instanceof UserError) {
      terminal.complain(visibleLines(terminal.say(error.words)));
    } else {
      terminal.complain(terminal.say(words.bug));
      terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    return 2;
  }
}

/** Read before anything else, so that wrong flags are told in the right language too. */
function languageOf(args: readonly string[]): Language {
  const given = args.map((arg, index) => (arg === '--lang' ? args[index + 1] : /^--lang=(.*)$/.exec(arg)?.[1]));
  return given.includes('en') ? 'en' : 'zh';
}

function explain(error: CommanderError): Words {
  const named = /'([^' ]+)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') return words.unknownFlag(named);
  if (error.code === 'commander.unknownCommand') return words.unknownCommand(named);
  if (error.code === 'commander.missingArgument') return words.noArgument(named);
  if (error.code === 'commander.optionMissingArgument') {
    return words.noFlagValue(/--[a-z-]+/.exec(error.message)?.[0] ?? named);
  }
  return words.wrongUse(error.message.replace(/^error: /, ''));
}
