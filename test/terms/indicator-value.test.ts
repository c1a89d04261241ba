import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printDecimal } from '../../src/base/decimal.js';
import type { Day } from '../../src/terms/indicator-date.js';
import { readIndicatorValue } from '../../src/terms/indicator-value.js';

/** What was read, in one line: kind if it is no quantity, sign, number, unit; `…` where words stand around them. */
function reading(text: string): string {
  const value = readIndicatorValue(text);
  switch (value.kind) {
    case 'quantity': {
      const { low, high, isRange } = value.number;
      const number = isRange ? `${printDecimal(low)} to ${printDecimal(high)}` : printDecimal(low);
      const sign = value.sign && (value.sign.written === 'verb' ? `(${value.sign.sign})` : value.sign.sign);
      return [sign, number, value.unit?.unit, ...(value.isPlain ? [] : ['…'])].filter((part) => part).join(' ');
    }
    case 'date': {
      const dates = value.first ? `${print(value.first)} to ${print(value.last)}` : print(value.last);
      return `${value.isDeadline ? 'by' : 'date'} ${dates}`;
    }
    case 'ratio':
      return `ratio ${value.sign?.sign ?? ''}${printDecimal(value.left)}:${printDecimal(value.right)}`;
    case 'incomplete':
      return `incomplete ${[value.sign?.sign, value.unit?.unit].filter((part) => part).join(' ')}`;
    case 'text':
      return 'text';
  }
}

function print({ year, month, day }: Day): string {
  return [year, month, day].map((part) => part ?? '?').join('-');
}

