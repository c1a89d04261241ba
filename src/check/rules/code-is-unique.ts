// No code stands in two declarations of a year.
import { alikeBy } from '../alike.js';
import { keyOf, yearOf } from '../facts.js';
import type { TreeRule } from '../rule.js';

export const codeIsUnique: TreeRule = {
  name: 'code-is-unique',
  level: 'error',
  about: {
    zh: '财政系统按“{code}”认项目，同一年里两份用了同一个，导入时后一份会盖掉前一份',
    en: 'The finance system knows a project by its “{code}”; of two declarations with the same one in a year, the later takes the place of the earlier',
  },
  source: {
    zh: '财政系统按编码导入；全部申报表一起查',
    en: 'the finance system imports by code; all declarations together',
  },
  settings: {},
  checkTree(declarations, report) {
    const alike = alikeBy(declarations, 'code', (facts, { text }) => {
      const year = yearOf(facts);
      return year === null ? null : `${year} ${text}`;
    });
    for (const { fact, others, files } of alike) {
      const key = keyOf(fact);
      report({
        fact,
        related: others,
        message: {
          zh: `${key}与同一年的 ${files.zh} 相同`,
          en: `${key} is the same as that of ${files.en} in the same year`,
        },
        advice: {
          zh: `在财政系统里核对，改正抄错的一份；同一个项目报了两次的，删去一份`,
          en: 'Check it in the finance system and mend the one that is wrong; remove one where the project was declared twice',
        },
      });
    }
  },
};
