// Puts cures into a text by splicing it: every other character stays as it is.
import type { Edit, Finding } from '../base/finding.js';

/**
 * The findings whose cures can be applied together: of two that touch each other the first, and of the families only the first there is.
 * How a text is read (yaml/…) comes before its structure (schema/…) and that before rules, since mending one may change what the next sees.
 */
export function curesOf(path: string, findings: readonly Finding[]): readonly Cured[] {
  const cured = findings
    .filter((finding): finding is Cured => finding.cure !== undefined && finding.place?.file === path)
    .sort((a, b) => a.cure.start - b.cure.start || a.cure.end - b.cure.end);
  const first = Math.min(...cured.map(familyOf));
  const chosen: Cured[] = [];
  let end = -1;
  for (const finding of cured) {
    // Two insertions at one place would be in an order that nobody chose.
    if (familyOf(finding) !== first || finding.cure.start <= end) continue;
    chosen.push(finding);
    end = finding.cure.end;
  }
  return chosen;
}

export type Cured = Finding & { readonly cure: Edit };

/** `cures` do not overlap and are sorted by where they start. */
export function withCures(text: string, cures: readonly Cured[]): string {
  let result = '';
  let from = 0;
  for (const { cure } of cures) {
    result += text.slice(from, cure.start) + cure.text;
    from = cure.end;
  }
  return result + text.slice(from);
}

function familyOf({ rule }: Finding): number {
  return rule.startsWith('yaml/') ? 0 : rule.startsWith('schema/') ? 1 : 2;
}
