// Turns a file's findings into what a person reads where only some are told: a build names what keeps it from printing.
import { type Finding, sortFindings } from '../base/finding.js';
import { visibleText } from '../base/visible-text.js';
import { countLevels, type Style } from './check-reports/report.js';
import { describeFinding } from './describe-finding.js';
import { reportWords } from './report-messages.js';
import type { Terminal } from './terminal.js';
import { openTexts } from './texts.js';

/** At most this many findings of one file are shown. */
const mostShown = 20;

/** Files are read again to show the lines that findings point at; `root` is the workspace. */
export function describeFindings(root: string, file: string, findings: readonly Finding[], terminal: Terminal): string {
  const sorted = sortFindings(findings);
  const telling = { style: terminal, textOf: openTexts(root), why: null };
  const shown = sorted.slice(0, mostShown).map((finding) => describeFinding(finding, file, telling));
  const more = sorted.length - shown.length;
  if (more > 0) shown.push(`  ${terminal.say(reportWords.more(more))}`);
  return [describeHeading(file, findings, terminal), ...shown].join('\n\n');
}

/** The file and how much was found in it. */
export function describeHeading(file: string, findings: readonly Finding[], { colours, say }: Style): string {
  return `${colours.bold(visibleText(file))}  ${say(reportWords.counts(countLevels(findings)))}`;
}

/** The members that the published JSON reports promise of a finding. */
export function findingToJson(file: string, finding: Finding, { say }: Pick<Style, 'say'>): Record<string, unknown> {
  const { place } = finding;
  return {
    file: place?.file ?? file,
    rule: finding.rule,
    level: finding.level,
    message: say(finding.message),
    ...(finding.advice ? { advice: say(finding.advice) } : {}),
    pointer: finding.pointer ?? '',
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    endLine: place?.endLine ?? 1,
    endColumn: place?.endColumn ?? 1,
    ...(finding.cure ? { cure: finding.cure } : {}),
  };
}

/** A file that could not be opened: the command did not do all that it was asked for. */
export function hasUnreadable(files: readonly { readonly findings: readonly Finding[] }[]): boolean {
  return files.some(({ findings }) => findings.some(({ rule }) => rule === 'workspace/unreadable'));
}
