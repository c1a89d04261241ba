// A document that a budget rests on was not issued after the year of the budget.
import { budgetYear } from '../facts.js';
import { policiesOf } from '../policies.js';
import type { Rule } from '../rule.js';

/** How many of them are told of one text. */
const shown = 20;

export const policyIsNotFromTheFuture: Rule = {
  name: 'policy-is-not-from-the-future',
  level: 'hint',
  about: {
    zh: '“{policy}”要在编预算时就有；文号的年份晚于预算年度，多半是抄错了',
    en: '“{policy}” exists when a budget is made; a number of a later year is most likely a slip',
  },
  source: { zh: '预算编制的常理：先有依据，后有预算', en: 'budgets rest on what is already decided' },
  settings: {},
  check(subject, report) {
    const written = subject.text('year');
    const budget = budgetYear(written, subject.folderYear);
    if (budget === null) return;
    for (const { pointer, text, numbers } of policiesOf(subject)) {
      // Digits of equal number compare as texts.
      const later = numbers.filter(({ year }) => year.digits.length === 4 && year.digits > budget);
      for (const { year, from, to } of later.slice(0, shown)) {
        report({
          pointer,
          from: year.from,
          to: year.to,
          ...(written && { related: [{ pointer: written.pointer }] }),
          message: {
            zh: `文号“${text.slice(from, to)}”是 ${year.digits} 年的，晚于预算年度 ${budget}`,
            en: `The number “${text.slice(from, to)}” is of ${year.digits}, after the budget year ${budget}`,
          },
          advice: { zh: '照原文件核对年份', en: 'Compare the year with the document' },
        });
      }
    }
  },
};
