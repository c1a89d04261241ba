import { expect, test } from 'vitest';
import { qualitativeValueIsGraded } from '../../../src/check/rules/qualitative-value-is-graded.js';
import { sampleText } from '../../support/forms.js';
import { indicator } from './indicators.js';
import { messages, said } from './support.js';

const found = (value: string) => messages(qualitativeValueIsGraded, indicator('effect', '道路通行条件', value));

test('a direction without an end', () => {
  expect(said(qualitativeValueIsGraded, indicator('effect', '道路通行条件', '有所改善'))).toEqual([
    {
      level: 'warning',
      pointer: '/绩效指标/效益指标/社会效益指标/0/指标值',
      at: '有所改善',
      related: [],
      message: '“有所改善”没有说到什么程度',
      advice: '写成能判断的结果，例如“优良”“达标”，或者写数，例如“比上年提高5%以上”',
      cured: null,
    },
  ]);
});

test.each([
  '提升',
  '提高。',
  '有效',
  '明显改善',
  '显著提升',
  '提升显著',
  '进一步加强',
  '持续优化、不断完善',
  '得到有效保障',
  '较明显',
])('%s', (value) => expect(found(value)).toEqual([`“${value}”没有说到什么程度`]));

test.each([
  ...[
    '优良',
    '达标',
    '很满意',
    '长期',
    '长远',
    '良好',
    '全覆盖',
    '零事故',
    '合格',
    '增加岗位',
    '改善办学条件',
    '提升至三级',
  ],
  ...['显著', '持续', '有所改善，平均车速提高', '提高5%', '≥90%', '无', '不适用'],
])('%s is a value', (value) => expect(found(value)).toEqual([]));

test('the explanation may say what counts as such', () => {
  const explained = (text: string) => `${indicator('effect', '群众防骗意识', '持续提升')}        解释: ${text}\n`;
  expect(messages(qualitativeValueIsGraded, explained('以测评平均分高于上年为持续提升'))).toEqual([]);
  expect(messages(qualitativeValueIsGraded, explained('反映群众防骗意识是否持续提升'))).toHaveLength(1);
});

test('the words are settings', () => {
  const settings = 'words: [落实]\ndegrees: [全部]';
  const values = ['全部落实', '有效提升'].map((value) => indicator('effect', '甲', value));
  expect(values.map((yaml) => messages(qualitativeValueIsGraded, yaml, { settings }).length)).toEqual([1, 0]);
});

test('the sample has numbers', () => expect(messages(qualitativeValueIsGraded, sampleText)).toEqual([]));
