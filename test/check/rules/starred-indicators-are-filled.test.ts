import { expect, test } from 'vitest';
import { starredIndicatorsAreFilled } from '../../../src/check/rules/starred-indicators-are-filled.js';
import { checkText, sampleText, sampleWith } from '../../support/forms.js';
import { messages, said } from './support.js';

const outputs = (rows: string) => `绩效指标:\n  产出指标:\n    数量指标:${rows}`;

test('a starred indicator without a row', () => {
  expect(said(starredIndicatorsAreFilled, outputs(' []'))).toEqual([
    {
      level: 'error',
      pointer: '/绩效指标/产出指标/数量指标',
      at: '数量指标',
      related: [],
      message: '“数量指标”带星号，却一行也没有',
      advice: '在“数量指标”下面至少写一行指标',
      cured: null,
    },
  ]);
});

test('rows of spaces alone, at the first cell', () => {
  const [finding] = said(starredIndicatorsAreFilled, outputs('\n      - 名称: "　"\n        指标值: " "'));
  expect(finding?.message).toBe('“数量指标”带星号，可是 1 行都是空白');
  expect(finding?.pointer).toBe('/绩效指标/产出指标/数量指标/0/名称');
});

test.each([
  ['a row with content', outputs('\n      - 名称: 开展活动数量')],
  ['one blank row and one with content', outputs('\n      - 名称: " "\n      - 名称: 开展活动数量')],
  ['no such key: the structure’s matter', '绩效指标:\n  产出指标: {}'],
  ['a row that is no mapping: the structure’s matter', outputs('\n      - 开展活动≥9场次')],
  ['a mapping in place of the list: the structure’s matter', outputs('\n      名称: 甲')],
  ['不适用: the matter of unused-is-unstarred', outputs(' 不适用')],
  ['an indicator without a star', '绩效指标:\n  效益指标:\n    经济效益指标: []'],
  ['the sample', sampleText],
])('silent: %s', (_, yaml) => {
  expect(messages(starredIndicatorsAreFilled, yaml)).toEqual([]);
});

test('a cell with nothing in it is said once, by the structure', () => {
  const row = '- 名称: 人均成本\n        指标值: ≤200元\n        解释: 反映全年参加工会活动的人均成本';
  const findings = checkText(sampleWith(row, '- 名称: ""'));
  expect(findings.map(({ rule }) => rule)).not.toContain('starred-indicators-are-filled');
});
