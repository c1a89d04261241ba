// What the command line offers: commands, arguments, flags. Each command's own file is loaded when it is called.
import { Command, Option } from 'commander';
import type { Words } from '../base/finding.js';
import { toolVersion } from '../workspace/package.js';
import { help as helpOfComment } from './comment-messages.js';
import { help as helpOfDiff } from './diff-messages.js';
import { help as helpOfGit } from './git-command-messages.js';
import { help as helpOfGitMerge } from './git-merge-messages.js';
import { help as helpOfImport } from './import-messages.js';
import { headings, help } from './messages.js';
import { help as helpOfNew } from './new-messages.js';
import { help as helpOfTemplate } from './template-messages.js';
import type { Surroundings, Terminal } from './terminal.js';
import { help as helpOfVerify } from './verify-messages.js';

type Run = (command: (surroundings: Surroundings, terminal: Terminal) => Promise<number>) => Promise<void>;

/** Every command with its flags, in the language of the terminal. Parsing a command line calls `run`. */
export function describeTool(terminal: Terminal, run: Run): Command {
  const say = (text: Words) => terminal.say(text);
  const program = new Command('shenbao');
  const commandOf = (name: string, about: Words, above: Command = program) =>
    prepare(above.command(name), terminal).description(say(about));
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

  commandOf('diff', helpOfDiff.diff)
    .usage(say(helpOfDiff.usage))
    .argument('[sides...]', say(helpOfDiff.sides))
    .option('--format <name>', say(helpOfDiff.format))
    .option('--to <format>', say(helpOfDiff.to))
    .option('--out <dir>', say(helpOfDiff.out))
    .option('--max-increase <most>', say(helpOfDiff.maxIncrease))
    .option('--fail-on-change <kind>', say(helpOfDiff.failOnChange))
    .action((sides, flags) => run(async (...at) => (await import('./diff.js')).diff(sides, flags, ...at)));

  commandOf('comment', helpOfComment.comment)
    .usage(say(helpOfComment.usageOfComment))
    .argument(`<${say(helpOfComment.forge)}>`, say(helpOfComment.commentForge))
    .option('--pr <n>', say(helpOfComment.commentPull))
    .option('--repo <owner/name>', say(helpOfComment.commentRepo))
    .option('--range <base...head>', say(helpOfComment.commentRange))
    .option('--dry-run', say(helpOfComment.commentDryRun))
    .action((forge, flags) => run(async (...at) => (await import('./comment.js')).comment(forge, flags, ...at)));

  const git = commandOf('git', helpOfGit.git).usage(say(helpOfGit.usageOfGit));
  commandOf('install', helpOfGit.install, git).action(() =>
    run(async (...at) => (await import('./git.js')).gitInstall(...at)),
  );
  commandOf('uninstall', helpOfGit.uninstall, git).action(() =>
    run(async (...at) => (await import('./git.js')).gitUninstall(...at)),
  );
  commandOf('textconv', helpOfGit.textconv, git)
    .usage(say(helpOfGit.usageOfTextconv))
    .argument(`<${say(helpOfGit.file)}>`, say(helpOfGit.textconvFile))
    .action((file) => run(async (...at) => (await import('./git.js')).gitTextconv(file, ...at)));

  commandOf('merge', helpOfGitMerge.merge, git)
    .usage(say(helpOfGitMerge.usageOfMerge))
    .argument('[files...]', say(helpOfGitMerge.mergeFiles))
    .action((files) => run(async (...at) => (await import('./git-merge.js')).gitMerge(files, ...at)));

  commandOf('import', helpOfImport.import)
    .usage(say(helpOfImport.usageOfImport))
    .argument('[files...]', say(helpOfImport.importFiles))
    .option('--out <dir>', say(helpOfImport.importOut))
    .option('--update [file]', say(helpOfImport.importUpdate))
    .option('--year <year>', say(helpOfImport.importYear))
    .option('--form <title>', say(helpOfImport.importForm))
    .option('--dry-run', say(helpOfImport.importDryRun))
    .action((files, flags) => run(async (...at) => (await import('./import.js')).importFiles(files, flags, ...at)));

  commandOf('verify', helpOfVerify.verify)
    .usage(say(helpOfVerify.usageOfVerify))
    .argument(`<${say(helpOfVerify.files)}...>`, say(helpOfVerify.verifyFiles))
    .option('--format <name>', say(help.format))
    .action((files, flags) => run(async (...at) => (await import('./verify.js')).verifyFiles(files, flags, ...at)));

  const template = commandOf('template', helpOfTemplate.template).usage(say(helpOfTemplate.usageOfTemplate));
  commandOf('check', helpOfTemplate.check, template)
    .usage(say(helpOfTemplate.usageOfCheck))
    .argument('[form]', say(helpOfTemplate.form))
    .option('--format <name>', say(help.format))
    .action((form, flags) =>
      run(async (...at) => (await import('./template-check.js')).templateCheck(form, flags, ...at)),
    );

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
