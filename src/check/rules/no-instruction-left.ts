// No text of the blank form is left in a value: “（100字以内）”, “请填写…”, “例如：…”.
import { findAll } from '../../terms/scanning.js';
import { toPattern } from '../phrases.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';

const settings = {
  anywhere: texts(['（…字以内）', '请填写', '请在此', '此处填写']),
  first: texts(['例如：', '示例：']),
};

/** How many of them are told of one text. */
const shown = 5;

export const noInstructionLeft: Rule<typeof settings> = {
  name: 'no-instruction-left',
  level: 'warning',
  about: {
    zh: '空白表上教人怎样填的话印在正式的表里，说明这一栏没有认真填',
    en: 'Words that tell how to fill the form in, printed in the form itself, say that nobody looked at this field',
  },
  source: { zh: '已公开的申报表', en: 'published forms' },
  settings,
  check(subject, report, lists) {
    const pattern = toPattern(lists);
    if (subject.whole.search(pattern) < 0) return;
    for (const { pointer, text } of subject.texts) {
      if (text.search(pattern) < 0) continue;
      let told = 0;
      for (const { 0: found, index } of findAll(pattern, text)) {
        told += 1;
        if (told > shown) break;
        const from = index + found.length - found.trimStart().length;
        report({
          pointer,
          from,
          to: index + found.length,
          message: {
            zh: `“${found.trim()}”是空白表上的填写提示`,
            en: `“${found.trim()}” is an instruction of the blank form`,
          },
          advice: {
            zh: '删去提示的话，只留自己填的内容',
            en: 'Take the instruction out, and leave what was filled in',
          },
        });
      }
    }
  },
};
