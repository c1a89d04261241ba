// Runs the rules on the whole tree on what is known of a form's declarations.
import type { Finding } from '../base/finding.js';
import type { Facts } from './facts.js';
import type { TreeRule } from './rule.js';
import type { ActiveRule } from './rule-set.js';

/** `declarations` are of one form, sorted by file. By file, in the order of the rules. */
export function applyTreeRules(
  declarations: readonly Facts[],
  active: readonly ActiveRule<TreeRule>[],
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const { rule, level, settings } of active) {
    rule.checkTree(
      declarations,
      ({ fact, message, advice, related }) => {
        const { pointer, place } = fact;
        const finding: Finding = {
          rule: rule.name,
          level,
          message,
          advice,
          pointer,
          place,
          related: related.map((one) => one.place),
        };
        const own = found.get(place.file);
        if (own) own.push(finding);
        else found.set(place.file, [finding]);
      },
      settings,
    );
  }
  return found;
}
