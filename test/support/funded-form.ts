// A small form that asks where the money comes from, as provincial forms do; amounts are in 万元 there.
import { type Form, toForm } from '../../src/check/form.js';

const amount = { type: 'string', 'x-kind': 'amount', 'x-print': { unit: '万元', decimals: 2 } };

export const fundedForm: Form = toForm(
  'funded',
  {
    title: '项目支出绩效目标表',
    type: 'object',
    properties: {
      项目总投资: { ...amount, 'x-role': 'total-amount' },
      中央补助安排: { ...amount, 'x-role': 'funding' },
      省级财政安排: { ...amount, 'x-role': 'funding' },
      其他资金: { ...amount, 'x-role': 'funding' },
      预算申报数: { ...amount, 'x-role': 'year-amount' },
    },
  },
  '',
);
