import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printMoney } from '../../src/base/money.js';
import type { BasisItem } from '../../src/terms/basis-item.js';
import { readBasisItem } from '../../src/terms/basis-reading.js';

/** The characters of the amount, or why there is none. */
function amountIn(text: string): string {
  const { amount, unread } = readBasisItem(text);
  return amount ? text.slice(amount.from, amount.to) : `${unread}`;
}

const parts: BasisItem = { subject: null, amount: null, unitPrice: null, quantity: null, details: [], note: null };

describe('a text tells its amount', () => {
  test.each([
    // in brackets behind the subject
    ['市级三大节（45万）：主办35万，三大节后勤保障（10万）：组织区内职工参加市级比赛', '45万'],
    ['2025年职工乡村疗休养活动（9万）；预计600元/人，覆盖约50人。', '9万'],
    ['2025年财务软件续签(1.6万）', '1.6万'],
    ['暑期托管班（12万）：预计1500元一人，覆盖约80人，共计12万。', '12万'],
    ['会员活动（18万）：工会会员日15万元、义剪活动3万。', '18万'],
    ['慰问品（5万元）：上年预算10万', '5万元'],
    ['节庆活动（53万） ：春节8万、五一20万', '53万'],
    ['维修（二期，含电梯）（5万）：甲3万、乙1万', '5万'],
    ['讲师2000元/场的培训（5万）：甲3万、乙1万', '5万'],
    ['讲师费2000元/场（2万元）', '2万元'],
    ['疗休养（￥50000）：人均500元×80人', '50000'],
    ['疗休养（人民币 50000元整）：人均500元×80人', '50000元'],
    ['差旅费（共5万元）：略', '5万元'],
    ['宣传推广（10万）：覆盖14万粒种子', '10万'],
    // behind its colon
    ['2024年职工星光巡演10%尾款：4.75万', '4.75万'],
    ['办公费：５．５万元，其中纸张2万元、硒鼓3.5万元', '５．５万元'],
    ['物业管理费：120万元（10万元/月×12个月）', '120万元'],
    ['疗休养： 5万元，人均500元', '5万元'],
    ['办公费：（5万元）：甲3万、乙1万', '5万元'],
    // right behind it
    ['办公费5万元', '5万元'],
    ['节庆活动53万：春节8万、五一20万', '53万'],
    ['办公费5.5万元，纸张2万元、硒鼓3.5万元', '5.5万元'],
    ['办公费 5万元，用于购买纸张', '5万元'],
    ['租金￥5,000', '5,000'],
    ['维修费50000元（伍万元整）', '50000元'],
    ['疗休养5万元，人均500元', '5万元'],
    ['6000元', '6000元'],
    ['法律顾问费5万元/年', '5万元/年'],
    // whatever it is counted by
    ['接种服务费：19,000剂次×28元/剂次=53.2万元', '53.2万元'],
    ['正压式空气呼吸器80具×1.15万元/具=92万元', '92万元'],
    ['报纸专版2个整版，3.2万元/版，6.4万元', '6.4万元'],
    ['土壤监测60个点位，2,800元/点位，16.8万元', '16.8万元'],
    ['特装搭建（128万元），800㎡，1,600元/㎡', '128万元'],
    ['基础类改造：建筑面积3.5万㎡×480元/㎡=1680万元', '1680万元'],
    ['县道养护50km×1万元/km+乡道100km×0.5万元/km=100万元', '100万元'],
    // with the months of a year
    ['保洁服务：每月6.5万元，全年78万元', '78万元'],
    ['车辆租赁：5座轿车2辆，4000元/辆·月，全年9.6万元', '9.6万元'],
    ['校长任职资格培训（2期、每期50人、10天、400元/人·天）：40万元', '40万元'],
    ['人民币五万元整', '五万元'],
    // a total, or what a product comes to
    ['预计1500元一人，覆盖约80人，共计12万。', '12万'],
    ['水费1.2万元、电费5万元、网络费0.8万元，合计7万元', '7万元'],
    ['培训费：300元/人×20人×2次=1.2万元', '1.2万元'],
    ['慰问品：300元/份×100份=3万元，慰问金500元/人×20人=1万元，合计4万元', '4万元'],
    ['聘请专家20人次，800元/人次，1.6万元', '1.6万元'],
    ['高龄津贴：80-89岁1200人，每人每月100元，全年需144万元', '144万元'],
    ['农村危房改造：30户，每户2.5万元，共75万元，其中省级45万元，县级30万元', '75万元'],
    // the only one that is of this year and sum
    ['采购电脑10台，用于窗口，费用5万元', '5万元'],
    ['采购电脑10台，用于窗口，费用5万元（伍万元整）', '5万元'],
    ['总投资500万元，已支付300万，本年支付200万元', '200万元'],
    ['道路养护费：上年预算10万，本年安排12万元', '12万元'],
    ['第三方审计服务费（15万元）：按项目总投资3000万元的0.5%计取', '15万元'],
    ['工程款：合同总价580万元，已付348万元，本次支付174万元（30%）', '174万元'],
    ['贷款贴息：贷款总额1亿元，贴息率2%，补贴200万元', '200万元'],
  ])('%s', (text, expected) => {
    expect(amountIn(text)).toBe(expected);
  });
});

