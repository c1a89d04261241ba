import { expect, test } from 'vitest';
import { policyNumberIsWellFormed } from '../../../src/check/rules/policy-number-is-well-formed.js';
import { sampleText } from '../../support/forms.js';
import { gansu, gansuText } from '../../support/gansu.js';
import { messages, said } from './support.js';

test('square brackets, in the provincial form', () => {
  expect(said(policyNumberIsWellFormed, gansuText, { form: gansu.form })).toEqual([
    {
      level: 'warning',
      pointer: '/政策依据/0',
      at: '[2022]',
      related: [],
      message: '文号“甘财科[2022]78号”不合规范：年份要用六角括号〔〕',
      advice: '写成“甘财科〔2022〕78号”',
      cured: '甘财科〔2022〕78号',
    },
  ]);
});

test.each([
  [
    '深工（2024）第013号 关于印发工作要点的通知',
    '文号“深工（2024）第013号”不合规范：年份要用六角括号〔〕，序号前不加“第”或“字”，序号前不补 0',
    '深工〔2024〕13号 关于印发工作要点的通知',
  ],
  ['关于印发工作要点的通知（深工〔24〕13号）', '文号“深工〔24〕13号”不合规范：年份要写四位', null],
  ['深工〔2024〕13 工作要点', '文号“深工〔2024〕13”不合规范：序号后要有“号”', null],
])('%s', (text, message, cured) => {
  expect(said(policyNumberIsWellFormed, `政策依据:\n  - ${text}`)).toMatchObject([{ message, cured }]);
  if (cured !== null) expect(messages(policyNumberIsWellFormed, `政策依据:\n  - ${cured}`)).toEqual([]);
});

test('minutes with other brackets keep their 第', () => {
  expect(said(policyNumberIsWellFormed, '政策依据:\n  - 市长办公会议纪要[2024]第3号')).toMatchObject([
    { advice: '写成“市长办公会议纪要〔2024〕第3号”', cured: '市长办公会议纪要〔2024〕第3号' },
  ]);
});

test('minutes and notices are numbered 第 n 号', () => {
  const yaml =
    '政策依据:\n  - 区卫生健康局党委会议纪要〔2024〕第18号\n  - 市长办公会议纪要(2024)3\n  - 财政部公告〔2023〕第12号';
  expect(messages(policyNumberIsWellFormed, yaml)).toEqual([]);
});

test('only what a form says are policies', () => {
  expect(messages(policyNumberIsWellFormed, '年度目标: 落实深工[2024]13号')).toEqual([]);
});

test('the sample, with a policy that has no number', () => {
  expect(messages(policyNumberIsWellFormed, sampleText)).toEqual([]);
});
