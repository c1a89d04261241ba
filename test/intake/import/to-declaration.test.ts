// What stands in the places of a form becomes values as a clerk writes them; what nobody can be sure of is told.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Field } from '../../../src/check/form.js';
import { fieldAt } from '../../../src/check/form.js';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import type { ItemPrint } from '../../../src/intake/import/item-print.js';
import { splitBasisItem } from '../../../src/intake/import/split-basis-item.js';
import { splitItems } from '../../../src/intake/import/split-items.js';
import { form } from '../../support/project-goal.js';
import { formMaps, importOne, said, sheet } from './support.js';

let maps: readonly FormMap[];
beforeAll(async () => {
  maps = await formMaps();
});

const messagesOf = (text: string) => importOne([sheet(text)], maps).findings.map(({ message }) => message.zh);
const official = '二级项目支出绩效目标申报表';
const province = '省级部门预算项目支出绩效目标表';

describe('values', () => {
  test.each([
    ['#14531000', '14,531,000.00'],
    ['#2425500.4999999998', '2,425,500.50'],
    ['14,531,000.00', '14,531,000.00'],
    ['1453.1万元', '14,531,000.00'],
    ['￥14,531,000.00元', '14,531,000.00'],
    ['１４５３１０００', '14,531,000.00'],
    ['约20万', '约20万'],
    ['#-5', '-5'],
  ])('amount %s', (written, value) => {
    const { value: read } = importOne([sheet(`${official}\n项目总金额： | ${written}`)], maps);
    expect(read.项目总金额).toBe(value);
  });

  test.each([
    ['项目总金额（中期规划，万元）： | #1453.1', '14,531,000.00'],
    ['项目总金额（万元）：1,453.1', '14,531,000.00'],
    ['项目总金额（单位：亿元） | 0.14531', '14,531,000.00'],
    ['项目总金额（万元） | 14,531,000.00元', '14,531,000.00'],
    ['项目总金额（千元） | #14531', '14531千元'],
    ['项目总金额（万元） | 约20', '约20万元'],
    ['项目总金额（万元） | 待定', '待定'],
  ])('an amount is in the unit that its label says: %s', (row, value) => {
    expect(importOne([sheet(`${official}\n${row}`)], maps).value.项目总金额).toBe(value);
  });

  test.each([
    ['单位：万元', '项目总金额： | #1453.1', '14,531,000.00'],
    ['（金额单位：人民币万元）', '项目总金额： | #1453.1', '14,531,000.00'],
    ['单位：万元', '项目总金额（元）： | #14531000', '14,531,000.00'],
    ['填报单位：甲局', '项目总金额： | #14531000', '14,531,000.00'],
  ])('or else in the one that is noted beside the form: %s, %s', (note, row, value) => {
    const { value: read, leftovers } = importOne([sheet(`${official}\n | ${note}\n${row}`)], maps);
    expect(read.项目总金额).toBe(value);
    expect(said(leftovers)).toEqual(note.includes('万元') ? [] : [`表!B2 ${note}`]);
  });

  test('of two units that are noted neither counts', () => {
    const { value, leftovers } = importOne([sheet(`${official}\n单位：万元\n项目总金额： | #20\n单位：元`)], maps);
    expect(value.项目总金额).toBe('20.00');
    expect(said(leftovers)).toEqual(['表!A2 单位：万元', '表!A4 单位：元']);
  });

  test('amounts are in the unit of the form, dates and years without ornament', () => {
    const { value } = importOne(
      [
        sheet(
          `（2024年度）${province}\n项目总投资（万元） | #18.3575 | | 其他资金（万元） | 200000元\n项目开始日期 | 2024年2月29日 | | 项目完成日期 | 2024/12/1`,
        ),
      ],
      maps,
    );
    expect(value).toMatchObject({
      项目总投资: '18.3575',
      其他资金: '20.00',
      项目开始日期: '2024-02-29',
      项目完成日期: '2024-12-01',
    });
  });

  test('a code of 21 digits that was kept as a number is lost, and said to be', () => {
    const text = `${official}\n项目编码： | #4.4031323003150062E+20 | 项目名称： | 甲`;
    const { value, findings, leftovers, unknown } = importOne([sheet(text)], maps);
    expect(value).not.toHaveProperty('项目编码');
    expect(unknown.has('/项目编码')).toBe(true);
    expect(leftovers).toEqual([
      { text: '4.4031323003150062E+20', at: { sheet: '表', cell: 'B2' }, after: '/项目编码', by: null },
    ]);
    expect(findings[0]?.message.zh).toBe(
      '“项目编码”（表!B2）是按数字保存的，后面几位已经丢失，显示为 4.4031323003150062E+20',
    );
  });

  test('signs for programs alone go, line breaks of other programs become our own', () => {
    const { value } = importOne([sheet(`${official}\n项目名称： | 甲\u0007乙\u202e丙\u000b丁\u2028戊`)], maps);
    expect(value.项目名称).toBe('甲乙丙\n丁\n戊');
  });

  test('the year: asked for, then printed, then known otherwise', () => {
    const year = (text: string, asked: string | null) => importOne([sheet(text)], maps, asked).value.年度;
    expect(year(`${province}(2024年度)\n项目类型 | 甲`, null)).toBe('2024');
    expect(year(`${province}（2024 年度）\n项目类型 | 甲`, '2025')).toBe('2025');
    expect(year(`${official}\n项目名称： | 甲`, null)).toBeUndefined();
  });
});

