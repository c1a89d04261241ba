// A cost indicator with a sign is a ceiling. Savings and rates of performance among the costs are better when higher.
import { isNamed, quantitiesOf } from '../indicator-values.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';

const higher =
  '节约 节省 节支 降低 下降 减少 压减 效率 效益 执行率 支付率 支出率 到位率 合规率 准确率 合格率 及时率 回收率';

const settings = {
  'better-when-higher': texts(higher.split(' ')),
  spending: texts('成本 费 价 支出 经费 资金 预算 投资 造价 标准'.split(' ')),
};

const saving = /节[约省支]|降低?|减少|压减/;

export const costIsACeiling: Rule<typeof settings> = {
  name: 'cost-is-a-ceiling',
  level: 'warning',
  about: {
    zh: '{cost-indicators}管的是最多花多少，写成“≥”，花得越多反而完成得越好',
    en: '{cost-indicators} says how much may be spent at most: with “≥” the one who spends more does better',
  },
  source: { zh: '审核工具的校验', en: 'an audit tool' },
  settings,
  check(subject, report, { 'better-when-higher': names, spending }) {
    for (const { row, value, quantity, figure, unit } of quantitiesOf(subject, 'cost-indicators')) {
      const { sign } = quantity;
      if (sign?.sign !== '≥' && sign?.sign !== '>') continue;
      if (sign.written === 'verb' || isNamed(row, names) || saving.test(value.text)) continue;
      // 旧料处置率 stands among social and environmental costs, but is no spending.
      if (!unit.includes('元') && !isNamed(row, spending)) continue;
      const { key } = row.group.field;
      report({
        pointer: value.pointer,
        from: sign.from,
        to: sign.to,
        message: {
          zh: `${key}要写最多花多少，“${value.text.trim()}”写的是最少花多少`,
          en: `${key} is to say how much is spent at most, and “${value.text.trim()}” says how much at least`,
        },
        advice: {
          zh: `写成“≤${figure.written}”；数额是定死的，写“=${figure.written}”`,
          en: `Write “≤${figure.written}”, or “=${figure.written}” where the cost is fixed`,
        },
      });
    }
  },
};
