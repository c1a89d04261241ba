// The review for a comment under a pull request: one line on everything, a table of declarations, what changed in each folded below.
// All that comes from YAML is escaped: it makes no markup, link, mention or HTML.
import { codeSpan, escapeInHtml, escapeMarkdown } from '../../base/markdown.js';
import type { Run } from '../../compose/grid.js';
import type { DeclarationReview } from '../../review/review.js';
import { words } from '../diff-messages.js';
import { levelNames } from '../report-messages.js';
import { countAll } from './counts.js';
import { type DiffReport, describeExceeded, describeSum, headline, type Style } from './report.js';
import { shortened, tell } from './tell.js';

/** GitHub takes 65,536 characters in a comment; some are left to whoever puts words around it. */
const longest = 60_000;
/** For the lines that count what is left out. */
const reserve = 500;
/** Of one declaration, so that one long one does not take the place of all others. */
const longestDetails = 20_000;
const mostRows = 100;
/** Characters beside a change that are shown of a long text. */
const beside = 24;

export function printMarkdown(report: DiffReport, style: Style): string {
  const { review } = report;
  const { say } = style;
  const { declarations, rewritten, unreadable } = review;
  const parts = [`### ${say(words.title)}`];
  if (report.namesSides) parts.push(escapeMarkdown(say(words.compared(review.before, review.after))));
  if (declarations.length > 0) {
    const [amount = '', ...others] = headline(review, style).map(escapeMarkdown);
    parts.push([`**${amount}**`, ...others].join(' · '));
  } else if (unreadable.length === 0) parts.push(say(words.nothing));
  if (report.exceeded.length > 0) parts.push(listed(say(words.exceeded), describeExceeded(report, style)));
  if (unreadable.length > 0) {
    const lines = unreadable.map(({ file, side, findings }) => {
      const [first] = findings.filter(({ level }) => level === 'error');
      const where = first?.place ? `${first.place.line}:${first.place.column} ` : '';
      return `${file}${say(words.brackets(say(words.side[side])))} ${where}${first ? say(first.message) : ''}`;
    });
    parts.push(listed(say(words.unreadable(unreadable.length)), lines));
  }
  if (declarations.length > 0) parts.push(tableOf(declarations, style));
  if (rewritten.length > 0) parts.push(say(words.rewritten(rewritten.length)));

  let room = longest - reserve - parts.join('\n\n').length;
  let shown = 0;
  for (const declaration of declarations) {
    const details = describe(declaration, style, Math.min(room, longestDetails));
    if (details.length + 2 > room) break;
    room -= details.length + 2;
    parts.push(details);
    shown += 1;
  }
  if (shown < declarations.length) parts.push(escapeMarkdown(say(words.moreDeclarations(declarations.length - shown))));
  return parts.join('\n\n');
}

const mostListed = 20;

function listed(title: string, lines: readonly string[]): string {
  const shown = lines.slice(0, mostListed).map((line) => `- ${escapeMarkdown(line.slice(0, 500))}`);
  if (lines.length > mostListed) shown.push(`- … +${lines.length - mostListed}`);
  return [`**${escapeMarkdown(title)}**\n`, ...shown].join('\n');
}

function tableOf(declarations: readonly DeclarationReview[], { say }: Style): string {
  const { columns } = words;
  const head = [columns.declaration, columns.change, columns.amount, columns.indicators, columns.check].map(say);
  const rows = declarations.slice(0, mostRows).map((one) => {
    const counts = countAll([one]);
    const name = one.name === null ? '' : `${escapeMarkdown(cut(one.name, 60))}<br>`;
    const amount = [one.amount.before, one.amount.after].every((fen) => fen === null)
      ? ''
      : say(words.difference(one.amount.before ?? 0n, one.amount.after ?? 0n));
    const change = say(words.statusCell(one.status, one.changes.length));
    const directions =
      counts.tightened + counts.loosened === 0 ? '' : say(words.directions(counts.tightened, counts.loosened));
    const isQuiet = one.findings.appeared.length + one.findings.vanished.length === 0;
    return [
      `${name}${inTable(codeSpan(cut(one.file, 120)))}`,
      change,
      amount,
      directions,
      isQuiet ? '' : checkCell(one, say),
    ];
  });
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const more = declarations.length - mostRows;
  return [...lines, ...(more > 0 ? ['', escapeMarkdown(say(words.moreDeclarations(more)))] : [])].join('\n');
}

/** Only a backslash keeps a pipe in a cell, in code too. */
function inTable(code: string): string {
  return code.replaceAll('|', '\\|');
}

function checkCell(one: DeclarationReview, say: Style['say']): string {
  return say(words.checked(countAll([one]))).replace(/^[^：:]*[：:]\s*/, '');
}

function describe(declaration: DeclarationReview, style: Style, room: number): string {
  const { say } = style;
  const { file, from, status, name, changes, findings } = declaration;
  const title = `${escapeInHtml(cut(name ?? file, 80))}${say(words.colon)}${say(words.status[status])}`;
  const lines: string[] = [];
  if (from !== null) lines.push(`- ${escapeMarkdown(say(words.from(from)))}`);
  for (const change of changes) {
    const { kind, label, runs, note } = tell(change, style);
    const tail = note === '' ? '' : ` — **${escapeMarkdown(note)}**`;
    lines.push(`- ${kind} ${escapeMarkdown(label)}${say(words.colon)}${printRuns(shortened(runs, beside))}${tail}`);
  }
  const sum = describeSum(declaration, style);
  if (sum !== null) lines.push(`- ${escapeMarkdown(sum)}`);
  for (const [about, found] of [
    [words.appeared, findings.appeared],
    [words.vanished, findings.vanished],
  ] as const) {
    for (const { level, rule, message, place } of found) {
      const where = place && about === words.appeared ? ` ${place.line}:${place.column}` : '';
      lines.push(
        `- ${say(about)}${where}${say(words.colon)}${say(levelNames[level])} ${escapeMarkdown(cut(say(message), 300))} ${codeSpan(rule)}`,
      );
    }
  }
  return folded(title, lines, say, room);
}

function folded(title: string, lines: readonly string[], say: Style['say'], most: number): string {
  const around = ['<details><summary>', title, '</summary>\n\n', '\n\n</details>'];
  let room = most - around.join('').length - reserve;
  const shown: string[] = [];
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) break;
    shown.push(line);
  }
  if (shown.length < lines.length)
    shown.push(`- ${escapeMarkdown(say(words.moreChanges(lines.length - shown.length)))}`);
  return `${around.slice(0, 3).join('')}${shown.join('\n')}${around[3]}`;
}

function printRuns(runs: readonly Run[]): string {
  const text = (run: Run) => escapeMarkdown(run.text.replace(/\s*\n\s*/g, ' ⏎ '));
  const [first, second, ...others] = runs;
  const isReplaced = first?.mark === 'deleted' && second?.mark === 'inserted' && others.length === 0;
  return runs
    .map((run) =>
      run.mark === 'deleted' ? `<del>${text(run)}</del>` : run.mark ? `<ins>${text(run)}</ins>` : text(run),
    )
    .join(isReplaced ? ' → ' : '');
}

function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
