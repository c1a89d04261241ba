// The rules on all declarations together. They run as the others do: their level and settings are rules.yaml's to change.
import type { TreeRule } from './rule.js';
import { codeIsUnique } from './rules/code-is-unique.js';
import { nameIsUnique } from './rules/name-is-unique.js';
import { sumWithinBudget } from './rules/sum-within-budget.js';

export const treeRules: readonly TreeRule[] = [codeIsUnique, nameIsUnique, sumWithinBudget];
