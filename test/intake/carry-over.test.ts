// Last year's declaration carried over: what changes, what stays to the byte, and what is marked.
import { describe, expect, test } from 'vitest';
import { isMapping } from '../../src/check/declaration.js';
import type { Field } from '../../src/check/form.js';
import { carryOver } from '../../src/intake/carry-over.js';
import type { Value } from '../../src/read/parsed.js';
import { read } from '../../src/read/read.js';
import { cases } from '../parity/declarations.js';
import { checkText, parse, projectGoal, sampleText, sampleWith } from '../support/forms.js';

const places = [
  { year: 2025, schema: '../../schema/project-goal/form.schema.json' },
  { year: 2026, schema: '../../../schema/project-goal/form.schema.json' },
] as const;

const carry = (text: string, name: string | null = null) => carryOver(parse(text), projectGoal, ...places, name);

/** The lines that differ, as a diff shows them. */
function changes(before: string, after: string): string {
  const rest = before.split('\n');
  return after
    .split('\n')
    .filter((line) => {
      const same = rest[0] === line;
      const kept = same || /^ *# 请核对|^# 由/.test(line) ? same : rest.length > 0;
      if (kept) rest.shift();
      return !same;
    })
    .join('\n');
}

/** The sample's lines from one passage to another, carried over. */
function part(text: string, from: string, to: string): string {
  const after = carry(text).text;
  return after.slice(after.indexOf(from), after.indexOf(to));
}

