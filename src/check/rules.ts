// The rules on one declaration, in the order of the form. A rule that stands here runs; its level and settings are rules.yaml's to change.
import type { Rule } from './rule.js';
import { codeHas21 } from './rules/code-has-21.js';
import { goalsDiffer } from './rules/goals-differ.js';

export const rules: readonly Rule[] = [
  codeHas21, //
  goalsDiffer,
];