describe('what is missing', () => {
  test('is named, label by label, and whole tables by their heads', () => {
    const [message] = messagesOf(`${official}\n项目编码： | 1 | 项目名称： | 甲`);
    expect(message).toContain('文件里没有找到 “申请单位：”、“一级预算单位：”');
    expect(message).toContain('“一级指标 二级指标 三级指标 指标值 指标解释”');
  });

  test('is a column, too', () => {
    const { findings, unknownKeys } = importOne(
      [sheet(`${official}\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | *数量指标 | 活动 | ≥9场次`)],
      maps,
    );
    expect(findings[0]?.message.zh).toContain('“指标解释”');
    expect(unknownKeys.get('/绩效指标/产出指标/数量指标')).toEqual(new Set(['解释']));
  });
});

describe('items of a list', () => {
  const print: ItemPrint = { between: '\n', before: '', after: '.', first: 1 };
  const split = (text: string, as = print) => splitItems(text, as).items;

  test('begin at the next number in order, and at no other', () => {
    expect(split('1.甲\n2.2024年乙\n3.丙')).toEqual(['甲', '2024年乙', '丙']);
    expect(split('1.甲\n1.甲之一\n5.5倍\n2.乙\n\n续\n3.丙\n')).toEqual(['甲\n1.甲之一\n5.5倍', '乙\n\n续', '丙']);
    expect(split('1.甲\n2.5万元的部分\n2.乙')).toEqual(['甲\n2.5万元的部分', '乙']);
    expect(split('1. 甲\n2. 乙')).toEqual(['甲', '乙']);
    expect(split('1. 甲')).toEqual([' 甲']);
    expect(split('')).toEqual([]);
  });

  test('go on where a number was taken out by hand, which is told', () => {
    expect(splitItems('1.甲\n3.丙\n4.丁', print)).toEqual({ items: ['甲', '丙', '丁'], isOwn: false });
    expect(splitItems('2.乙\n3.丙', print)).toEqual({ items: ['乙', '丙'], isOwn: false });
  });

  test('are numbered in other ways, or in none', () => {
    expect(split('1、甲\n2、乙\n续')).toEqual(['甲', '乙\n续']);
    expect(split('（1）甲\n（2）乙')).toEqual(['甲', '乙']);
    expect(split('①甲\n②乙')).toEqual(['甲', '乙']);
    expect(split('一、甲\n二、乙')).toEqual(['甲', '乙']);
    expect(split('依据如下：\n1、甲\n2、乙')).toEqual(['依据如下：', '甲', '乙']);
    expect(split('甲\n\n乙')).toEqual(['甲', '乙']);
  });

  test('follow each other as the template prints them', () => {
    expect(split('（1）甲；（2）乙；丙', { between: '；', before: '（', after: '）', first: 1 })).toEqual([
      '甲',
      '乙；丙',
    ]);
    expect(split('- 甲\n- 乙', { between: '\n', before: '- ', after: '', first: null })).toEqual(['甲', '乙']);
  });

  test('end quickly, however they are made', () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `${index * 2 + 1}.5万`).join('\n');
    expect(split(many).length).toBeLessThan(3000);
    expect(split('\n1.'.repeat(100_000))).toHaveLength(1);
  });
});

describe('a basis item', () => {
  const field = fieldAt(form.root, ['测算依据', '0']) as Field;
  const split = (text: string) => splitBasisItem(text, field);

  test('is split where it prints back to the same text', () => {
    expect(split('市级三大节（45万）：主办35万，后勤（10万）：比赛')).toEqual({
      事项: '市级三大节',
      金额: '45万',
      说明: '主办35万，后勤（10万）：比赛',
    });
    expect(split('驿站（工会驿站）改造（5万）')).toEqual({ 事项: '驿站（工会驿站）改造', 金额: '5万' });
    expect(split('托管班（12万）：1500元/人×80人；含午餐')).toEqual({
      事项: '托管班',
      金额: '12万',
      单价: '1500元/人',
      数量: '80人',
      说明: '含午餐',
    });
    expect(split('运营（27万元）：安保（14万），绿植（13万）：盆栽；按季支付')).toEqual({
      事项: '运营',
      金额: '27万元',
      明细: [
        { 事项: '安保', 金额: '14万' },
        { 事项: '绿植', 金额: '13万', 说明: '盆栽' },
      ],
      说明: '按季支付',
    });
  });

  test.each([
    '2024年尾款：4.75万',
    '财务软件续签(1.6万）',
    '活动（9万）；预计600元/人',
    '疗休养（2024）：九万',
    '甲：乙（3万）',
    '（3万）：无事项',
    '会议（3万）：',
    '会议（约3万）',
    '托管班（3.141592元）',
  ])('stays a text: %s', (text) => {
    expect(split(text)).toBe(text);
  });

  test('keeps in its note what only looks like price, quantity or details', () => {
    expect(split('托管班（12万）：1500元/人×90人')).toEqual({ 事项: '托管班', 金额: '12万', 说明: '1500元/人×90人' });
    expect(split('运营（27万）：安保（14万），绿植（10万）')).toEqual({
      事项: '运营',
      金额: '27万',
      说明: '安保（14万），绿植（10万）',
    });
  });
});
