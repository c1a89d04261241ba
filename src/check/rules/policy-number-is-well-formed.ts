// A document number is 机关代字〔年〕n号, wherever it stands in an item; an item without one is right.
import type { Words } from '../../base/finding.js';
import type { PolicyNumber, PolicyNumberFault } from '../../terms/policy-number.js';
import { policiesOf } from '../policies.js';
import type { Rule } from '../rule.js';

/** How many of them are told of one text. */
const shown = 20;

const reasons: Readonly<Record<PolicyNumberFault, Words>> = {
  brackets: { zh: '年份要用六角括号〔〕', en: 'the year stands in hexagonal brackets 〔〕' },
  'short-year': { zh: '年份要写四位', en: 'the year has four digits' },
  'year-mark': { zh: '括号里不写“年”', en: 'no 年 stands in the brackets' },
  ordinal: { zh: '序号前不加“第”或“字”', en: 'no 第 or 字 stands before the number' },
  zeros: { zh: '序号前不补 0', en: 'the number has no leading zero' },
  suffix: { zh: '序号后要有“号”', en: '号 stands behind the number' },
  space: { zh: '中间不留空格', en: 'there is no space within' },
};

export const policyNumberIsWellFormed: Rule = {
  name: 'policy-number-is-well-formed',
  level: 'warning',
  about: {
    zh: '文号照国家标准写，审核的人才查得到“{policy}”里的文件',
    en: 'A reviewer finds the documents of “{policy}” by their numbers, as the national standard writes them',
  },
  source: { zh: 'GB/T 9704—2012《党政机关公文格式》7.2.5', en: 'GB/T 9704-2012, 7.2.5' },
  settings: {},
  check(subject, report) {
    for (const { pointer, text, numbers } of policiesOf(subject)) {
      const wrong = numbers.filter(({ faults }) => faults.length > 0);
      for (const number of wrong.slice(0, shown)) {
        const { faults, cure, year, from, to } = number;
        const place = cure ?? (faults.includes('short-year') ? year : { from, to });
        report({
          pointer,
          from: place.from,
          to: place.to,
          message: {
            zh: `文号“${text.slice(from, to)}”不合规范：${faults.map((name) => reasons[name].zh).join('，')}`,
            en: `The number “${text.slice(from, to)}” departs from the standard: ${faults.map((name) => reasons[name].en).join(', ')}`,
          },
          advice: adviceOn(number, text),
          ...(cure && { replacement: cure.text }),
        });
      }
    }
  },
};

function adviceOn({ from, to, cure }: PolicyNumber, text: string): Words {
  if (!cure) return { zh: '照原文件的文号抄写', en: 'Copy the number from the document' };
  const right = text.slice(from, cure.from) + cure.text + text.slice(cure.to, to);
  return { zh: `写成“${right}”`, en: `Write “${right}”` };
}
