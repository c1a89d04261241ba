// Satisfaction is a floor: at least, or more than, so many percent. Complaints among its indicators are better when fewer.
import { compare, whole } from '../../base/decimal.js';
import { isNamed, quantitiesOf } from '../indicator-values.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';

const settings = { 'better-when-lower': texts(['投诉', '不满', '差评', '信访', '举报', '上访', '纠纷']) };

const hundred = whole(100);
/** Counts such as 回访人数 are no satisfaction; what has no unit is another rule's matter. */
const units = /^(?:%|分)$/;

export const satisfactionIsAFloor: Rule<typeof settings> = {
  name: 'satisfaction-is-a-floor',
  level: 'warning',
  about: {
    zh: '满意度越高越好，要写至少多少；写成“=”或“≤”，更满意反而算没有完成',
    en: 'More satisfaction is better, so the value is a floor: with “=” or “≤” a higher one would count as missed',
  },
  source: { zh: '已公开的申报表', en: 'published forms' },
  settings,
  check(subject, report, { 'better-when-lower': names }) {
    for (const { row, value, quantity, figure, unit } of quantitiesOf(subject, 'satisfaction-indicators')) {
      const { sign, number } = quantity;
      if (!units.test(unit) || isNamed(row, names)) continue;
      const isExact = sign?.sign === '=' && !number.isRange;
      const isFloor = sign === null ? !number.isRange : sign.sign === '≥' || sign.sign === '>';
      // Nothing is above 100%, so there `=` is the floor.
      if (isFloor || (isExact && unit === '%' && compare(number.low, hundred) === 0)) continue;
      report({
        pointer: value.pointer,
        from: sign?.from ?? figure.from,
        to: sign?.to ?? figure.to,
        ...(isExact && sign.written === 'symbol' && { replacement: '≥' }),
        message: {
          zh: `满意度要写至少达到多少，不能写“${value.text.trim()}”`,
          en: `Satisfaction is to say how much at least, and “${value.text.trim()}” does not`,
        },
        advice: number.isRange
          ? { zh: '取最低的数，写成“≥”', en: 'Take the lowest number and write “≥” before it' }
          : { zh: `写成“≥${figure.written}”`, en: `Write “≥${figure.written}”` },
      });
    }
  },
};
