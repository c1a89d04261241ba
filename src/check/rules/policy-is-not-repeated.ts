// No document is listed twice: by its number, or by its title where numbers do not tell the two apart.
// The same title under two numbers is two documents: 关于下达补助资金的通知 comes every year.
import type { Words } from '../../base/finding.js';
import { type PolicyLine, policyLines } from '../../terms/policy-lines.js';
import { policiesOf } from '../policies.js';
import type { Rule } from '../rule.js';

interface Policy extends PolicyLine {
  readonly pointer: string;
}

export const policyIsNotRepeated: Rule = {
  name: 'policy-is-not-repeated',
  level: 'warning',
  about: {
    zh: '“{policy}”里同一份文件列两次，看上去依据多，其实没有',
    en: 'A document that is listed twice in “{policy}” only looks like more of a basis',
  },
  source: { zh: '已公开的申报表', en: 'published forms' },
  settings: {},
  check(subject, report) {
    const byNumber = new Map<string, Policy>();
    const byTitle = new Map<string, Policy>();
    const policies = policiesOf(subject).flatMap(({ pointer, text, numbers }) =>
      policyLines(text, numbers).map((line): Policy => ({ pointer, ...line })),
    );
    for (const policy of policies) {
      const { number, title, pointer, from, to } = policy;
      const sameNumber = number === null ? undefined : byNumber.get(number);
      const sameTitle = title === '' ? undefined : byTitle.get(title);
      const twin = sameTitle && (number === null || sameTitle.number === null) ? sameTitle : undefined;
      const earlier = sameNumber ?? twin;
      if (earlier) {
        report({
          pointer,
          from,
          to,
          related: [{ pointer: earlier.pointer, from: earlier.from, to: earlier.to }],
          message: sameNumber ? repeatedNumber(number ?? '') : repeatedTitle,
          advice: {
            zh: '删去重复的一条；是两份文件的，核对文号和标题',
            en: 'Take one out; if they are two documents, see to number and title',
          },
        });
      }
      if (number !== null && !sameNumber) byNumber.set(number, policy);
      if (title !== '' && !sameTitle) byTitle.set(title, policy);
    }
  },
};

function repeatedNumber(number: string): Words {
  return { zh: `文号“${number}”前面已经列过`, en: `The number “${number}” is listed already` };
}

const repeatedTitle: Words = { zh: '这份文件前面已经列过，标题相同', en: 'A document of this title is listed already' };
