// A number has a sign and a unit. Dates, ratios and grades are complete as they are, and a range is its own bound.
// How the sign is written is here too, as a hint: `>=` and `≥ 90 %` are complete, but not as the form writes them.
import type { Words } from '../../base/finding.js';
import { standardSymbol } from '../../terms/indicator-signs.js';
import { isNamed, type Quantified, quantitiesOf, readingOf } from '../indicator-values.js';
import type { Remark, Rule } from '../rule.js';
import { texts } from '../settings.js';
import type { Row, Subject } from '../subject.js';

const settings = { 'without-unit': texts(['指数', '系数', '容积率', '信噪比', 'pH', 'PH']) };

export const quantitativeValueIsComplete: Rule<typeof settings> = {
  name: 'quantitative-value-is-complete',
  level: 'error',
  about: {
    zh: '数要带符号（≥、≤、>、<、= 之一）和单位，年底才判断得了完成没有',
    en: 'Only with a sign (one of ≥, ≤, >, < and =) and a unit can a number be judged at the end of the year',
  },
  source: { zh: '财政系统的校验', en: 'the checks of a finance system' },
  settings,
  check(subject, report, { 'without-unit': unitless }) {
    for (const remark of incompleteValues(subject)) report(remark);
    for (const one of quantitiesOf(subject)) {
      const { row, value, quantity, unit } = one;
      const lacksSign = quantity.sign === null && !quantity.number.isRange;
      const lacksUnit = unit === '' && !isNamed(row, unitless);
      if (lacksSign || lacksUnit) report(toRemark(one, lacksSign, lacksUnit));
      const spelling = respell(one);
      if (spelling) report({ pointer: value.pointer, level: 'hint', ...spelling });
    }
  },
};

function toRemark({ row, value, quantity, figure }: Quantified, lacksSign: boolean, lacksUnit: boolean): Remark {
  const { from, to, written } = figure;
  const example = lacksUnit ? written + (isRate(row) ? '%' : '个') : written;
  const [zh, en] = lacksSign
    ? lacksUnit
      ? ['没有符号，也没有单位', 'has neither a sign nor a unit']
      : ['没有符号', 'has no sign']
    : ['没有单位，指标的名称里也没有', 'has no unit, nor has the indicator’s name'];
  return {
    pointer: value.pointer,
    from,
    to,
    message: { zh: `“${written}”${zh}`, en: `“${written}” ${en}` },
    advice: lacksSign
      ? adviseSign(example)
      : adviseUnit((value.text.slice(0, to) + (isRate(row) ? '%' : '个') + value.text.slice(to)).trim()),
    // In 一年2次 or 约100人 the words around the number may say enough.
    ...(!quantity.isPlain && { level: 'warning' }),
  };
}

function adviseSign(example: string): Words {
  // At least nothing is no target, and less than nothing cannot be.
  if (/^0(?![0-9.])/.test(example)) return { zh: `写成“=${example}”`, en: `Write “=${example}”` };
  return {
    zh: `至少要这么多写“≥${example}”，至多写“≤${example}”，正好写“=${example}”`,
    en: `Write “≥${example}” for at least, “≤${example}” for at most, “=${example}” for exactly so many`,
  };
}

function adviseUnit(example: string): Words {
  return {
    zh: `在数的后面写上单位，例如“${example}”，或者写进名称，例如“受益人数（人）”`,
    en: `Write the unit after the number, such as “${example}”, or in the name, such as “受益人数（人）”`,
  };
}

/** What is most likely counted in per cent. */
function isRate({ name }: Row): boolean {
  return /(?:率|占比|比例|比重|满意度|完成度)$/.test(name?.text.trim() ?? '');
}

/** Signs and units that wait for their number. */
function incompleteValues({ rows }: Subject): readonly Remark[] {
  return rows.flatMap(({ value }) => {
    const reading = value && readingOf(value);
    if (!value || reading?.kind !== 'incomplete') return [];
    const { from, to, unit } = reading;
    const written = value.text.slice(from, to);
    const [zh, en] = unit ? ['单位', 'a unit'] : ['符号', 'a sign'];
    return {
      pointer: value.pointer,
      from,
      to,
      message: { zh: `“${written}”只有${zh}，没有数`, en: `“${written}” is ${en} without a number` },
      advice: { zh: '写上要达到的数，例如“≥9场次”', en: 'Write the number to be reached, such as “≥9场次”' },
    };
  });
}

/** The narrowest characters that the form writes otherwise, and how; null where sign, number and unit stand as they should. */
function respell({
  value: { text },
  quantity: { sign, number, unit },
  figure,
}: Quantified): Pick<Remark, 'from' | 'to' | 'message' | 'advice' | 'replacement'> | null {
  if (sign?.written !== 'symbol') return null;
  const parts = unit ? [number, unit].sort((a, b) => a.from - b.from) : [number];
  const { to } = figure;
  const written = text.slice(sign.from, to);
  const standard = parts.reduce(
    (before, part) => {
      const own = text.slice(part.from, part.to);
      // `5 km` is how Latin units are written.
      const gap = part === unit && /^[A-Za-z]/.test(own) ? text.slice(number.to, part.from) : '';
      return before + gap + own;
    },
    standardSymbol(text, sign),
  );
  if (standard === written) return null;
  const [head, tail] = common(written, standard);
  return {
    from: sign.from + head,
    to: to - tail,
    replacement: standard.slice(head, standard.length - tail),
    message: { zh: `“${written}”应写成“${standard}”`, en: `“${written}” is written “${standard}”` },
    advice: {
      zh: '符号用 ≥、≤、>、<、= 之一，与数和单位连着写，不空格',
      en: 'Use one of ≥, ≤, >, < and =, with no space before the number and the unit',
    },
  };
}

/** How many characters two texts share at their beginning and at their end. */
function common(a: string, b: string): readonly [number, number] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [head, tail];
}
