import { expect, test } from 'vitest';
import { choiceIsListed } from '../../../src/check/rules/choice-is-listed.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const settings = 'lists:\n  分配方式: [因素法, 项目法, 因素法和项目法]\n  项目类型: ["15 履职类(运转)项目", 专项]';

test('a choice that is worded otherwise', () => {
  expect(said(choiceIsListed, '分配方式: 因素法与项目法', { settings })).toEqual([
    {
      level: 'warning',
      pointer: '/分配方式',
      at: '因素法与项目法',
      related: [],
      message: '分配方式写的是“因素法与项目法”，不在选项里',
      advice: '是不是“因素法和项目法”；选项有：因素法、项目法、因素法和项目法',
      cured: null,
    },
  ]);
});

test('a choice that differs in width and spaces alone', () => {
  expect(said(choiceIsListed, '项目类型: 15履职类（运转）项目', { settings })).toMatchObject([
    { cured: '15 履职类(运转)项目' },
  ]);
});

test('nothing on the list is near', () => {
  expect(said(choiceIsListed, '分配方式: 据实', { settings })).toMatchObject([
    { advice: '从选项里选一个：因素法、项目法、因素法和项目法', cured: null },
  ]);
});

test.each([
  ['a listed choice', '分配方式: 项目法', settings],
  ['a key that the form does not have', '分配方式: 据实', 'lists: { 别的栏: [甲] }'],
  ['an empty list', '分配方式: 据实', 'lists: { 分配方式: [] }'],
  ['a field that is not written', '项目名称: 甲', settings],
])('%s', (_, yaml, lists) => expect(messages(choiceIsListed, yaml, { settings: lists })).toEqual([]));

test('the sample', () => expect(messages(choiceIsListed, sampleText, { settings })).toEqual([]));
