import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRuleSet } from '../../../src/check/rule-set.js';
import { noInstructionLeft } from '../../../src/check/rules/no-instruction-left.js';
import { read } from '../../../src/read/read.js';
import { parse, sampleText } from '../../support/forms.js';
import { foundBy, messages, said } from './support.js';

test('the limit of the blank form', () => {
  expect(said(noInstructionLeft, '年度目标: (100字以内)完成3个创新工作室的建设。')).toEqual([
    {
      level: 'warning',
      pointer: '/年度目标',
      at: '(100字以内)',
      related: [],
      message: '“(100字以内)”是空白表上的填写提示',
      advice: '删去提示的话，只留自己填的内容',
      cured: null,
    },
  ]);
});

/** With the words of the package's rules.yaml. */
function found(text: string): readonly string[] {
  const file = 'schema/project-goal/rules.yaml';
  const own = read({ path: file, text: readFileSync(file, 'utf8') }).value;
  const active = readRuleSet(own ? [own] : []).value?.rules.filter(({ rule }) => rule === noInstructionLeft) ?? [];
  const parsed = parse(`年度目标: ${JSON.stringify(text)}`);
  return foundBy(active, parsed).map(({ message }) => message.zh.split('”')[0]?.slice(1) ?? '');
}

test.each([
  ['（限200字）实施方案', ['（限200字）']],
  ['（此处填写项目概况）', ['此处填']],
  ['请填写项目概况', ['请填写']],
  ['单击或点击此处输入文字。', ['此处输入']],
  ['例如：≥90%', ['例如：']],
  ['完成活动。\n示例:慰问30人', ['示例:']],
  ['长期目标（跨度多年的项目需填）：建成阵地', ['的项目需填）']],
])('%s', (text, expected) => expect(found(text)).toEqual(expected));

test.each([
  '考察慰问金是否按时发放，例如：春节前发放',
  '开展节庆活动（例如：春节、端午）',
  '聘请专家评审（请第三方机构）',
  '覆盖约80人，共计12万',
])('%s is none', (text) => expect(found(text)).toEqual([]));

test('words of rules.yaml are never an expression', () => {
  const setting = { settings: 'anywhere: ["(a+)+$", "…"]\nfirst: []' };
  expect(messages(noInstructionLeft, `年度目标: ${'a'.repeat(40)}`, setting)).toEqual([]);
  expect(messages(noInstructionLeft, '年度目标: 见(a+)+$', setting)).toHaveLength(1);
});

test('the sample', () => expect(messages(noInstructionLeft, sampleText)).toEqual([]));