describe('a text leaves it open', () => {
  test.each([
    ['会议筹备保障服务', 'none'],
    ['覆盖80人', 'none'],
    ['', 'none'],
    ['讲师费：2000元/场×10场', 'price'],
    ['每月慰问1万元', 'price'],
    ['津贴：每人每年500元', 'price'],
    ['会议费3万元、培训费2万元', 'several'],
    ['会议费3万元，共计5万元', 'several'],
    ['会议费3万，乙：培训费2万', 'several'],
    ['用于窗口，设备（5万）：电脑3万、耗材1万', 'several'],
    ['合计10万甲5万：乙3万', 'several'],
    ['会议费（3万）；培训费（2万）', 'several'],
    ['电脑共6万元；打印机共1万元', 'several'],
    ['会议费3万元、培训费2万元，合计6万元', 'several'],
    ['约5万元、3万元', 'several'],
    ['困难补助5-6万元', 'inexact'],
    ['困难补助（约5万）', 'inexact'],
    ['困难补助不超过5万元', 'inexact'],
    ['合计约5万元', 'inexact'],
    ['节庆活动（约53万）：春节8万、五一20万', 'inexact'],
    ['讲师费2000元/场×10场，场地费1万元', 'unclear'],
    ['场地费1万元，讲师费2000元/场×10场', 'unclear'],
    ['场地费2万元，讲师费2000元/场×10场，共计2万元', 'unclear'],
    ['慰问300元/人×20人=0.6万元，讲师2000元/场×10场', 'unclear'],
    ['疗休养（5万元，人均500元×80人）', 'unclear'],
    ['用于职工，疗休养5万元，人均500元', 'unclear'],
    ['人均500元疗休养5万元', 'unclear'],
    ['疗休养5万元，400元/人·天×50人', 'unclear'],
    ['设备（核减5万）（10万）', 'unclear'],
    ['上年预算10万', 'unclear'],
    ['上年预算10万，每人500元', 'unclear'],
    ['法律顾问2名，6万元/年', 'unclear'],
    ['2024年支出10万元，2025年计划12万元', 'unclear'],
  ])('%s: %s', (text, why) => {
    expect(amountIn(text)).toBe(why);
  });

  test('and names what it leaves open', () => {
    const text = '会议费3万元、培训费2万元';
    const { candidates, unread } = readBasisItem(text);
    expect(unread).toBe('several');
    expect(candidates.map(({ part, from, to }) => `${part} ${text.slice(from, to)}`)).toEqual([
      'text 3万元',
      'text 2万元',
    ]);
  });
});

