// Another authority's form, made of schema/ and templates/ alone: what its schema says, and what is found in its declarations.
import { describe, expect, it } from 'vitest';
import { type Field, fieldAt } from '../../src/check/form.js';
import { checkGansu, gansu, gansuText, gansuWith } from '../support/gansu.js';

const { root } = gansu.form;

/** Every field with its path, from the top. */
function fieldsOf(field: Field, path: string): readonly (readonly [path: string, field: Field])[] {
  const children = [...field.properties, ...(field.items ? [{ ...field.items, key: '0' }] : [])];
  return [[path, field], ...children.flatMap((child) => fieldsOf(child, `${path}/${child.key}`))];
}
const all = fieldsOf(root, '');

describe('the form of Gansu 2023', () => {
  it('has the keys in the printed form’s order', () => {
    expect(root.properties.map(({ key, required }) => (required ? key : `${key}?`)).join(' ')).toBe(
      '表单 年度? 一级项目名称 二级项目名称 项目类型 项目分类 资金用途 主管部门 项目开始日期 项目完成日期 ' +
        '项目总投资 中央补助安排 省级财政安排 其他资金 预算申报数 资金性质 基本情况 立项必要性 保证措施 实施计划? ' +
        '组织实施单位 监督管理单位 项目实施单位 政策依据 其他依据? 需要说明的其他问题? 年度绩效目标 绩效指标',
    );
  });

  it('has four first-level and ten second-level indicators, none of them known to be starred', () => {
    const second = fieldAt(root, ['绩效指标'])?.properties.map(
      ({ key, properties }) => `${key}：${properties.map((property) => property.label).join(' ')}`,
    );
    expect(second).toEqual([
      '产出指标：数量指标 质量指标 时效指标',
      '成本指标：经济成本指标 社会成本指标 生态环境成本指标',
      '效益指标：经济效益指标 社会效益指标 生态效益指标',
      '满意度指标：服务对象满意度',
    ]);
    expect(all.filter(([, { starred }]) => starred)).toEqual([]);
  });

  it('tells the rules what its fields mean, and has none of the roles that its fields do not have', () => {
    const roles = all.flatMap(([path, { role }]) => (role === null || path.includes('/0/') ? [] : [`${role} ${path}`]));
    expect(roles).toEqual([
      'form /表单',
      'year /年度',
      'parent-name /一级项目名称',
      'name /二级项目名称',
      'category /项目分类',
      'budget-unit /主管部门',
      'start-date /项目开始日期',
      'end-date /项目完成日期',
      'total-amount /项目总投资',
      'funding /中央补助安排',
      'funding /省级财政安排',
      'funding /其他资金',
      'year-amount /预算申报数',
      'unit /项目实施单位',
      'policy /政策依据',
      'goal /年度绩效目标',
      'indicators /绩效指标',
      'quantity-indicators /绩效指标/产出指标/数量指标',
      'quality-indicators /绩效指标/产出指标/质量指标',
      'timeliness-indicators /绩效指标/产出指标/时效指标',
      'cost-indicators /绩效指标/成本指标',
      'satisfaction-indicators /绩效指标/满意度指标',
    ]);
  });

  it.each([
    ['项目总投资', { label: '项目总投资（万元）', kind: 'amount', print: { unit: '万元', decimals: 2 } }],
    ['项目开始日期', { kind: 'date', role: 'start-date', examples: ['2023-01-01'] }],
    ['立项必要性', { label: '项目立项必要性' }],
    ['保证措施', { label: '保证项目实施的制度措施' }],
    ['实施计划', { label: '项目实施计划' }],
    ['政策依据/0', { kind: 'policy', shape: 'text' }],
    ['绩效指标/成本指标/社会成本指标', { shape: 'list', word: '不适用', identity: ['名称'] }],
    ['绩效指标/成本指标/社会成本指标/0', { kind: 'indicator' }],
    ['绩效指标/成本指标/社会成本指标/0/名称', { label: '三级指标', role: 'indicator-name' }],
    [
      '绩效指标/成本指标/社会成本指标/0/指标值',
      { label: '指标目标值', kind: 'indicator-value', role: 'indicator-value' },
    ],
  ])('%s', (path, expected) => {
    expect(fieldAt(root, path.split('/'))).toMatchObject(expected);
  });

  it('explains every key to whoever writes it', () => {
    const silent = all.filter(([path, { key, description }]) => path !== '' && key !== '0' && description === null);
    expect(silent).toEqual([]);
  });
});

