// The long-term goal is not this year's goal word for word.
import type { Rule } from '../rule.js';

export const goalsDiffer: Rule = {
  name: 'goals-differ',
  level: 'warning',
  about: {
    zh: '“{long-goal}”说的是整个期限，“{goal}”说的是今年；一字不差，就有一个没有写',
    en: '“{long-goal}” is for the whole term and “{goal}” for this year; where both are word for word the same, one was not written',
  },
  source: { zh: '已公开的申报表', en: 'published forms' },
  settings: {},
  check(subject, report) {
    const [goal, long] = [subject.text('goal'), subject.text('long-goal')];
    if (!goal || !long || bare(goal.text) !== bare(long.text)) return;
    report({
      pointer: long.pointer,
      related: [{ pointer: goal.pointer }],
      message: {
        zh: `${long.field.key}与${goal.field.key}一字不差`,
        en: `${long.field.key} is word for word ${goal.field.key}`,
      },
      advice: {
        zh: `${long.field.key}写到期满时要达到什么，${goal.field.key}只写今年的`,
        en: `Let ${long.field.key} say what is reached when the term ends, and ${goal.field.key} only this year`,
      },
    });
  },
};

function bare(text: string): string {
  return text.replace(/\s/gu, '');
}
