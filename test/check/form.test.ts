import { describe, expect, it } from 'vitest';
import { type Field, fieldAt, findRole, toForm } from '../../src/check/form.js';
import { projectGoal } from '../support/forms.js';

function field(...path: readonly string[]): Field {
  const found = fieldAt(projectGoal.root, path);
  if (!found) throw new Error(`no field at ${path.join('/')}`);
  return found;
}

describe('the form of the package', () => {
  it('has the keys in the printed form’s order', () => {
    expect(projectGoal.root.properties.map(({ key }) => key).join(' ')).toBe(
      '表单 年度 项目编码 项目名称 申请单位 一级预算单位 实施期限 项目类型 是否新增项目 分配方式 项目总金额 本年度项目金额 政策依据 测算依据 年度目标 长期目标 绩效指标',
    );
  });

  it('has three first-level and ten second-level indicators, six of them starred', () => {
    const second = field('绩效指标').properties.flatMap(({ properties }) => properties);
    expect(second.map(({ starred, label }) => (starred ? `*${label}` : label)).join(' ')).toBe(
      '*数量指标 *质量指标 *时效指标 *成本指标 经济效益指标 *社会效益指标 生态效益指标 可持续影响指标 *服务对象满意度指标 其他满意度指标',
    );
    expect(new Set(second.map(({ shape, word, identity }) => `${shape} ${word} ${identity}`))).toEqual(
      new Set(['list 不适用 名称']),
    );
  });

  it.each([
    [
      '项目总金额',
      { label: '项目总金额（中期规划，元）', kind: 'amount', role: 'total-amount', shape: 'text', required: true },
    ],
    ['项目总金额', { print: { unit: '元', decimals: 2 } }],
    ['项目编码', { required: false, kind: 'code' }],
    ['是否新增项目', { choices: ['是', '否'], kind: 'choice' }],
    ['测算依据/0', { kind: 'basis-item', shape: 'mapping', orText: true, identity: ['事项'], key: '' }],
    ['测算依据/3/明细/1/金额', { kind: 'amount', role: 'item-amount', required: true, examples: ['12万'] }],
    ['测算依据/0/单价', { kind: 'unit-price', required: false }],
    ['政策依据', { shape: 'list', role: 'policy', word: null }],
    ['政策依据/0', { kind: 'policy', shape: 'text' }],
    ['绩效指标/产出指标/数量指标/0/名称', { label: '三级指标', role: 'indicator-name' }],
    [
      '绩效指标/产出指标/数量指标/0/指标值',
      { kind: 'indicator-value', description: expect.stringContaining('符号、数、单位') },
    ],
  ])('%s', (path, expected) => {
    expect(field(...path.split('/'))).toMatchObject(expected);
  });

  it('has no field where the form has none', () => {
    expect(fieldAt(projectGoal.root, ['别的'])).toBeNull();
    expect(fieldAt(projectGoal.root, ['项目名称', '0'])).toBeNull();
    expect(findRole(projectGoal, 'no-such-role')).toBeNull();
    expect(findRole(projectGoal, 'name')?.key).toBe('项目名称');
  });
});

describe('a schema with a fault', () => {
  it.each([
    [{ properties: { a: { $ref: '#/$defs/b' } } }, 'schema 引用了 #/$defs/b，但里面没有这一段'],
    [
      { properties: { a: { 'x-print': { unit: '美元' } } } },
      'schema 的 x-print 写的是单位“美元”、小数 2 位；单位只能是元、万元、亿元，小数位数是不小于 0 的整数',
    ],
    [
      { properties: { a: { 'x-print': { unit: '元', decimals: -1 } } } },
      'schema 的 x-print 写的是单位“元”、小数 -1 位；单位只能是元、万元、亿元，小数位数是不小于 0 的整数',
    ],
  ])('is told in one sentence (case %#)', (schema, sentence) => {
    expect(() => toForm('x', schema, '')).toThrow(sentence);
  });
});
