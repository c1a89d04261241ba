// The rules on one declaration, in the order of the form. A rule that stands here runs; its level and settings are rules.yaml's to change.
import type { Rule } from './rule.js';
import { basisAddsUp } from './rules/basis-adds-up.js';
import { basisAmountIsReadable } from './rules/basis-amount-is-readable.js';
import { bracketsAndQuotesPair } from './rules/brackets-and-quotes-pair.js';
import { choiceIsListed } from './rules/choice-is-listed.js';
import { codeHas21 } from './rules/code-has-21.js';
import { costIsACeiling } from './rules/cost-is-a-ceiling.js';
import { detailAddsUp } from './rules/detail-adds-up.js';
import { endIsNotBeforeStart } from './rules/end-is-not-before-start.js';
import { explanationsDiffer } from './rules/explanations-differ.js';
import { fundingAddsUp } from './rules/funding-adds-up.js';
import { goalNumbersAreIndicators } from './rules/goal-numbers-are-indicators.js';
import { goalsDiffer } from './rules/goals-differ.js';
import { indicatorCountIsSane } from './rules/indicator-count-is-sane.js';
import { indicatorIsExplained } from './rules/indicator-is-explained.js';
import { indicatorNameIsShort } from './rules/indicator-name-is-short.js';
import { indicatorNamesDiffer } from './rules/indicator-names-differ.js';
import { longGoalWhenLong } from './rules/long-goal-when-long.js';
import { noInstructionLeft } from './rules/no-instruction-left.js';
import { noLostSign } from './rules/no-lost-sign.js';
import { noPlaceholder } from './rules/no-placeholder.js';
import { noStraySpace } from './rules/no-stray-space.js';
import { percentageHasAFormula } from './rules/percentage-has-a-formula.js';
import { percentageIsPossible } from './rules/percentage-is-possible.js';
import { policyIsNotFromTheFuture } from './rules/policy-is-not-from-the-future.js';
import { policyIsNotRepeated } from './rules/policy-is-not-repeated.js';
import { policyNumberIsWellFormed } from './rules/policy-number-is-well-formed.js';
import { priceTimesQuantity } from './rules/price-times-quantity.js';
import { qualitativeValueIsGraded } from './rules/qualitative-value-is-graded.js';
import { quantitativeValueIsComplete } from './rules/quantitative-value-is-complete.js';
import { satisfactionIsAFloor } from './rules/satisfaction-is-a-floor.js';
import { starredIndicatorsAreFilled } from './rules/starred-indicators-are-filled.js';
import { targetIsNotIdle } from './rules/target-is-not-idle.js';
import { unusedIsUnstarred } from './rules/unused-is-unstarred.js';
import { widthIsConsistent } from './rules/width-is-consistent.js';
import { yearAgreesWithFolder } from './rules/year-agrees-with-folder.js';
import { yearWithinTotal } from './rules/year-within-total.js';

export const rules: readonly Rule[] = [
  starredIndicatorsAreFilled,
  unusedIsUnstarred,
  indicatorIsExplained,
  indicatorNamesDiffer,
  indicatorNameIsShort,
  noPlaceholder,
  noInstructionLeft,
  quantitativeValueIsComplete,
  percentageIsPossible,
  costIsACeiling,
  qualitativeValueIsGraded,
  satisfactionIsAFloor,
  percentageHasAFormula,
  basisAddsUp,
  detailAddsUp,
  priceTimesQuantity,
  basisAmountIsReadable,
  fundingAddsUp,
  yearWithinTotal,
  longGoalWhenLong,
  goalsDiffer,
  goalNumbersAreIndicators,
  targetIsNotIdle,
  explanationsDiffer,
  policyNumberIsWellFormed,
  policyIsNotRepeated,
  policyIsNotFromTheFuture,
  bracketsAndQuotesPair,
  noLostSign,
  noStraySpace,
  widthIsConsistent,
  codeHas21,
  yearAgreesWithFolder,
  endIsNotBeforeStart,
  choiceIsListed,
  indicatorCountIsSane,
];
