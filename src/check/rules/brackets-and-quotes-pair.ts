// Brackets and quotes stand in pairs, and not with their half-width twins.
// Those around the year of a document number are policy-number-is-well-formed's.
import { type Said, say } from '../../base/finding.js';
import { findPairFaults, type PairFault } from '../../terms/pairs.js';
import type { PolicyNumber } from '../../terms/policy-number.js';
import { oncePerSubject } from '../once-per-subject.js';
import { policiesOf } from '../policies.js';
import type { Rule } from '../rule.js';

/** How many of them are told of one text. */
const shown = 20;

export const bracketsAndQuotesPair: Rule = {
  name: 'brackets-and-quotes-pair',
  level: 'warning',
  about: {
    zh: '括号、引号、书名号缺一半或者全角配了半角，读的人分不清哪里到哪里是一句，程序也认不出里面的金额和文件名',
    en: 'With half of a pair missing or of another width nobody can tell what belongs together, and no program finds the amount or title within',
  },
  source: { zh: '已公开的申报表；GB/T 15834《标点符号用法》', en: 'published forms; GB/T 15834 on punctuation' },
  settings: {},
  check(subject, report) {
    for (const { pointer, text } of subject.texts) {
      const faults = findPairFaults(text);
      if (faults.length === 0) continue;
      for (const fault of elsewhere(faults, numbersIn(subject).get(pointer) ?? []).slice(0, shown)) {
        const { at, sign, wanted, partner } = fault;
        report({
          pointer,
          from: at,
          to: at + sign.length,
          ...wordsFor(fault, text),
          ...(partner !== null && { related: [{ pointer, from: partner, to: partner + 1 }], replacement: wanted }),
        });
      }
    }
  },
};

const numbersIn = oncePerSubject(
  (subject) => new Map(policiesOf(subject).map(({ pointer, numbers }) => [pointer, numbers])),
);

/** Without those in a document number that the rule for them looks at. */
function elsewhere(faults: readonly PairFault[], numbers: readonly PolicyNumber[]): readonly PairFault[] {
  return faults.filter(({ at }) => !numbers.some(({ from, to }) => at >= from && at < to));
}

function wordsFor({ name, at, sign, wanted, partner }: PairFault, text: string): Said {
  const [own, other] = [nameOf(sign), nameOf(wanted)];
  if (partner === null) {
    return say(
      `有${own}，没有${other}：${around(text, at)}`,
      `补上${other}，或者删去多余的${own}`,
      `${sign} has no ${wanted}: ${around(text, at)}`,
      `Put in the ${wanted}, or take the ${sign} out`,
    );
  }
  const passage = text.slice(Math.min(at, partner), Math.max(at, partner) + 1).replace(/\s/g, ' ');
  const short = passage.length > 24 ? `${passage.slice(0, 10)}…${passage.slice(-10)}` : passage;
  const kept = text.charAt(partner);
  if (name === 'turned') {
    return say(
      `${short} 两头都是${own}`,
      `这一个改成${other}`,
      `Both ends of ${short} are ${sign}: one is turned the wrong way`,
      `Write ${wanted} here`,
    );
  }
  return say(
    `${short} 的${other}是半角的，${nameOf(kept)}是全角的`,
    `半角的 ${sign} 改成全角的${wanted}`,
    `${short} has a half-width ${sign} and a full-width ${kept}`,
    `Write a full-width ${wanted}`,
  );
}

/** A sign by its name: a lone bracket in a sentence reads as the sentence's own. */
function nameOf(sign: string): string {
  const left = '（(《〈“‘「『〔【'.includes(sign);
  const name = /[“”‘’「」『』]/.test(sign) ? '引号' : /[《》〈〉]/.test(sign) ? '书名号' : '括号';
  return `${left ? '左' : '右'}${name}`;
}

function around(text: string, at: number): string {
  const [from, to] = [Math.max(0, at - 8), Math.min(text.length, at + 9)];
  const passage = text.slice(from, to).replace(/\s/g, ' ');
  return `${from > 0 ? '…' : ''}${passage}${to < text.length ? '…' : ''}`;
}
