// The rules on one declaration, in the order of the form. A rule that stands here runs; its level and settings are rules.yaml's to change.
import type { Rule } from './rule.js';
import { codeHas21 } from './rules/code-has-21.js';
import { costIsACeiling } from './rules/cost-is-a-ceiling.js';
import { explanationsDiffer } from './rules/explanations-differ.js';
import { goalNumbersAreIndicators } from './rules/goal-numbers-are-indicators.js';
import { goalsDiffer } from './rules/goals-differ.js';
import { indicatorCountIsSane } from './rules/indicator-count-is-sane.js';
import { indicatorIsExplained } from './rules/indicator-is-explained.js';
import { indicatorNameIsShort } from './rules/indicator-name-is-short.js';
import { indicatorNamesDiffer } from './rules/indicator-names-differ.js';
import { longGoalWhenLong } from './rules/long-goal-when-long.js';
import { percentageHasAFormula } from './rules/percentage-has-a-formula.js';
import { percentageIsPossible } from './rules/percentage-is-possible.js';
import { qualitativeValueIsGraded } from './rules/qualitative-value-is-graded.js';
import { quantitativeValueIsComplete } from './rules/quantitative-value-is-complete.js';
import { satisfactionIsAFloor } from './rules/satisfaction-is-a-floor.js';
import { starredIndicatorsAreFilled } from './rules/starred-indicators-are-filled.js';
import { targetIsNotIdle } from './rules/target-is-not-idle.js';
import { unusedIsUnstarred } from './rules/unused-is-unstarred.js';

export const rules: readonly Rule[] = [
  starredIndicatorsAreFilled,
  unusedIsUnstarred,
  indicatorIsExplained,
  indicatorNamesDiffer,
  indicatorNameIsShort,
  quantitativeValueIsComplete,
  percentageIsPossible,
  costIsACeiling,
  qualitativeValueIsGraded,
  satisfactionIsAFloor,
  percentageHasAFormula,
  longGoalWhenLong,
  goalsDiffer,
  goalNumbersAreIndicators,
  targetIsNotIdle,
  explanationsDiffer,
  codeHas21,
  indicatorCountIsSane,
];
