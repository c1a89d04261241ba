import { expect, test } from 'vitest';
import { indicatorNameIsShort } from '../../../src/check/rules/indicator-name-is-short.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const named = (name: string) => `绩效指标:\n  产出指标:\n    数量指标: [{ 名称: ${name}, 指标值: ≥9场 }]`;

test('the characters beyond the longest name', () => {
  expect(said(indicatorNameIsShort, named(`${'甲'.repeat(100)}乙丙`))).toEqual([
    {
      level: 'error',
      pointer: '/绩效指标/产出指标/数量指标/0/名称',
      at: '乙丙',
      related: [],
      message: '三级指标有 102 个字，最多 100 个',
      advice: '名称只写考察什么，怎样算写到后面的栏目里',
      cured: null,
    },
  ]);
});

test('exactly as many as may be, also of characters that take two units', () => {
  expect(messages(indicatorNameIsShort, named('𠮷'.repeat(100)))).toEqual([]);
  expect(said(indicatorNameIsShort, named(`${'𠮷'.repeat(100)}末`)).map(({ at }) => at)).toEqual(['末']);
});

test('another length', () => {
  expect(messages(indicatorNameIsShort, named('开展活动数量'), { settings: 'most: 5' })).toEqual([
    '三级指标有 6 个字，最多 5 个',
  ]);
});

test('the sample', () => expect(messages(indicatorNameIsShort, sampleText)).toEqual([]));
