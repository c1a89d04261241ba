// Runs rules on a declaration and gives what they report its places in the source.
import type { Finding, Level } from '../base/finding.js';
import { type Parsed, valueAt } from '../read/parsed.js';
import { isMapping } from './declaration.js';
import type { Form } from './form.js';
import type { Remark, Report, Spot } from './rule.js';
import type { ActiveRule } from './rule-set.js';
import { toSubject } from './subject.js';

const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, hint: 2 };

/** `folderYear`: the year of the folder that the file lies in, or null. */
export function applyRules(
  parsed: Parsed,
  form: Form,
  folderYear: string | null,
  active: readonly ActiveRule[],
): readonly Finding[] {
  if (!isMapping(parsed.value)) return [];
  const subject = toSubject(parsed.value, form, parsed.source.path, folderYear);
  const findings: Finding[] = [];
  for (const { rule, level, settings } of active) {
    const report: Report = (remark) => void findings.push(toFinding(remark, rule.name, level, parsed));
    rule.check(subject, report, settings);
  }
  return findings;
}

function toFinding(remark: Remark, rule: string, level: Level, parsed: Parsed): Finding {
  const { message, advice, pointer, part, related, replacement } = remark;
  const place = part === 'key' ? parsed.placeOf(pointer, 'key') : placeOf(remark, parsed);
  const own = remark.level !== undefined && rank[remark.level] > rank[level] ? remark.level : level;
  const { from = 0, to = Number.POSITIVE_INFINITY } = remark;
  // In a quoted text with escapes the source's characters are not the value's: nothing is replaced there.
  const isLiteral = () =>
    writtenAt(remark, parsed)?.slice(from, to) === parsed.source.text.slice(place.start, place.end);
  return {
    rule,
    level: own,
    message,
    advice,
    pointer,
    place,
    ...(related && { related: related.map((spot) => placeOf(spot, parsed)) }),
    ...(replacement !== undefined &&
      part !== 'key' &&
      isLiteral() && { cure: { start: place.start, end: place.end, text: replacement } }),
  };
}

function placeOf(spot: Spot, parsed: Parsed) {
  const { pointer, from, to } = spot;
  if (from === undefined && to === undefined) return parsed.placeOf(pointer);
  return parsed.placeWithin(pointer, from ?? 0, to ?? writtenAt(spot, parsed)?.length ?? 0);
}

function writtenAt({ pointer }: Spot, parsed: Parsed): string | undefined {
  const value = valueAt(parsed.value, pointer);
  return typeof value === 'string' ? value : undefined;
}
