// The sources of funds add up to the project's total, on forms that ask for them.
import { type Fen, printMoney, yuan } from '../../base/money.js';
import type { Rule } from '../rule.js';

export const fundingAddsUp: Rule = {
  name: 'funding-adds-up',
  level: 'error',
  about: {
    zh: '“{total-amount}”由各项资金来源组成，缺一块或多一块都落实不了',
    en: '“{total-amount}” is made of its sources of funds; with too little or too much it cannot be carried out',
  },
  source: { zh: '表上的栏目：总额后面列出各项来源', en: 'the form, which lists the sources behind the total' },
  settings: {},
  check(subject, report) {
    const total = subject.amount('total-amount');
    const sources = subject.amounts('funding');
    if (!total || total.fen === null || sources.length === 0) return;
    let sum: Fen = 0n;
    for (const { fen } of sources) {
      if (fen === null) return;
      sum += fen;
    }
    if (sum === total.fen) return;
    const style = total.field.print ?? yuan;
    const print = (fen: Fen) => `${printMoney(fen, style)} ${style.unit}`;
    const isMore = sum > total.fen;
    const by = print(isMore ? sum - total.fen : total.fen - sum);
    const keys = sources.map(({ field }) => field.key);
    const { key } = total.field;
    report({
      pointer: total.pointer,
      related: sources.map(({ pointer }) => ({ pointer })),
      message: {
        zh: `${keys.join('、')}合计 ${print(sum)}，${key}是 ${print(total.fen)}，合计${isMore ? '多' : '少'}了 ${by}`,
        en: `${keys.join(', ')} come to ${print(sum)}, ${by} ${isMore ? 'more' : 'less'} than ${key}, ${print(total.fen)}`,
      },
      advice: {
        zh: `核对各项来源和${key}；没有的来源写 0`,
        en: `Check the sources and ${key}; write 0 for a source that gives nothing`,
      },
    });
  },
};
