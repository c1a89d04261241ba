// Nothing fell out of a quoted name or title: “互联网 ” was “互联网＋”. What it was only a person knows.
import { findLostSigns } from '../../terms/lost-signs.js';
import type { Rule } from '../rule.js';

/** How many of them are told of one text. */
const shown = 20;

export const noLostSign: Rule = {
  name: 'no-lost-sign',
  level: 'warning',
  about: {
    zh: '系统存不下的符号（如“＋”）会变成空格，文件的名称就引错了',
    en: 'A sign that a system cannot hold, such as ＋, becomes a space, and a document is cited by a name that it does not have',
  },
  source: { zh: '已公开的申报表', en: 'published forms' },
  settings: {},
  check(subject, report) {
    // A quote that ends one text and one that begins another are no pair, but then the texts are asked.
    if (findLostSigns(subject.whole).length === 0) return;
    for (const { pointer, text } of subject.texts) {
      for (const { from, to } of findLostSigns(text).slice(0, shown)) {
        const passage = text.slice(from, to).trim();
        const empty = /^[“‘「『《〈]\s*[”’」』》〉]$/u.test(passage);
        report({
          pointer,
          from,
          to,
          message: empty
            ? { zh: `${passage}里面是空的`, en: `There is nothing within ${passage}` }
            : {
                zh: `${passage}的里侧有空格，像是丢了一个字或符号`,
                en: `${passage} has a space at the inside, as if a character or sign had fallen out`,
              },
          advice: {
            zh: '照原文件核对，把丢了的补上（例如“＋”）；没有丢就删去空格',
            en: 'Compare it with the document and put back what is lost, a ＋ perhaps; if nothing is, take the space out',
          },
        });
      }
    }
  },
};
