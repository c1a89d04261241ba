// `shenbao check`: says of each declaration what is wrong, where, and what to do; mends what has one safe answer when asked.

import type { Finding, Level } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { visibleText } from '../base/visible-text.js';
import { type CheckOptions, type CheckReport, checkAll } from '../workspace/check-all.js';
import { findWorkspace } from '../workspace/find.js';
import type { Fixed } from '../workspace/fix.js';
import { printers, reportFormats } from './check-reports/formats.js';
import { gatherReport } from './check-reports/gather.js';
import { hasUnreadable } from './describe-findings.js';
import { words } from './messages.js';
import { readChoice, readJobs } from './options.js';
import { readEditorText } from './stdin.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly format?: string;
  readonly failOn?: string;
  readonly jobs?: string;
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly baseline?: string;
  readonly stdinFilename?: string;
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
  refuseTogether(paths, flags);
  const root = findWorkspace(surroundings.cwd);
  const given =
    flags.stdinFilename === undefined ? null : await readEditorText(root, flags.stdinFilename, surroundings);
  const options: CheckOptions = {
    paths,
    cwd: surroundings.cwd,
    jobs,
    signal: surroundings.signal,
    checked: (done, total) => terminal.progress(done, total, ''),
    ...(given && { texts: new Map([[given.file, given.bytes]]), paths: [given.file], cwd: root }),
  };
  let checked = await checkAll(root, options);
  let texts = given ? new Map([[given.file, given.bytes]]) : null;

  if (flags.diff || flags.fix) {
    const { findFixes, writeFixes } = await import('../workspace/fix.js');
    const fixed = checked.interrupted ? [] : await findFixes(root, checked.findings, texts ?? new Map());
    if (flags.diff) {
      const { describeFixes } = await import('./describe-fixes.js');
      const patch = describeFixes(fixed);
      // A terminal would obey what a file may hold; `git apply` needs it as it is.
      if (patch !== '') terminal.out((surroundings.stdout.isTTY ? visibleText(patch) : patch).trimEnd());
      terminal.complain(terminal.say(words.fixable(countOf(fixed), fixed.length)));
      return statusOf(checked, failOn);
    }
    if (given) {
      const mended = fixed[0]?.after ?? given.bytes;
      surroundings.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(mended));
      texts = new Map([[given.file, mended]]);
    } else {
      const busy = await writeFixes(root, fixed);
      for (const file of busy) terminal.complain(terminal.say(words.notFixed(file)));
      const done = fixed.filter(({ file }) => !busy.includes(file));
      terminal.complain(terminal.say(words.fixed(countOf(done), done.length)));
    }
    if (fixed.length > 0) checked = await checkAll(root, { ...options, ...(texts && { texts }) });
  }

  if (flags.baseline !== undefined) {
    const { sinceBaseline } = await import('../workspace/baseline.js');
    checked = await sinceBaseline(root, flags.baseline, checked, options);
  }
  const decoded = texts && new Map([...texts].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
  const report = gatherReport(root, checked, decoded ?? undefined);
  if (checked.files === 0) terminal.complain(terminal.say(words.nothingFound));
  const print = await printers[format]();
  const tell = flags.fix && given ? terminal.complain : terminal.out;
  tell(print(report, terminal));
  return statusOf(checked, failOn);
}

function countOf(fixed: readonly Fixed[]): number {
  return fixed.reduce((sum, { cures }) => sum + cures, 0);
}

function refuseTogether(paths: readonly string[], flags: Flags): void {
  const { stdinFilename, baseline, diff, format } = flags;
  if (stdinFilename !== undefined && paths.length > 0)
    throw new UserError(words.together('--stdin-filename', paths[0] ?? ''));
  if (stdinFilename !== undefined && baseline !== undefined) {
    throw new UserError(words.together('--stdin-filename', '--baseline'));
  }
  if (diff && format !== undefined) throw new UserError(words.together('--diff', '--format'));
}

function statusOf({ findings, interrupted }: CheckReport, failOn: Level): number {
  if (interrupted) return 130;
  if (hasUnreadable(findings)) return 2;
  return fails(
    findings.flatMap((one) => one.findings),
    failOn,
  )
    ? 1
    : 0;
}

function fails(findings: readonly Finding[], failOn: Level): boolean {
  return findings.some(({ level }) => levels.indexOf(level) <= levels.indexOf(failOn));
}
