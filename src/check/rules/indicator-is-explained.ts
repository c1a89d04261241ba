// Every indicator says what it looks at and how it is reckoned, where the form's rows have a place for it.
import { below } from '../../base/pointer.js';
import { valueAt } from '../../read/parsed.js';
import { quote } from '../../terms/messages.js';
import { realRows } from '../real-rows.js';
import type { Rule } from '../rule.js';

export const indicatorIsExplained: Rule = {
  name: 'indicator-is-explained',
  level: 'warning',
  about: {
    zh: '没有“{indicator-explanation}”，别人不知道这个指标考察什么、怎样算，年底也无法核对',
    en: 'Without “{indicator-explanation}” nobody else knows what an indicator looks at and how it is reckoned, nor can it be verified',
  },
  source: { zh: '已公开的申报表，每行都有', en: 'published forms, where every row has one' },
  settings: {},
  check(subject, report) {
    for (const { pointer, group, name, value, explanation } of realRows(subject)) {
      const field = group.field.items?.properties.find(({ role }) => role === 'indicator-explanation');
      if (!field || (explanation && explanation.text.trim() !== '')) continue;
      // A key with nothing behind it is the structure's matter.
      if (!explanation && valueAt(subject.declaration, below(pointer, field.key)) !== undefined) continue;
      const about = name ?? value;
      const called = about ? `“${quote(about.text)}”` : '';
      report({
        pointer: about?.pointer ?? pointer,
        message: { zh: `指标${called}没有${field.label}`, en: `The indicator ${called} has no ${field.label}` },
        advice: {
          zh: `加一行“${field.key}”，写考察什么、怎样算`,
          en: `Add a line “${field.key}”: what it looks at and how it is reckoned`,
        },
      });
    }
  },
};
