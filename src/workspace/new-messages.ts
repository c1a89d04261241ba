// What making declarations and workspaces says when it cannot go on as asked.
import type { Words } from '../base/finding.js';

const words = (zh: string, en: string): Words => ({ zh, en });

export const newMessages = {
  wrongYear: (year: string) =>
    words(
      `年度“${year}”不对，要写四位数字，例如 2026。`,
      `The year “${year}” is wrong; write four digits, such as 2026.`,
    ),
  wrongName: (name: string) =>
    words(
      `名称“${name}”不能用：写项目名，或者“处室/项目名”，每一段都不能空着，也不能以句点开头。`,
      `The name “${name}” cannot be used: write the project’s name, or folder/name; no part may be empty or begin with a full stop.`,
    ),
  refused: (message: Words, advice: Words) => words(`${message.zh}${advice.zh}`, `${message.en} ${advice.en}`),
  exists: (file: string) =>
    words(
      `${file} 已经有了，没有改动它。换一个名称，或者先把它移走。`,
      `${file} exists and was left as it is. Choose another name, or move it away first.`,
    ),
  unknownForm: (asked: string, titles: readonly string[]) =>
    words(
      `没有叫“${asked}”的表；现有：${titles.map((title) => `“${title}”`).join('、')}。`,
      `There is no form “${asked}”; there are ${titles.map((title) => `“${title}”`).join(', ')}.`,
    ),
  severalForms: (titles: readonly string[]) =>
    words(
      `这里有 ${titles.length} 种表，请用 --form 指明一种：${titles.map((title) => `“${title}”`).join('、')}。`,
      `There are ${titles.length} forms here; name one with --form: ${titles.map((title) => `“${title}”`).join(', ')}.`,
    ),
  noSourceYear: (file: string) =>
    words(
      `不知道 ${file} 是哪一年的：在里面写上年度，或者把它放在 projects/ 的年份文件夹里。`,
      `It is not known which year ${file} is of: write the year into it, or put it into a year’s folder under projects/.`,
    ),
  notFolder: (path: string) =>
    words(`${path} 是一个文件，不能在那里建工作区。`, `${path} is a file; no workspace can be made there.`),
};
