// `shenbao check`: says of each declaration what is wrong, where, and what to do.
import type { Finding, Level } from '../base/finding.js';
import { checkAll } from '../workspace/check-all.js';
import { findWorkspace } from '../workspace/find.js';
import { printers, reportFormats } from './check-reports/formats.js';
import { gatherReport } from './check-reports/gather.js';
import { hasUnreadable } from './describe-findings.js';
import { words } from './messages.js';
import { readChoice, readJobs } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly format?: string;
  readonly failOn?: string;
  readonly jobs?: string;
}

const levels = ['error', 'warning', 'hint'] as const satisfies readonly Level[];

export async function check(
  paths: readonly string[],
  flags: Flags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', reportFormats);
  const failOn = readChoice('--fail-on', flags.failOn ?? 'error', levels);
  const jobs = flags.jobs === undefined ? null : readJobs(flags.jobs);
  const root = findWorkspace(surroundings.cwd);
  const checked = await checkAll(root, {
    paths,
    cwd: surroundings.cwd,
    jobs,
    signal: surroundings.signal,
    checked: (done, total) => terminal.progress(done, total, ''),
  });
  const report = gatherReport(root, checked);
  if (checked.files === 0) terminal.complain(terminal.say(words.nothingFound));
  const print = await printers[format]();
  terminal.out(print(report, terminal));
  if (checked.interrupted) return 130;
  if (hasUnreadable(report.files)) return 2;
  return fails(
    report.files.flatMap(({ findings }) => findings),
    failOn,
  )
    ? 1
    : 0;
}

function fails(findings: readonly Finding[], failOn: Level): boolean {
  return findings.some(({ level }) => levels.indexOf(level) <= levels.indexOf(failOn));
}
