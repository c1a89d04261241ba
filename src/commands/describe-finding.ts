// Turns one finding into what a person reads: where and what, the lines concerned, why it matters, what to do.
import { codeFrame } from '../base/code-frame.js';
import type { Finding, Place } from '../base/finding.js';
import { breakLines } from '../base/line-breaking.js';
import { textWidth } from '../base/text-width.js';
import { visibleText } from '../base/visible-text.js';
import type { Style, Why } from './check-reports/report.js';
import { levelNames, reportWords } from './report-messages.js';
import { hasLine } from './texts.js';

/** More places that a finding disagrees with are only counted. */
const mostRelated = 6;
/** Lines longer than this are hard to read, however wide the terminal. */
const widest = 120;
const widthWithoutTerminal = 100;

export interface Telling {
  readonly style: Style;
  textOf(file: string): string | null;
  /** Null where it has been told, or where there is nothing to tell. */
  readonly why: Why | null;
}

/** `file` is the one that the finding is listed under; a place in another is named in full. */
export function describeFinding(finding: Finding, file: string, { style, textOf, why }: Telling): string {
  const { colours, say } = style;
  const parts = [headOf(finding, file, style), ...framesOf(finding, textOf, style)];
  if (why) {
    const text = `${say(why.about)}${say(reportWords.source(say(why.source)))}`;
    parts.push(hang(`  ${say(reportWords.why)}`, text, style, colours.dim));
  }
  if (finding.advice) parts.push(hang('  → ', say(finding.advice), style, same, colours.green));
  return parts.join('\n');
}

function headOf({ level, message, rule, place }: Finding, file: string, style: Style): string {
  const { colours, say } = style;
  const paint = { error: colours.red, warning: colours.yellow, hint: colours.cyan }[level];
  const where = place
    ? `${place.file === file ? '' : `${visibleText(place.file)}:`}${place.line}:${place.column}  `
    : '';
  const start = `  ${where}${say(levelNames[level])}  `;
  const lines = wrap(`${visibleText(say(message))}  ${rule}`, textWidth(start), style);
  const last = lines.length - 1;
  const text = lines.map((line, index) =>
    index === last && line.endsWith(rule) ? `${line.slice(0, -rule.length)}${colours.dim(rule)}` : line,
  );
  const head = `  ${colours.bold(where)}${paint(say(levelNames[level]))}  `;
  return `${head}${text.join(`\n${' '.repeat(textWidth(start))}`)}`;
}

function framesOf({ place, related = [] }: Finding, textOf: Telling['textOf'], style: Style): readonly string[] {
  const { colours, say } = style;
  const parts: string[] = [];
  const text = place && hasLine(place) ? textOf(place.file) : null;
  const drawn = related.filter((one) => text !== null && one.file === place?.file);
  if (place && text !== null) {
    const frame = codeFrame(text, place, drawn.slice(0, mostRelated), {
      columns: Math.min(style.columns ?? widthWithoutTerminal, widest),
      main: colours.red,
      related: colours.cyan,
      faint: colours.dim,
    });
    parts.push(frame);
  }
  const elsewhere = related.filter((one) => !drawn.includes(one));
  if (elsewhere.length > 0) {
    parts.push(hang(`  ${say(reportWords.alsoAt)}`, elsewhere.slice(0, mostRelated).map(nameOf).join('  '), style));
  }
  const more = Math.max(0, drawn.length - mostRelated) + Math.max(0, elsewhere.length - mostRelated);
  if (more > 0) parts.push(`  ${colours.dim(say(reportWords.moreRelated(more)))}`);
  return parts;
}

function nameOf({ file, line, column }: Place): string {
  return `${visibleText(file)}:${line}:${column}`;
}

const same = (text: string) => text;

/** A text whose further lines begin where its first does, behind `mark`. */
export function hang(mark: string, text: string, style: Style, paint = same, paintMark = paint): string {
  const [first = '', ...others] = wrap(visibleText(text), textWidth(mark), style);
  const indent = ' '.repeat(textWidth(mark));
  return [`${paintMark(mark)}${paint(first)}`, ...others.map((line) => `${indent}${paint(line)}`)].join('\n');
}

/** Whole where nobody reads along: programs want a sentence in one line. */
function wrap(text: string, indent: number, { columns }: Style): readonly string[] {
  if (columns === null) return [text];
  const width = Math.max(20, Math.min(columns, widest) - indent);
  return breakLines(text, width, (codePoint) => textWidth(String.fromCodePoint(codePoint)));
}
