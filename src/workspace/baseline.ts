// Leaves of what check found only what was not found before: the findings that a change brings.
import type { Finding } from '../base/finding.js';
import type { Failed } from './report.js';

/**
 * `before` is what was found in the earlier state. A finding is told by its rule, what it says and the field it stands in, whatever
 * line or item it stands in; where three were and four are, the last is new. A file that was not there is held against those that are gone, since it
 * may be one of them under another name.
 */
export function newSince(
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
