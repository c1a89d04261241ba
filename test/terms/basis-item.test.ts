import { describe, expect, it } from 'vitest';
import { type BasisItemParts, printBasisItem } from '../../src/terms/basis-item.js';

function parts(given: Partial<BasisItemParts>): BasisItemParts {
  return { subject: null, amount: null, unitPrice: null, quantity: null, details: [], note: null, ...given };
}

describe('printBasisItem', () => {
  it.each([
    ['a text as it stands', '星光巡演尾款：4.75万', '星光巡演尾款：4.75万'],
    ['no colon with nothing to say', parts({ subject: '技能竞赛', amount: '10万' }), '技能竞赛（10万）'],
    ['the amount as it was written', parts({ subject: '甲', amount: '100,000.00' }), '甲（100,000.00）'],
    [
      'the note behind the colon',
      parts({ subject: '暑期托管班', amount: '12万', note: '预计1500元一人' }),
      '暑期托管班（12万）：预计1500元一人',
    ],
    [
      'unit price and quantity first',
      parts({ subject: '暑期托管班', amount: '12万', unitPrice: '1500元/人', quantity: '80人' }),
      '暑期托管班（12万）：1500元/人×80人',
    ],
    [
      'details, each printed the same way, joined by ，',
      parts({
        subject: '大节',
        amount: '45万',
        details: [
          parts({ subject: '主办', amount: '35万', unitPrice: '35万/场', quantity: '1场', note: '含税' }),
          '后勤（10万）',
        ],
      }),
      '大节（45万）：主办（35万）：35万/场×1场；含税，后勤（10万）',
    ],
    [
      'everything, joined by ；',
      parts({
        subject: '甲',
        amount: '3万',
        unitPrice: '1万元/次',
        quantity: '3次',
        details: [parts({ subject: '乙', amount: '3万', details: ['丙'] })],
        note: '丁',
      }),
      '甲（3万）：1万元/次×3次；乙（3万）：丙；丁',
    ],
    ['what a draft has', parts({ subject: '甲', note: '乙' }), '甲：乙'],
    ['a half product, so that nothing written stays unprinted', parts({ subject: '甲', quantity: '80人' }), '甲：80人'],
    ['an empty text like a missing one', parts({ subject: '甲', amount: '', note: '' }), '甲'],
    ['nothing', parts({}), ''],
  ])('prints %s', (_, item, printed) => {
    expect(printBasisItem(item)).toBe(printed);
  });

  it('prints a mapping and the text that says the same alike', () => {
    const mapping = parts({ subject: '书籍采购', amount: '1万' });
    expect(printBasisItem(mapping)).toBe(printBasisItem('书籍采购（1万）'));
  });
});
