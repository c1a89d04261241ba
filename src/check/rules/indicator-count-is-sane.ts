// A declaration has no more indicators than anybody can follow up.
import { below } from '../../base/pointer.js';
import { findRole } from '../form.js';
import { realRows } from '../real-rows.js';
import type { Rule } from '../rule.js';
import { wholeNumber } from '../settings.js';

const settings = { most: wholeNumber(15) };

export const indicatorCountIsSane: Rule<typeof settings> = {
  name: 'indicator-count-is-sane',
  level: 'hint',
  about: {
    zh: '指标条数繁多，抓不住重点，年底也难逐条取证',
    en: 'Too many indicators hide what matters, and each of them must be proved at the end of the year',
  },
  source: { zh: '审计发现“指标条数繁多”', en: 'an audit office on numerous indicators' },
  settings,
  check(subject, report, { most }) {
    const field = findRole(subject.form, 'indicators');
    const count = realRows(subject).length;
    if (!field || count <= most) return;
    report({
      pointer: below('', field.key),
      part: 'key',
      message: {
        zh: `${field.label}共有 ${count} 行，一般不超过 ${most} 行`,
        en: `${field.label} has ${count} rows; ${most} are usually the most`,
      },
      advice: {
        zh: '留下最能说明这个项目的，意思相近的合并',
        en: 'Keep those that say most about the project, and merge those that are alike',
      },
    });
  },
};
