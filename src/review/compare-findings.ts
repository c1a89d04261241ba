// Finds which findings a change brings and which it takes away. Lines and numbers of items move with every edit and tell nothing.
import type { Finding } from '../base/finding.js';

export interface FindingChanges {
  readonly appeared: readonly Finding[];
  readonly vanished: readonly Finding[];
}

/** What is still wrong in the same place, though it says other numbers now, neither came nor went. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  const exact = withoutCommon(before, after, keyOf);
  const { vanished, appeared } = withoutCommon(exact.vanished, exact.appeared, placeOf);
  return { vanished, appeared };
}

/** Those of `after` that were not found in `before`; where three were and four are, the last is new. */
export function newFindings(before: Map<string, number>, after: readonly Finding[]): readonly Finding[] {
  return after.filter((finding) => !takeOne(before, keyOf(finding)));
}

/** For `newFindings`, which counts down what it meets. */
export function countFindings(findings: readonly Finding[]): Map<string, number> {
  return countsOf(findings, keyOf);
}

type KeyOf = (finding: Finding) => string;

function withoutCommon(before: readonly Finding[], after: readonly Finding[], key: KeyOf): FindingChanges {
  const [was, is] = [countsOf(before, key), countsOf(after, key)];
  return {
    appeared: after.filter((finding) => !takeOne(was, key(finding))),
    vanished: before.filter((finding) => !takeOne(is, key(finding))),
  };
}

function countsOf(findings: readonly Finding[], key: KeyOf): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

/** An item inserted above changes the pointer and the number of those below it, and nothing else. */
function keyOf(finding: Finding): string {
  return `${placeOf(finding)} ${finding.message.zh.replace(/第 [0-9]+ 条/g, '第 # 条')}`;
}

function placeOf({ rule, level, pointer = '' }: Finding): string {
  return `${rule} ${level} ${pointer.replace(/\/[0-9]+(?=\/|$)/g, '/#')}`;
}