test('what a text tells is kept with its place, without the amount that it is', () => {
  const { amount, texts } = readBasisItem('会员活动（18万）：会员日15万元');
  expect(amount).toEqual({ part: 'text', from: 5, to: 8, fen: 18_000_000n });
  expect(texts.map(({ part, amounts }) => [part, amounts.map(({ from, to }) => [from, to])])).toEqual([
    ['text', [[13, 17]]],
  ]);
  expect(readBasisItem('会议费3万元、培训费2万元').texts.map(({ amounts }) => amounts.length)).toEqual([2]);
});

describe('an item in parts', () => {
  test('has its amount in a field of its own', () => {
    const reading = readBasisItem({
      ...parts,
      subject: '讲师费2000元/场',
      amount: '12万',
      note: '预计10场，合计2万元',
    });
    expect(reading.amount).toEqual({ part: 'amount', from: 0, to: 3, fen: 12_000_000n });
    expect(reading.unread).toBeNull();
    expect(reading.candidates).toEqual([]);
    expect(reading.texts.map(({ part, amounts }) => [part, amounts.map(({ sense }) => sense)])).toEqual([
      ['subject', ['price']],
      ['note', ['total']],
    ]);
  });

  test('a bare number is in the form’s own unit', () => {
    expect(readBasisItem({ ...parts, amount: '12' }).amount?.fen).toBe(1_200n);
    expect(readBasisItem({ ...parts, amount: '12' }, '万元').amount?.fen).toBe(12_000_000n);
    expect(readBasisItem({ ...parts, details: [{ ...parts, amount: '12' }] }, '万元').details[0]?.amount?.fen).toBe(
      12_000_000n,
    );
  });

  test('without one, or with one that is no amount, it has none, whatever its texts say', () => {
    expect(readBasisItem({ ...parts, subject: '办公费5万元' })).toMatchObject({ amount: null, unread: 'none' });
    expect(readBasisItem({ ...parts, amount: '约5万', note: '5万元' }).amount).toBeNull();
  });

  test('details are read the same way', () => {
    const { details } = readBasisItem({ ...parts, details: ['场地费2万元', { ...parts, amount: '1万' }, '其他'] });
    expect(details.map(({ amount }) => amount?.fen ?? null)).toEqual([2_000_000n, 1_000_000n, null]);
  });
});

describe('laws', () => {
  const subject = fc.stringMatching(/^[办公费用设备采购维护]{1,12}$/);
  const amount = fc.bigInt({ min: 1n, max: 10n ** 13n });
  const shapes: readonly ((subject: string, amount: string) => string)[] = [
    (name, sum) => `${name}（${sum}元）`,
    (name, sum) => `${name}(${sum}元）：用于日常`,
    (name, sum) => `${name}：${sum}元`,
    (name, sum) => `${name}${sum}元，按合同支付`,
    (name, sum) => `${name}，共计${sum}元。`,
  ];

  test('an amount is read as it was printed, wherever it may stand', () => {
    fc.assert(
      fc.property(subject, amount, fc.constantFrom(...shapes), (name, fen, shape) => {
        expect(readBasisItem(shape(name, printMoney(fen))).amount?.fen).toBe(fen);
      }),
    );
  });

  test('spots lie within the text', () => {
    const text = fc.array(
      fc.constantFrom('5万', '元', '（', '）', '：', '共计', '3', '人', '，', '其中', '=', '×', '约'),
    );
    fc.assert(
      fc.property(text, (all) => {
        const item = all.join('');
        const { amount, candidates } = readBasisItem(item);
        for (const { from, to } of [...candidates, ...(amount ? [amount] : [])]) {
          expect(0 <= from && from < to && to <= item.length).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['（', '；', '5万（', '5万；', '共计5万', '：5万', '5万、'])('a hostile text of %s ends', (piece) => {
    expect(readBasisItem(piece.repeat(10_000)).details).toEqual([]);
  });
});
