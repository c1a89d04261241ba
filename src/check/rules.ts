// The rules on one declaration, in the order of the form. A rule that stands here runs; its level and settings are rules.yaml's to change.
import type { Rule } from './rule.js';
import { codeHas21 } from './rules/code-has-21.js';
import { costIsACeiling } from './rules/cost-is-a-ceiling.js';
import { goalsDiffer } from './rules/goals-differ.js';
import { percentageIsPossible } from './rules/percentage-is-possible.js';
import { qualitativeValueIsGraded } from './rules/qualitative-value-is-graded.js';
import { quantitativeValueIsComplete } from './rules/quantitative-value-is-complete.js';
import { satisfactionIsAFloor } from './rules/satisfaction-is-a-floor.js';

export const rules: readonly Rule[] = [
  codeHas21, //
  goalsDiffer,
  quantitativeValueIsComplete,
  percentageIsPossible,
  costIsACeiling,
  qualitativeValueIsGraded,
  satisfactionIsAFloor,
];
