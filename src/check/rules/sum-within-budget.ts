// The declarations of a unit ask for no more in a year than its ceiling, where rules.yaml gives one.
// Said once, where a reviewer would look first for what can be cut: at the largest amount.
import { type Fen, printMoney } from '../../base/money.js';
import { bare } from '../bare.js';
import { type Fact, type Facts, yearOf } from '../facts.js';
import type { TreeRule } from '../rule.js';
import { amountsByTwo } from '../settings.js';

/** Year, unit, amount; a bare number is 元. */
const settings = { ceilings: amountsByTwo() };

const mostRelated = 3;

export const sumWithinBudget: TreeRule<typeof settings> = {
  name: 'sum-within-budget',
  level: 'warning',
  about: {
    zh: '一个单位一年申报的合计不超过下达的控制数，超过的部分批不下来',
    en: 'What a unit asks for in a year is within the ceiling it was given; what exceeds it is not approved',
  },
  source: { zh: '财政部门下达的预算控制数', en: 'the budget ceilings that the finance bureau hands down' },
  settings,
  checkTree(declarations, report, { ceilings }) {
    for (const [year, units] of Object.entries(ceilings)) {
      const amounts = amountsByUnit(declarations.filter((facts) => yearOf(facts) === year));
      for (const [unit, ceiling] of Object.entries(units)) {
        const own = amounts.get(bare(unit)) ?? [];
        const sum = own.reduce((total, { fen }) => total + fen, 0n);
        const [largest, ...others] = own.toSorted((a, b) => (a.fen > b.fen ? -1 : a.fen < b.fen ? 1 : 0));
        if (!largest || sum <= ceiling) continue;
        const [asked, given, over] = [sum, ceiling, sum - ceiling].map((fen) => printMoney(fen));
        report({
          fact: largest.fact,
          related: others.slice(0, mostRelated).map(({ fact }) => fact),
          message: {
            zh: `${unit} ${year} 年的 ${own.length} 份申报表合计 ${asked} 元，比控制数 ${given} 元多 ${over} 元，这一份最大`,
            en: `The ${own.length} declarations of ${unit} for ${year} add up to ${asked} 元, ${over} more than its ceiling of ${given}; this is the largest`,
          },
          advice: {
            zh: '压减或者推迟其中的项目；控制数调整了的，改 rules.yaml 里的数',
            en: 'Cut or postpone some of them; where the ceiling was changed, change it in rules.yaml',
          },
        });
      }
    }
  },
};

interface Asked {
  readonly fact: Fact;
  readonly fen: Fen;
}

function amountsByUnit(declarations: readonly Facts[]): ReadonlyMap<string, readonly Asked[]> {
  const amounts = new Map<string, Asked[]>();
  for (const { by } of declarations) {
    const fact = by['year-amount'];
    if (!by.unit || !fact || fact.fen === null) continue;
    const unit = bare(by.unit.text);
    const asked = { fact, fen: fact.fen };
    const known = amounts.get(unit);
    if (known) known.push(asked);
    else amounts.set(unit, [asked]);
  }
  return amounts;
}
