import { expect, test } from 'vitest';
import { policyIsNotFromTheFuture } from '../../../src/check/rules/policy-is-not-from-the-future.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('a year that was mistyped', () => {
  expect(said(policyIsNotFromTheFuture, '年度: 2025\n政策依据:\n  - 深工办〔2052〕21号 关于印发细则的通知')).toEqual([
    {
      level: 'hint',
      pointer: '/政策依据/0',
      at: '2052',
      related: ['2025'],
      message: '文号“深工办〔2052〕21号”是 2052 年的，晚于预算年度 2025',
      advice: '照原文件核对年份',
      cured: null,
    },
  ]);
});

test.each([
  ['the year of the folder counts where none is written', 'projects/2025/a.yaml', '〔2026〕', 1],
  ['a document of the budget year', 'projects/2025/a.yaml', '〔2025〕', 0],
  ['a year of two digits cannot be told', 'projects/2025/a.yaml', '〔26〕', 0],
  ['no year is known', 'projects/a.yaml', '〔2099〕', 0],
])('%s', (_, path, year, count) => {
  expect(messages(policyIsNotFromTheFuture, `政策依据:\n  - 深工办${year}21号`, { path })).toHaveLength(count);
});

test('the sample', () => expect(messages(policyIsNotFromTheFuture, sampleText)).toEqual([]));
