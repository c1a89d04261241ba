import { expect, test } from 'vitest';
import { indicatorNamesDiffer } from '../../../src/check/rules/indicator-names-differ.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const two = (first: string, second: string) =>
  `绩效指标:\n  产出指标:\n    质量指标: [${first}]\n  满意度指标:\n    其他满意度指标: [${second}]`;

test('a name twice, however far apart', () => {
  expect(said(indicatorNamesDiffer, two('{ 名称: 满意度, 指标值: ≥90% }', '{ 名称: 满意度, 指标值: ≥85% }'))).toEqual([
    {
      level: 'error',
      pointer: '/绩效指标/满意度指标/其他满意度指标/0/名称',
      at: '满意度',
      related: ['满意度'],
      message: '三级指标“满意度”与前面的一个重名',
      advice: '把名称写得更具体，例如写明是哪项工作的；重复的就去掉一个',
      cured: null,
    },
  ]);
});

test.each([
  ['spaces make no other name', two('{ 名称: 完成率 }', '{ 名称: "完成 率" }'), ['三级指标“完成 率”与前面的一个重名']],
  [
    'three times are two findings',
    two('{ 名称: 甲 }, { 名称: 甲 }', '{ 名称: 甲 }'),
    Array(2).fill('三级指标“甲”与前面的一个重名'),
  ],
  ['another name', two('{ 名称: 职工满意度 }', '{ 名称: 企业满意度 }'), []],
  ['不适用 in several places', two('{ 名称: 不适用, 指标值: 不适用 }', '{ 名称: 不适用, 指标值: 不适用 }'), []],
  ['no names', two('{ 指标值: ≥90% }', '{ 指标值: ≥90% }'), []],
  ['the sample', sampleText, []],
])('%s', (_, yaml, expected) => {
  expect(messages(indicatorNamesDiffer, yaml)).toEqual(expected);
});

test('a long name is quoted in part', () => {
  const name = '考察'.repeat(60);
  const [message] = messages(indicatorNamesDiffer, two(`{ 名称: ${name} }`, `{ 名称: ${name} }`));
  expect(message).toBe(`三级指标“${'考察'.repeat(16)}…”与前面的一个重名`);
});
