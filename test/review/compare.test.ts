// What changed between two states of a declaration: facts, each once, and nothing where both print the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/review/compare.js';
import { parse, projectGoal, sampleText } from '../support/forms.js';
import { gansu } from '../support/gansu.js';
import { facts, mirrored, stateOf } from './facts.js';

describe('no change', () => {
  test.each<[what: string, before: string, after: string]>([
    ['quotes', '项目编码: "440313230031500605004"', '项目编码: 440313230031500605004'],
    ['comments and blank lines', '年度目标: 甲', '# 说明\n\n年度目标: 甲 # 再说\n'],
    ['the order of keys', '项目名称: 甲\n申请单位: 乙', '申请单位: 乙\n项目名称: 甲'],
    ['how an amount is written', '本年度项目金额: 2,425,500.00', '本年度项目金额: 242.55万'],
    ['how a text is written', '年度目标: |\n  甲\n  乙', '年度目标: "甲\\n乙"'],
    ['the year, where one side leaves it to the folder', '年度: 2025\n项目名称: 甲', '项目名称: 甲'],
    [
      'an item as a text and in parts',
      '测算依据:\n  - 暑期托管班（12万）：预计80人。',
      '测算依据:\n  - 事项: 暑期托管班\n    金额: 12万\n    说明: 预计80人。',
    ],
    ['an empty list and none', '政策依据: []', '项目名称: ""'],
    [
      'a list of indicators that holds none and one that is empty',
      '绩效指标:\n  产出指标:\n    数量指标: []',
      '绩效指标:\n  产出指标:\n    数量指标: ""',
    ],
  ])('%s', (_, before, after) => {
    expect(facts(before, after)).toEqual([]);
    expect(facts(after, before)).toEqual([]);
  });
});

describe('values', () => {
  test.each<[what: string, before: string, after: string, told: readonly string[]]>([
    [
      'an amount prints as the form prints it',
      '本年度项目金额: 242.55万',
      '本年度项目金额: 2545500',
      ['changed 本年度项目金额: 2,425,500.00 → 2,545,500.00'],
    ],
    [
      'another spelling that prints differently is told',
      '绩效指标:\n  产出指标:\n    质量指标:\n      - 名称: 合格率\n        指标值: ≥90%',
      '绩效指标:\n  产出指标:\n    质量指标:\n      - 名称: 合格率\n        指标值: ≥90.00(%)',
      ['changed 产出指标 › 质量指标“合格率” › 指标值: ≥90% → ≥90.00(%)'],
    ],
    ['a key that came', '年度目标: 甲', '年度目标: 甲\n长期目标: 乙', ['added 长期目标: 乙']],
    ['a key that went', '年度目标: 甲\n长期目标: 乙', '年度目标: 甲', ['removed 长期目标: 乙']],
    ['a year that both write', '年度: 2024', '年度: 2025', ['changed 年度: 2024 → 2025']],
    ['a key that the form does not know', '别的: 甲', '别的: 乙', ['changed 别的: 甲 → 乙']],
    [
      'a value of the wrong shape, as a text',
      '年度目标: [甲, 乙]',
      '年度目标: 甲',
      ['changed 年度目标: ["甲","乙"] → 甲'],
    ],
  ])('%s', (_, before, after, told) => {
    expect(facts(before, after)).toEqual(told);
  });
});

const basis = (...items: readonly string[]) => `测算依据:\n${items.map((item) => `  - ${item}`).join('\n')}`;
const part = (subject: string, amount: string, note?: string) =>
  `{ 事项: ${subject}, 金额: ${amount}${note === undefined ? '' : `, 说明: ${note}`} }`;

