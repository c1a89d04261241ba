// A value that is chosen from a list of the authority's is on that list. The lists are rules.yaml's, by the keys of the form.
import { say } from '../../base/finding.js';
import { nearest } from '../../base/nearest.js';
import { below } from '../../base/pointer.js';
import { quote } from '../../terms/messages.js';
import { bare } from '../bare.js';
import type { Rule } from '../rule.js';
import { textsByKey } from '../settings.js';

const settings = { lists: textsByKey() };

/** How many of a list a message names. */
const shown = 8;

export const choiceIsListed: Rule<typeof settings> = {
  name: 'choice-is-listed',
  level: 'warning',
  about: {
    zh: '财政系统按固定的选项认这一栏，写法不同就要手工改',
    en: 'Finance systems know this field by fixed choices; what is worded otherwise has to be changed by hand',
  },
  source: { zh: '申报表的下拉选项', en: 'the choices of the form' },
  settings,
  check(subject, report, { lists }) {
    for (const [key, listed] of Object.entries(lists)) {
      const one = subject.texts.find(({ pointer }) => pointer === below('', key));
      if (!one || listed.length === 0 || listed.includes(one.text)) continue;
      const { pointer, text, field } = one;
      const same = listed.filter((choice) => bare(choice) === bare(text));
      const [meant = nearest(text, listed)] = same;
      const some = listed.slice(0, shown).join('、') + (listed.length > shown ? '……' : '');
      report({
        pointer,
        ...say(
          `${field.key}写的是“${quote(text)}”，不在选项里`,
          meant === null ? `从选项里选一个：${some}` : `是不是“${meant}”；选项有：${some}`,
          `${field.key} is “${quote(text)}”, which is not among the choices`,
          meant === null ? `The choices are ${some}` : `Perhaps “${meant}” is meant; the choices are ${some}`,
        ),
        ...(same.length === 1 && same[0] !== undefined && { from: 0, to: text.length, replacement: same[0] }),
      });
    }
  },
};
