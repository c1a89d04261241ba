// The report for people at a terminal: by file, the worst first, each finding with its lines, why it matters and what to do.
import type { Finding } from '../../base/finding.js';
import { describeFinding } from '../describe-finding.js';
import { describeHeading } from '../describe-findings.js';
import { reportWords } from '../report-messages.js';
import { type FileFindings, type Report, type Style, worstFirst } from './report.js';

const mostInAFile = 20;
const mostInAll = 200;
/** More sums than these are only counted. */
const mostReckonings = 3;

export function printText(report: Report, style: Style): string {
  const blocks: string[] = [];
  const told = new Set<string>();
  const shown = pick(report.files);
  for (const { file, findings, blocks: blocked } of report.files) {
    const own = shown.get(file);
    if (!own) continue;
    const more = findings.length - own.length;
    blocks.push(describeHeading(file, findings, style));
    for (const finding of own) {
      const why = told.has(finding.rule) ? null : report.whyOf(finding.rule, file);
      told.add(finding.rule);
      blocks.push(describeFinding(finding, file, { style, textOf: report.textOf, why }));
    }
    if (more > 0) blocks.push(`  ${style.say(reportWords.more(more))}`);
    if (blocked) blocks.push(`  ${style.say(reportWords.blocked(blocked.length))}`);
  }
  const hidden = report.files.filter(({ file }) => !shown.has(file));
  if (hidden.length > 0) {
    const count = hidden.reduce((sum, { findings }) => sum + findings.length, 0);
    blocks.push(style.say(reportWords.moreInAll(count, hidden.length)));
  }
  const closing = [...describeReckonings(report, style), style.say(reportWords.checked(report.summary))];
  return [...blocks, closing.join('\n')].join('\n\n');
}

/** The findings that are shown, by file: of all of them the worst, and of each file no more than fit. */
function pick(files: readonly FileFindings[]): ReadonlyMap<string, readonly Finding[]> {
  const shown = new Map<string, Finding[]>();
  let count = 0;
  for (const { file, finding } of worstFirst(files)) {
    if (count === mostInAll) break;
    const own = shown.get(file) ?? [];
    if (own.length === mostInAFile) continue;
    shown.set(file, [...own, finding]);
    count += 1;
  }
  return shown;
}

export function describeReckonings(
  { reckonings }: Pick<Report, 'reckonings'>,
  { say }: Pick<Style, 'say'>,
): readonly string[] {
  if (reckonings.length > mostReckonings) {
    const open = reckonings.filter(({ unread, declared }) => unread > 0 || declared === null).length;
    const agree = reckonings.filter(({ unread, fen, declared }) => unread === 0 && fen === declared).length;
    return [say(reportWords.reckonings(agree, reckonings.length - agree - open, open))];
  }
  const [only] = reckonings;
  return reckonings.map(
    (one) => `${reckonings.length > 1 && only ? `${one.file}  ` : ''}${say(reportWords.reckoned(one))}`,
  );
}
