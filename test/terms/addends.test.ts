import { describe, expect, test } from 'vitest';
import { findAddends } from '../../src/terms/addends.js';
import { readAmount } from '../../src/terms/amount.js';
import { readBasisItem } from '../../src/terms/basis-reading.js';

/** `8万 3万 = 11 万, complete` of a text that explains `whole`; null where it does not. */
function shown(note: string, whole: string): string | null {
  const item = { subject: '甲', amount: whole, unitPrice: null, quantity: null, details: [], note };
  const { texts, amount } = readBasisItem(item);
  const text = texts.find(({ part }) => part === 'note');
  const addends = text && amount && findAddends(text, readAmount(whole).fen ?? 0n, amount);
  if (!addends) return null;
  const parts = addends.parts.map(({ from, to }) => note.slice(from, to)).join(' ');
  return `${parts} = ${Number(addends.sum) / 1_000_000} 万${addends.isComplete ? ', complete' : ''}`;
}

describe('what should add up', () => {
  test.each([
    ['主办35万，三大节后勤保障（10万）：组织区内职工参加市级比赛', '45万', '35万 10万 = 45 万, complete'],
    ['预计支付2024年瑜伽课程6000元，采购2025年5-6门常规性课程5万元。', '5.6万', '6000元 5万元 = 5.6 万, complete'],
    ['书法课程4.2万，球类课程6.3万。', '12万', '4.2万 6.3万 = 10.5 万, complete'],
    ['春节活动（含元宵节、灯会）8万、五一活动20万（含比赛，三天）', '30万', '8万 20万 = 28 万, complete'],
    ['慰问30名困难职工9万元；一线职工慰问1万，共计10万', '12万', '9万元 1万 = 10 万, complete'],
    ['春节（含灯会（两场）、晚会）8万、五一20万', '30万', '8万 20万 = 28 万, complete'],
    ['书法等课程4.2万，球类课程6.3万', '12万', '4.2万 6.3万 = 10.5 万, complete'],
    ['甲8万，乙：2万', '12万', '8万 2万 = 10 万, complete'],
    ['甲8万：A馆5万；乙2万', '15万', '8万 5万 2万 = 15 万, complete'],
    ['300元/份×100份=3万元，500元/人×20人=1万元', '5万', '3万元 1万元 = 4 万, complete'],
    ['讲课费（1000元/场×10场=1万元）：请讲师；场地2万元', '5万', '1万元 2万元 = 3 万, complete'],
    ['甲1万、'.repeat(59).concat('甲1万'), '12万', `${'1万 '.repeat(60)}= 60 万, complete`],
  ])('%s of %s', (note, whole, expected) => {
    expect(shown(note, whole)).toBe(expected);
  });

  test.each([
    ['采购饮料、矿泉水3万、口罩2万', '8万', '3万 2万 = 5 万'],
    ['书法课程4.2万，球类课程6.3万等', '12万', '4.2万 6.3万 = 10.5 万'],
    ['书法课程4.2万，球类课程6.3万，还有其他课程', '12万', '4.2万 6.3万 = 10.5 万'],
    ['书法课程4.2万，球类课程（6.3万等）', '12万', '4.2万 6.3万 = 10.5 万'],
    ['书法4.2万，球类6.3万，公共场地', '12万', '4.2万 6.3万 = 10.5 万'],
    ['饮、水3万、口罩2万', '12万', '3万 2万 = 5 万'],
    ['共有书法4.2万元球类6.3万元', '12万', '4.2万元 6.3万元 = 10.5 万'],
    ['书法4.2万元球类6.3万元', '12万', '4.2万元 6.3万元 = 10.5 万'],
  ])('%s of %s may leave something out', (note, whole, expected) => {
    expect(shown(note, whole)).toBe(expected);
  });
});

describe('what need not', () => {
  test.each([
    ['主办35万，另有志愿者参加', '45万', 'one part'],
    ['其中书法4.2万，球类6.3万', '12万', 'a subset'],
    ['书法4.2万，球类约6.3万', '12万', 'about'],
    ['书法4.2万，球类5-6万', '12万', 'a range'],
    ['书法4.2万，讲师2000元/场，球类6.3万', '12万', 'a price'],
    ['书法4.2万，讲师2000元/场×10场，球类6.3万', '12万', 'a product without a result'],
    ['慰问300元/份×100份=3万元，讲师2000元/场×10场，球类1万元', '12万', 'one of two products without a result'],
    ['慰问300元/份×100份=3万元，讲师2000元/场，球类1万元', '12万', 'a price beside a product'],
    ['书法4.2万，球类6.3万，甲乙各1万', '12万', 'not clear'],
    ['设备12万，电脑8万、打印机6万', '12万', 'restates the whole'],
    ['设备10万，电脑6万、打印机4万，耗材3万', '12万', 'a part restates others'],
    ['甲8万：A馆5万、B馆2万；乙2万', '12万', 'behind the colon may lie parts of the part'],
    ['甲（8万） ：A馆5万、B馆2万；乙2万', '12万', 'behind a colon behind brackets too'],
    ['丙1万；甲8万：A馆5万、B馆2万', '12万', 'behind any colon but the last part’s'],
    ['甲1万、'.repeat(61), '12万', 'a whole table'],
  ])('%s of %s: %s', (note, whole) => {
    expect(shown(note, whole)).toBeNull();
  });
});

describe('a text that is the item itself: what stands before its amount belongs to no part', () => {
  test.each([
    '会员活动（19万）：工会会员日15万元、义剪活动3万。',
    '会员、活动（19万）：\n工会会员日15万元\n义剪活动3万',
  ])('%s', (text) => {
    const { texts, amount } = readBasisItem(text);
    const [own] = texts;
    expect(own && amount && findAddends(own, amount.fen, amount)).toMatchObject({ sum: 18_000_000n, isComplete: true });
  });
});
