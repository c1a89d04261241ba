// Counts what a review has found: how often something was tightened or loosened, what check finds now and no longer finds.
import type { Finding, Level } from '../../base/finding.js';
import type { DeclarationReview } from '../../review/review.js';

export interface Counts {
  readonly tightened: number;
  readonly loosened: number;
  readonly appeared: Readonly<Record<Level, number>>;
  readonly vanished: Readonly<Record<Level, number>>;
}

export function countAll(declarations: readonly DeclarationReview[]): Counts {
  const changes = declarations.flatMap((one) => one.changes);
  const directed = (direction: string) => changes.filter((change) => change.direction === direction).length;
  return {
    tightened: directed('tightened'),
    loosened: directed('loosened'),
    appeared: byLevel(declarations.flatMap(({ findings }) => findings.appeared)),
    vanished: byLevel(declarations.flatMap(({ findings }) => findings.vanished)),
  };
}

function byLevel(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}
