// Turns the command line into a command and its exit status. Commands are loaded when called: --help loads none.
import { Command, CommanderError, Option } from 'commander';
import type { Language, Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { toolVersion } from '../workspace/package.js';
import { headings, help, words } from './messages.js';
import { help as helpOfNew } from './new-messages.js';
import { openTerminal, type Surroundings, type Terminal } from './terminal.js';

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
        program.outputHelp();
        return 0;
      }
      terminal.complain(terminal.say(explain(error)));
    } else if (error instanceof UserError) {
      terminal.complain(terminal.say(error.words));
    } else {
      terminal.complain(terminal.say(words.bug));
      terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    return 2;
  }
}

type Run = (command: (surroundings: Surroundings, terminal: Terminal) => Promise<number>) => Promise<void>;

function describeTool(terminal: Terminal, run: Run): Command {
  const say = (text: Words) => terminal.say(text);
  const program = new Command('shenbao');
  const commandOf = (name: string, about: Words) => prepare(program.command(name), terminal).description(say(about));
  const onPaths = (command: Command) => command.usage(say(help.usage)).argument('[paths...]', say(help.paths));

  prepare(program, terminal)
    .description(say(help.tool))
    .usage(say(help.usageOfTool))
    .version(toolVersion(), '-V, --version', say(help.version));

  onPaths(commandOf('build', help.build))
    .option('--to <formats>', say(help.to))
    .option('--out <dir>', say(help.out))
    .option('--force', say(help.force))
    .option('--jobs <n>', say(help.jobs))
    .option('--shard <i/n>', say(help.shard))
    .option('--cache <dir>', say(help.cache))
    .option('--draft', say(help.draft))
    .option('--check', say(help.checkOutputs))
    .option('--watch', say(help.watch))
    .option('--explain', say(help.explain))
    .option('--stage <name>', say(help.stage))
    .option('--time', say(help.time))
    .option('--format <name>', say(help.format))
    .action((paths, flags) => run(async (...at) => (await import('./build.js')).build(paths, flags, ...at)));

  onPaths(commandOf('check', help.check))
    .option('--format <name>', say(help.formatOfCheck))
    .option('--fail-on <level>', say(help.failOn))
    .option('--fix', say(help.fix))
    .option('--diff', say(help.diff))
    .option('--baseline <ref>', say(help.baseline))
    .option('--stdin-filename <file>', say(help.stdinFilename))
    .option('--jobs <n>', say(help.jobs))
    .action((paths, flags) => run(async (...at) => (await import('./check.js')).check(paths, flags, ...at)));

  commandOf('explain', help.explainRule)
    .usage(say(help.usageOfExplain))
    .argument(`<${say(help.ruleName)}>`, say(help.rule))
    .action((rule) => run(async (...at) => (await import('./explain.js')).explain(rule, ...at)));

  commandOf('rules', help.rules)
    .usage(say(help.usageOfRules))
    .option('--format <name>', say(help.format))
    .action((flags) => run(async (...at) => (await import('./rules.js')).rules(flags, ...at)));

  commandOf('merge', help.merge)
    .usage(say(help.usageOfMerge))
    .argument('[folders...]', say(help.folders))
    .option('--out <dir>', say(help.mergeInto))
    .option('--format <name>', say(help.format))
    .action((folders, flags) => run(async (...at) => (await import('./merge.js')).merge(folders, flags, ...at)));

  commandOf('new', helpOfNew.new)
    .usage(say(helpOfNew.usageOfNew))
    .argument(`<${say(helpOfNew.name)}>`, say(helpOfNew.newName))
    .option('--year <year>', say(helpOfNew.newYear))
    .option('--to <format>', say(helpOfNew.newTo))
    .option('--from <file>', say(helpOfNew.newFrom))
    .option('--form <title>', say(helpOfNew.newForm))
    .action((name, flags) => run(async (...at) => (await import('./new.js')).newOne(name, flags, ...at)));

  commandOf('init', helpOfNew.init)
    .usage(say(helpOfNew.usageOfInit))
    .argument(`<${say(helpOfNew.dir)}>`, say(helpOfNew.initDir))
    .option('--ci <forge>', say(helpOfNew.initCi))
    .option('--form <title>', say(helpOfNew.initForm))
    .action((dir, flags) => run(async (...at) => (await import('./init.js')).init(dir, flags, ...at)));

  commandOf('doctor', helpOfNew.doctor)
    .option('--format <name>', say(help.format))
    .action((flags) => run(async (...at) => (await import('./doctor.js')).doctor(flags, ...at)));

  return program;
}

/** Settings that commander does not hand down to subcommands by itself. */
function prepare(command: Command, terminal: Terminal): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: () => {} })
    .configureHelp({
      styleTitle: (title) => (headings[title] ? terminal.say(headings[title]) : title),
      subcommandTerm: (subcommand) => subcommand.name(),
    })
    .helpOption('-h, --help', terminal.say(help.help))
    .helpCommand(false)
    .addOption(new Option('--lang <language>', terminal.say(help.lang)));
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
