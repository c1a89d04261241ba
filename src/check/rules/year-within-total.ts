// This year's amount is within the project's total, and is all of it where the term is one year.
import { type Fen, printMoney, yuan } from '../../base/money.js';
import type { Rule } from '../rule.js';

export const yearWithinTotal: Rule = {
  name: 'year-within-total',
  level: 'error',
  about: {
    zh: '“{year-amount}”是“{total-amount}”里今年的一份',
    en: '“{year-amount}” is this year’s share of “{total-amount}”',
  },
  source: { zh: '表上的栏目：总金额是中期规划', en: 'the form: the total is the plan for the whole term' },
  settings: {},
  check(subject, report) {
    const [year, total] = [subject.amount('year-amount'), subject.amount('total-amount')];
    if (!year || !total || year.fen === null || total.fen === null) return;
    const term = subject.text('term');
    const isOneYear = term?.text === '1';
    if (year.fen === total.fen || (year.fen < total.fen && !isOneYear)) return;
    const style = year.field.print ?? yuan;
    const print = (fen: Fen) => `${printMoney(fen, style)} ${style.unit}`;
    const [own, other] = [year.field.key, total.field.key];
    const by = print(year.fen > total.fen ? year.fen - total.fen : total.fen - year.fen);
    const isMore = year.fen > total.fen;
    report({
      pointer: year.pointer,
      related: [{ pointer: total.pointer }, ...(term && isOneYear ? [{ pointer: term.pointer }] : [])],
      message: isMore
        ? {
            zh: `${own} ${print(year.fen)} 超过了${other} ${print(total.fen)}，多 ${by}`,
            en: `${own}, ${print(year.fen)}, exceeds ${other}, ${print(total.fen)}, by ${by}`,
          }
        : {
            zh: `${term?.field.key}只有 1 年，${own} ${print(year.fen)} 却比${other} ${print(total.fen)} 少 ${by}`,
            en: `${term?.field.key} is one year, yet ${own}, ${print(year.fen)}, is ${by} less than ${other}, ${print(total.fen)}`,
          },
      advice: isMore
        ? {
            zh: `核对两个金额：${other}包含今年和以后各年`,
            en: `Check both amounts: ${other} has this year and those that follow`,
          }
        : {
            zh: `核对两个金额，使它们相等；实施不止一年的，改${term?.field.key}`,
            en: `Make both equal, or mend ${term?.field.key}`,
          },
    });
  },
};
