import { describe, expect, test } from 'vitest';
import { basisAddsUp } from '../../../src/check/rules/basis-adds-up.js';
import { sampleText, sampleWith } from '../../support/forms.js';
import { messages, said } from './support.js';

const items = (...all: readonly string[]) => `测算依据:\n${all.map((one) => `  - ${one}\n`).join('')}`;

test('a sum that does not come out', () => {
  const yaml = `本年度项目金额: 20万\n${items('甲（10.5万）', '乙：4.75万', '{事项: 丙, 金额: 3万}')}`;
  expect(said(basisAddsUp, yaml)).toEqual([
    {
      level: 'error',
      pointer: '/测算依据',
      at: '测算依据',
      related: ['20万', '10.5万', '4.75万', '3万'],
      message: '测算依据 3 项合计 182,500.00 元，本年度项目金额是 200,000.00 元，合计少了 17,500.00 元',
      advice: '逐项核对金额，使合计与本年度项目金额一致',
      cured: null,
    },
  ]);
});

describe('a likely cause is named', () => {
  test.each([
    ['250万', ['甲（20万）', '乙（5万）'], '先核对本年度项目金额：金额缩小十倍就对上了，可能多写或少写了一个 0'],
    ['25', ['甲（20万）', '乙（5万）'], '先核对本年度项目金额：金额扩大一万倍就对上了，可能把元和万元弄混了'],
    ['20万', ['甲（20万）', '乙（5万）'], '先核对第 2 项“乙”：差额正好是它的金额，可能没有算进本年度项目金额'],
    ['25万', ['甲（20万）', '培训费：50万元'], '先核对第 2 项“培训费”：金额缩小十倍就对上了，可能多写或少写了一个 0'],
    ['25万', ['甲（20万）', '乙：5元'], '先核对第 2 项“乙”：金额扩大一万倍就对上了，可能把元和万元弄混了'],
    [
      '30万',
      ['甲（20万）', '乙（5万）'],
      '先核对第 2 项“乙”：差额正好是它的金额，可能在本年度项目金额里算了两次，或者漏写了同样金额的一项',
    ],
    ['52,300', ['甲（20,000元）', '乙（5,300元）'], '先核对本年度项目金额：相邻两位数字对调就对上了，可能写颠倒了'],
    ['17,600', ['甲（5,000元）', '乙（16,200元）'], '先核对第 2 项“乙”：相邻两位数字对调就对上了，可能写颠倒了'],
    ['15万', ['甲（5万）', '乙（5万）', '丙（10万）'], '逐项核对金额，使合计与本年度项目金额一致'],
  ])('%s of %j', (declared, all, advice) => {
    const [found] = said(basisAddsUp, `本年度项目金额: ${declared}\n${items(...all)}`);
    expect(found?.advice).toBe(advice);
  });
});

test('up to twelve addends are shown', () => {
  const related = (count: number) => {
    const all = Array.from({ length: count }, (_, index) => `甲${index}号（1万）`);
    return said(basisAddsUp, `本年度项目金额: 99万\n${items(...all)}`)[0]?.related.length;
  };
  expect(related(12)).toBe(13);
  expect(related(13)).toBe(1);
});

describe('silent', () => {
  test.each([
    ['the sum comes out', `本年度项目金额: 15.25万\n${items('甲（10.5万）', '乙：4.75万')}`],
    ['one 分 is a difference, none is not', `本年度项目金额: 0.03\n${items('甲：0.01元', '乙：0.02元')}`],
    ['an item cannot be read', `本年度项目金额: 20万\n${items('甲（10.5万）', '乙约5万')}`],
    ['an item tells no amount', `本年度项目金额: 20万\n${items('甲（10.5万）', '乙')}`],
    ['an item’s amount has a fault', `本年度项目金额: 20万\n${items('甲（10.5万）', '{事项: 乙, 金额: 约5万}')}`],
    ['the year’s amount cannot be read', `本年度项目金额: 约20万\n${items('甲（10.5万）')}`],
    ['there is no year’s amount', items('甲（10.5万）')],
    ['there is no item', '本年度项目金额: 20万\n测算依据: []'],
    ['the items are no list', '本年度项目金额: 20万\n测算依据: 甲（10.5万）'],
  ])('%s', (_, yaml) => {
    expect(messages(basisAddsUp, yaml)).toEqual([]);
  });

  test('on the sample, whose 21 items come to 2,425,500.00', () => {
    expect(messages(basisAddsUp, sampleText)).toEqual([]);
  });
});

test('the sample with one item changed', () => {
  expect(messages(basisAddsUp, sampleWith('巡演10%尾款：4.75万', '巡演10%尾款：4.57万'))).toEqual([
    '测算依据 21 项合计 2,423,700.00 元，本年度项目金额是 2,425,500.00 元，合计少了 1,800.00 元',
  ]);
});
