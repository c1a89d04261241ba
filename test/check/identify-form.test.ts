import { describe, expect, it } from 'vitest';
import { identifyForm } from '../../src/check/check.js';
import { type FormName, formName, toForm } from '../../src/check/form.js';
import { parse, projectGoal } from '../support/forms.js';

const forms: readonly FormName[] = [
  { key: '表单', title: '二级项目支出绩效目标申报表' },
  { key: 'Form', title: 'Grant Application' },
];

/** The title, or the one finding as a person reads it. */
function identified(text: string): string {
  const { value, findings } = identifyForm(parse(text), forms);
  if (value !== null) {
    expect(findings).toEqual([]);
    return value;
  }
  expect(findings).toHaveLength(1);
  return findings
    .map(({ rule, place, message, advice, cure }) =>
      [`${place?.line}:${place?.column} ${rule}`, message.zh, advice?.zh, cure?.text ?? 'no cure'].join(' | '),
    )
    .join('\n');
}

describe('identifyForm', () => {
  it.each([
    ['表单: 二级项目支出绩效目标申报表', '二级项目支出绩效目标申报表'],
    ['别的: 1\nForm: Grant Application', 'Grant Application'],
    [
      '项目名称: 甲',
      '1:1 schema/required | 没有写“表单”、“Form”，不知道这是哪一种表 | 在文件最前面写一行“表单: 二级项目支出绩效目标申报表”或“Form: Grant Application” | no cure',
    ],
    [
      '# 一行注释\n表单: 二级项目绩效目标申报表',
      '2:5 schema/const | “表单”写的是文字“二级项目绩效目标申报表”，没有叫这个名称的表 | 是不是“二级项目支出绩效目标申报表” | no cure',
    ],
    [
      '表单: 二级项目支出 绩效目标申报表',
      '1:5 schema/const | “表单”写的是文字“二级项目支出 绩效目标申报表”，没有叫这个名称的表 | 是不是“二级项目支出绩效目标申报表” | 二级项目支出绩效目标申报表',
    ],
    [
      '表单: 请假条',
      '1:5 schema/const | “表单”写的是文字“请假条”，没有叫这个名称的表 | 现有的表：“二级项目支出绩效目标申报表”、“Grant Application” | no cure',
    ],
    [
      '表单:',
      '1:1 schema/const | “表单”没有写内容 | 现有的表：“二级项目支出绩效目标申报表”、“Grant Application” | no cure',
    ],
    [
      '表单:\n  - 二级项目支出绩效目标申报表',
      '2:3 schema/const | “表单”写的是列表（1 条），没有叫这个名称的表 | 现有的表：“二级项目支出绩效目标申报表”、“Grant Application” | no cure',
    ],
  ])('%j', (text, expected) => {
    expect(identified(text)).toBe(expected);
  });

  it('says of what is no mapping what to begin with', () => {
    const { findings } = identifyForm({ ...parse('{}'), value: '二级项目' }, forms);
    expect(findings.map(({ rule, message }) => [rule, message.zh])).toEqual([
      ['schema/type', '文件要由“栏目: 内容”一行一行写成，这里写的是文字“二级项目”'],
    ]);
  });
});

describe('formName', () => {
  it('takes key and title from the schema', () => {
    expect(formName(projectGoal)).toEqual(forms[0]);
  });

  it('is null where no key has the role', () => {
    expect(formName(toForm('x', { title: 'x', properties: { a: { 'x-role': 'name' } } }, ''))).toBeNull();
  });
});
