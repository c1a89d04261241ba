// Turns a build's report into words, and into the JSON that schema/reports/build.schema.json describes.
import { join, relative } from 'node:path';
import type { BuildReport, Built, Failed } from '../workspace/report.js';
import { describeFindings, findingToJson, hasUnreadable } from './describe-findings.js';
import { words } from './messages.js';
import type { Terminal } from './terminal.js';

/** More built declarations than these are only counted, unless each is to be explained. */
const maxListed = 20;

export function describeBuild(root: string, report: BuildReport, explain: boolean, terminal: Terminal): void {
  const { colours } = terminal;
  const say = terminal.say;
  const out = folderName(root, report.out);
  for (const warning of report.warnings) terminal.complain(colours.yellow(say(warning)));
  const listed = explain ? report.built : report.built.slice(0, maxListed);
  for (const built of listed) terminal.out(describeBuilt(built, out, explain, terminal));
  if (report.built.length > listed.length) terminal.out(say(words.more(report.built.length - listed.length)));
  for (const output of report.removed) terminal.out(say(words.removed(join(out, output))));
  for (const output of report.kept) terminal.complain(say(words.kept(join(out, output))));
  for (const { output } of report.busy) terminal.complain(colours.red(say(words.busy(join(out, output)))));

  const remarks = report.built.filter(({ findings }) => findings.length > 0);
  describeFailures(root, [...remarks, ...report.failed], terminal);
  terminal.out(say(words.built(report.built.length, report.unchanged, report.cached)));
  const drafts = report.built.filter(({ draft }) => draft).length;
  if (drafts > 0) terminal.complain(colours.yellow(say(words.drafts(drafts))));
  const unsaid = report.built.reduce((sum, { remarks }) => sum + remarks, 0);
  if (unsaid > 0) terminal.complain(say(words.remarks(unsaid)));
  if (report.failed.length > 0) terminal.complain(colours.red(say(words.failed(report.failed.length))));
}

/** What `build --check` found. */
export function describeCheckedOutputs(root: string, report: BuildReport, explain: boolean, terminal: Terminal): void {
  const out = folderName(root, report.out);
  for (const warning of report.warnings) terminal.complain(terminal.say(warning));
  describeFailures(root, report.failed, terminal);
  if (report.stale.length === 0) {
    if (report.failed.length === 0) terminal.out(terminal.say(words.fresh(report.unchanged)));
    return;
  }
  terminal.out(terminal.say(words.stale(report.stale.length)));
  const listed = explain ? report.stale : report.stale.slice(0, maxListed);
  for (const { output, reason } of listed) terminal.out(`  ${join(out, output)}  ${terminal.say(reason)}`);
  if (report.stale.length > listed.length) terminal.out(terminal.say(words.more(report.stale.length - listed.length)));
  terminal.out(terminal.say(words.refresh));
}

/** Findings go to standard error: a build is for documents. */
function describeFailures(root: string, failures: readonly Failed[], terminal: Terminal): void {
  for (const { file, findings, blocks } of failures) {
    terminal.complain(`${describeFindings(root, file, findings, terminal)}\n`);
    if (blocks) terminal.complain(`${terminal.say(words.blocked(blocks.length))}\n`);
  }
}

function describeBuilt(built: Built, out: string, explain: boolean, terminal: Terminal): string {
  const [first = '', ...others] = built.outputs;
  const documents = [join(out, first), ...others.map((other) => other.slice(other.lastIndexOf('.')))].join(' ');
  const reason = explain ? `  ${terminal.colours.dim(terminal.say(built.reason))}` : '';
  return `${built.file} → ${documents}${reason}`;
}

export function reportToJson(report: BuildReport, terminal: Terminal): Record<string, unknown> {
  const findingsOf = ({ file, findings }: Failed) => findings.map((finding) => findingToJson(file, finding, terminal));
  return {
    built: report.built.map(({ file, outputs, reason, findings, remarks, draft }) => ({
      file,
      outputs,
      reason: terminal.say(reason),
      findings: findingsOf({ file, findings }),
      remarks,
      draft,
    })),
    unchanged: report.unchanged,
    ...(report.cached !== null && { cached: report.cached }),
    failed: report.failed.map((failed) => ({
      file: failed.file,
      findings: findingsOf(failed),
      ...(failed.blocks && { blocks: failed.blocks }),
    })),
    stale: report.stale.map(({ file, output, state, reason }) => ({
      file,
      output,
      state,
      reason: terminal.say(reason),
    })),
    busy: report.busy.map(({ output }) => output),
    removed: report.removed,
    kept: report.kept,
    warnings: report.warnings.map((warning) => terminal.say(warning)),
    interrupted: report.interrupted,
  };
}

/** The exit status of a build that ended so; of an interrupted one it tells. */
export function statusOf(report: BuildReport, terminal: Terminal): number {
  if (report.interrupted) {
    terminal.complain(terminal.say(words.interrupted));
    return 130;
  }
  if (hasUnreadable(report.failed)) return 2;
  return report.failed.length + report.busy.length + report.stale.length > 0 ? 1 : 0;
}

/** As seen from the workspace, `out` for its own folder of outputs. */
function folderName(root: string, out: string): string {
  const path = relative(root, out);
  return path.startsWith('..') ? out : path;
}
