// `shenbao check`: says of each declaration what is wrong, where, and what to do.
import type { Finding, Level } from '../base/finding.js';
import { checkAll } from '../workspace/check-all.js';
import { findWorkspace } from '../workspace/find.js';
import { describeFindings, findingToJson, hasUnreadable } from './describe-findings.js';
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
  const format = readChoice('--format', flags.format ?? 'text', ['text', 'json']);
  const failOn = readChoice('--fail-on', flags.failOn ?? 'error', levels);
  const jobs = flags.jobs === undefined ? null : readJobs(flags.jobs);
  const root = findWorkspace(surroundings.cwd);
  const report = await checkAll(root, {
    paths,
    cwd: surroundings.cwd,
    jobs,
    signal: surroundings.signal,
    checked: (done, total) => terminal.progress(done, total, ''),
  });
  const all = report.findings.flatMap(({ findings }) => findings);
  const count = (level: Level) => all.filter((finding) => finding.level === level).length;
  const summary = {
    files: report.files,
    cached: report.cached,
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
  };

  if (format === 'json') {
    const findings = report.findings.flatMap((one) =>
      one.findings.map((finding) => findingToJson(one.file, finding, terminal)),
    );
    terminal.out(JSON.stringify({ findings, summary }, null, 2));
  } else {
    for (const { file, findings } of report.findings) {
      terminal.out(`${describeFindings(root, file, findings, terminal)}\n`);
    }
    if (report.files === 0) terminal.complain(terminal.say(words.nothingFound));
    terminal.out(terminal.say(words.checked(summary)));
  }
  if (report.interrupted) return 130;
  if (hasUnreadable(report.findings)) return 2;
  return fails(all, failOn) ? 1 : 0;
}

function fails(findings: readonly Finding[], failOn: Level): boolean {
  return findings.some(({ level }) => levels.indexOf(level) <= levels.indexOf(failOn));
}