describe('a sign, a number and a unit', () => {
  test.each([
    ['≥9场次', '≥ 9 场次'],
    ['≤200元', '≤ 200 元'],
    ['≥90%', '≥ 90 %'],
    ['=100%', '= 100 %'],
    ['=300天', '= 300 天'],
    ['＞5', '> 5'],
    ['≥95分', '≥ 95 分'],
    ['≥90.00(%)', '≥ 90 %'],
    ['≥（%）90', 'text'],
    ['=100百分比', '= 100 %'],
    ['≥９０％', '≥ 90 %'],
    ['≥ 90 %', '≥ 90 %'],
    ['≥1，234人', '≥ 1234 人'],
    ['≥-5%', '≥ -5 %'],
    ['≥2个百分点', '≥ 2 百分点'],
    ['±3%以内', '± 3 %'],
    ['±3%', '± 3 %'],
    ['≥90%（含）', '≥ 90 %'],
    ['≥3家（次）', '≥ 3 家(次)'],
    ['≤0.5毫克/标准立方米', '≤ 0.5 毫克/标准立方米'],
    ['≤50 mg/m3', '≤ 50 mg/m3'],
    ['≤45dB(A)', '≤ 45 dB(A)'],
    ['≥5名专业技术人员', '≥ 5 名专业技术人员'],
    ['≥3级', '≥ 3 级'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('the sign, however it is written', () => {
  test.each([
    ['≧735 人次', '≥ 735 人次'],
    ['>=17600株', '≥ 17600 株'],
    ['> = 5个', '≥ 5 个'],
    ['=>5个', '≥ 5 个'],
    ['＞＝5个', '≥ 5 个'],
    ['≦5个', '≤ 5 个'],
    ['<=5个', '≤ 5 个'],
    ['═100', '= 100'],
    ['==100%', '= 100 %'],
    ['不低于90%', '≥ 90 %'],
    ['不少于9次', '≥ 9 次'],
    ['大于等于5个', '≥ 5 个'],
    ['至少9次', '≥ 9 次'],
    ['90%以上', '≥ 90 %'],
    ['90%（含）以上', '≥ 90 %'],
    ['不超过5%', '≤ 5 %'],
    ['24小时内', '≤ 24 小时'],
    ['3个工作日内', '≤ 3 工作日'],
    ['超过5%', '> 5 %'],
    ['低于5%', '< 5 %'],
    ['≥90%以上', '≥ 90 %'],
    ['100', '100'],
    ['100.00', '100'],
    ['985米', '985 米'],
    ['0起', '0 起'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('words around the number', () => {
  test.each([
    ['达到90%以上', '≥ 90 % …'],
    ['达到90%', '(≥) 90 % …'],
    ['100%完成', '(≥) 100 % …'],
    ['完成9次', '(≥) 9 次 …'],
    ['控制在200元以内', '≤ 200 元 …'],
    ['控制在200元', '(≤) 200 元 …'],
    ['同比增长10%以上', '≥ 10 % …'],
    ['一年2次', '2 次/年 …'],
    ['每季度不少于1次', '≥ 1 次/季度 …'],
    ['每人每年500元', '500 元/人/年 …'],
    ['约100人', '100 人 …'],
    ['100人左右', '100 人 …'],
    ['100余人', '100 人 …'],
    ['95%的学生', '95 % …'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('万, ranges, rates and Chinese numerals', () => {
  test.each([
    ['≤2.5万元/人', '≤ 25000 元/人'],
    ['≥5万人次', '≥ 50000 人次'],
    ['1次/季度', '1 次/季度'],
    ['200元每人', '200 元/人'],
    ['5-6门', '5 to 6 门'],
    ['5至6次', '5 to 6 次'],
    ['80%-90%', '80 to 90 %'],
    ['5-6万元', '50000 to 60000 元'],
    ['5元-6万元', '5 to 60000 元'],
    ['不少于两次', '≥ 2 次 …'],
    ['三个工作日内', '≤ 3 工作日 …'],
    ['百分之九十以上', '≥ 90 % …'],
    ['≤十万元', '≤ 100000 元 …'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('dates', () => {
  test.each([
    ['12月底前', 'by ?-12-31'],
    ['2025年12月31日前', 'by 2025-12-31'],
    ['２０２５年１２月前支付完毕', 'by 2025-12-?'],
    ['2025年底前完成', 'by 2025-?-?'],
    ['≤2025年12月', 'by 2025-12-?'],
    ['≤ 12月底', 'by ?-12-31'],
    ['2025年第四季度前', 'by 2025-12-?'],
    ['每月15日前', 'by ?-?-15'],
    ['10月中旬', 'date ?-10-20'],
    ['上半年', 'date ?-6-?'],
    ['2025-12-31', 'date 2025-12-31'],
    ['20251231', 'date 2025-12-31'],
    ['2025', 'date 2025-?-?'],
    ['2023.07-2024.01', 'date 2023-7-? to 2024-1-?'],
    ['2025年6月-12月', 'date 2025-6-? to 2025-12-?'],
    ['1-12月', 'date ?-1-? to ?-12-?'],
    ['12个月', '12 月'],
    ['≤15日', '≤ 15 日'],
    ['≤2025.12元', '≤ 2025.12 元'],
    ['13月', '13 月'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('what is no number', () => {
  test.each([
    '长期',
    '长远',
    '很满意',
    '优良',
    '全覆盖',
    '零事故',
    '提升',
    '增加岗位',
    '不适用',
    '无',
    '-',
    '/',
    '',
    '  ',
  ])('%j', (text) => expect(reading(text)).toBe('text'));

  test.each([
    [
      'grades and names',
      ['4A级', '达到3A级', '三级', '四星', '5G全覆盖', '一等奖', '一期', '一次性', '一般', '第1名', '前10名'],
    ],
    ['sentences', ['3项制度出台并印发执行', '≥90%；≥9次', '80%≤X≤100%', '7×24小时', '2个*20000元/个', '≥90%\n≥9次']],
    ['hours', ['9:00', '9:00-17:00']],
    ['places left open and noise of a scan', ['≥*', '≥XX%', '%=99百分比', '二100百分比']],
  ])('%s', (_, all) => expect(all.map(reading)).toEqual(all.map(() => 'text')));

  test.each([
    ['1:3', 'ratio 1:3'],
    ['≥1：3.5', 'ratio ≥1:3.5'],
    ['万元', 'incomplete 元'],
    ['≥', 'incomplete ≥'],
    ['≥ %', 'incomplete ≥ %'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
});

test('where each part stands', () => {
  const text = ' 每季度 >= 2.5 万元/人 ';
  const value = readIndicatorValue(text);
  const { sign, number, unit } = value.kind === 'quantity' ? value : {};
  expect([sign, number, unit].map((part) => part && text.slice(part.from, part.to))).toEqual(['>=', '2.5', '万元/人']);
});

describe('on any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '≥',
      '>=',
      '≤',
      '=',
      '±',
      '不少于',
      '达到',
      '每季度',
      '约',
      '百分之',
      '90',
      '９',
      '.5',
      ',000',
      '三',
      '万',
      '亿',
      '%',
    ],
    ...[
      '(%)',
      '元',
      '/人',
      '个工作日',
      '-',
      '至',
      '以上',
      '以内',
      '完成',
      '2025',
      '年',
      '12',
      '月',
      '日',
      '底前',
      ':',
      ' ',
      '（',
      '\n',
    ],
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
  );

  test('every part lies within it, in one piece', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = readIndicatorValue(text);
        const parts =
          value.kind === 'quantity'
            ? [value.sign, value.number, value.unit]
            : value.kind === 'date' || value.kind === 'ratio'
              ? [value.sign]
              : value.kind === 'incomplete'
                ? [value, value.sign, value.unit]
                : [];
        for (const part of parts) {
          if (part) expect(0 <= part.from && part.from < part.to && part.to <= text.trimEnd().length).toBe(true);
        }
        if (value.kind === 'quantity' && value.unit?.from !== undefined && value.unit.from >= value.number.to) {
          expect(text.slice(value.number.to, value.unit.from).trim()).toBe('');
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('the same with space around it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(reading(`  ${text}\t`)).toBe(reading(text));
      }),
    );
  });

  test.each([
    '（',
    '1',
    '、',
    '每',
    '≥',
    '三',
    ' ',
    '达到',
    '百分之',
    '5-',
    '1,000',
  ])('%s thirty thousand times is a text', (one) => {
    expect(readIndicatorValue(one.repeat(30_000))).toEqual({ kind: 'text' });
  });
});
