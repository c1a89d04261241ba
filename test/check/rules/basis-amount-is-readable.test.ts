import { expect, test } from 'vitest';
import { basisAmountIsReadable } from '../../../src/check/rules/basis-amount-is-readable.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('two amounts, and nothing says which is the item’s', () => {
  expect(said(basisAmountIsReadable, '测算依据:\n  - 会议费3万元、培训费2万元')).toEqual([
    {
      level: 'warning',
      pointer: '/测算依据/0',
      at: '3万元',
      related: ['2万元'],
      message: '这一项里有几个金额，看不出哪一个是它的合计',
      advice: '在事由后面写明合计，例如“暑期托管班（12万）：……”；或者拆成几项',
      cured: null,
    },
  ]);
});

test.each([
  ['会议筹备', 'warning', '会议筹备', '这一项没有写金额'],
  ['讲师费：2000元/场×10场', 'warning', '2000元/场', '这一项只有单价，没有写一共多少钱'],
  ['困难补助5-6万元', 'warning', '5-6万元', '这一项的金额不是一个确定的数，没法加到合计里'],
  ['上年预算10万', 'hint', '10万', '这一项里的金额，看不准是不是它今年的金额'],
])('%s', (item, level, at, message) => {
  expect(said(basisAmountIsReadable, `测算依据:\n  - ${item}`)).toMatchObject([{ level, at, message }]);
});

test('a detail is an item as well', () => {
  const yaml = '测算依据:\n  - 事项: 甲\n    金额: 3万\n    明细:\n      - 场地费2万元\n      - 其他';
  expect(said(basisAmountIsReadable, yaml)).toMatchObject([{ pointer: '/测算依据/0/明细/1', at: '其他' }]);
});

test.each([
  ['an item in parts has a field for it', '测算依据:\n  - 事项: 会议筹备'],
  ['an empty item', '测算依据:\n  - ""'],
  ['one amount each', '测算依据:\n  - 办公费（5万）：纸张2万、硒鼓3万\n  - 差旅费：0.3万'],
  ['no item', '测算依据: []'],
])('silent: %s', (_, yaml) => {
  expect(messages(basisAmountIsReadable, yaml)).toEqual([]);
});

test('the sample', () => {
  expect(messages(basisAmountIsReadable, sampleText)).toEqual([]);
});
