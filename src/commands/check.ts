// `shenbao check`: says of each declaration what is wrong, where, and what to do; mends what has one safe answer when asked.

import { compareLevels, type Finding, type Level, levels } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { visibleLines } from '../base/visible-text.js';
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
    paths: given ? [given.file] : paths,
    cwd: given ? root : surroundings.cwd,
    jobs,
    signal: surroundings.signal,
    checked: (done, total) => terminal.progress(done, total, ''),
  };
  let texts: ReadonlyMap<string, Uint8Array> = given ? new Map([[given.file, given.bytes]]) : new Map();
  let checked = await checkAll(root, { ...options, texts });

  if (flags.diff || flags.fix) {
    const { findFixes } = await import('../workspace/fix.js');
    const fixed = checked.interrupted ? [] : await findFixes(root, checked.findings, texts);
    if (flags.diff) {
      await showFixes(fixed, surroundings, terminal);
      return statusOf(checked, failOn);
    }
    if (given) {
      const mended = fixed[0]?.after ?? given.bytes;
      surroundings.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(mended));
      texts = new Map([[given.file, mended]]);
    } else await makeFixes(root, fixed, terminal);
    if (fixed.length > 0) checked = await checkAll(root, { ...options, texts });
  }
  if (flags.baseline !== undefined) {
    const { sinceBaseline } = await import('../workspace/baseline.js');
    checked = await sinceBaseline(root, flags.baseline, checked, options);
  }

  const report = await gatherReport(root, checked, texts);
  if (checked.files === 0) terminal.complain(terminal.say(words.nothingFound));
  const print = await printers[format]();
  const tell = flags.fix && given ? terminal.complain : terminal.out;
  tell(print(report, terminal));
  return statusOf(checked, failOn);
}

async function showFixes(fixed: readonly Fixed[], { stdout }: Surroundings, terminal: Terminal): Promise<void> {
  const { describeFixes } = await import('./describe-fixes.js');
  // Without the last line's end, which `out` adds; a space before it is a blank line of the file, and must stay.
  const patch = describeFixes(fixed).replace(/\n$/, '');
  // A terminal would obey what a file may hold; `git apply` needs it as it is.
  if (patch !== '') terminal.out(stdout.isTTY ? visibleLines(patch) : patch);
  terminal.complain(terminal.say(words.fixable(countOf(fixed), fixed.length)));
}

async function makeFixes(root: string, fixed: readonly Fixed[], terminal: Terminal): Promise<void> {
  const { writeFixes } = await import('../workspace/fix.js');
  const busy = await writeFixes(root, fixed);
  for (const file of busy) terminal.complain(terminal.say(words.notFixed(file)));
  const done = fixed.filter(({ file }) => !busy.includes(file));
  terminal.complain(terminal.say(words.fixed(countOf(done), done.length)));
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
  const isBad = ({ level }: Finding) => compareLevels(level, failOn) <= 0;
  return findings.some((one) => one.findings.some(isBad)) ? 1 : 0;
}
