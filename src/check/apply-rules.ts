// Runs rules on a declaration and gives what they report its places in the source.
import { compareLevels, type Finding, type Level } from '../base/finding.js';
import { type Parsed, valueAt } from '../read/parsed.js';
import { leftOut } from './messages.js';
import type { Remark, Spot } from './rule.js';
import type { ActiveRule } from './rule-set.js';
import type { Subject } from './subject.js';

/** Of one rule. No declaration that anybody wrote has so many, and a file of nothing but faults must end too. */
const mostOfARule = 1000;

/** `subject` was made of `parsed`. No more than a thousand findings of a rule; where there are more, one says how many. */
export function applyRules(subject: Subject, parsed: Parsed, active: readonly ActiveRule[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, level, settings } of active) {
    let count = 0;
    const report = (remark: Remark) => {
      count += 1;
      if (count <= mostOfARule) findings.push(toFinding(remark, rule.name, level, parsed));
    };
    rule.check(subject, report, settings);
    if (count > mostOfARule) {
      const said = leftOut(count - mostOfARule);
      findings.push({ rule: rule.name, level, ...said, pointer: '', place: parsed.placeOf('') });
    }
  }
  return findings;
}

function toFinding(remark: Remark, rule: string, level: Level, parsed: Parsed): Finding {
  const { message, advice, pointer, part, related, replacement } = remark;
  const place = part === 'key' ? parsed.placeOf(pointer, 'key') : placeOf(remark, parsed);
  const own = remark.level !== undefined && compareLevels(remark.level, level) > 0 ? remark.level : level;
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
