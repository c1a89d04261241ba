// What the formats of a review print: the review, the gates that it went beyond, and the words around both.
import { below } from '../../base/pointer.js';
import { findRole } from '../../check/form.js';
import type { Exceeded } from '../../review/gates.js';
import type { DeclarationReview, Review } from '../../review/review.js';
import { words } from '../diff-messages.js';
import { reportWords } from '../report-messages.js';
import type { Terminal } from '../terminal.js';
import { countAll } from './counts.js';

export interface DiffReport {
  readonly review: Review;
  readonly exceeded: readonly Exceeded[];
  /** Whether to say which states are compared: a comment that did so would change with every commit. */
  readonly namesSides: boolean;
  /** What --max-increase says, as it was written; null where it does not. */
  readonly maxIncrease: string | null;
}

/** How and in which language the words go out. */
export type Style = Pick<Terminal, 'language' | 'say' | 'colours' | 'columns'>;

/** A format of the review: all of it as one text, without a newline at its end. */
export type PrintDiff = (report: DiffReport, style: Style) => string | Promise<string>;

/** One line on everything: amounts, indicators, check. */
export function headline({ declarations, totals }: Review, { say }: Pick<Style, 'say'>): readonly string[] {
  const counts = countAll(declarations);
  return [
    say(words.total(amountLabel(declarations, say), totals.before, totals.after)),
    say(words.directions(counts.tightened, counts.loosened)),
    say(words.checked(counts)),
  ];
}

/** As the form names the year's amount; in general words where several forms do it differently. */
function amountLabel(declarations: readonly DeclarationReview[], say: Style['say']): string {
  const labels = declarations.flatMap(({ before, after }) => {
    const form = (after ?? before)?.seen.kit.form;
    return (form && findRole(form, 'year-amount')?.key) ?? [];
  });
  const [first, ...others] = new Set(labels);
  return first !== undefined && others.length === 0 ? first : say(words.amount);
}

/** What the items come to, where that changed or does not agree with the amount, unless a new finding says so already. */
export function describeSum({ reckoning, findings }: DeclarationReview, { say }: Pick<Style, 'say'>): string | null {
  const { before, after } = reckoning;
  if (!after || findings.appeared.some(({ pointer }) => pointer === below('', after.label))) return null;
  const agrees = after.unread === 0 && (after.declared === null || after.fen === after.declared);
  const isSame = before !== null && before.fen === after.fen && before.declared === after.declared;
  return agrees && isSame ? null : say(reportWords.reckoned(after));
}

export function describeExceeded(
  { exceeded, maxIncrease }: DiffReport,
  { say }: Pick<Style, 'say'>,
): readonly string[] {
  return exceeded.map(({ declaration, loosened, before, after }) => {
    const name = declaration ? declaration.file : say(words.all);
    if (loosened) return say(words.loosened(name, say(loosened.label)));
    return say(words.grewTooMuch(name, before, after, maxIncrease ?? ''));
  });
}
