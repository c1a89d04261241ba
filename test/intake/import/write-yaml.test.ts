// A declaration as a clerk would have written it, and the law that it says exactly what it is made from.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '../../../src/check/declaration.js';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import type { Leftover } from '../../../src/intake/import/raw-form.js';
import { writeYaml } from '../../../src/intake/import/write-yaml.js';
import type { Value } from '../../../src/read/parsed.js';
import { read } from '../../../src/read/read.js';
import { declarations } from './generated.js';
import { formMap, formMaps } from './support.js';

const title = '二级项目支出绩效目标申报表';
let map: FormMap;
let maps: readonly FormMap[];
beforeAll(async () => {
  [map, maps] = [await formMap(title), await formMaps()];
});

const none = { schema: null, leftovers: [] };
const written = (value: Declaration, leftovers: readonly Leftover[] = []) =>
  writeYaml(value, map.form, { schema: null, leftovers });
const texts = (...all: readonly string[]) => written({ 政策依据: all }).split('\n').slice(1, -1);

describe('a text', () => {
  test('stands as it is where YAML takes it for nothing else', () => {
    expect(
      texts('甲发〔2024〕1号', '≥9场次', '15 履职类(运转)项目', '“送温暖”活动', '尾款：4.75万', '=300天', '-1元', 'C#'),
    ).toEqual([
      '  - 甲发〔2024〕1号',
      '  - ≥9场次',
      '  - 15 履职类(运转)项目',
      '  - “送温暖”活动',
      '  - 尾款：4.75万',
      '  - =300天',
      '  - -1元',
      '  - C#',
    ]);
  });

  test('stands in quotes where it would be lost, cut, or something else', () => {
    expect(
      texts('>9', '采购 #1', '*数量', '说明：', 'a: b', '007', 'no', '1e5', ' 前', '他说"好"', '- 甲', '#甲', '全　角'),
    ).toEqual([
      '  - ">9"',
      '  - "采购 #1"',
      '  - "*数量"',
      '  - "说明："',
      '  - "a: b"',
      '  - "007"',
      '  - "no"',
      '  - "1e5"',
      '  - " 前"',
      '  - 他说"好"',
      '  - "- 甲"',
      '  - "#甲"',
      '  - "全　角"',
    ]);
  });

  test('stands in lines where it has line breaks', () => {
    expect(written({ 年度目标: '第一段。\n\n  第二段。' })).toBe('年度目标: |\n  第一段。\n\n    第二段。\n');
    expect(texts('上\n下')).toEqual(['  - |', '    上', '    下']);
    expect(written({ 年度目标: ' 缩进\n下' })).toBe('年度目标: " 缩进\\n下"\n');
  });

  test('of figures alone stands as it is only where figures are meant', () => {
    const value = {
      年度: '2025',
      项目编码: '440313230031500605004',
      项目名称: '110',
      实施期限: '5',
      项目总金额: '14,531,000.00',
    };
    expect(written(value)).toBe(
      '年度: 2025\n项目编码: "440313230031500605004"\n项目名称: "110"\n实施期限: 5\n项目总金额: 14,531,000.00\n',
    );
  });
});

