import { expect, test } from 'vitest';
import { indicatorCountIsSane } from '../../../src/check/rules/indicator-count-is-sane.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const rows = (count: number, more = '') =>
  `绩效指标:\n  产出指标:\n    数量指标:\n${Array.from({ length: count }, (_, index) => `      - { 名称: 指标${index}, 指标值: ≥9场 }\n`).join('')}${more}`;

test('sixteen indicators', () => {
  expect(said(indicatorCountIsSane, rows(16))).toEqual([
    {
      level: 'hint',
      pointer: '/绩效指标',
      at: '绩效指标',
      related: [],
      message: '绩效指标共有 16 行，一般不超过 15 行',
      advice: '留下最能说明这个项目的，意思相近的合并',
      cured: null,
    },
  ]);
});

test('fifteen, and rows that state none', () => {
  expect(messages(indicatorCountIsSane, rows(15))).toEqual([]);
  expect(messages(indicatorCountIsSane, rows(15, '      - { 名称: 不适用, 指标值: 不适用 }\n'))).toEqual([]);
});

test('another threshold', () => {
  expect(messages(indicatorCountIsSane, rows(4), { settings: 'most: 3' })).toHaveLength(1);
});

test('the sample', () => expect(messages(indicatorCountIsSane, sampleText)).toEqual([]));
