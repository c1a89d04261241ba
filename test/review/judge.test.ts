// What each change is worth to a reviewer: amounts with difference and share, indicators tightened or loosened.
import { describe, expect, test } from 'vitest';
import { gansu } from '../support/gansu.js';
import { judged, toLine } from './facts.js';

/** `loosened; note` of each change. */
function judgements(before: string, after: string): readonly string[] {
  return judged(before, after).map(({ direction, note }) => [direction ?? '-', note?.zh ?? ''].join('; '));
}

describe('amounts', () => {
  test.each([
    ['本年度项目金额: 2,425,500.00', '本年度项目金额: 254.55万', '-; 增加 120,000.00 元（+4.95%）', '120000.00'],
    ['项目总金额: 3', '项目总金额: 2', '-; 减少 1.00 元（-33.33%）', '-1.00'],
    ['项目总金额: 0', '项目总金额: 2', '-; 增加 2.00 元', '2.00'],
    ['项目总金额: 约3', '项目总金额: 2', '-; ', null],
  ])('%s → %s', (before, after, said, difference) => {
    expect(judgements(before, after)).toEqual([said]);
    const fen = judged(before, after)[0]?.difference ?? null;
    expect(fen === null ? null : `${Number(fen) / 100}`).toBe(difference === null ? null : `${Number(difference)}`);
  });

  test('of items, wherever they are written', () => {
    const basis = (item: string) => `测算依据:\n  - ${item}`;
    expect(judgements(basis('会议（3万）'), basis('会议（4万）'))).toEqual(['-; 增加 10,000.00 元（+33.33%）']);
    expect(judgements(basis('{ 事项: 会议, 金额: 3万 }'), basis('{ 事项: 会议, 金额: 30000元 }'))).toEqual(['-; ']);
    expect(judgements('测算依据: []', basis('{ 事项: 会议, 金额: 3万 }'))).toEqual(['-; 增加 30,000.00 元']);
    expect(judgements(basis('会议若干（详见附件）'), '测算依据: []')).toEqual(['-; ']);
  });

  test('in the unit that the form prints', () => {
    const [change] = judged('项目总投资: 20', '项目总投资: 21.5万元', gansu.form);
    expect(change?.note).toEqual({ zh: '增加 1.50 万元（+7.50%）', en: '1.50 万元 more (+7.50%)' });
  });
});

const group = (first: string, second: string, rows: string) => `绩效指标:\n  ${first}:\n    ${second}: ${rows}`;
const row = (value: string, name = '活动') => `[{ 名称: ${name}, 指标值: "${value}" }]`;

describe('indicator values', () => {
  test.each<[first: string, second: string, before: string, after: string, said: string]>([
    ['产出指标', '数量指标', row('≥9场次'), row('≥8场次'), 'loosened; '],
    ['产出指标', '成本指标', row('≤200元'), row('≤220元'), 'loosened; '],
    ['产出指标', '成本指标', row('200元'), row('180元'), 'tightened; '],
    ['产出指标', '数量指标', row('=300天'), row('=280天'), 'loosened; '],
    ['产出指标', '质量指标', row('=100%'), row('=95%'), '-; '],
    ['产出指标', '时效指标', row('2025年12月'), row('2025年10月'), 'tightened; '],
    ['产出指标', '数量指标', row('≥9场次'), row('≥9次'), '-; 单位变了，比不出松紧'],
    ['产出指标', '数量指标', row('≥9', '受益人数(人)'), row('≥8人', '受益人数(人)'), 'loosened; '],
    ['产出指标', '质量指标', row('≥90%'), row('显著提高'), '-; 原来是可以衡量的数，现在不是了'],
    ['满意度指标', '服务对象满意度指标', row('≥90%'), row('≤90%'), '-; “至少”与“至多”对调了，比不出松紧'],
  ])('%s › %s %s → %s', (first, second, before, after, said) => {
    expect(judgements(group(first, second, before), group(first, second, after))).toEqual([said]);
  });
});

describe('rows that come and go', () => {
  const two = '[{ 名称: 活动, 指标值: ≥9场 }, { 名称: 培训, 指标值: ≥2期 }]';

  test.each<[what: string, second: string, before: string, after: string, said: string]>([
    ['one more', '数量指标', row('≥9场'), two, 'tightened; 多了一个指标'],
    ['one less where a row is required', '数量指标', two, row('≥9场'), 'loosened; 带星号的指标少了一个'],
  ])('%s', (_, second, before, after, said) => {
    expect(judgements(group('产出指标', second, before), group('产出指标', second, after))).toEqual([said]);
  });

  test('不适用 and rows', () => {
    const benefit = (rows: string) => group('效益指标', '经济效益指标', rows);
    expect(judgements(benefit('不适用'), benefit(two))).toEqual(['tightened; 原来没有指标，现在有了']);
    expect(judgements(benefit(two), benefit('不适用'))).toEqual(['loosened; 原来有指标，现在没有了']);
    const required = (rows: string) => group('产出指标', '数量指标', rows);
    expect(judgements(required(two), required('不适用'))).toEqual(['loosened; 带星号的指标没有了，必须至少有一行']);
  });

  test('a rename is neither', () => {
    const named = (name: string) =>
      group('产出指标', '数量指标', `[{ 名称: ${name}, 指标值: ≥9场, 解释: 考察全年开展活动次数 }]`);
    expect(judged(named('开展活动数量'), named('开展活动次数')).map((one) => [toLine(one), one.direction])).toEqual([
      ['renamed 产出指标 › 数量指标“开展活动次数”: 开展活动数量 → 开展活动次数', null],
    ]);
  });
});
