// Leaves of what check found only what was not found before: the findings that a change brings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../base/finding.js';
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
  const gone = countsOf(before.filter(({ file }) => isGone(file)).flatMap(({ findings }) => findings));
  const earlier = new Map(before.map(({ file, findings }) => [file, countsOf(findings)]));
  return now.flatMap(({ file, findings, ...rest }) => {
    const known = hasBefore(file) ? (earlier.get(file) ?? new Map<string, number>()) : gone;
    const left = findings.filter((finding) => !takeOne(known, keyOf(finding)));
    return left.length > 0 ? [{ file, findings: left, ...rest }] : [];
  });
}

function countsOf(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

/** An item inserted above changes the pointer and the number of those below it, and nothing else. */
function keyOf({ rule, level, message, pointer = '' }: Finding): string {
  const path = pointer.replace(/\/[0-9]+(?=\/|$)/g, '/#');
  return `${rule} ${level} ${path} ${message.zh.replace(/第 [0-9]+ 条/g, '第 # 条')}`;
}
