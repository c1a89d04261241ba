// A year that is written in the declaration is that of the folder it lies in.
import type { Rule } from '../rule.js';

export const yearAgreesWithFolder: Rule = {
  name: 'year-agrees-with-folder',
  level: 'warning',
  about: {
    zh: '文件放在哪一年的文件夹，就归在哪一年汇总；与“{year}”不一致，总有一处弄错了',
    en: 'A file is counted in the year of its folder; where “{year}” says another, one of the two is wrong',
  },
  source: { zh: '工作区的约定：projects/年份/', en: 'how a workspace is laid out: projects/<year>/' },
  settings: {},
  check(subject, report) {
    const year = subject.text('year');
    const { folderYear } = subject;
    if (!year || folderYear === null || year.text === folderYear) return;
    report({
      pointer: year.pointer,
      message: {
        zh: `${year.field.key}写的是 ${year.text}，文件却放在 ${folderYear} 年的文件夹里`,
        en: `${year.field.key} is ${year.text}, but the file lies in the folder of ${folderYear}`,
      },
      advice: {
        zh: `写成 ${folderYear}，或者把文件移到 projects/${year.text}/ 下面`,
        en: `Write ${folderYear}, or move the file to projects/${year.text}/`,
      },
    });
  },
};
