// No document is listed twice: by its number, or by its title where numbers do not tell the two apart.
// The same title under two numbers is two documents: 关于下达补助资金的通知 comes every year.
import type { Words } from '../../base/finding.js';
import type { PolicyNumber } from '../../terms/policy-number.js';
import { findAll } from '../../terms/scanning.js';
import type { PolicyText } from '../policies.js';
import { policiesOf } from '../policies.js';
import type { Rule, Spot } from '../rule.js';

/** One line of an item, since a form may hold all its documents in one text. */
interface Policy extends Required<Spot> {
  /** The document's own number, by which it is known; null where it has none or none that is surely its own. */
  readonly number: string | null;
  /** Without number, spaces, quotes, brackets and list number. */
  readonly title: string;
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
    for (const policy of policiesOf(subject).flatMap(toPolicies)) {
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

const lines = /[^\n]+/g;

function toPolicies({ pointer, text, numbers }: PolicyText): readonly Policy[] {
  return findAll(lines, text).map(({ 0: line, index: from }) => {
    const to = from + line.length;
    const own = ownNumber(text, from, to, numbers);
    const rest = own ? text.slice(from, own.from) + text.slice(own.to, to) : line;
    return {
      pointer,
      from,
      to,
      number: own && own.agency !== '' ? `${own.agency}〔${own.year.digits}〕${own.number}号` : null,
      title: rest.replace(/^\s*[0-9]{1,3}[.、．]/, '').replace(/[\s“”"‘’'《》〈〉（）()。；;，,]/g, ''),
    };
  });
}

/** A number in the middle of a line is that of a document which the title cites. */
function ownNumber(text: string, start: number, end: number, numbers: readonly PolicyNumber[]): PolicyNumber | null {
  const within = numbers.filter(({ from, to }) => from >= start && to <= end);
  const first = within.find(({ from }) => /^[\s（(《“0-9.、]*$/.test(text.slice(start, from)));
  return first ?? within.find(({ to }) => /^[\s）)》”。；;]*$/.test(text.slice(to, end))) ?? null;
}
