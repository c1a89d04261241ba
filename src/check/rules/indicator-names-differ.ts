// No two indicators of a declaration have the same name.
import { quote } from '../../terms/messages.js';
import { realRows } from '../real-rows.js';
import type { Rule } from '../rule.js';
import type { Text } from '../subject.js';

export const indicatorNamesDiffer: Rule = {
  name: 'indicator-names-differ',
  level: 'error',
  about: {
    zh: '财政系统按名称认指标，重名的导不进去，评价时也分不清',
    en: 'The finance system knows indicators by their names, takes none twice, and nobody can tell them apart afterwards',
  },
  source: { zh: '财政系统默认开启的校验', en: 'a check that the finance system makes by default' },
  settings: {},
  check(subject, report) {
    const known = new Map<string, Text>();
    for (const { name } of realRows(subject)) {
      if (!name) continue;
      const bare = name.text.replace(/\s/gu, '');
      const first = known.get(bare);
      if (!first) {
        if (bare !== '') known.set(bare, name);
        continue;
      }
      const called = quote(name.text);
      report({
        pointer: name.pointer,
        related: [first],
        message: {
          zh: `${name.field.label}“${called}”与前面的一个重名`,
          en: `${name.field.label} “${called}” is the name of an earlier one as well`,
        },
        advice: {
          zh: '把名称写得更具体，例如写明是哪项工作的；重复的就去掉一个',
          en: 'Make the name more specific, e.g. say of which work it is; take out what is there twice',
        },
      });
    }
  },
};
