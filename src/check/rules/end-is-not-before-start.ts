// A project does not end before it starts.
import { isBefore, readCalendarDate } from '../../terms/calendar-date.js';
import type { Rule } from '../rule.js';

export const endIsNotBeforeStart: Rule = {
  name: 'end-is-not-before-start',
  level: 'error',
  about: {
    zh: '“{end-date}”早于“{start-date}”，项目的期限就是负的，财政系统不收',
    en: 'With “{end-date}” before “{start-date}” the project has a negative term, which no finance system takes',
  },
  source: { zh: '省级申报表的起止日期', en: 'the dates of provincial forms' },
  settings: {},
  check(subject, report) {
    const [start, end] = [subject.text('start-date'), subject.text('end-date')];
    const [from, to] = [start && readCalendarDate(start.text), end && readCalendarDate(end.text)];
    if (!start || !end || !from || !to || !isBefore(to, from)) return;
    report({
      pointer: end.pointer,
      related: [{ pointer: start.pointer }],
      message: {
        zh: `${end.field.key} ${end.text} 早于${start.field.key} ${start.text}`,
        en: `${end.field.key} ${end.text} is before ${start.field.key} ${start.text}`,
      },
      advice: {
        zh: '核对两个日期，看年份有没有写错，或者是不是写反了',
        en: 'Look at both dates: a year may be wrong, or the two may have changed places',
      },
    });
  },
};
