// An indicator's name has no more characters than the finance system takes.
import { realRows } from '../real-rows.js';
import type { Rule } from '../rule.js';
import { wholeNumber } from '../settings.js';

const settings = { most: wholeNumber(100) };

export const indicatorNameIsShort: Rule<typeof settings> = {
  name: 'indicator-name-is-short',
  level: 'error',
  about: {
    zh: '财政系统里指标名称的长度有上限，超过的导不进去',
    en: 'The finance system has a longest name for indicators and takes none beyond it',
  },
  source: { zh: '财政系统的数据规范', en: 'the data standard of the finance system' },
  settings,
  check(subject, report, { most }) {
    for (const { name } of realRows(subject)) {
      if (!name || name.text.length <= most) continue;
      const characters = [...name.text];
      if (characters.length <= most) continue;
      report({
        pointer: name.pointer,
        from: characters.slice(0, most).join('').length,
        to: name.text.length,
        message: {
          zh: `${name.field.label}有 ${characters.length} 个字，最多 ${most} 个`,
          en: `${name.field.label} has ${characters.length} characters; ${most} are the most`,
        },
        advice: {
          zh: '名称只写考察什么，怎样算写到后面的栏目里',
          en: 'Let the name say only what is looked at, and the other columns how it is reckoned',
        },
      });
    }
  },
};
