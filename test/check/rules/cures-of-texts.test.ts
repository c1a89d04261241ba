// What the cures for texts have in common: put in until there are none left, they come to an end, and leave nothing that they could cure.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curesOf, withCures } from '../../../src/check/cures.js';
import { allRules, parse } from '../../support/forms.js';
import { foundBy } from './support.js';

const names = ['no-stray-space', 'brackets-and-quotes-pair', 'width-is-consistent', 'policy-number-is-well-formed'];
const active = allRules().rules.filter(({ rule }) => names.includes(rule.name));

const curesIn = (text: string) => curesOf('test.yaml', foundBy(active, parse(text)));

const parts =
  '（ ） ( ) 《 》 “ ” ‘ ’ < > ， , ； ; ： : 。 、 1 １ ２ 90% ％ 甲 乙 局 关于 号 第 〔2024〕1号 深工（2024）第012号 [2022] Ａ B 1）'.split(
    ' ',
  );
const passage = fc
  .array(fc.constantFrom(...parts, ' ', '  ', '　'), { maxLength: 14 })
  .map((chosen) => chosen.join(''));

test('curing comes to an end', () => {
  fc.assert(
    fc.property(passage, (written) => {
      let text = `政策依据:\n  - '${written}'\n  - A1\n`;
      for (let round = 0; round < 12; round += 1) text = withCures(text, curesIn(text));
      expect(curesIn(text)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
