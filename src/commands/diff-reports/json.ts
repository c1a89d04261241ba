// The review for programs, as schema/reports/diff.schema.json describes it. Amounts are decimal texts in 元, exact where a number is not.
import { type Fen, moneyToDecimal } from '../../base/money.js';
import { growth, percentToDecimal } from '../../base/percent.js';
import type { Judged } from '../../review/judge.js';
import type { DeclarationReview } from '../../review/review.js';
import { findingToJson } from '../describe-findings.js';
import { type DiffReport, describeExceeded, type Style } from './report.js';

export function printJson(report: DiffReport, style: Style): string {
  const { before, after, declarations, rewritten, unreadable, totals } = report.review;
  const { say } = style;
  const content = {
    before: say(before),
    after: say(after),
    declarations: declarations.map((one) => declarationToJson(one, style)),
    rewritten,
    unreadable: unreadable.map(({ file, side, findings }) => ({
      file,
      side,
      findings: findings.map((finding) => findingToJson(file, finding, style)),
    })),
    totals: {
      before: moneyToDecimal(totals.before),
      after: moneyToDecimal(totals.after),
      difference: moneyToDecimal(totals.after - totals.before),
      percent: percentOf(totals.before, totals.after),
    },
    exceeded: describeExceeded(report, style),
  };
  return JSON.stringify(content, null, 2);
}

function declarationToJson(declaration: DeclarationReview, style: Style) {
  const { file, from, status, name, changes, amount, findings } = declaration;
  return {
    file,
    ...(from !== null && { from }),
    status,
    name,
    amount: { before: decimal(amount.before), after: decimal(amount.after) },
    changes: changes.map((change) => changeToJson(change, style)),
    findings: {
      appeared: findings.appeared.map((finding) => findingToJson(file, finding, style)),
      vanished: findings.vanished.map((finding) => findingToJson(from ?? file, finding, style)),
    },
  };
}

export function changeToJson(change: Judged, { say }: Style) {
  const { kind, pointer, pointerBefore, label, before, after, direction, note, difference, percent } = change;
  return {
    kind,
    pointer,
    ...(pointerBefore !== null && pointerBefore !== pointer && { pointerBefore }),
    label: say(label),
    before,
    after,
    direction,
    ...(difference !== null && { difference: moneyToDecimal(difference) }),
    ...(percent !== null && { percent: percentToDecimal(percent) }),
    ...(note && { note: say(note) }),
  };
}

function decimal(fen: Fen | null): string | null {
  return fen === null ? null : moneyToDecimal(fen);
}

function percentOf(before: Fen, after: Fen): string | null {
  const percent = growth(before, after);
  return percent === null ? null : percentToDecimal(percent);
}
