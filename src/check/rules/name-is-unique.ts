// No name of a project stands twice within a unit and a year.
import { alikeBy } from '../alike.js';
import { bare } from '../bare.js';
import { keyOf, yearOf } from '../facts.js';
import type { TreeRule } from '../rule.js';

export const nameIsUnique: TreeRule = {
  name: 'name-is-unique',
  level: 'warning',
  about: {
    zh: '一个单位一年里有两个同名的项目，批复和决算时分不清是哪一个，也可能是重复申报',
    en: 'Two projects of one name in a unit and year cannot be told apart when they are approved and settled, or one was declared twice',
  },
  source: { zh: '全部申报表一起查', en: 'all declarations together' },
  settings: {},
  checkTree(declarations, report) {
    const alike = alikeBy(declarations, 'name', (facts, { text }) => {
      const year = yearOf(facts);
      const { unit } = facts.by;
      return year === null || !unit ? null : `${year} ${bare(unit.text)} ${bare(text)}`;
    });
    for (const { fact, others, files } of alike) {
      const key = keyOf(fact);
      report({
        fact,
        related: others,
        message: {
          zh: `${key}与同一单位、同一年的 ${files.zh} 相同`,
          en: `${key} is the same as that of ${files.en}, of the same unit and year`,
        },
        advice: {
          zh: '是两个项目的，名称里写出区别；重复申报的，合成一份',
          en: 'Tell two projects apart by their names; make one of what was declared twice',
        },
      });
    }
  },
};