describe('the sample, carried over', () => {
  test('has its amounts emptied, its code out of the way, its years moved on, and says where to look', () => {
    const { text, ...counts } = carry(sampleText);
    expect(changes(sampleText, text)).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../../schema/project-goal/form.schema.json
      # 由 2025 年度的申报表复制：金额已清空，上年的数写在“# 上年”后面；标着“# 请核对”的地方，核对一处删去一行。
      年度: 2026
      # 请核对：上年的“项目编码”已改成注释，今年的有了再写。
      # 项目编码: "440313230031500605004"
      项目总金额: # 上年 14,531,000.00
      本年度项目金额: # 上年 2,425,500.00
          金额: # 上年 45万
          # 请核对：文字里的金额没有改。
        # 请核对：年份已由 2024 改为 2025；文字里的金额没有改。
        - 2025年职工星光巡演10%尾款：4.75万
          金额: # 上年 53万
          # 请核对：文字里的金额没有改。
          金额: # 上年 10万
          金额: # 上年 0.3万
          金额: # 上年 18万
          # 请核对：文字里的金额没有改。
          金额: # 上年 5.6万
          # 请核对：年份已由 2024 改为 2025、2025 改为 2026；文字里的金额没有改。
          说明: 预计支付2025年瑜伽课程6000元，采购2026年5-6门常规性课程5万元。
          金额: # 上年 1万
        # 请核对：年份已由 2025 改为 2026；文字里的金额没有改。
        - 2026年职工乡村疗休养活动（9万）；预计600元/人，覆盖约50人。
          金额: # 上年 12万
          # 请核对：文字里的金额没有改。
          金额: # 上年 4万
          # 请核对：文字里的金额没有改。
          金额: # 上年 10.5万
          # 请核对：文字里的金额没有改。
          金额: # 上年 27.3万
          # 请核对：年份已由 2025 改为 2026、2026 改为 2027；文字里的金额没有改。
          说明: 2026年安保服务采购项目70%尾款（14万）；2027年安保服务采购项目30%预付款（6万）：景观绿植采购项目（1万）；办公用品采购（1万）；空调保养、清洗（1万）；设备设施维护、增加或更换（1.3万）;全年桶装水及瓶装水（3万）
          金额: # 上年 5万
          金额: # 上年 3万
        # 请核对：年份已由 2025 改为 2026；文字里的金额没有改。
        - 2026年财务软件续签(1.6万）
          金额: # 上年 1.5万
          金额: # 上年 1万
          金额: # 上年 2万
          # 请核对：年份已由 2025 改为 2026、2026 改为 2027。
          说明: 订阅2026年和2027年工会报刊
          金额: # 上年 18万元
          金额: # 上年 10万
          # 请核对：文字里的金额没有改。"
    `);
    expect(counts).toEqual({ emptied: 20, moved: 9, marked: 14 });
    expect(text.match(/# 请核对/g)).toHaveLength(14 + 1);
    expect(text.match(/# 上年 /g)).toHaveLength(20);
  });

  test('reads without a remark, and lacks nothing but its amounts', () => {
    const { text } = carry(sampleText);
    expect(read({ path: 'a.yaml', text }).findings).toEqual([]);
    const said = checkText(text).map(({ message }) => message.zh);
    expect(said).toHaveLength(20);
    expect(said.filter((one) => !one.endsWith('没有写金额'))).toEqual([]);
  });

  test('can be carried over again once it is written', () => {
    const written = carry(sampleText).text.replace(/: # 上年 (\S+)$/gm, ': $1');
    const again = carryOver(
      parse(written),
      projectGoal,
      { ...places[0], year: 2026 },
      { ...places[1], year: 2027 },
      null,
    );
    expect(again).toMatchObject({ emptied: 20, moved: 9 });
    expect(again.text).toContain('订阅2027年和2028年工会报刊');
  });
});

describe('what stays', () => {
  /** What was put in is taken out again: all other bytes are the source's. */
  const withoutMarks = (text: string) =>
    text
      .replace(/^ *# (?:请核对|由 ).*\r?\n/gm, '')
      .replace(/# 上年 (\S+)/g, '$1')
      .replace(/^# (?=项目编码)/m, '');
  const thisYear = (text: string) =>
    text.replace(/(?<=年度: '?)2025/, '2026').replace('$schema=../../', '$schema=../../../');

  test.each([
    ['as it is', sampleText],
    ['with CRLF', sampleText.replaceAll('\n', '\r\n')],
    ['with comments and blank lines', sampleText.replace(/$/gm, '   # 一句话').replaceAll('\n\n', '\n# 另一句\n\n\n')],
    ['with quotes', sampleText.replace(/^( *(?:- )?[^\s#][^:]*): (?=\p{sc=Han}|≥|2025$)(.+)$/gmu, "$1: '$2'")],
    ['without a last line break', sampleText.trimEnd()],
  ])('every byte of the sample %s', (_, source) => {
    const { text, moved } = carry(source);
    const years = (one: string) => one.replace(/20[0-9]{2}(?=年)/g, '____');
    expect(years(withoutMarks(text))).toBe(years(thisYear(source)));
    expect(moved).toBe(9);
  });

  test.each(cases)('every value of “$name” but amounts, code and years', ({ bytes }) => {
    const source = parse(new TextDecoder().decode(bytes));
    const { value } = parse(carryOver(source, projectGoal, ...places, null).text);
    const masked = (text: string) => text.replace(/(?:19|20)[0-9]{2}/g, '____');
    const compare = (before: Value, after: Value | undefined, field: Field | null): void => {
      if (field?.role === 'code') expect(after).toBeUndefined();
      else if (field?.kind === 'amount') expect(after).toBe('');
      else if (typeof before === 'string') expect(masked(String(after))).toBe(masked(before));
      else if (isMapping(before)) {
        expect(Object.keys(after ?? {})).toEqual(Object.keys(before).filter((key) => key !== '项目编码'));
        for (const [key, child] of Object.entries(before)) {
          const childField = field?.properties.find((one) => one.key === key) ?? null;
          compare(child, (after as { readonly [key: string]: Value })[key], childField);
        }
      } else
        before.forEach(
          (item: Value, index: number) => void compare(item, (after as readonly Value[])[index], field?.items ?? null),
        );
    };
    compare(source.value, value, projectGoal.root);
  });
});

describe('where the text is written otherwise', () => {
  test('a flow mapping is emptied with quotes, and marked above its line', () => {
    const text = sampleWith(
      '  - 事项: 技能竞赛\n    金额: 10万\n',
      '  - { 事项: 2025年技能竞赛, 金额: 10万 } # 一句话\n',
    );
    expect(part(text, '  # 请核对：年份已由 2025 改为 2026；上', '  - 事项: 文化大讲堂')).toMatchInlineSnapshot(`
      "  # 请核对：年份已由 2025 改为 2026；上年的“金额”是 10万，已清空。
        - { 事项: 2026年技能竞赛, 金额: "" } # 一句话
      "
    `);
  });

  test('a flow list of rows over several lines is marked above the line that it begins on', () => {
    const text = sampleWith(
      '      - 名称: 人均成本\n        指标值: ≤200元\n        解释: 反映全年参加工会活动的人均成本\n',
      '      [\n        { 名称: 人均成本, 指标值: 2025年12月 }\n      ]\n',
    );
    expect(part(text, '    # 请核对：年份已由 2025 改为 2026。\n    成本', '  效益指标')).toMatchInlineSnapshot(`
      "    # 请核对：年份已由 2025 改为 2026。
          成本指标:
            [
              { 名称: 人均成本, 指标值: 2026年12月 }
            ]
      "
    `);
  });

  test('a block of lines is marked above its key, never inside', () => {
    const text = sampleWith(
      '年度目标: 通过',
      '年度目标: |\n  2025年要做的事：\n\n  2026年收尾，见《2024年要点》。通过',
    );
    expect(part(text, '# 请核对：年份已由 2025 改为 2026、2026 改为 2027；年份', '通过')).toMatchInlineSnapshot(`
      "# 请核对：年份已由 2025 改为 2026、2026 改为 2027；年份 2024 没有改。
      年度目标: |
        2026年要做的事：

        2027年收尾，见《2024年要点》。"
    `);
  });

  test('a text that begins on the next line, an escape, an amount in quotes', () => {
    const text = sampleWith('年度目标: 通过', '年度目标:\n  2025年通过')
      .replace('长期目标: 依托', '长期目标: "\\u0032025年依托')
      .replace(/(长期目标: ".*)$/m, '$1"')
      .replace('项目总金额: 14,531,000.00', '项目总金额: "14,531,000.00" # 五年');
    const after = carry(text).text;
    expect(after).toContain('\n# 请核对：年份已由 2025 改为 2026。\n年度目标:\n  2026年通过');
    expect(after).toContain('\n# 请核对：年份 2025 没有改。\n长期目标: "\\u0032025年依托');
    expect(after).toContain('\n项目总金额: # 上年 14,531,000.00 # 五年\n');
  });

  test('a code over two lines is commented out whole, in braces it is emptied', () => {
    const spread = sampleWith('项目编码: "440313230031500605004"', '项目编码:\n  "440313230031500605004"');
    expect(carry(spread).text).toContain('\n# 项目编码:\n#   "440313230031500605004"\n项目名称');
    const braces = `{ ${sampleText.slice(sampleText.indexOf('表单'), sampleText.indexOf('\n\n政策依据')).replaceAll('14,531,000.00', '1453.1万').replaceAll('2,425,500.00', '242.55万').split('\n').join(', ')} }\n`;
    const after = carryOver(parse(braces), projectGoal, ...places, null).text;
    expect(after.split('\n')[1]).toBe(
      '# 请核对：上年的“项目编码”是 440313230031500605004，已清空；上年的“项目总金额”是 1453.1万，已清空；上年的“本年度项目金额”是 242.55万，已清空。',
    );
    expect(after).toContain('项目编码: "", 项目名称: 区总工会工作经费');
  });
});

describe('what is known of this year', () => {
  test('another name is written in, and the old one told', () => {
    expect(carry(sampleText, '区总工会工作经费').text).toBe(carry(sampleText).text);
    expect(carry(sampleText, '新的: 项目').text).toContain(
      '# 请核对：上年的名称是“区总工会工作经费”。\n项目名称: "新的: 项目"\n',
    );
  });

  test('a project that was new is asked about', () => {
    expect(carry(sampleWith('是否新增项目: 否', '是否新增项目: 是')).text).toContain(
      '\n# 请核对：上年写的是“是”。\n是否新增项目: 是\n',
    );
  });
});
