// The explanation of an indicator that is a share says what is divided by what.
import { realRows } from '../real-rows.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';
import type { Row } from '../subject.js';

const settings = { marks: texts(['/', '／', '÷', '∕', '=', '＝', '除以', '之比', '比值', '商', '%+', '%＋', '% + ']) };

const inValue = /[%％]|百分[比之]/;
const inName = /(?:率|比例|比重|占比|完成度|满意度)\s?[(（]\s?(?:[%％]|百分比)\s?[)）]\s*$/;
/** 满意的人数占总人数的比例 */
const portion = /占[^。；]{0,80}(?:比例|比重|比率|百分|[%％])/;

export const percentageHasAFormula: Rule<typeof settings> = {
  name: 'percentage-has-a-formula',
  level: 'warning',
  about: {
    zh: '比率要写明分子和分母，不然同一件事可以算出不同的数',
    en: 'A share must say what is divided by what, or the same matter gives different numbers',
  },
  source: { zh: '已公开的申报表，比率都写了算式', en: 'published forms, where shares have their formulas' },
  settings,
  check(subject, report, { marks }) {
    for (const row of realRows(subject)) {
      const { value, explanation } = row;
      if (!explanation || explanation.text.trim() === '' || !isShare(row)) continue;
      const { text, field, pointer } = explanation;
      if (text.trim() === row.group.field.word || marks.some((mark) => text.includes(mark)) || portion.test(text))
        continue;
      report({
        pointer,
        ...(value && { related: [value] }),
        message: {
          zh: `这个指标是比率，${field.label}没有写明分子和分母`,
          en: `This indicator is a share, and ${field.label} does not say what is divided by what`,
        },
        advice: {
          zh: '写上算式，例如“合格率（%）=合格的场次/总场次*100%”',
          en: 'Write the formula, e.g. “合格率（%）=合格的场次/总场次*100%”',
        },
      });
    }
  },
};

function isShare({ name, value }: Row): boolean {
  return (value !== null && inValue.test(value.text)) || (name !== null && inName.test(name.text));
}
