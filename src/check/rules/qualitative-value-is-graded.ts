// A value in words says how far, not just which way: 提高 and 有所改善 are no values, 优良, 达标 and 增加岗位 are, and so is 提高
// where the explanation says what counts as such: 以平均分高于上年为提高.
import { readingOf } from '../indicator-values.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';

const words =
  '提高 提升 改善 改进 加强 增强 强化 优化 完善 促进 推进 推动 增加 减少 降低 扩大 加快 缓解 保障 有效 明显';
const degrees = '显著 进一步 有所 逐步 逐年 稳步 持续 不断 大幅 切实 全面 得到 较';

const settings = { words: texts(words.split(' ')), degrees: texts(degrees.split(' ')) };

/** No combination of the words is longer. */
const longest = 16;

export const qualitativeValueIsGraded: Rule<typeof settings> = {
  name: 'qualitative-value-is-graded',
  level: 'warning',
  about: {
    zh: '“提高”“有效”只说了往哪边走，没有说走到哪里，年底怎样都算完成',
    en: '“提高” and “有效” say which way but not how far, so that anything counts as reached',
  },
  source: { zh: '审计机关 2023 年的报告', en: 'an audit office’s report of 2023' },
  settings,
  check({ rows }, report, { words, degrees }) {
    for (const { value, explanation } of rows) {
      if (!value || value.text.length > longest || readingOf(value).kind !== 'text') continue;
      const bare = value.text.replace(/[\s。，、；!！]/gu, '');
      if (!isOnly(bare, words, degrees) || explanation?.text.includes(`为${bare}`)) continue;
      report({
        pointer: value.pointer,
        message: {
          zh: `“${value.text.trim()}”没有说到什么程度`,
          en: `“${value.text.trim()}” does not say how far`,
        },
        advice: {
          zh: '写成能判断的结果，例如“优良”“达标”，或者写数，例如“比上年提高5%以上”',
          en: 'Write a result that can be judged, such as “优良” or “达标”, or a number, such as “比上年提高5%以上”',
        },
      });
    }
  },
};

/** Whether the text is nothing but words and degrees, at least one of them a word. */
function isOnly(text: string, words: readonly string[], degrees: readonly string[]): boolean {
  let rest = text;
  let hasWord = false;
  while (rest !== '') {
    const word = startOf(rest, words);
    const found = word ?? startOf(rest, degrees);
    if (found === undefined) return false;
    hasWord ||= word !== undefined;
    rest = rest.slice(found.length);
  }
  return hasWord;
}

function startOf(text: string, all: readonly string[]): string | undefined {
  return all.find((one) => text.startsWith(one));
}
