import { describe, expect, it } from 'vitest';
import { toBasisItem } from '../../src/check/basis-items.js';
import { type Field, fieldAt } from '../../src/check/form.js';
import { printBasisItem } from '../../src/terms/basis-item.js';
import { parse, projectGoal } from '../support/forms.js';

const item = fieldAt(projectGoal.root, ['测算依据', '0']) as Field;

describe('toBasisItem', () => {
  it.each([
    ['市级三大节（45万）', '市级三大节（45万）'],
    ['{事项: 市级三大节, 金额: 45万}', '市级三大节（45万）'],
    ['{金额: 45万, 说明: 主办35万, 事项: 市级三大节}', '市级三大节（45万）：主办35万'],
    ['{事项: 托管班, 金额: 12万, 单价: 1500元/人, 数量: 80人}', '托管班（12万）：1500元/人×80人'],
    [
      '{事项: 甲, 金额: 3万, 明细: [乙：1万, {事项: 丙, 金额: 2万, 明细: [丁]}], 说明: 戊}',
      '甲（3万）：乙：1万，丙（2万）：丁；戊',
    ],
    ['{事项: 甲}', '甲'],
    ['{事项: [甲], 金额: 3万, 明细: 乙}', '（3万）'],
    ['[甲]', ''],
  ])('%s prints as %s', (text, printed) => {
    const { value } = parse(`项: ${text}`);
    const given = (value as { readonly 项: typeof value }).项;
    expect(printBasisItem(toBasisItem(given, item))).toBe(printed);
  });
});
