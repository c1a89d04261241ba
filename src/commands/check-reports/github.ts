// The report as annotations that GitHub Actions reads from a step's log: workflow commands, the worst first, then the summary in words.
// A step shows ten of each kind and drops the others without a word, so that the last notice counts them.
import type { Level } from '../../base/finding.js';
import { visibleText } from '../../base/visible-text.js';
import { reportWords } from '../report-messages.js';
import { type FiledFinding, type Report, type Style, worstFirst } from './report.js';
import { describeReckonings } from './text.js';

const mostOfAKind = 10;
/** Of UTF-16 units; GitHub takes 64 kB of UTF-8. */
const longestMessage = 4000;
const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

export function printGitHub(report: Report, style: Style): string {
  const all = worstFirst(report.files);
  const of = (level: Level) => all.filter(({ finding }) => finding.level === level);
  const kinds = { error: of('error'), warning: of('warning'), hint: of('hint') };
  const fits = Object.values(kinds).every((kind) => kind.length <= mostOfAKind);
  const shown = [
    ...kinds.error.slice(0, mostOfAKind),
    ...kinds.warning.slice(0, mostOfAKind),
    ...kinds.hint.slice(0, fits ? mostOfAKind : mostOfAKind - 1),
  ];
  const lines = shown.map((one) => annotate(one, report, style));
  const left = all.length - shown.length;
  if (left > 0) lines.push(`::notice::${escapeData(style.say(reportWords.annotationsLeftOut(left)))}`);
  return [
    ...lines,
    ...describeReckonings(report, style),
    style.say(reportWords.checked({ ...report.summary, cached: 0 })),
  ].join('\n');
}

function annotate({ file, finding }: FiledFinding, { prefix }: Report, { say }: Style): string {
  const { rule, level, message, advice, place } = finding;
  // Columns of a place over several lines are refused.
  const columns = place && place.line === place.endLine ? { col: place.column, endColumn: place.endColumn } : {};
  const properties = {
    file: prefix + (place?.file ?? file),
    line: place?.line ?? 1,
    endLine: place?.endLine ?? 1,
    ...columns,
    title: rule,
  };
  const shown = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const text = visibleText(`${say(message)}${advice ? ` → ${say(advice)}` : ''}`);
  const cut = text.length > longestMessage ? `${text.slice(0, longestMessage).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return `::${commands[level]} ${shown.join(',')}::${escapeData(cut)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
