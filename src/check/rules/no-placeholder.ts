// No value still holds what stood in for it: `**`, `≥*`, XX, ××, 某某, 待定, `{…}`.
// Signs need their surroundings to be told from a factor, a size or a class (2个*20000元, XXL, 5XX错误); words are rules.yaml's.
import type { Words } from '../../base/finding.js';
import { findAll } from '../../terms/scanning.js';
import { toPattern } from '../phrases.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';

const settings = { anywhere: texts(['某某']), last: texts(['待定', '待填', '待补充']) };

const signs = new RegExp(
  [
    // The whole value.
    '^[*＊×XxＸｘ]$',
    // A mask such as 138****0000 is no gap to be filled.
    '(?<![0-9*])\\*{2,}|(?<=[0-9])\\*{2,}(?![0-9*])|＊{2,}|×{2,}',
    // Beside a sign that compares, or behind a word that does; `*100%` is a factor.
    '[≥≤≧≦＞＜><]\\s?[*＊×XxＸｘ](?![A-Za-z0-9*＊×Ｘｘ])|[=＝]\\s?[*＊](?![0-9*＊])|(?<=[于到过达超为])[*＊](?!\\s?[0-9*＊])',
    // Letters of a word, a size or a host's name are none; nor is 5XX错误 or 3XX系.
    '(?<![A-Za-zＸ])(?!(?<=[1-9])X{2,3}\\s?(?:系|状态|错误|响应))[XＸ]{2,}(?![A-Za-zＸ])',
    '(?<![A-Za-z./_@:ｘ-])(?!(?<=[1-9])x{2,3}\\s?(?:系|状态|错误|响应))[xｘ]{2,}(?![A-Za-z./_@ｘ-])',
    '[{｛][^{}｛｝\\n]{0,60}[}｝]',
  ].join('|'),
  'gu',
);
const suspect = /[*＊×XxＸｘ{｛]/;

/** How many places of one text are shown. */
const shown = 5;

export const noPlaceholder: Rule<typeof settings> = {
  name: 'no-placeholder',
  level: 'error',
  about: {
    zh: '占位的符号和文字说明这里还没有填，财政系统和审计的检查工具见到就退回',
    en: 'A placeholder says that nothing was filled in here, and finance systems and auditors’ tools send it back',
  },
  source: { zh: '财政部门在用的系统；两种审计检查工具', en: 'a production system; two audit tools' },
  settings,
  check(subject, report, lists) {
    const words = toPattern(lists);
    if (!suspect.test(subject.whole) && subject.whole.search(words) < 0) return;
    for (const { pointer, text } of subject.texts) {
      const marked = suspect.test(text);
      if (!marked && text.search(words) < 0) continue;
      const marks = marked ? findAll(signs, text) : [];
      const found = [...marks, ...findAll(words, text)].sort((a, b) => a.index - b.index);
      const [first] = found;
      if (!first) continue;
      const spots = found.map(({ 0: { length }, index }) => ({ pointer, from: index, to: index + length }));
      report({
        ...(spots[0] ?? { pointer }),
        ...(spots.length > 1 && { related: spots.slice(1, shown) }),
        message: messageOf(first[0], spots.length),
        advice: {
          zh: '写上实际的内容；确实没有的，把这一处删去',
          en: 'Write what is meant; where there is nothing to say, take it out',
        },
      });
    }
  },
};

function messageOf(found: string, count: number): Words {
  return {
    zh: `“${found.slice(0, 24)}”是占位的，实际内容还没有填${count > 1 ? `，这样的地方共 ${count} 处` : ''}`,
    en: `“${found.slice(0, 24)}” is a placeholder: nothing was filled in${count > 1 ? `, in ${count} places` : ''}`,
  };
}
