// Leaves of what check found only what was not found before: the findings that a change brings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { countFindings, newFindings } from '../review/compare-findings.js';
import { type CheckOptions, type CheckReport, checkAll } from './check-all.js';
import { changedSince } from './git.js';
import type { Failed } from './report.js';

/**
 * The report without what is found in the state that `ref` names in git as well; both states are checked by today's schemas and rules.
 * Throws a UserError where git knows no such state.
 */
export async function sinceBaseline(
  root: string,
  ref: string,
  report: CheckReport,
  { jobs = null, signal }: Pick<CheckOptions, 'jobs' | 'signal'>,
): Promise<CheckReport> {
  const changed = await changedSince(root, ref);
  const before = await checkAll(root, { jobs, texts: changed, ...(signal && { signal }) });
  const hadIt = (file: string) => changed.get(file) !== null;
  const isGone = (file: string) => changed.has(file) && !existsSync(join(root, file));
  const findings = newSince(report.findings, before.findings, hadIt, isGone);
  return { ...report, findings, interrupted: report.interrupted || before.interrupted };
}

/**
 * `before` is what was found in the earlier state. A finding is told by its rule, what it says and the field it stands in, whatever
 * line or item it stands in; where three were and four are, the last is new. A file that was not there is held against those that are gone, since it
 * may be one of them under another name.
 */
function newSince(
  now: readonly Failed[],
  before: readonly Failed[],
  hasBefore: (file: string) => boolean,
  isGone: (file: string) => boolean,
): readonly Failed[] {
  const gone = countFindings(before.filter(({ file }) => isGone(file)).flatMap(({ findings }) => findings));
  const earlier = new Map(before.map(({ file, findings }) => [file, countFindings(findings)]));
  return now.flatMap(({ file, findings, ...rest }) => {
    const known = hasBefore(file) ? (earlier.get(file) ?? new Map<string, number>()) : gone;
    const left = newFindings(known, findings);
    return left.length > 0 ? [{ file, findings: left, ...rest }] : [];
  });
}
