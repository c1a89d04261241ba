import { expect, test } from 'vitest';
import { policyIsNotRepeated } from '../../../src/check/rules/policy-is-not-repeated.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const policies = (...lines: readonly string[]) => `政策依据:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

test('a number that is listed already', () => {
  const yaml = policies('深工〔2024〕13号 关于印发工作要点的通知', '关于印发要点的通知（深工[2024]13号）');
  expect(said(policyIsNotRepeated, yaml)).toEqual([
    {
      level: 'warning',
      pointer: '/政策依据/1',
      at: '关于印发要点的通知（深工[2024]13号）',
      related: ['深工〔2024〕13号 关于印发工作要点的通知'],
      message: '文号“深工〔2024〕13号”前面已经列过',
      advice: '删去重复的一条；是两份文件的，核对文号和标题',
      cured: null,
    },
  ]);
});

test.each([
  [
    'a title without its quotes and spaces',
    ['《关于做好 防暑降温工作的通知》', '关于做好防暑降温工作的通知'],
    ['这份文件前面已经列过，标题相同'],
  ],
  [
    'a title once with its number and once without',
    ['深工〔2024〕13号 关于印发工作要点的通知', '关于印发工作要点的通知'],
    ['这份文件前面已经列过，标题相同'],
  ],
  [
    'the same title under two numbers is two documents',
    ['深财〔2023〕1号 关于下达补助资金的通知', '深财〔2024〕2号 关于下达补助资金的通知'],
    [],
  ],
  [
    'a document and the one that passes it on',
    ['财教〔2024〕1号 关于印发办法的通知', '转发《关于印发办法的通知》（财教〔2024〕1号）的通知 粤财教〔2024〕2号'],
    [],
  ],
  ['numbers of two bodies', ['财教〔2024〕12号', '粤财教〔2024〕12号'], []],
  ['several lines in one item', ['|\n    深工〔2024〕1号\n    深工〔2024〕1号'], ['文号“深工〔2024〕1号”前面已经列过']],
])('%s', (_, lines, expected) => expect(messages(policyIsNotRepeated, policies(...lines))).toEqual(expected));

test('the sample', () => expect(messages(policyIsNotRepeated, sampleText)).toEqual([]));
