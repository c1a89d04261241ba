// A project of more than one year has a long-term goal.
import { below } from '../../base/pointer.js';
import { findRole } from '../form.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';

const settings = { empty: texts(['无', '暂无', '略', '不适用', '不涉及', '/', '-', '—']) };

export const longGoalWhenLong: Rule<typeof settings> = {
  name: 'long-goal-when-long',
  level: 'error',
  about: {
    zh: '跨年的项目要说清到期时达到什么，只写今年的看不出总金额用来做什么',
    en: 'A project over several years must say what it reaches in the end, or nobody sees what the total is for',
  },
  source: { zh: '申报表上的“{long-goal}”一栏', en: 'the form’s label “{long-goal}”' },
  settings,
  check(subject, report, { empty }) {
    const term = subject.text('term');
    const field = findRole(subject.form, 'long-goal');
    if (!term || !field || !/^[1-9][0-9]*$/.test(term.text) || term.text === '1') return;
    const given = subject.declaration[field.key];
    // With nothing behind the key, or a list, it is the structure's matter.
    if (given !== undefined && (typeof given !== 'string' || given === '')) return;
    const said = given?.trim() ?? '';
    if (said !== '' && !empty.includes(said)) return;
    report({
      pointer: term.pointer,
      ...(given !== undefined && { related: [{ pointer: below('', field.key) }] }),
      message:
        said === ''
          ? {
              zh: `${term.field.label}是 ${term.text} 年，没有写${field.key}`,
              en: `${term.field.label} is ${term.text} years, and there is no ${field.key}`,
            }
          : {
              zh: `${term.field.label}是 ${term.text} 年，${field.key}却写“${said}”`,
              en: `${term.field.label} is ${term.text} years, but ${field.key} is “${said}”`,
            },
      advice: {
        zh: `在${field.key}里写到期满时要达到什么`,
        en: `Let ${field.key} say what is reached when the term ends`,
      },
    });
  },
};
