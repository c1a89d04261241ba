import { describe, expect, test } from 'vitest';
import { quantitativeValueIsComplete } from '../../../src/check/rules/quantitative-value-is-complete.js';
import { sampleText } from '../../support/forms.js';
import { indicator } from './indicators.js';
import { messages, said } from './support.js';

const found = (value: string, name = '开展活动数量') =>
  said(quantitativeValueIsComplete, indicator('quantity', name, value)).map(
    ({ level, at, message, cured }) => `${level} [${at}] ${message}${cured === null ? '' : ` -> ${cured}`}`,
  );

test('a number without a sign', () => {
  expect(said(quantitativeValueIsComplete, indicator('quantity', '改造管网长度', '985米'))).toEqual([
    {
      level: 'error',
      pointer: '/绩效指标/产出指标/数量指标/0/指标值',
      at: '985米',
      related: [],
      message: '“985米”没有符号',
      advice: '至少要这么多写“≥985米”，至多写“≤985米”，正好写“=985米”',
      cured: null,
    },
  ]);
});

describe('complete', () => {
  test.each([
    [
      'a sign, a number and a unit',
      ['≥9场次', '≤200元', '=100%', '=100百分比', '≥90.00(%)', '≥９０％', '≤2.5万元/人', '≥95分'],
    ],
    ['a sign in words', ['不低于90%', '不少于9次', '90%以上', '24小时内', '达到90%', '控制在200元', '100%完成']],
    ['ranges and tolerances', ['5-6门', '80%-90%', '±3%以内']],
    ['dates', ['12月底前', '2025年12月31日前', '2023.07-2024.01', '2025年6月-12月', '3个工作日内', '2025', '1-12月']],
    ['ratios', ['1:3']],
    [
      'words',
      ['长期', '很满意', '优良', '全覆盖', '零事故', '4A级', '5G全覆盖', '三级', '不适用', '3项制度出台并印发执行'],
    ],
    ['what other rules are about', ['≥*', '≥XX人']],
  ])('%s', (_, values) => expect(values.flatMap((value) => found(value))).toEqual([]));

  test.each([
    ['受益人数(人)', '≥300'],
    ['设备验收合格率（%）', '≥98'],
    ['空气质量综合指数', '≤4.5'],
    ['出厂水pH值', '≥6.5'],
  ])('a unit in the name %s, or none needed', (name, value) => expect(found(value, name)).toEqual([]));
});

describe('incomplete', () => {
  test.each([
    ['100', 'error [100] “100”没有符号，也没有单位'],
    ['≥300', 'error [300] “300”没有单位，指标的名称里也没有'],
    ['0起', 'error [0起] “0起”没有符号'],
    ['1次/季度', 'error [1次/季度] “1次/季度”没有符号'],
    ['3万~5万', 'error [3万~5万] “3万~5万”没有单位，指标的名称里也没有'],
    ['万元', 'error [万元] “万元”只有单位，没有数'],
    ['≥', 'error [≥] “≥”只有符号，没有数'],
    // Words around the number may say enough.
    ['一年2次', 'warning [2次] “2次”没有符号'],
    ['约100人', 'warning [100人] “100人”没有符号'],
    ['百分之百', 'warning [百分之百] “百分之百”没有符号'],
  ])('%s', (value, expected) => expect(found(value)).toEqual([expected]));

  test('advice says where the unit goes', () => {
    const [finding] = said(quantitativeValueIsComplete, indicator('quantity', '参训人数', '300以上'));
    expect(finding?.advice).toBe('在数的后面写上单位，例如“300个以上”，或者写进名称，例如“受益人数（人）”');
  });

  test('advice knows what is a share, and that there is less than nothing of nothing', () => {
    const advised = (name: string, value: string) =>
      said(quantitativeValueIsComplete, indicator('quantity', name, value)).map(({ advice }) => advice);
    expect(advised('认定准确率', '98')).toEqual(['至少要这么多写“≥98%”，至多写“≤98%”，正好写“=98%”']);
    expect(advised('重大舆情事件', '0起')).toEqual(['写成“=0起”']);
  });

  test('a name whose brackets hold no unit', () => {
    expect(found('≥300', '参训人数（2025年）')).toEqual(['error [300] “300”没有单位，指标的名称里也没有']);
  });
});

describe('written otherwise than on the form', () => {
  test.each([
    ['>=17600株', '[>=] “>=17600株”应写成“≥17600株” -> ≥17600株'],
    ['=>5个', '[=>] “=>5个”应写成“≥5个” -> ≥5个'],
    ['＞=5个', '[＞=] “＞=5个”应写成“≥5个” -> ≥5个'],
    ['<=5个', '[<=] “<=5个”应写成“≤5个” -> ≤5个'],
    ['≦5个', '[≦] “≦5个”应写成“≤5个” -> ≤5个'],
    ['═100%', '[═] “═100%”应写成“=100%” -> =100%'],
    ['≧735 人次', '[≧735 ] “≧735 人次”应写成“≥735人次” -> ≥735人次'],
    ['≥ 90 %', '[ 90 ] “≥ 90 %”应写成“≥90%” -> ≥90%'],
    ['≧百分之九十', '[≧] “≧百分之九十”应写成“≥百分之九十” -> ≥百分之九十'],
    ['每年>=2次', '[>=] “>=2次”应写成“≥2次” -> 每年≥2次'],
  ])('%s', (value, expected) => expect(found(value)).toEqual([`hint ${expected}`]));

  test('once mended nothing is left to mend', () => {
    const values = ['>= 17600 株', '═100%', '＜＝ ５ 个'];
    const mended = values.flatMap((value) =>
      said(quantitativeValueIsComplete, indicator('quantity', '甲', value)).map(({ cured }) => cured ?? ''),
    );
    expect(mended).toEqual(['≥17600株', '=100%', '≤５个']);
    expect(mended.flatMap((value) => found(value))).toEqual([]);
  });

  test('a full-width sign stays: a half-width > may not begin a value in YAML', () =>
    expect(found('＞5个')).toEqual([]));
  test('a space before a Latin unit stays', () => expect(found('≥5 km')).toEqual([]));

  test('a unit is missing as well', () => {
    expect(found('═100')).toEqual([
      'error [100] “100”没有单位，指标的名称里也没有',
      'hint [═] “═100”应写成“=100” -> =100',
    ]);
  });
});

test('words for what has no unit are settings', () => {
  const yaml = indicator('quantity', '绿视率比值', '≥0.3');
  expect(messages(quantitativeValueIsComplete, yaml, { settings: 'without-unit: [比值]' })).toEqual([]);
});

test('the sample is complete', () => expect(messages(quantitativeValueIsComplete, sampleText)).toEqual([]));