describe('a declaration', () => {
  test('has its sections parted, lists below their keys, and empty places where something is missing', () => {
    const value = {
      表单: title,
      项目名称: '',
      申请单位: '甲局',
      政策依据: ['甲发〔2024〕1号'],
      测算依据: [],
      年度目标: '办成。',
      绩效指标: { 产出指标: { 数量指标: [{ 名称: '活动', 指标值: '≥9场次' }], 质量指标: '不适用' } },
    };
    expect(writeYaml(value, map.form, { ...none, schema: '../../schema/project-goal/form.schema.json' })).toBe(
      [
        '# yaml-language-server: $schema=../../schema/project-goal/form.schema.json',
        `表单: ${title}`,
        '项目名称:',
        '申请单位: 甲局',
        '',
        '政策依据:',
        '  - 甲发〔2024〕1号',
        '',
        '测算依据: []',
        '',
        '年度目标: 办成。',
        '',
        '绩效指标:',
        '  产出指标:',
        '    数量指标:',
        '      - 名称: 活动',
        '        指标值: ≥9场次',
        '    质量指标: 不适用',
        '',
      ].join('\n'),
    );
  });

  test('keeps what was not understood where it stood', () => {
    const leftovers: readonly Leftover[] = [
      { text: '填报日期：\n2024年9月', at: { sheet: '表', cell: 'A1' }, after: null, by: null },
      { text: '联系人：张三', at: { sheet: '表', cell: 'F3' }, after: '/申请单位', by: null },
      { text: '单位名称要写全称\n请改', at: { sheet: '表', cell: 'B3' }, after: '/申请单位', by: '李四' },
      { text: '同上', at: { page: 1, line: 3 }, after: '/申请单位', by: '' },
      {
        text: 'shenbao-ignore no-placeholder -- 无',
        at: { table: 3, row: 7 },
        after: '/绩效指标/产出指标/数量指标',
        by: null,
      },
    ];
    const value = {
      申请单位: '甲局',
      实施期限: '5',
      绩效指标: { 产出指标: { 数量指标: [{ 名称: '活动', 指标值: '≥9场次' }], 质量指标: [] } },
    };
    expect(written(value, leftovers)).toBe(
      [
        '# 导入时没有看懂（表!A1）：',
        '# | 填报日期：',
        '# | 2024年9月',
        '',
        '申请单位: 甲局',
        '# 导入时没有看懂（表!F3）：',
        '# | 联系人：张三',
        '# 批注（表!B3，李四）：',
        '# | 单位名称要写全称',
        '# | 请改',
        '# 批注（第 1 页第 3 行）：',
        '# | 同上',
        '',
        '实施期限: 5',
        '',
        '绩效指标:',
        '  产出指标:',
        '    数量指标:',
        '      - 名称: 活动',
        '        指标值: ≥9场次',
        '    # 导入时没有看懂（表 3 第 7 行）：',
        '    # | shenbao-ignore no-placeholder -- 无',
        '    质量指标: []',
        '',
      ].join('\n'),
    );
  });
});

describe('law', () => {
  const same = (a: Value | undefined, b: Value) => expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  const leftover = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('---', '...', '%YAML 1.1', 'shenbao-ignore all', '\u2028甲', 'a\rb'),
    ),
    at: fc.constant({ line: 3 }),
    by: fc.constantFrom(null, '', '张三', 'shenbao-ignore all', '甲\nshenbao-ignore all', '甲\u2028shenbao-ignore all'),
    after: fc.constantFrom(null, '/项目名称', '/政策依据', '/年度目标', '/绩效指标/产出指标/数量指标', '/没有'),
  });

  test('whatever the texts, it reads back as it was, without a finding, and the comments change nothing', () => {
    for (const own of maps) {
      fc.assert(
        fc.property(declarations(own), fc.array(leftover, { maxLength: 3 }), (value, leftovers) => {
          const text = writeYaml(value, own.form, { schema: null, leftovers });
          const { value: parsed, findings } = read({ path: '', text });
          expect(findings.map(({ rule, message }) => `${rule} ${message.en}`)).toEqual([]);
          same(parsed?.value, value);
        }),
        { numRuns: 300 },
      );
    }
  }, 60_000);

  test('signs that nobody sees come back, too, and are all that a reader warns of', () => {
    const unseen = fc.stringMatching(/^[甲\t\u00a0\u200b\ufeff\u2007\ufffd\u00ad# :"'\\-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(unseen, { minLength: 1, maxLength: 4 }), (items) => {
        const { value: parsed, findings } = read({ path: '', text: written({ 政策依据: items }) });
        same(parsed?.value, { 政策依据: items });
        const about = /^yaml\/(?:byte-order-mark|zero-width|no-break-space|tab|replacement-character)$/;
        expect(findings.map(({ rule }) => rule).filter((rule) => !about.test(rule))).toEqual([]);
      }),
    );
  });
});