describe('items of a list', () => {
  const [a, b, c, d] = [
    part('书籍采购', '1万'),
    part('会议服务', '3万'),
    part('报刊订阅', '2万'),
    part('技能竞赛', '10万'),
  ];

  test.each<[what: string, before: readonly string[], after: readonly string[], told: readonly string[]]>([
    ['one in the middle is one change', [a, c], [a, b, c], ['added 测算依据第 2 项“会议服务”: 会议服务（3万）']],
    ['one that went is one change', [a, b, c], [a, c], ['removed 测算依据第 2 项“会议服务”: 会议服务（3万）']],
    ['one moved far is one move', [a, b, c, d], [d, a, b, c], ['moved 测算依据第 1 项“技能竞赛”: 4 → 1']],
    ['two that changed places are one move', [a, b], [b, a], ['moved 测算依据第 1 项“会议服务”: 2 → 1']],
    [
      'a part of one is told with the item that it is of',
      [a, part('会议服务', '3万', '一次')],
      [a, part('会议服务', '4万', '一次')],
      ['changed 测算依据第 2 项“会议服务” › 金额: 3万 → 4万'],
    ],
    [
      'moved and changed are two things',
      [a, b, c],
      [part('报刊订阅', '5万'), a, b],
      ['moved 测算依据第 1 项“报刊订阅”: 3 → 1', 'changed 测算依据第 1 项“报刊订阅” › 金额: 2万 → 5万'],
    ],
    [
      'another name for what is much alike is a rename',
      [part('会议筹备保障服务', '3万', '含场地和音响')],
      [part('会议筹备服务', '3万', '含场地和音响')],
      ['renamed 测算依据第 1 项“会议筹备服务”: 会议筹备保障服务 → 会议筹备服务'],
    ],
    [
      'another name for what is not alike is another item',
      [part('会议筹备保障服务', '3万')],
      [part('职工疗休养', '9万', '约50人')],
      [
        'removed 测算依据第 1 项“会议筹备保障服务”: 会议筹备保障服务（3万）',
        'added 测算依据第 1 项“职工疗休养”: 职工疗休养（9万）：约50人',
      ],
    ],
    [
      'a text that was taken apart and changed is told as what it prints',
      ['会议服务（3万）'],
      [part('会议服务', '4万')],
      ['changed 测算依据第 1 项“会议服务”: 会议服务（3万） → 会议服务（4万）'],
    ],
    [
      'items of one name keep their order',
      [part('慰问', '1万'), part('慰问', '2万')],
      [part('慰问', '1万'), part('慰问', '3万')],
      ['changed 测算依据第 2 项“慰问” › 金额: 2万 → 3万'],
    ],
    [
      'items within an item',
      ['{ 事项: 节庆, 金额: 3万, 明细: [{ 事项: 春节, 金额: 1万 }, { 事项: 中秋, 金额: 2万 }] }'],
      ['{ 事项: 节庆, 金额: 3万, 明细: [{ 事项: 中秋, 金额: 2万 }, { 事项: 端午, 金额: 1万 }] }'],
      [
        'removed 测算依据第 1 项“节庆” › 明细第 1 项“春节”: 春节（1万）',
        'added 测算依据第 1 项“节庆” › 明细第 2 项“端午”: 端午（1万）',
      ],
    ],
    [
      'an amount of an item prints as it was written',
      [part('会议服务', '3万')],
      [part('会议服务', '30000')],
      ['changed 测算依据第 1 项“会议服务” › 金额: 3万 → 30000'],
    ],
  ])('%s', (_, before, after, told) => {
    expect(facts(basis(...before), basis(...after))).toEqual(told);
  });
});

describe('policies', () => {
  const policies = (...items: readonly string[]) => `政策依据:\n${items.map((item) => `  - ${item}`).join('\n')}`;

  test.each<[what: string, before: readonly string[], after: readonly string[], told: readonly string[]]>([
    [
      'are known by their number',
      ['甲〔2024〕1号《关于工作要点的通知》'],
      ['甲〔2024〕1号 关于印发年度工作安排的函'],
      ['changed 政策依据第 1 项: 甲〔2024〕1号《关于工作要点的通知》 → 甲〔2024〕1号 关于印发年度工作安排的函'],
    ],
    [
      'however the number is written',
      ['甲[2024]01号《关于工作要点的通知》', '乙《办法》'],
      ['乙《办法》', '甲〔2024〕1号《关于工作要点的通知》'],
      [
        'moved 政策依据第 2 项: 1 → 2',
        'changed 政策依据第 2 项: 甲[2024]01号《关于工作要点的通知》 → 甲〔2024〕1号《关于工作要点的通知》',
      ],
    ],
    ['else by their title', ['《暂行办法》'], ['暂行办法'], ['changed 政策依据第 1 项: 《暂行办法》 → 暂行办法']],
    [
      'with a new number and nearly the same title they are renamed',
      ['甲〔2024〕1号《关于2024年工作要点的通知》'],
      ['甲〔2025〕3号《关于2025年工作要点的通知》'],
      [
        'renamed 政策依据第 1 项: 甲〔2024〕1号《关于2024年工作要点的通知》 → 甲〔2025〕3号《关于2025年工作要点的通知》',
      ],
    ],
  ])('%s', (_, before, after, told) => {
    expect(facts(policies(...before), policies(...after))).toEqual(told);
  });
});

