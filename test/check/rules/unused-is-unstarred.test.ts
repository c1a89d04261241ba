import { describe, expect, test } from 'vitest';
import { starredIndicatorsAreFilled } from '../../../src/check/rules/starred-indicators-are-filled.js';
import { unusedIsUnstarred } from '../../../src/check/rules/unused-is-unstarred.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const starred = (rows: string) => `绩效指标:\n  效益指标:\n    社会效益指标: ${rows}`;
const unstarred = (rows: string) => `绩效指标:\n  效益指标:\n    经济效益指标: ${rows}`;

test('the word in place of a starred indicator', () => {
  expect(said(unusedIsUnstarred, starred('不适用'))).toEqual([
    {
      level: 'error',
      pointer: '/绩效指标/效益指标/社会效益指标',
      at: '不适用',
      related: [],
      message: '“社会效益指标”带星号，不能写“不适用”',
      advice: '在“社会效益指标”下面至少写一行指标',
      cured: null,
    },
  ]);
});

test('a row with the word beside content', () => {
  expect(said(unusedIsUnstarred, unstarred('[{ 名称: 不适用, 指标值: ≥90%, 解释: 不适用 }]'))).toEqual([
    {
      level: 'error',
      pointer: '/绩效指标/效益指标/经济效益指标/0/名称',
      at: '不适用',
      related: ['≥90%'],
      message: '三级指标写了“不适用”，同一行的指标值却有内容',
      advice: '这项指标用得上就把三级指标写出来，用不上就去掉这一行',
      cured: null,
    },
  ]);
});

test('a row with the word beside real rows', () => {
  const yaml = starred('[{ 名称: 就业人数, 指标值: ≥30人 }, { 名称: 不涉及, 指标值: 不涉及 }]');
  expect(said(unusedIsUnstarred, yaml)).toEqual([
    {
      level: 'error',
      pointer: '/绩效指标/效益指标/社会效益指标/1/名称',
      at: '不涉及',
      related: ['就业人数'],
      message: '“社会效益指标”已经有指标，又有一行写“不涉及”',
      advice: '去掉写“不涉及”的这一行',
      cured: null,
    },
  ]);
});

test.each([
  ['rows of the word below a star', starred('[{ 名称: /, 指标值: /, 解释: / }]'), ['“社会效益指标”带星号，不能写“/”']],
  [
    'two of them are one fault',
    starred('[{ 名称: 不涉及, 指标值: 不涉及 }, { 名称: 不涉及, 指标值: 不涉及 }]'),
    ['“社会效益指标”带星号，不能写“不涉及”'],
  ],
  [
    'a value alone',
    unstarred('[{ 名称: 带动投资, 指标值: 不涉及, 解释: 考察投资 }]'),
    ['指标值写了“不涉及”，同一行的三级指标、指标解释却有内容'],
  ],
])('%s', (_, yaml, expected) => {
  expect(messages(unusedIsUnstarred, yaml)).toEqual(expected);
});

test.each([
  ['the word in place of an indicator without a star', unstarred('不适用')],
  ['the word in all cells', unstarred('[{ 名称: 不适用, 指标值: 不适用, 解释: 不适用 }]')],
  ['and an explanation that is left out', unstarred('[{ 名称: ——, 指标值: —— }]')],
  ['“无” as a real value', starred('[{ 名称: 重大安全事故, 指标值: 无, 解释: 考察有无重大事故 }]')],
  ['another text in place of the list: the structure’s matter', starred('略')],
  ['words that only contain one', starred('[{ 名称: 无障碍设施, 指标值: 无差错, 解释: 不涉及收费的设施 }]')],
  ['the sample', sampleText],
])('silent: %s', (_, yaml) => {
  expect(messages(unusedIsUnstarred, yaml)).toEqual([]);
});

test('a stroke for an explanation is a warning: it may mean that there is none', () => {
  const levels = (text: string) =>
    said(unusedIsUnstarred, starred(`[{ 名称: 就业人数, 指标值: ≥30人, 解释: ${text} }]`)).map(({ level }) => level);
  expect(levels('/')).toEqual(['warning']);
  expect(levels('不适用')).toEqual(['error']);
});

test('another list of words', () => {
  const setting = { settings: 'words: [免填]' };
  const row = (word: string) => unstarred(`[{ 名称: ${word}, 指标值: ≥90% }]`);
  expect(messages(unusedIsUnstarred, row('免填'), setting)).toHaveLength(1);
  expect(messages(unusedIsUnstarred, row('不涉及'), setting)).toEqual([]);
  // The form's own word counts always.
  expect(messages(unusedIsUnstarred, row('不适用'), setting)).toHaveLength(1);
});

describe('a starred indicator with nothing real is one fault and one finding', () => {
  test.each([
    ['[]', ['starred-indicators-are-filled']],
    ['[{ 名称: " ", 指标值: " " }]', ['starred-indicators-are-filled']],
    ['不适用', ['unused-is-unstarred']],
    ['[{ 名称: 不涉及, 指标值: 不涉及, 解释: 不涉及 }]', ['unused-is-unstarred']],
    ['[{ 名称: 不涉及, 指标值: ≥90% }]', ['unused-is-unstarred']],
  ])('%s', (rows, expected) => {
    const found = [starredIndicatorsAreFilled, unusedIsUnstarred].flatMap((rule) =>
      messages(rule, starred(rows)).map(() => rule.name),
    );
    expect(found).toEqual(expected);
  });
});
