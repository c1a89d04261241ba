// Turns findings into what a person reads: grouped by file, errors first, each with the line it is about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeFrame, visibleText } from '../base/code-frame.js';
import { type Finding, type Level, sortFindings } from '../base/finding.js';
import type { Terminal } from './terminal.js';

/** At most this many findings of one file are shown in full. */
const maxShown = 20;

/** Files are read again to show the lines that findings point at; `root` is the workspace. */
export function describeFindings(root: string, file: string, findings: readonly Finding[], terminal: Terminal): string {
  const sorted = sortFindings(findings);
  const shown = sorted.slice(0, maxShown).map((finding) => describe(root, file, finding, terminal));
  const more = sorted.length - shown.length;
  if (more > 0) shown.push(terminal.say({ zh: `  还有 ${more} 处未列出。`, en: `  +${more} more.` }));
  return shown.join('\n\n');
}

function describe(root: string, file: string, finding: Finding, terminal: Terminal): string {
  const { colours } = terminal;
  const paint = { error: colours.red, warning: colours.yellow, hint: colours.cyan }[finding.level];
  const at = finding.place;
  const where = at ? `${at.file}:${at.line}:${at.column}` : file;
  const lines = [
    `${colours.bold(visibleText(where))}  ${paint(terminal.say(levelNames[finding.level]))}  ${visibleText(terminal.say(finding.message))}  ${colours.dim(finding.rule)}`,
  ];
  const text = at ? readText(root, at.file) : null;
  if (at && text !== null) lines.push(codeFrame(text, at));
  if (finding.advice) lines.push(`  ${colours.green('→')} ${visibleText(terminal.say(finding.advice))}`);
  return lines.join('\n');
}

/** The text of a file that a finding points into; null when it is gone. */
function readText(root: string, file: string): string | null {
  try {
    return readFileSync(join(root, file), 'utf8').replace(/^\ufeff/, '');
  } catch {
    return null;
  }
}

const levelNames: Record<Level, { readonly zh: string; readonly en: string }> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
};

/** The members that the published JSON reports promise of a finding. */
export function findingToJson(file: string, finding: Finding, terminal: Terminal): Record<string, unknown> {
  const { place } = finding;
  return {
    file: place?.file ?? file,
    rule: finding.rule,
    level: finding.level,
    message: terminal.say(finding.message),
    ...(finding.advice ? { advice: terminal.say(finding.advice) } : {}),
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