describe('indicators', () => {
  const rows = (...each: readonly string[]) =>
    `绩效指标:\n  效益指标:\n    经济效益指标:${each.length === 1 && !each[0]?.startsWith('{') ? ` ${each[0]}` : each.map((one) => `\n      - ${one}`).join('')}`;
  const row = (name: string, value: string, about = '考察') => `{ 名称: ${name}, 指标值: ${value}, 解释: ${about} }`;

  test.each<[what: string, before: string, after: string, told: readonly string[]]>([
    [
      'that were not there are told as what the group says now',
      rows('不适用'),
      rows(row('带动消费', '≥100万元'), row('新增就业', '≥5人')),
      ['changed 效益指标 › 经济效益指标: 不适用 → 带动消费　≥100万元　考察⏎新增就业　≥5人　考察'],
    ],
    [
      'are known by their name within their group',
      rows(row('带动消费', '≥100万元'), row('新增就业', '≥5人')),
      rows(row('新增就业', '≥6人'), row('带动消费', '≥100万元')),
      [
        'moved 效益指标 › 经济效益指标“新增就业”: 2 → 1',
        'changed 效益指标 › 经济效益指标“新增就业” › 指标值: ≥5人 → ≥6人',
      ],
    ],
    [
      'are renamed where all but the name is as it was',
      rows(row('开展活动数量', '≥9场次', '考察全年开展活动次数')),
      rows(row('举办活动场次', '≥9场次', '考察全年开展活动次数')),
      ['renamed 效益指标 › 经济效益指标“举办活动场次”: 开展活动数量 → 举办活动场次'],
    ],
    [
      'that say little more than 90% are not the same',
      rows('{ 名称: 活动及时性, 指标值: ≥90% }'),
      rows('{ 名称: 资金到位率, 指标值: ≥90% }'),
      [
        'removed 效益指标 › 经济效益指标“活动及时性”: 活动及时性　≥90%',
        'added 效益指标 › 经济效益指标“资金到位率”: 资金到位率　≥90%',
      ],
    ],
  ])('%s', (_, before, after, told) => {
    expect(facts(before, after)).toEqual(told);
  });
});

test('forms that differ are compared by the keys that they share', () => {
  const before = stateOf('表单: 甲表\n政策依据:\n  - 《办法》\n项目名称: 甲');
  const after = { ...stateOf('表单: 乙表\n政策依据: 《条例》\n二级项目名称: 甲'), form: gansu.form };
  const kinds = compare(before, after).changes.map(({ kind, pointer }) => `${kind} ${pointer}`);
  expect(kinds).toEqual(
    expect.arrayContaining(['changed /表单', 'removed /项目名称', 'added /二级项目名称', 'changed /政策依据']),
  );
});

describe('laws', () => {
  const word = fc.constantFrom('春节活动', '会议服务', '会议筹备服务', '书籍采购', '技能竞赛', '慰问');
  const amount = fc.constantFrom('1万', '10000', '2万', '4.75万');
  const note = fc.option(fc.constantFrom('约50人', '含场地', '600元/人'), { nil: undefined });
  const item = fc.oneof(
    fc.tuple(word, amount).map(([name, cost]) => `${name}（${cost}）`),
    fc.tuple(word, amount, note).map(([name, cost, said]) => ({
      事项: name,
      金额: cost,
      ...(said !== undefined && { 说明: said }),
    })),
  );
  const row = fc.record({ 名称: word, 指标值: fc.constantFrom('≥9场', '≥90%', '≤200元', '长期') });
  const group = fc.oneof(fc.constant('不适用'), fc.array(row, { maxLength: 5 }));
  const declaration = fc.record({
    本年度项目金额: fc.constantFrom('1万', '10,000.00', '20000'),
    政策依据: fc.array(
      fc.constantFrom('甲〔2024〕1号 办法', '甲〔2024〕1号《办法》', '《办法》', '乙〔2023〕2号 通知'),
      {
        maxLength: 5,
      },
    ),
    测算依据: fc.array(item, { maxLength: 7 }),
    年度目标: fc.constantFrom('', '甲', '乙'),
    绩效指标: fc.record({ 产出指标: fc.record({ 数量指标: group, 质量指标: group }) }),
  });
  // JSON is YAML.
  const state = declaration.map((value) => JSON.stringify(value));
  const between = (one: string, other: string) => compare(stateOf(one), stateOf(other));

  test('a state against itself is nothing', () => {
    fc.assert(fc.property(state, (one) => void expect(between(one, one).changes).toEqual([])));
    const sample = { declaration: parse(sampleText).value as never, form: projectGoal };
    expect(compare(sample, sample).changes).toEqual([]);
  });

  test('read backwards it says the opposite', () => {
    const sorted = (changes: readonly object[]) => changes.map((change) => JSON.stringify(change)).sort();
    fc.assert(
      fc.property(state, state, (one, other) => {
        const forwards = between(one, other).changes.map(({ label: _, ...change }) => change);
        const backwards = between(other, one).changes.map(mirrored);
        expect(sorted(backwards.map((change) => pick(change)))).toEqual(sorted(forwards.map((change) => pick(change))));
      }),
      { numRuns: 500 },
    );
  });

  test('each item is on both sides or told to have come or gone', () => {
    fc.assert(
      fc.property(state, state, (one, other) => {
        const { changes, items } = between(one, other);
        const counted = (kind: string) =>
          changes.filter((change) => change.kind === kind && /^\/测算依据\/\d+$/.test(change.pointer)).length;
        const [was, is] = [one, other].map(
          (text) => (JSON.parse(text) as { 测算依据: readonly unknown[] }).测算依据.length,
        );
        const paired = [...items.keys()].filter((pointer) => /^\/测算依据\/\d+$/.test(pointer)).length;
        expect([paired + counted('removed'), paired + counted('added')]).toEqual([was, is]);
      }),
    );
  });
});

function pick({ kind, pointer, pointerBefore, before, after }: ReturnType<typeof mirrored>) {
  return { kind, pointer, pointerBefore, before, after };
}
