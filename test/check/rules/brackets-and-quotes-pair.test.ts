import { expect, test } from 'vitest';
import { bracketsAndQuotesPair } from '../../../src/check/rules/brackets-and-quotes-pair.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('the sample: one bracket of two widths', () => {
  expect(said(bracketsAndQuotesPair, sampleText)).toEqual([
    {
      level: 'warning',
      pointer: '/测算依据/15',
      at: '(',
      related: ['）'],
      message: '(1.6万） 的左括号是半角的，右括号是全角的',
      advice: '半角的 ( 改成全角的（',
      cured: '2025年财务软件续签（1.6万）',
    },
  ]);
});

test.each([
  ['（6万)', '（6万) 的右括号是半角的，左括号是全角的', '（6万）'],
  ['推进“互联网“，提升服务', '“互联网“ 两头都是左引号', '推进“互联网”，提升服务'],
  ['《工作方案>的通知', '《工作方案> 的右书名号是半角的，左书名号是全角的', '《工作方案》的通知'],
  ['关于印发《工作方案的通知', '有左书名号，没有右书名号：关于印发《工作方案的通知', null],
  ['会员日）15万元', '有右括号，没有左括号：会员日）15万元', null],
])('%s', (text, message, cured) => {
  const [one, ...more] = said(bracketsAndQuotesPair, `年度目标: ${text}`);
  expect(one).toMatchObject({ message, cured });
  expect(more).toEqual([]);
  if (cured !== null) expect(messages(bracketsAndQuotesPair, `年度目标: ${cured}`)).toEqual([]);
});

test('the brackets of a document number are another rule’s', () => {
  expect(messages(bracketsAndQuotesPair, '政策依据:\n  - 深工〔2024)13号 关于印发（试行的通知')).toEqual([
    '有左括号，没有右括号：…13号 关于印发（试行的通知',
  ]);
  expect(messages(bracketsAndQuotesPair, '年度目标: 深工〔2024)13号')).toHaveLength(2);
});

test('list numbers', () => {
  expect(messages(bracketsAndQuotesPair, '年度目标: 1）采购设备；2）维护（3次）；3）培训')).toEqual([]);
});