describe('its declarations', () => {
  it.each([
    ['the sample', gansuText],
    ['without a year: the folder tells it', gansuWith('年度: 2023\n', '')],
    ['with the fields that the sample leaves out', `${gansuText}实施计划: 甲\n其他依据: 乙\n需要说明的其他问题: 丙\n`],
    [
      'an indicator that does not apply',
      gansuWith('\n      - 名称: 提升博物馆绿化水平\n        指标值: 提升', ' 不适用'),
    ],
    ['a draft without policies', gansuWith('\n  - 甘财科[2022]78号', ' []')],
    ['the last day of February in a leap year', gansuWith('2023-12-31', '2024-02-29')],
  ])('are accepted: %s', (_, text) => {
    expect(checkGansu(text)).toEqual([]);
  });

  it.each([
    [
      'a label as it is printed instead of its key',
      ['立项必要性:', '项目立项必要性:'],
      '/项目立项必要性 申报表最外层没有“项目立项必要性”这一栏。是不是“立项必要性”。',
    ],
    [
      'a label as it is printed, in a row',
      ['指标值: =300天', '指标目标值: =300天'],
      '/绩效指标/产出指标/数量指标/0/指标目标值 “绩效指标 › 产出指标 › 数量指标 › 第 1 条”没有“指标目标值”这一栏。是不是“指标值”。',
    ],
    [
      'a key of the other form',
      ['年度绩效目标:', '年度目标:'],
      '/年度目标 申报表最外层没有“年度目标”这一栏。是不是“年度绩效目标”。',
    ],
    [
      'an explanation, for which this form has no column',
      ['指标值: =300天', '指标值: =300天\n        解释: 全年开放'],
      '/绩效指标/产出指标/数量指标/0/解释 “绩效指标 › 产出指标 › 数量指标 › 第 1 条”没有“解释”这一栏。这里的栏目都已经写了，这一行要删去。',
    ],
    [
      'a field left out',
      ['资金性质: 一般公共预算\n', ''],
      ' 申报表缺少“资金性质”。补上，例如写一行“资金性质: 一般公共预算”。',
    ],
    [
      'a date in words',
      ['2023-12-31', '2023年12月31日'],
      '/项目完成日期 “项目完成日期”写的是“2023年12月31日”，要写日历上有的日子，年四位，月和日各两位，中间用短横。例如写成“项目完成日期: 2023-12-31”。',
    ],
    [
      'a day that no month has',
      ['2023-12-31', '2023-06-31'],
      '/项目完成日期 “项目完成日期”写的是“2023-06-31”，要写日历上有的日子，年四位，月和日各两位，中间用短横。例如写成“项目完成日期: 2023-12-31”。',
    ],
    [
      'an estimate instead of an amount',
      ['预算申报数: 20万元', '预算申报数: 约20万元'],
      '/预算申报数 “预算申报数”：金额“约20万元”里有“约”，不是一个确定的数。金额要写一个确定的数；估算的理由写在说明文字里。',
    ],
    [
      'more decimals of a 万元 than a 分 has',
      ['预算申报数: 20万元', '预算申报数: 20.1234567'],
      '/预算申报数 “预算申报数”：金额“20.1234567”有不足一分的尾数。金额精确到分，折合成元最多两位小数。',
    ],
    [
      'a text instead of a list',
      ['政策依据:\n  - 甘', '政策依据: 甘'],
      '/政策依据 “政策依据”要写成列表，这里写的是文字“甘财科[2022]78号”。每条另起一行，前面写“- ”，例如“- 甘财科〔2022〕78号”。',
    ],
  ] as const)('are refused: %s', (_, [passage, replacement], expected) => {
    const found = checkGansu(gansuWith(passage, replacement));
    expect(found.map(({ pointer, message, advice }) => `${pointer} ${message.zh}。${advice?.zh}。`)).toEqual([
      expected,
    ]);
  });
});
