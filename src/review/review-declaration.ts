// Turns the two sides of one declaration into its review: what changed, what that is worth, what check says of it now.
import { type Declaration, isMapping } from '../check/declaration.js';
import type { CheckedSource, Seen } from '../pipeline.js';
import type { State } from './change.js';
import { compare } from './compare.js';
import { compareFindings } from './compare-findings.js';
import { judge } from './judge.js';
import type { DeclarationPair, Standing } from './pair-declarations.js';
import type { DeclarationReview, Status, Version } from './review.js';

/** A file of one state that can be compared. */
export interface Readable extends Standing, Version, Pick<CheckedSource, 'findings' | 'reckoning'> {}

const none = { changes: [], items: new Map<string, string>() };

/** `changes` are empty where all of it came or went, and where a file was only moved or written in another way. */
export function reviewDeclaration({ before, after }: DeclarationPair<Readable>): DeclarationReview {
  const standing = (after ?? before) as Readable;
  const [was, is] = [before && stateOf(before.seen), after && stateOf(after.seen)];
  const { changes, items } = was && is ? compare(was, is) : none;
  return {
    file: standing.file,
    from: before && after && before.place !== after.place ? before.file : null,
    status: statusOf(before, after),
    name: standing.facts?.by.name?.text ?? null,
    changes: was && is ? changes.map((change) => judge(change, was, is)) : [],
    amount: { before: amountOf(before), after: amountOf(after) },
    findings: compareFindings(before?.findings ?? [], after?.findings ?? []),
    reckoning: { before: before?.reckoning ?? null, after: after?.reckoning ?? null },
    before,
    after,
    items,
  };
}

/** Whether nobody needs to be told of it. */
export function saysNothing({ status, changes, findings }: DeclarationReview): boolean {
  return status === 'changed' && changes.length + findings.appeared.length + findings.vanished.length === 0;
}

/** A text that is no declaration at all says nothing. */
export function stateOf({ parsed, kit }: Seen): State {
  return { declaration: isMapping(parsed.value) ? parsed.value : (Object.create(null) as Declaration), form: kit.form };
}

function statusOf(before: Readable | null, after: Readable | null): Status {
  if (!before) return 'added';
  if (!after) return 'removed';
  return before.place === after.place ? 'changed' : 'renamed';
}

function amountOf(side: Readable | null) {
  return side?.facts?.by['year-amount']?.fen ?? null;
}
