// The report for a comment or a step's summary: counts, then each file's findings as a list, worst first, with their lines and reasons folded.
import { codeFrame } from '../../base/code-frame.js';
import { type Finding, sortFindings } from '../../base/finding.js';
import { codeBlock, codeSpan, escapeMarkdown } from '../../base/markdown.js';
import { levelNames, reportWords } from '../report-messages.js';
import { hasLine } from '../texts.js';
import { countLevels, type FileFindings, type Report, type Style, worstFirst } from './report.js';
import { describeReckonings } from './text.js';

/** GitHub takes 65,536 characters in a comment; some are left to whoever puts words around it. */
const longest = 60_000;
const mostRelated = 6;

/** For the line that counts what is left out. */
const reserve = 300;

export function printMarkdown(report: Report, style: Style): string {
  const { say } = style;
  const summary = say(reportWords.checked({ ...report.summary, cached: 0 }));
  const parts = [
    `### ${say(reportWords.title)}`,
    ...[...describeReckonings(report, style), summary].map(escapeMarkdown),
    ...(report.files.length === 0 ? [say(reportWords.clean)] : []),
  ];
  let room = longest - reserve - parts.join('\n\n').length;
  let isFull = false;
  const left = { findings: 0, files: 0 };
  const told = new Set<string>();
  for (const { file, findings } of byWorst(report.files)) {
    let heading = `#### ${codeSpan(file)} · ${say(reportWords.counts(countLevels(findings)))}\n\n`;
    let shown = 0;
    for (const finding of sortFindings(findings)) {
      const text = `${heading}${describe(finding, file, told, report, style)}`;
      isFull ||= text.length + 2 > room;
      if (isFull) break;
      room -= text.length + 2;
      parts.push(text);
      heading = '';
      shown += 1;
    }
    left.findings += findings.length - shown;
    left.files += shown < findings.length ? 1 : 0;
  }
  if (left.findings > 0) parts.push(escapeMarkdown(say(reportWords.moreInAll(left.findings, left.files))));
  return parts.join('\n\n');
}

/** Files with errors first, otherwise by name. */
function byWorst(files: readonly FileFindings[]): readonly FileFindings[] {
  const names = [...new Set(worstFirst(files).map(({ file }) => file))];
  const known = new Map(files.map((one) => [one.file, one]));
  return names.flatMap((name) => known.get(name) ?? []);
}

function describe(finding: Finding, file: string, told: Set<string>, report: Report, { say }: Style): string {
  const { level, rule, message, advice, place, related = [] } = finding;
  const elsewhere = place && place.file !== file ? `${codeSpan(place.file)} ` : '';
  const where = place ? `${elsewhere}${place.line}:${place.column} ` : '';
  const head = `- **${say(levelNames[level])}** ${where}${escapeMarkdown(say(message))} ${codeSpan(rule)}`;
  const lines = [head];
  if (advice) lines.push(`  → ${escapeMarkdown(say(advice))}`);

  const text = place && hasLine(place) ? report.textOf(place.file) : null;
  const why = told.has(rule) ? null : report.whyOf(rule, file);
  told.add(rule);
  const folded: string[] = [];
  if (place && text !== null) {
    const here = related.filter((one) => one.file === place.file).slice(0, mostRelated);
    folded.push(codeBlock(codeFrame(text, place, here)));
  }
  if (why) {
    folded.push(escapeMarkdown(`${say(reportWords.why)}${say(why.about)}${say(reportWords.source(say(why.source)))}`));
  }
  if (folded.length === 0) return lines.join('  \n');
  const details = [
    '<details><summary>',
    say(reportWords.details),
    '</summary>\n\n',
    folded.join('\n\n'),
    '\n\n</details>',
  ].join('');
  return `${lines.join('  \n')}\n\n${details.replace(/^(?=.)/gm, '  ')}`;
}
