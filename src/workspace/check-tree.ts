// Runs the rules on the whole tree, each form's on the declarations of that form.
import type { Finding } from '../base/finding.js';
import { applyTreeRules } from '../check/apply-tree-rules.js';
import type { Facts } from '../check/facts.js';
import type { Kits } from '../pipeline.js';
import { byFile } from './find.js';

/** By file. `declarations` come in any order; what is found does not depend on it. */
export async function checkTree(
  declarations: readonly Facts[],
  kits: Kits,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const byForm = new Map<string, Facts[]>();
  for (const facts of declarations) {
    const own = byForm.get(facts.form);
    if (own) own.push(facts);
    else byForm.set(facts.form, [facts]);
  }
  const found = new Map<string, readonly Finding[]>();
  for (const [form, own] of byForm) {
    // A form whose schema or rules are broken has said so of every file.
    const rules = (await kits.kitFor(form)).value?.ruleSet.treeRules ?? [];
    for (const [file, findings] of applyTreeRules(own.sort(byFile), rules)) found.set(file, findings);
  }
  return found;
}
