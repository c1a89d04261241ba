// Opens the example of a rule and runs the rule on it, so that what `explain` shows is what `check` would say.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Level } from '../base/finding.js';
import { applyRules } from '../check/apply-rules.js';
import { applyTreeRules } from '../check/apply-tree-rules.js';
import { isMapping } from '../check/declaration.js';
import { type Example, type ExampleFile, filesOf, readExample } from '../check/example.js';
import { toFacts } from '../check/facts.js';
import type { Form } from '../check/form.js';
import type { RuleHead } from '../check/rule.js';
import { type RuleSet, readRuleSet } from '../check/rule-set.js';
import { toSubject } from '../check/subject.js';
import { read } from '../read/read.js';
import { toDeclarationFile } from '../workspace/find.js';
import { homes } from '../workspace/schemas.js';

export interface ShownExample extends Example {
  readonly form: Form;
}

/** The example on the first of the forms that has one; null where none has. */
export function openExample(root: string, name: string, forms: readonly Form[]): ShownExample | null {
  for (const form of forms) {
    for (const { folder } of homes(root)) {
      const path = join(folder, 'schema', form.name, 'examples', `${name}.yaml`);
      const parsed = existsSync(path) ? read({ path, text: readFileSync(path, 'utf8') }).value : null;
      const example = parsed && readExample(parsed);
      if (example) return { ...example, form };
    }
  }
  return null;
}

/** A file of an example and what the rule finds in it. */
export interface JudgedFile extends ExampleFile {
  readonly findings: readonly Finding[];
}

/** Runs the rule on a passage of the example, with the example's settings. `level` stands in for the rule's own. */
export function judge(head: RuleHead, example: ShownExample, passage: string, level: Level): readonly JudgedFile[] {
  const { rules, treeRules } = activate(head, example, level);
  const files = filesOf(passage).map((file) => {
    const parsed = read(file).value;
    if (!parsed || !isMapping(parsed.value)) return { file, facts: [], findings: [] };
    const subject = toSubject(parsed.value, example.form, file.path, toDeclarationFile(file.path).year);
    return { file, facts: [toFacts(subject, parsed)], findings: applyRules(subject, parsed, rules) };
  });
  const inTree = applyTreeRules(
    files.flatMap(({ facts }) => facts),
    treeRules,
  );
  return files.map(({ file, findings }) => ({ ...file, findings: [...findings, ...(inTree.get(file.path) ?? [])] }));
}

/** The rule alone, set as the example asks for. */
function activate(head: RuleHead, { settings }: Example, level: Level): RuleSet {
  const text = `${head.name}: ${JSON.stringify(settings ?? {})}\n`;
  const own = read({ path: 'rules.yaml', text }).value;
  const set = own && readRuleSet([own]).value;
  const alone = <R extends { readonly rule: RuleHead }>(active: readonly R[] = []) =>
    active.filter(({ rule }) => rule.name === head.name).map((one) => ({ ...one, level }));
  return { rules: alone(set?.rules), treeRules: alone(set?.treeRules) };
}
