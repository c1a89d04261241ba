// The review for people at a terminal: a line on everything, then each declaration's changes, what check says, what goes too far.
import type { Finding } from '../../base/finding.js';
import { visibleText } from '../../base/visible-text.js';
import type { Run } from '../../compose/grid.js';
import type { Judged } from '../../review/judge.js';
import type { DeclarationReview } from '../../review/review.js';
import { words } from '../diff-messages.js';
import { levelNames } from '../report-messages.js';
import { type DiffReport, describeExceeded, describeSum, headline, type Style } from './report.js';
import { shortened, tell } from './tell.js';

/** Characters beside a change that are shown of a long text. */
const beside = 16;

export function printText(report: DiffReport, style: Style): string {
  const { review } = report;
  const { say, colours } = style;
  const blocks = [say(words.compared(review.before, review.after))];
  if (review.declarations.length > 0) blocks[0] += `\n${headline(review, style).join(say(words.semicolon))}`;
  else if (review.unreadable.length === 0) blocks[0] += `\n${say(words.nothing)}`;
  for (const declaration of review.declarations) blocks.push(describe(declaration, style));
  if (review.rewritten.length > 0) blocks.push(say(words.rewritten(review.rewritten.length)));
  if (review.unreadable.length > 0) {
    const lines = review.unreadable.flatMap(({ file, side, findings }) => [
      `  ${file}${say(words.brackets(say(words.side[side])))}`,
      ...findings.filter(({ level }) => level === 'error').map((finding) => findingLine(finding, style)),
    ]);
    blocks.push([colours.red(say(words.unreadable(review.unreadable.length))), ...lines].join('\n'));
  }
  if (report.exceeded.length > 0) {
    const lines = describeExceeded(report, style).map((line) => `  ${visibleText(line)}`);
    blocks.push([colours.red(say(words.exceeded)), ...lines].join('\n'));
  }
  return blocks.join('\n\n');
}

function describe(declaration: DeclarationReview, style: Style): string {
  const { say, colours } = style;
  const { file, from, status, name, amount, changes, findings } = declaration;
  const lines = [
    `${colours.bold(visibleText(file))}  ${colours.cyan(say(words.status[status]))}${name === null ? '' : `  ${visibleText(name)}`}`,
  ];
  if (from !== null) lines.push(`  ${visibleText(say(words.from(from)))}`);
  if (status === 'added' || status === 'removed') {
    lines.push(`  ${say(words.total(say(words.amount), amount.before ?? 0n, amount.after ?? 0n))}`);
  }
  for (const change of changes) lines.push(`  ${changeLine(change, style)}`);
  const sum = describeSum(declaration, style);
  if (sum !== null) lines.push(`  ${sum}`);
  lines.push(...findingLines(words.appeared, findings.appeared, style));
  lines.push(...findingLines(words.vanished, findings.vanished, style));
  return lines.join('\n');
}

/** `改动  实施期限：5 → 3` */
export function changeLine(change: Judged, style: Style): string {
  const { kind, label, runs, note } = tell(change, style);
  const head = `${style.colours.dim(kind)}  ${visibleText(label)}${style.say(words.colon)}`;
  const tail = note === '' ? '' : `  ${toned(change.direction, note, style)}`;
  return `${head}${printRuns(shortened(runs, beside), style)}${tail}`;
}

function findingLines(title: (typeof words)['appeared' | 'vanished'], findings: readonly Finding[], style: Style) {
  if (findings.length === 0) return [];
  return [
    `  ${style.say(title)}${style.say(words.colon).trimEnd()}`,
    ...findings.map((one) => findingLine(one, style)),
  ];
}

function findingLine({ level, rule, message, place }: Finding, { say, colours }: Style): string {
  const where = place ? `${place.line}:${place.column} ` : '';
  const colour = { error: colours.red, warning: colours.yellow, hint: colours.dim }[level];
  return `    ${where}${colour(say(levelNames[level]))} ${visibleText(say(message))} ${colours.dim(rule)}`;
}

function toned(direction: 'tightened' | 'loosened' | null, note: string, { colours }: Style): string {
  return direction === 'loosened'
    ? colours.yellow(note)
    : direction === 'tightened'
      ? colours.green(note)
      : colours.dim(note);
}

/** `before → after` for a value that was replaced; otherwise marks within the text, told without colour as well. */
function printRuns(runs: readonly Run[], { colours }: Style): string {
  const text = (run: Run) => visibleText(run.text.replace(/\s*\n\s*/g, ' ⏎ '));
  const [first, second, ...others] = runs;
  if (first?.mark === 'deleted' && second?.mark === 'inserted' && others.length === 0) {
    return `${colours.red(text(first))} → ${colours.green(text(second))}`;
  }
  if (first?.mark && !second) return first.mark === 'deleted' ? colours.red(text(first)) : colours.green(text(first));
  return runs
    .map((run) => {
      if (run.mark === 'deleted') return colours.red(`[-${text(run)}-]`);
      return run.mark === 'inserted' ? colours.green(`{+${text(run)}+}`) : text(run);
    })
    .join('');
}
