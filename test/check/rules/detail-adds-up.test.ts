import { describe, expect, test } from 'vitest';
import { detailAddsUp } from '../../../src/check/rules/detail-adds-up.js';
import { sampleText, sampleWith } from '../../support/forms.js';
import { messages, said } from './support.js';

const details = (amount: string, ...all: readonly string[]) =>
  `测算依据:\n  - 事项: 甲\n    金额: ${amount}\n    明细:\n${all.map((one) => `      - ${one}\n`).join('')}`;
const note = (amount: string, one: string) => `测算依据:\n  - 事项: 甲\n    金额: ${amount}\n    说明: ${one}`;
const text = (one: string) => `测算依据:\n  - ${one}`;

test('details that come to less', () => {
  expect(said(detailAddsUp, details('30万', '{事项: 测评, 金额: 8万}', '{事项: 驻场, 金额: 20万}'))).toEqual([
    {
      level: 'error',
      pointer: '/测算依据/0/金额',
      at: '30万',
      related: ['8万', '20万'],
      message: '2 笔明细合计 28万元，比这一项的金额 30万元 少 2万元',
      advice: '逐笔核对，使各笔之和等于这一项的金额；不属于这一项的钱，写明“上年”“累计”“其中”等字样',
      cured: null,
    },
  ]);
});

test('amounts told in a text', () => {
  expect(said(detailAddsUp, note('5.6万', '瑜伽课程6000元，常规性课程6万元。'))).toMatchObject([
    {
      level: 'warning',
      pointer: '/测算依据/0/金额',
      at: '5.6万',
      related: ['6000元', '6万元'],
      message: '文字里的 2 笔合计 6.6万元，比这一项的金额 5.6万元 多 1万元',
    },
  ]);
});

describe('found', () => {
  test.each([
    [details('3万', '场地费2万元', '餐费2万元'), 'warning', '2 笔明细合计 4万元，比这一项的金额 3万元 多 1万元'],
    [details('3万', '场地费4万元', '其他'), 'warning', '1 笔明细合计 4万元，比这一项的金额 3万元 多 1万元'],
    [
      text('课程（12万）：书法4.2万，球类6.3万'),
      'warning',
      '文字里的 2 笔合计 10.5万元，比这一项的金额 12万元 少 1.5万元',
    ],
    [note('9万', '600元/人，覆盖约50人，共计3万'), 'warning', '文字里的合计 3万元，比这一项的金额 9万元 少 6万元'],
    [note('9万', '其中印刷费10万元'), 'warning', '其中一笔 10万元，比这一项的金额 9万元 多 1万元'],
    [note('9万', '采购图书90万元'), 'warning', '其中一笔 90万元，比这一项的金额 9万元 多 81万元'],
    [note('5万', '饮料、矿泉水3万、口罩3万'), 'warning', '文字里的 2 笔合计 6万元，比这一项的金额 5万元 多 1万元'],
  ])('%s', (yaml, level, message) => {
    expect(said(detailAddsUp, yaml)).toMatchObject([{ level, message }]);
  });

  test('within a detail', () => {
    const inner = '{事项: 乙, 金额: 3万, 明细: [{事项: 丙, 金额: 2万}]}';
    expect(said(detailAddsUp, details('3万', inner))).toMatchObject([
      { level: 'error', pointer: '/测算依据/0/明细/0/金额', at: '3万', related: ['2万'] },
    ]);
  });
});

describe('silent', () => {
  test.each([
    ['details add up', details('30万', '{事项: 测评, 金额: 8万}', '驻场（22万）')],
    ['a detail that cannot be read may make up the rest', details('30万', '{事项: 测评, 金额: 8万}', '其他')],
    ['no detail can be read', details('30万', '测评', '驻场')],
    ['no details', details('30万')],
    ['the item’s amount cannot be read', details('约30万', '测评（8万）')],
    ['only some parts have amounts', note('45万', '主办35万，另购服装、道具')],
    ['amounts are prices', note('45万', '600元/人，2000元/场')],
    ['a subset', note('45万', '其中印刷费3万、邮寄费2万')],
    ['a subset behind an amount', text('设备（20万元，含监理费2万元）')],
    ['another year', note('12万', '上年预算10万，累计投入300万元')],
    ['another contract', note('14万', '合同金额20万元，支付70%')],
    ['a total of several years', note('10万', '五年共计50万元')],
    ['a total of some of it', note('5万', '租车10场共计2万元，餐费3万元')],
    ['an amount restated', note('5万', '50000元（伍万元整）')],
    ['a list and its total', note('7万', '水费1.2万元、电费5万元、网络费0.8万元，合计7万元')],
    ['parts of parts', note('10万', '甲8万（A馆5万、B馆3万）、乙2万')],
    ['a range', note('10万', '甲8-9万、乙5万')],
    ['the item’s own words', '测算依据:\n  - 事项: 采购二期（总价30万元）\n    金额: 9万'],
  ])('%s', (_, yaml) => {
    expect(messages(detailAddsUp, yaml)).toEqual([]);
  });

  test('on the sample, whose items 1, 3, 6, 7, 12, 13 and 21 add up', () => {
    expect(messages(detailAddsUp, sampleText)).toEqual([]);
  });
});

test.each([
  ['主办35万，', '主办36万，', '文字里的 2 笔合计 46万元，比这一项的金额 45万元 多 1万元'],
  ['端午节活动5万', '端午节活动6万', '文字里的 4 笔合计 54万元，比这一项的金额 53万元 多 1万元'],
  ['义剪活动3万', '义剪活动4万', '文字里的 2 笔合计 19万元，比这一项的金额 18万元 多 1万元'],
  ['瑜伽课程6000元', '瑜伽课程5000元', '文字里的 2 笔合计 5.5万元，比这一项的金额 5.6万元 少 1,000元'],
  ['球类培训课程6.3万', '球类培训课程3.6万', '文字里的 2 笔合计 7.8万元，比这一项的金额 10.5万元 少 2.7万元'],
  ['一线职工慰问1万', '一线职工慰问2万', '文字里的 2 笔合计 11万元，比这一项的金额 10万元 多 1万元'],
])('the sample with %s made %s', (passage, replacement, message) => {
  expect(messages(detailAddsUp, sampleWith(passage, replacement))).toEqual([message]);
});
