// `shenbao build`: prints what changed, tells what was done and why, keeps watch when asked.
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { type BuildEvents, type BuildOptions, build as buildWorkspace } from '../workspace/build.js';
import { findWorkspace } from '../workspace/find.js';
import type { BuildReport } from '../workspace/report.js';
import { describeBuild, describeCheckedOutputs, reportToJson, statusOf } from './describe-build.js';
import { words } from './messages.js';
import { readChoice, readEpoch, readFormats, readJobs, readShard } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

/** As commander hands them over. */
interface Flags {
  readonly to?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly jobs?: string;
  readonly shard?: string;
  readonly cache?: string;
  readonly check?: boolean;
  readonly draft?: boolean;
  readonly watch?: boolean;
  readonly explain?: boolean;
  readonly stage?: string;
  readonly time?: boolean;
  readonly format?: string;
}

export async function build(
  paths: readonly string[],
  flags: Flags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', ['text', 'json']);
  refuseTogether(flags);
  const root = findWorkspace(surroundings.cwd);
  const options: BuildOptions = {
    paths,
    cwd: surroundings.cwd,
    ...(flags.to !== undefined && { formats: readFormats(flags.to) }),
    ...(flags.out !== undefined && { out: flags.out }),
    ...(flags.cache !== undefined && { cache: flags.cache }),
    force: flags.force === true,
    jobs: flags.jobs === undefined ? null : readJobs(flags.jobs),
    shard: flags.shard === undefined ? null : readShard(flags.shard),
    check: flags.check === true,
    draft: flags.draft === true,
    epoch: readEpoch(surroundings.env.SOURCE_DATE_EPOCH),
    signal: surroundings.signal,
  };
  if (flags.stage !== undefined) {
    const { printStage } = await import('./stage.js');
    return printStage(flags.stage, root, paths, options.epoch ?? null, surroundings, terminal);
  }

  const explain = flags.explain === true;
  const show = (report: BuildReport) => {
    if (format === 'json') terminal.out(JSON.stringify(reportToJson(report, terminal), null, 2));
    else if (flags.check) describeCheckedOutputs(root, report, explain, terminal);
    else describeBuild(root, report, explain, terminal);
  };
  if (flags.watch) {
    await keepWatch(root, { ...options, signal: surroundings.signal }, show, terminal);
    return 130;
  }
  const started = performance.now();
  const report = await buildWorkspace(root, options, progressOf(terminal));
  show(report);
  if (flags.time) terminal.complain(terminal.say(words.took(((performance.now() - started) / 1000).toFixed(2))));
  return statusOf(report, terminal);
}

function refuseTogether(flags: Flags): void {
  const pairs: readonly (readonly [keyof Flags, keyof Flags])[] = [
    ['check', 'watch'],
    ['check', 'force'],
    ['check', 'stage'],
    ['check', 'cache'],
    ['force', 'cache'],
    ['watch', 'stage'],
    ['watch', 'shard'],
    ['draft', 'shard'],
  ];
  for (const [one, other] of pairs) {
    if (flags[one] && flags[other]) throw new UserError(words.together(`--${one}`, `--${other}`));
  }
}

/** A line that is drawn anew for each declaration, on a terminal. */
function progressOf(terminal: Terminal): BuildEvents {
  let total = 0;
  let done = 0;
  const step = (file: string) => {
    done += 1;
    terminal.progress(done, total, file);
  };
  return {
    planned: (plan) => {
      total = plan.todo;
    },
    built: ({ file }) => step(file),
    failed: ({ file }) => step(file),
  };
}

async function keepWatch(
  root: string,
  options: BuildOptions & { readonly signal: AbortSignal },
  show: (report: BuildReport) => void,
  terminal: Terminal,
): Promise<void> {
  const { watch } = await import('../workspace/watch.js');
  const say = (text: Words) => terminal.complain(terminal.say(text));
  await watch(root, options, {
    ready: () => say(words.watching),
    changed: (files) => terminal.complain(`↻ ${files.slice(0, 5).join('  ')}${files.length > 5 ? ' …' : ''}`),
    done: show,
    stopped: say,
  });
}
