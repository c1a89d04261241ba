import { describe, expect, test } from 'vitest';
import { priceTimesQuantity } from '../../../src/check/rules/price-times-quantity.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const item = (amount: string, rest: string) =>
  `测算依据:\n  - 事项: 甲\n    金额: ${amount}\n${rest.replace(/^/gm, '    ')}`;
const text = (one: string) => `测算依据:\n  - ${one}`;

test('the sample’s ninth item, and nothing else', () => {
  expect(said(priceTimesQuantity, sampleText)).toEqual([
    {
      level: 'warning',
      pointer: '/测算依据/8',
      at: '600元/人',
      related: ['50人', '9万'],
      message: '600元/人 × 50人 = 3万元，写的金额是 9万元',
      advice: '核对单价、数量和金额，改正写错的那个数；另有别的开支时一并写明',
      cured: null,
    },
  ]);
});

test('a price and a quantity in fields of their own', () => {
  expect(said(priceTimesQuantity, item('12万', '单价: 1500元/人\n数量: 60人'))).toMatchObject([
    {
      level: 'error',
      pointer: '/测算依据/0/单价',
      at: '1500元/人',
      related: ['60人', '12万'],
      message: '1500元/人 × 60人 = 9万元，写的金额是 12万元',
    },
  ]);
});

test('a formula is underlined whole, and what it should come to beside it', () => {
  expect(said(priceTimesQuantity, item('4万', '说明: 40000元（3个*20000元/个）。'))).toMatchObject([
    {
      level: 'warning',
      at: '3个*20000元/个',
      related: ['40000元'],
      message: '3个*20000元/个 = 6万元，写的金额是 4万元',
    },
  ]);
});

describe('found', () => {
  test.each([
    [item('12万', '单价: 1500元/人\n数量: 81人'), ['1500元/人 × 81人 = 12.15万元，写的金额是 12万元']],
    [item('1万', '单价: 333.33元\n数量: 30'), ['333.33元 × 30 = 9,999.9元，写的金额是 1万元']],
    [text('培训费：300元/人×20人×2次=1.3万元'), ['300元/人×20人×2次 = 1.2万元，写的金额是 1.3万元']],
    [text('托管班（12万）：1500元一人，覆盖约60人'), ['1500元一人 × 60人 = 9万元，写的金额是 12万元']],
    [text('评审费（2万）：50人×3天×400元/人·天'), ['50人×3天×400元/人·天 = 6万元，写的金额是 2万元']],
    [text('宣讲（5万）：2000元/场×10-12场'), ['2000元/场×10-12场 = 2万元至2.4万元，写的金额是 5万元']],
    [
      text('培训（5万）：餐费100元/人×50人；资料费50元/人×50人'),
      ['100元/人×50人 + 50元/人×50人 = 7,500元，写的金额是 5万元'],
    ],
    [item('2万', '明细:\n  - 讲师费（2万）：2000元/场×5场'), ['2000元/场×5场 = 1万元，写的金额是 2万元']],
  ])('%s', (yaml, expected) => {
    expect(messages(priceTimesQuantity, yaml)).toEqual(expected);
  });
});

describe('silent', () => {
  test.each([
    ['the product is the amount', item('12万', '单价: 1500元/人\n数量: 80人')],
    ['about so many, and near it', item('12.9万', '单价: 1500元/人\n数量: 约80人')],
    ['a price that cannot be read', item('12万', '单价: 按实际\n数量: 80人')],
    ['a quantity that cannot be read', item('12万', '单价: 1500元/人\n数量: 若干')],
    ['a factor is missing', item('12万', '单价: 400元/人·天\n数量: 50人')],
    ['a price without a quantity', item('12万', '单价: 1500元/人')],
    ['an amount that cannot be read', item('约12万', '单价: 1500元/人\n数量: 8人')],
    ['it comes to the total it tells', item('12万', '说明: 预计1500元一人，覆盖约80人，共计12万。')],
    ['rounded in a text', text('餐费（1万）：128元/人×78人')],
    ['between the ends of a range', text('宣讲（2.2万）：2000元/场×10-12场')],
    ['a price and another amount', text('培训（5万）：600元/人，覆盖50人，场地费2万')],
    ['something else may multiply', text('疗休养（9万）：600元/人，50人，共3批')],
    ['the units differ', text('疗休养（9万）：600元/人，3批')],
    ['a share is paid', text('讲师费70%尾款（1.4万）：2000元/场×10场')],
    ['a share that multiplies', text('讲师费（1.4万）：2000元/场×10场×70%')],
    ['two prices', text('培训（9万）：100元/人，50元/天，50人')],
    ['an item without an amount', text('讲师费：2000元/场×10场')],
    ['no price', text('办公费（5万）：10台')],
  ])('%s', (_, yaml) => {
    expect(messages(priceTimesQuantity, yaml)).toEqual([]);
  });
});

describe('how near is near', () => {
  const about = (amount: string) =>
    messages(priceTimesQuantity, text(`托管班（${amount}）：1000元/人，约100人`)).length;
  const exact = (amount: string) => messages(priceTimesQuantity, text(`托管班（${amount}）：1000元/人×100人`)).length;

  test('ten per cent with 约, of the amount, both ways', () => {
    expect([about('11.1万'), about('11.2万'), about('9.1万'), about('9万')]).toEqual([0, 1, 0, 1]);
  });

  test('one per cent in a text', () => {
    expect([exact('10.1万'), exact('10.2万'), exact('9.91万'), exact('9.9万')]).toEqual([0, 1, 0, 1]);
  });

  test('as rules.yaml says', () => {
    const yaml = text('托管班（10.1万）：1000元/人×100人');
    expect(messages(priceTimesQuantity, yaml, { settings: 'rounding: 0' })).toHaveLength(1);
    const near = text('托管班（9.1万）：1000元/人，约100人');
    expect(messages(priceTimesQuantity, near, { settings: 'about: 5' })).toHaveLength(1);
  });

  test('a quantity with 约 in its own field lowers the level', () => {
    expect(said(priceTimesQuantity, item('12万', '单价: 1500元/人\n数量: 约60人'))).toMatchObject([
      { level: 'warning' },
    ]);
  });
});
