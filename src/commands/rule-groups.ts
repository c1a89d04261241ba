// What the rules are about, for those who look one up: every rule stands in one group. `{role}` is the label of the form's field.
import type { Words } from '../base/finding.js';

export interface RuleGroup {
  readonly title: Words;
  readonly names: readonly string[];
}

export const ruleGroups: readonly RuleGroup[] = [
  {
    title: { zh: '项目信息', en: 'The project' },
    names: [
      'code-has-21',
      'code-is-unique',
      'name-is-unique',
      'year-agrees-with-folder',
      'end-is-not-before-start',
      'choice-is-listed',
      'policy-number-is-well-formed',
      'policy-is-not-repeated',
      'policy-is-not-from-the-future',
    ],
  },
  {
    title: { zh: '金额与{basis}', en: 'Amounts and {basis}' },
    names: [
      'basis-adds-up',
      'detail-adds-up',
      'price-times-quantity',
      'basis-amount-is-readable',
      'funding-adds-up',
      'year-within-total',
      'sum-within-budget',
    ],
  },
  {
    title: { zh: '{goal}', en: '{goal}' },
    names: ['long-goal-when-long', 'goals-differ', 'goal-numbers-are-indicators', 'target-is-not-idle'],
  },
  {
    title: { zh: '{indicators}', en: '{indicators}' },
    names: [
      'starred-indicators-are-filled',
      'unused-is-unstarred',
      'indicator-is-explained',
      'indicator-names-differ',
      'indicator-name-is-short',
      'indicator-count-is-sane',
      'quantitative-value-is-complete',
      'percentage-is-possible',
      'percentage-has-a-formula',
      'cost-is-a-ceiling',
      'satisfaction-is-a-floor',
      'qualitative-value-is-graded',
      'explanations-differ',
    ],
  },
  {
    title: { zh: '文字', en: 'The text' },
    names: [
      'no-placeholder',
      'no-instruction-left',
      'brackets-and-quotes-pair',
      'no-lost-sign',
      'no-stray-space',
      'width-is-consistent',
    ],
  },
];
