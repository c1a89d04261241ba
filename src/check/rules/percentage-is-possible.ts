// A share is not above 100%, and “at least 100%” says “=100%”. Rates of growth and ratios are no shares.
import { compare, printDecimal, whole } from '../../base/decimal.js';
import type { SignPart } from '../../terms/indicator-signs.js';
import { isNamed, type Quantified, quantitiesOf } from '../indicator-values.js';
import type { Remark, Rule } from '../rule.js';
import { texts } from '../settings.js';

const growing =
  '增长 增幅 增速 增加 增收 增值 提高 提升 上升 上涨 涨幅 同比 环比 比率 比值 比例 产出比 收益率 回报率 利润率 毛入学率 拨备 杠杆 放大 倍 超额 床位使用率';

const settings = { 'may-exceed': texts(growing.split(' ')) };

const hundred = whole(100);
const growth = /[增涨升]|提高|同比|翻番/;

export const percentageIsPossible: Rule<typeof settings> = {
  name: 'percentage-is-possible',
  level: 'warning',
  about: {
    zh: '占比最多是 100%，要求高于它，就没有做到的一天；“≥100%”其实就是“=100%”',
    en: 'A share is 100% at most: more than that is never reached, and “≥100%” can only mean “=100%”',
  },
  source: { zh: '审核工具的校验', en: 'an audit tool' },
  settings,
  check(subject, report, { 'may-exceed': names }) {
    for (const one of quantitiesOf(subject)) {
      const { row, value, quantity, unit } = one;
      if (unit !== '%' || isNamed(row, names) || growth.test(value.text)) continue;
      const { sign, number } = quantity;
      // A ceiling above 100% asks for nothing impossible, nor does ±.
      if (sign?.sign === '≤' || sign?.sign === '<' || sign?.sign === '±') continue;
      const order = compare(number.low, hundred);
      if (order > 0 || (order === 0 && sign?.sign === '>')) report(tooMuch(one));
      else if (order === 0 && sign?.sign === '≥' && sign.written !== 'verb') report(exactly(one, sign));
    }
  },
};

function tooMuch({ value, quantity: { sign, number }, figure }: Quantified): Remark {
  const isFloor = sign?.sign === '≥' || sign?.sign === '>';
  const wanted = `${isFloor ? sign.sign : ''}${printDecimal(number.low)}%`;
  return {
    pointer: value.pointer,
    from: Math.min(sign?.from ?? figure.from, figure.from),
    to: Math.max(sign?.to ?? 0, figure.to),
    message: {
      zh: `“${wanted}”高于 100%，占比到不了这么高`,
      en: `“${wanted}” is above 100%, which no share can be`,
    },
    advice: {
      zh: '改成不高于 100% 的数；说的是增长或倍数时，在名称里写明，例如“增长率”',
      en: 'Write a number up to 100%; where growth or a ratio is meant, say so in the name, such as “增长率”',
    },
  };
}

function exactly({ value, quantity: { isPlain }, figure }: Quantified, sign: SignPart): Remark {
  const written = value.text.trim();
  const mend =
    sign.from < figure.from
      ? { from: sign.from, to: sign.to, replacement: '=' }
      : { from: figure.from, to: sign.to, ...(isPlain && { replacement: `=${figure.written}` }) };
  return {
    pointer: value.pointer,
    ...mend,
    message: {
      zh: `“${written}”再高也只有 100%，应写“=100%”`,
      en: `“${written}” can be no more than 100%, so it is “=100%”`,
    },
    advice: { zh: '写成“=100%”', en: 'Write “=100%”' },
  };
}
