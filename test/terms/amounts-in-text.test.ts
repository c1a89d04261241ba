import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/base/decimal.js';
import { printMoney } from '../../src/base/money.js';
import { readMoney } from '../../src/terms/amounts-in-text.js';

/** `part 14万=140000.00`, `price 600元/人=600.00 (人)`; `?` where the amount is not exact. */
function shown(text: string): readonly string[] {
  return readMoney(text).amounts.map(({ from, to, sense, fen, per }) => {
    const value = fen === null ? '?' : printMoney(fen).replaceAll(',', '');
    return `${sense} ${text.slice(from, to)}=${value}${per.length > 0 ? ` (${per.join(' ')})` : ''}`;
  });
}

/** The senses alone. */
function senses(text: string): string {
  return readMoney(text)
    .amounts.map(({ sense }) => sense)
    .join(' ');
}

describe('parts', () => {
  test.each([
    ['2025年安保服务采购项目70%尾款（14万）', ['part 14万=140000.00']],
    ['15万元', ['part 15万元=150000.00']],
    ['瑜伽课程6000元', ['part 6000元=6000.00']],
    ['12.5 万元', ['part 12.5 万元=125000.00']],
    ['１２．５万元', ['part １２．５万元=125000.00']],
    ['3亿', ['part 3亿=300000000.00']],
    ['0.3万', ['part 0.3万=3000.00']],
    ['0.01元', ['part 0.01元=0.01']],
    ['人民币五万元整', ['part 五万元=50000.00']],
    ['伍万贰仟元', ['part 伍万贰仟元=52000.00']],
    ['￥5,000', ['part 5,000=5000.00']],
    ['￥ 5,000.50', ['part 5,000.50=5000.50']],
    ['人民币5000', ['part 5000=5000.00']],
    ['春节（含元宵节）8万、五一20万', ['part 8万=80000.00', 'part 20万=200000.00']],
    [
      '（6万）：绿植（1万）；维护、增加或更换（1.3万）;',
      ['part 6万=60000.00', 'part 1万=10000.00', 'part 1.3万=13000.00'],
    ],
    ['5万用于购买图书', ['part 5万=50000.00']],
    ['采购图书5万册10万元', ['part 10万元=100000.00']],
    ['不含税5万元', ['part 5万元=50000.00']],
    ['公共服务费5万元', ['part 5万元=50000.00']],
    ['节约用水宣传5万元', ['part 5万元=50000.00']],
    ['标准化建设5万元', ['part 5万元=50000.00']],
    ['前期工作经费：10万元', ['part 10万元=100000.00']],
    ['配套设施建设10万元', ['part 10万元=100000.00']],
    ['合同尾款5万元', ['part 5万元=50000.00']],
    ['每年体检费10万元', ['part 10万元=100000.00']],
    ['每学年奖学金10万元', ['part 10万元=100000.00']],
    ['每季度组织一次全区职工书法比赛5万元', ['part 5万元=50000.00']],
    ['人均可支配收入调查统计工作经费5万元', ['part 5万元=50000.00']],
    ['合同价款审核费5万元', ['part 5万元=50000.00']],
    ['合约￥5万元', ['part 5万元=50000.00']],
    ['5万元，标准化建设', ['part 5万元=50000.00']],
    ['2025年书法课4万元，球类课6万元', ['part 4万元=40000.00', 'part 6万元=60000.00']],
    ['2025年预算10万元', ['part 10万元=100000.00']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('prices', () => {
  test.each([
    ['600元/人', ['price 600元/人=600.00 (人)']],
    ['预计1500元一人', ['price 1500元一人=1500.00 (人)']],
    ['每人600元', ['price 600元=600.00 (人)']],
    ['每名学员补助标准为600元', ['price 600元=600.00 (名)']],
    ['每人每天400元', ['price 400元=400.00 (人 天)']],
    ['每人：600元', ['price 600元=600.00 (人)']],
    ['200元/人·天', ['price 200元/人·天=200.00 (人 天)']],
    ['200元/人/天', ['price 200元/人/天=200.00 (人 天)']],
    ['200元/（人·天）', ['price 200元/（人·天）=200.00 (人 天)']],
    ['标准（200元/人·天）', ['price 200元/人·天=200.00 (人 天)']],
    ['200元/人日', ['price 200元/人日=200.00 (人 天)']],
    ['200元/人天', ['price 200元/人天=200.00 (人 天)']],
    ['800元/人·次', ['price 800元/人·次=800.00 (人 次)']],
    ['3元/平方米·月', ['price 3元/平方米·月=3.00 (平方米 月)']],
    ['20000元/个', ['price 20000元/个=20000.00 (个)']],
    ['按500元/场标准', ['price 500元/场=500.00 (场)']],
    ['12.5 万元/年', ['price 12.5 万元/年=125000.00 (年)']],
    ['5万/场', ['price 5万/场=50000.00 (场)']],
    ['人均补助：200元', ['price 200元=200.00 (人)']],
    ['人均200元', ['price 200元=200.00 (人)']],
    ['按人均8000元标准', ['price 8000元=8000.00 (人)']],
    ['单价500元', ['price 500元=500.00']],
    ['补助标准为500元', ['price 500元=500.00']],
    ['标准（500元）', ['price 500元=500.00']],
    ['500元的标准', ['price 500元=500.00']],
    ['500元标准', ['price 500元=500.00']],
    ['每参训学员：600元', ['price 600元=600.00']],
    ['每学员600元', ['price 600元=600.00']],
    ['2000元×10', ['price 2000元=2000.00']],
    ['10场*2000元', ['price 2000元=2000.00']],
    ['0.333元/页', ['price 0.333元/页=? (页)']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('400元/人×3天 is for a person, and × begins the next factor', () => {
    expect(shown('400元/人×3天')).toEqual(['price 400元/人=400.00 (人)']);
  });
});

describe('totals', () => {
  test.each([
    '共计12万',
    '合计：12万元',
    '总计12万',
    '小计12万',
    '共12万元',
    '共需经费12万元',
    '总金额为12万元',
    '合计（12万元）',
    '合计（  12万元）',
    '合计（￥12万元）',
    '总额12万',
  ])('%s', (text) => {
    expect(senses(text)).toBe('total');
  });

  test('an amount told again in brackets', () => {
    expect(senses('50000元（伍万元整）')).toBe('part total');
    expect(senses('50000元，即5万元')).toBe('part total');
    expect(senses('50000元即人民币5万元')).toBe('part total');
    expect(senses('50000元 （伍万元整）')).toBe('part total');
    expect(senses('租金5万元，押金（5万元）')).toBe('part part');
    expect(senses('5万元（含电费5万元）')).toBe('part subset');
    expect(senses('5万元整（大写：伍万元整）')).toBe('part total');
    expect(senses('5万元、5万元')).toBe('part part');
  });

  test('what a product comes to is a part; what a sum comes to restates its parts', () => {
    expect(senses('300元/人×20人×2次=1.2万元')).toBe('price part');
    expect(senses('5万+3万=8万')).toBe('part part total');
  });
});

describe('within another amount', () => {
  test.each([
    ['20万元，其中电脑15万、打印机5万', 'part subset subset'],
    ['20万元，其中：电脑15万、打印机5万；办公用品3万', 'part subset subset part'],
    ['20万元（含监理费2万元），办公用品3万', 'part subset part'],
    ['场馆8万（甲馆5万、乙馆3万）、耗材2万', 'part subset subset part'],
    ['20万元，包括电脑15万', 'part subset'],
    ['20万元主要用于电脑15万', 'part subset'],
    ['采购内容包括电脑15万、打印机5万', 'part part'],
    ['费用（包括电脑15万）', 'subset'],
    ['费用（设备（一批），包括电脑15万）', 'subset'],
    ['费用（用于电脑15万）', 'part'],
    ['20万元，其中电脑（含鼠标；键盘）15万、打印机5万', 'part subset subset'],
    ['其中甲5万；乙3万', 'subset part'],
    ['甲8万（乙5万）、丙9万（丁5万）', 'part subset part subset'],
    ['8万（（甲5万）乙3万）、丙2万', 'part subset subset part'],
    ['1500元/人（共12万元）', 'price total'],
  ])('%s', (text, expected) => {
    expect(senses(text)).toBe(expected);
  });
});

describe('outside the sum', () => {
  test.each([
    '上年预算10万',
    '上年预算（￥10万元）',
    '上年预算 10万元',
    '上年预算￥ 10万元',
    '上年度安排10万元',
    '去年实际支出10万',
    '明年计划安排10万元',
    '下一年度预算：10万元',
    '累计投入300万元',
    '总投资500万元',
    '总投资（500万元）',
    '已支付300万',
    '已经实际拨付300万元',
    '合同金额20万元',
    '合同价为20万元',
    '五年共计50万元',
    '三年合计50万元',
    '自筹资金5万元',
    '配套资金5万元',
    '资产原值300万元',
    '结余3万元',
    '节约资金3万元',
  ])('%s', (text) => {
    expect(senses(text)).toBe('outside');
  });

  test('beside what is this year’s', () => {
    expect(senses('总投资500万元，已支付300万，本年支付200万元')).toBe('outside outside part');
    expect(senses('累计投入300万元，2025年安排50万元')).toBe('outside part');
    expect(senses('2024年支出10万元，2025年计划12万元')).toBe('unclear unclear');
  });
});

describe('not sure', () => {
  test.each([
    ['核减5万元', 'unclear'],
    ['增加5万元', 'unclear'],
    ['甲、乙各5万元', 'unclear'],
    ['甲、乙各需5万元', 'unclear'],
    ['5万元 ÷2', 'unclear'],
    ['5元5角', 'unclear'],
    ['5万元÷2', 'unclear'],
    ['14万粒种子', 'unclear'],
  ])('%s', (text, expected) => {
    expect(senses(text)).toBe(expected);
  });

  test.each([
    ['约5万元', 'part 5万元=?'],
    ['5万元左右', 'part 5万元=?'],
    ['约￥5万元', 'part 5万元=?'],
    ['约人民币 5万元', 'part 5万元=?'],
    ['超5万元', 'part 5万元=?'],
    ['5万以内', 'part 5万=?'],
    ['5万元以内', 'part 5万元=?'],
    ['不超过5万元', 'part 5万元=?'],
    ['最高5万元', 'part 5万元=?'],
    ['10余万元', 'part 10余万元=?'],
    ['5-6万', 'part 5-6万=?'],
    ['共约12万元', 'total 12万元=?'],
    ['0.001元', 'part 0.001元=?'],
  ])('no exact amount: %s', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  test('a range keeps both ends', () => {
    const [range] = readMoney('5-6万').amounts;
    expect(range && compare(range.low, range.high)).toBe(-1);
  });
});

describe('no money', () => {
  test.each([
    '覆盖群众3万人次',
    '服务人口14万',
    '服务人口 14万',
    '受众达14万，',
    '浏览量超3万',
    '3万册图书',
    '5万美元',
    '24场、5-6门、约80人、三大节、2-3场',
    '70%尾款',
    '2025年8月',
    '没有数字',
    '',
  ])('%s', (text) => {
    expect(shown(text).filter((one) => !one.startsWith('unclear'))).toEqual([]);
  });

  test('counts are kept apart', () => {
    const text = '600元/人，覆盖约50人，5-6门';
    expect(readMoney(text).counts.map(({ from, to }) => text.slice(from, to))).toEqual(['50人', '5-6门']);
  });
});

describe('laws', () => {
  const words = [
    ...'0123456789５.,，、；：。（）()=+×*/一二十百千万亿元人天场%每共约-~ 含',
    '其中',
    '共计',
    '上年预算',
    '万元',
    '元/人',
    '￥',
    '不超过',
    '累计',
  ];
  const hard = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join(''));

  test('ranges lie within the text and in order, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(hard, fc.string({ unit: 'binary' })), (text) => {
        let end = 0;
        for (const { from, to, fen, low, high } of readMoney(text).amounts) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          if (fen !== null) expect([low.digits, high.digits].every((digits) => digits >= 0n)).toBe(true);
          end = from;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('an amount is read as it was printed, in 元 and in 万元', () => {
    const cases = fc.record({ fen: fc.bigInt({ min: 0n, max: 10n ** 14n }), unit: fc.constantFrom('元', '万元') });
    fc.assert(
      fc.property(cases, ({ fen, unit }) => {
        const printed = printMoney(fen, { unit: unit as '元' | '万元', decimals: 0 });
        const text = `设备采购（${printed}${unit}）：电脑`;
        const [amount, ...others] = readMoney(text).amounts;
        expect(others).toEqual([]);
        expect(amount).toMatchObject({ fen, sense: 'part' });
        expect(text.slice(amount?.from, amount?.to)).toBe(`${printed}${unit}`);
      }),
    );
  });

  test.each([
    ['（', 32_000],
    ['1', 32_000],
    ['、', 32_000],
    ['5万（', 10_000],
    ['5万）', 10_000],
    ['其中5万', 8_000],
    ['每人每天', 8_000],
    ['9×', 16_000],
    ['9元×', 10_000],
    ['1,111', 6_000],
    ['一万二千', 8_000],
    ['5元/人·天', 5_000],
    ['合计5万=', 6_000],
  ])('a hostile text of %s ends', (piece, times) => {
    const text = piece.repeat(times);
    expect(text.length).toBeLessThan(40_000);
    expect(readMoney(text).text).toBe(text);
  });

  test('a text longer than a form takes is not read', () => {
    const text = `5万${'。'.repeat(32_765)}`;
    expect(readMoney(text).amounts).toHaveLength(1);
    expect(readMoney(`${text}。`).amounts).toEqual([]);
  });
});
