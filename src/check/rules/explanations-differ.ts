// No explanation is copied over many indicators.
import { quote } from '../../terms/messages.js';
import { realRows } from '../real-rows.js';
import type { Rule } from '../rule.js';
import { wholeNumber } from '../settings.js';
import type { Text } from '../subject.js';

const settings = { rows: wholeNumber(3) };

export const explanationsDiffer: Rule<typeof settings> = {
  name: 'explanations-differ',
  level: 'warning',
  about: {
    zh: '几个指标用同一句“{indicator-explanation}”，等于都没有说明怎样考察',
    en: 'Where several indicators have the same “{indicator-explanation}”, none of them is explained',
  },
  source: { zh: '已公开的申报表', en: 'published forms' },
  settings,
  check(subject, report, { rows }) {
    const alike = new Map<string, Text[]>();
    for (const { name, group, explanation } of realRows(subject)) {
      const bare = explanation?.text.replace(/\s/gu, '') ?? '';
      if (!explanation || bare === '' || bare === name?.text || bare === group.field.word) continue;
      const known = alike.get(bare);
      if (known) known.push(explanation);
      else alike.set(bare, [explanation]);
    }
    for (const [first, ...others] of alike.values()) {
      if (!first || others.length === 0 || others.length + 1 < rows) continue;
      const { label } = first.field;
      const [count, said] = [others.length + 1, quote(first.text)];
      report({
        pointer: first.pointer,
        related: others,
        message: {
          zh: `${count} 行的${label}一字不差：“${said}”`,
          en: `${count} rows have word for word the same ${label}: “${said}”`,
        },
        advice: {
          zh: `每行的${label}写它自己考察什么、怎样算`,
          en: `Let each ${label} say what its own indicator looks at and how it is reckoned`,
        },
      });
    }
  },
};
