// What `shenbao import` says of one form of a document: how it was read, what would change, what was not understood, what check says of it.
import type { Finding, Words } from '../base/finding.js';
import { visibleText } from '../base/visible-text.js';
import { placeWords } from '../intake/import/messages.js';
import type { Value } from '../read/parsed.js';
import type { DeclarationReview, Review } from '../review/review.js';
import { saysNothing } from '../review/review-declaration.js';
import { quote } from '../terms/messages.js';
import type { Plan } from '../workspace/import-plan.js';
import type { Style } from './diff-reports/report.js';
import { words } from './import-messages.js';
import { comma, levelNames } from './report-messages.js';

/** Of one form. */
const mostShown = 20;

/** How it was read, and of a declaration that exists what would change: told before anything is written. */
export async function planToText(document: string, { imported, review }: Plan, style: Style): Promise<string> {
  const { map, told, value } = imported;
  const lines = [`  ${style.say(words.told(map.form.title, told, countTexts(value)))}`];
  if (review && !saysNothing(review)) {
    const { printText } = await import('./diff-reports/text.js');
    const report = { review: reviewOf(document, review), exceeded: [], namesSides: true, maxIncrease: null };
    lines.push(printText(report, style).replace(/^(?=.)/gm, '  '));
  }
  return lines.join('\n');
}

/** What became of it. */
export function outcomeToText(
  { imported, refusal, target, review, findings, bytes }: Plan,
  isDry: boolean,
  style: Style,
): string {
  const { say, colours } = style;
  const lines: string[] = [];
  if (refusal) lines.push(colours.red(visibleText(say(refusal))));
  else if (target) {
    const isSame =
      review?.before !== undefined &&
      review?.before !== null &&
      bytes !== null &&
      Buffer.compare(review.before.bytes, bytes) === 0;
    const said = isSame
      ? words.unchanged
      : review
        ? isDry
          ? words.wouldBeChanged
          : words.changed
        : isDry
          ? words.wouldBeWritten
          : words.written;
    const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
    lines.push(
      `${say(said(visibleText(target.file)))}${say(words.semicolon)}${say(words.checked(count('error'), count('warning'), count('hint')))}`,
    );
  }
  lines.push(...imported.findings.map((finding) => findingToText(finding, style)));
  const { leftovers } = imported;
  const unread = leftovers.filter(({ by }) => by === null);
  const comments = leftovers.filter(({ by }) => by !== null);
  lines.push(...leftoversToText(unread, words.leftovers, style), ...leftoversToText(comments, words.comments, style));
  return lines.map((line) => `  ${line}`).join('\n');
}

export function findingToText({ level, message, advice }: Finding, { say, colours }: Style): string {
  const colour = { error: colours.red, warning: colours.yellow, hint: colours.cyan }[level];
  const said = [message, ...(advice ? [advice] : [])]
    .map((one) => say(one).replace(/[。.]$/, ''))
    .join(say(words.semicolon));
  return `${colour(say(levelNames[level]))}  ${visibleText(said)}`;
}

function leftoversToText(
  leftovers: Plan['imported']['leftovers'],
  head: (count: number) => Words,
  { say, colours }: Style,
): readonly string[] {
  if (leftovers.length === 0) return [];
  const shown = leftovers.slice(0, mostShown).map(({ at, by, text }) => {
    const place = [say(placeWords(at)), by ?? ''].filter((one) => one !== '').join(say(comma));
    return `  ${colours.dim(visibleText(place))}  ${visibleText(quote(text.trim()))}`;
  });
  const more = leftovers.length - shown.length;
  return [say(head(leftovers.length)), ...shown, ...(more > 0 ? [`  ${say(words.more(more))}`] : [])];
}

function reviewOf(document: string, declaration: DeclarationReview): Review {
  const { before, after } = declaration.amount;
  return {
    before: words.existing,
    after: { zh: visibleText(document), en: visibleText(document) },
    declarations: [declaration],
    rewritten: [],
    unreadable: [],
    totals: { before: before ?? 0n, after: after ?? 0n },
  };
}

function countTexts(value: Value): number {
  if (typeof value === 'string') return value === '' ? 0 : 1;
  return Object.values(value).reduce<number>((sum, child: Value) => sum + countTexts(child), 0);
}
