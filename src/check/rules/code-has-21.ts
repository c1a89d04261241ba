// The project's code has 21 characters.
import type { Rule } from '../rule.js';
import { wholeNumber } from '../settings.js';

const settings = { length: wholeNumber(21) };

export const codeHas21: Rule<typeof settings> = {
  name: 'code-has-21',
  level: 'error',
  about: {
    zh: '财政系统按编码认项目，位数不对就导不进去',
    en: 'The finance system knows a project by its code, and takes none of another length',
  },
  source: { zh: '财政系统的数据规范', en: 'the data standard of the finance system' },
  settings,
  check(subject, report, { length }) {
    const code = subject.text('code');
    if (!code || code.text.length === length) return;
    const { label } = code.field;
    const by = code.text.length - length;
    report({
      pointer: code.pointer,
      message: {
        zh: `${label}有 ${code.text.length} 位，应为 ${length} 位，${by > 0 ? '多' : '少'}了 ${Math.abs(by)} 位`,
        en: `${label} has ${code.text.length} characters, ${Math.abs(by)} ${by > 0 ? 'more' : 'fewer'} than the ${length} it should have`,
      },
      advice: {
        zh: `照财政系统里的编码抄写；系统还没有给时，去掉“${code.field.key}”这一行`,
        en: `Copy the code from the finance system; leave the line “${code.field.key}” out until there is one`,
      },
    });
  },
};
