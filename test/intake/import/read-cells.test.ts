// Forms as others keep them: the same words in other places, and what becomes of words that nobody knows.
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import { formMaps, importOne, readOne, said, sheet } from './support.js';

let maps: readonly FormMap[];
beforeAll(async () => {
  maps = await formMaps();
});

const official = `
二级项目支出绩效目标申报表 | < | < | < | <
项目编码： | 440313230031500605004 | < | 项目名称： | 工会经费
申请单位： | 甲局 | < | 一级预算单位： | 乙局
实施期限： | 5 | < | 项目类型： | 15 履职类
是否新增项目： | 否 | < | 分配方式： | 项目法
项目总金额（中期规划，元）： | #14531000 | < | 本年度项目金额（元）： | #2425500
政策依据： | < | < | < | <
1.甲发〔2024〕1号\\n2.乙发〔2024〕2号 | < | < | < | <
测算依据： | < | < | < | <
1.三大节（45万）：主办35万\\n2.尾款：4.75万 | < | < | < | <
年度目标： | < | < | < | <
办成三件事。 | < | < | < | <
长期目标（跨度多年的项目需填）： | < | < | < | <
办成九件事。 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 指标解释
产出指标 | *数量指标 | 活动数量 | ≥9场次 | 全年次数
产出指标 | *质量指标 | 合格率 | ≥90% | 合格的/全部
产出指标 | *时效指标 | 及时率 | ≥95% | 及时的/全部
产出指标 | *成本指标 | 人均成本 | ≤200元 | 人均
效益指标 | 经济效益指标 | 不适用 | 不适用 | 不适用
效益指标 | *社会效益指标 | 开放率 | ≥90% | 开放的/全年
效益指标 | 生态效益指标 | 不适用 | 不适用 | 不适用
效益指标 | 可持续影响指标 | 不适用 | 不适用 | 不适用
满意度指标 | *服务对象满意度指标 | 满意度 | ≥90% | 满意的/全部
满意度指标 | 其他满意度指标 | 不适用 | 不适用 | 不适用
备注：作为导入模板，置灰信息无需录入，作为导出模板，置灰信息系统自动带出。 | < | < | < | <`.trim();

/** The same form with some of its text replaced; what is not there is a mistake of the test. */
function officialWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the form does not say ${from}`);
    return text.replaceAll(from, () => to);
  }, official);
}

const rowsOf = (text: string) => text.split('\n');
const meant = () => importOne([sheet(official)], maps).value;

describe('the official form', () => {
  test('is read as it is meant, all of it', () => {
    const { value, told, leftovers, findings } = importOne([sheet(official)], maps);
    expect({ told, leftovers, findings }).toEqual({ told: { by: 'title' }, leftovers: [], findings: [] });
    expect(value).toEqual({
      表单: '二级项目支出绩效目标申报表',
      项目编码: '440313230031500605004',
      项目名称: '工会经费',
      申请单位: '甲局',
      一级预算单位: '乙局',
      实施期限: '5',
      项目类型: '15 履职类',
      是否新增项目: '否',
      分配方式: '项目法',
      项目总金额: '14,531,000.00',
      本年度项目金额: '2,425,500.00',
      政策依据: ['甲发〔2024〕1号', '乙发〔2024〕2号'],
      测算依据: [{ 事项: '三大节', 金额: '45万', 说明: '主办35万' }, '尾款：4.75万'],
      年度目标: '办成三件事。',
      长期目标: '办成九件事。',
      绩效指标: {
        产出指标: {
          数量指标: [{ 名称: '活动数量', 指标值: '≥9场次', 解释: '全年次数' }],
          质量指标: [{ 名称: '合格率', 指标值: '≥90%', 解释: '合格的/全部' }],
          时效指标: [{ 名称: '及时率', 指标值: '≥95%', 解释: '及时的/全部' }],
          成本指标: [{ 名称: '人均成本', 指标值: '≤200元', 解释: '人均' }],
        },
        效益指标: {
          经济效益指标: '不适用',
          社会效益指标: [{ 名称: '开放率', 指标值: '≥90%', 解释: '开放的/全年' }],
          生态效益指标: '不适用',
          可持续影响指标: '不适用',
        },
        满意度指标: {
          服务对象满意度指标: [{ 名称: '满意度', 指标值: '≥90%', 解释: '满意的/全部' }],
          其他满意度指标: '不适用',
        },
      },
    });
  });
});

describe('says the same', () => {
  const variants: Readonly<Record<string, () => string>> = {
    'with half-width colons': () =>
      official.replaceAll('：', ':').replaceAll('节（45万）:', '节（45万）：').replaceAll('尾款:', '尾款：'),
    'without colons, stars and notes': () =>
      official
        .replace(/^(.{2,30}?)(?:（.*?元）|（跨度.*?）)?：(?= \|)/gm, '$1')
        .replace(/(?:（元）)?：(?= \| #| \| [^1-9])/g, '')
        .replaceAll('*', ''),
    'with spaces within labels': () =>
      official.replaceAll('项目名称：', '项 目 名 称 ：').replaceAll('指标值 |', '指 标 值 |'),
    'with other brackets': () => officialWith(['（中期规划，元）', '(中期规划,元)'], ['（元）', '【元】']),
    'with a row for the place in front of the title': () => `| 深圳市\n${official}`.replace('| 深圳市\n', ''),
    'moved to the right and down': () =>
      `\n\n${rowsOf(official)
        .map((line) => `| | ${line}`)
        .join('\n')}`,
    'with blank rows in between': () =>
      rowsOf(official)
        .join('\n\n')
        .replace(/一级指标[\s\S]*/, (table) => table.replaceAll('\n\n', '\n')),
    'with an extra column in front of the values': () =>
      rowsOf(official)
        .map((line, index) => (index > 0 && index < 6 ? line.replace(/\| /, '| | ') : line))
        .join('\n'),
    'without joined cells': () => official.replaceAll(' <', ' '),
    'with the columns of the table in another order': () =>
      rowsOf(official)
        .map((line, index) => {
          if (index < 14 || index > 24) return line;
          const [first, second, name, value, explanation] = line.split(' | ');
          return [explanation, first, second, value, name].join(' | ');
        })
        .join('\n'),
    'with the head of the table repeated where a page began': () =>
      rowsOf(official)
        .flatMap((line, index) => (index === 18 ? [line, rowsOf(official)[14] as string] : [line]))
        .join('\n'),
    'with first labels joined downwards': () => {
      let last = '';
      return rowsOf(official)
        .map((line, index) => {
          if (index < 15 || index > 24) return line;
          const [first = '', ...others] = line.split(' | ');
          const shown = first === last ? ' ' : first;
          last = first;
          return [shown, ...others].join(' | ');
        })
        .join('\n');
    },
    'with 不适用 once over all columns': () => official.replaceAll('不适用 | 不适用 | 不适用', '不适用 | < | <'),
    'with 不适用 in the first column and strokes beside it': () =>
      official.replaceAll('不适用 | 不适用 | 不适用', '不适用 | — | /'),
    'with amounts as texts': () => officialWith(['#14531000', '14531000元整'], ['#2425500', '￥242.55万']),
    'with amounts in another unit, as their labels say with spaces in them': () =>
      officialWith(['（元）： | #2425500', '（ 万 元 ）： | #242.55']),
    'with labels and values in one cell': () =>
      officialWith(
        ['项目编码： | 440313230031500605004 | <', '项目编码：440313230031500605004 | < | <'],
        ['申请单位： | 甲局 | <', '申请单位:甲局 | < | <'],
        ['年度目标： | < | < | < | <\n办成三件事。', '年度目标：\\n办成三件事。'],
      ),
    'with items on rows of their own': () =>
      officialWith(['1.甲发〔2024〕1号\\n2.乙发', '1.甲发〔2024〕1号 | < | < | < | <\n2.乙发']),
    'with other numbers in front of items': () => officialWith(['1.甲发', '（1）甲发'], ['\\n2.乙发', '\\n（2）乙发']),
    'with numbered labels': () =>
      officialWith(
        ['政策依据：', '一、政策依据'],
        ['测算依据：', '（二）测算依据：'],
        ['年度目标：', '3. 年度目标'],
        ['项目名称：', '① 项目名称'],
        ['申请单位： | 甲局 | <', '2 申请单位：甲局 | < | <'],
      ),
    'with a head of two rows': () =>
      officialWith(['一级指标 | 二级指标 | 三级指标', '一级指标 | 二级指标\n^ | ^ | 三级指标']),
    'with each label and value on a row of its own': () =>
      rowsOf(official)
        .map((line, index) => (index > 0 && index < 6 ? line.replace(' | < | ', '\n') : line))
        .join('\n'),
    'with values below their labels': () =>
      rowsOf(official)
        .map((line, index) => {
          if (index < 1 || index > 5) return line;
          const [label, value, , other, another] = line.split(' | ');
          return `${label} | < | < | ${other} | <\n${value} | < | < | ${another} | <`;
        })
        .join('\n'),
    'with the table in front': () => {
      const rows = rowsOf(official);
      return [rows[0], ...rows.slice(14, 25), ...rows.slice(1, 14), rows[25]].join('\n');
    },
    'with a choice ticked': () => officialWith(['否 | < | 分配', '□是 ☑否 | < | 分配']),
    'with the unit behind the years': () => officialWith(['5 | < | 项目类型', '5年 | < | 项目类型']),
    'with the value beside a label that has it below': () =>
      officialWith([
        '年度目标： | < | < | < | <\n办成三件事。 | < | < | < | <',
        '年度目标： | 办成三件事。 | < | < | <',
      ]),
  };

  test.each(Object.entries(variants))('%s', (_, variant) => {
    const { value, leftovers } = importOne([sheet(variant())], maps);
    expect(said(leftovers)).toEqual([]);
    expect(value).toEqual(meant());
  });
});

describe('the form', () => {
  test('is told by labels where there is no title', () => {
    const { told, map } = readOne([sheet(rowsOf(official).slice(1).join('\n'))], maps);
    expect(map.form.title).toBe('二级项目支出绩效目标申报表');
    expect(told).toEqual({ by: 'labels', found: 32, of: 32 });
  });

  test('is none where neither fits', () => {
    expect(() => readOne([sheet('姓名 | 电话\n张三 | 123')], maps)).toThrow('0 forms');
  });
});

test.each([
  ['joined downwards', '产出指标 | *数量指标 | 活动数量 | ≥9场次 | 全年次数\n^ | ^ | 参加人数 | ≥90人 | 全年人数'],
  ['once', '产出指标 | *数量指标 | 活动数量 | ≥9场次 | 全年次数\n | | 参加人数 | ≥90人 | 全年人数'],
  [
    'joined downwards over a blank row',
    '产出指标 | *数量指标 | 活动数量 | ≥9场次 | 全年次数\n^ | ^ | | |\n^ | ^ | 参加人数 | ≥90人 | 全年人数',
  ],
  [
    'once, and a blank row below',
    '产出指标 | *数量指标 | 活动数量 | ≥9场次 | 全年次数\n | | | |\n | | 参加人数 | ≥90人 | 全年人数',
  ],
])('two indicators with their labels %s', (_, rows) => {
  const text = officialWith(['产出指标 | *数量指标 | 活动数量 | ≥9场次 | 全年次数', rows]);
  const { value, leftovers } = importOne([sheet(text)], maps);
  expect(said(leftovers)).toEqual([]);
  expect(value).toMatchObject({
    绩效指标: {
      产出指标: {
        数量指标: [
          { 名称: '活动数量', 指标值: '≥9场次', 解释: '全年次数' },
          { 名称: '参加人数', 指标值: '≥90人', 解释: '全年人数' },
        ],
        质量指标: [{ 名称: '合格率', 指标值: '≥90%', 解释: '合格的/全部' }],
      },
    },
  });
});

test('a value in brackets behind the colon is no note of the label', () => {
  const text = officialWith(
    ['项目类型： | 15 履职类', '项目类型：（履职类） | <'],
    ['分配方式： | 项目法', '分配方式：（必填） | 项目法'],
  );
  expect(importOne([sheet(text)], maps)).toMatchObject({
    value: { 项目类型: '（履职类）', 分配方式: '项目法' },
    leftovers: [],
  });
});

test.each([
  ['省级部门预算项目支出绩效目标表(2024年度)', '2024'],
  ['省 级 部 门 预 算 项 目 支 出 绩 效 目 标 表（ 2 0 2 4 年 度 ）', '2024'],
  ['2024年度甘肃省省级部门预算项目支出绩效目标表', '2024'],
  ['2025年甘肃省省级部门预算项目支出绩效目标表(2024年度)', '2024'],
  ['省级部门预算项目支出绩效目标表', undefined],
  ['甘肃省省级部门预算项目支出绩效目标表', undefined],
])('the year of the title “%s” is %s', (title, year) => {
  expect(importOne([sheet(`${title} | <\n一级项目名称 | 甲`)], maps).value.年度).toBe(year);
});

describe('what nobody understands', () => {
  const head = '一级指标 | 二级指标 | 三级指标 | 指标值 | 指标解释';
  const cases: Readonly<Record<string, readonly [text: () => string, left: readonly string[]]>> = {
    'a heading below a label whose value stands beside it': [
      () =>
        officialWith([
          '测算依据： | < | < | < | <\n1.三大节（45万）：主办35万\\n2.尾款：4.75万 | < | < | < | <',
          '测算依据： | 1.三大节（45万）：主办35万\\n2.尾款：4.75万 | < | < | <\n目标 | < | < | < | <',
        ]),
      ['表!A10 目标'],
    ],
    'headings of chapters and of the table': [
      () =>
        officialWith(
          ['年度目标： |', '三、绩效目标 | < | < | < | <\n年度目标： |'],
          [head, `绩效指标 | < | < | < | <\n${head}`],
        ),
      ['表!A11 三、绩效目标', '表!A16 绩效指标'],
    ],
    'a heading over a head of two rows': [
      () => officialWith([head, '绩效指标 | < | < | < | <\n一级指标 | 二级指标\n^ | ^ | 三级指标 | 指标值 | 指标解释']),
      ['表!A15 绩效指标'],
    ],
    'columns of others': [
      () =>
        rowsOf(official)
          .map((line, index) =>
            index === 14
              ? `序号 | ${line} | 备注`
              : index === 15
                ? `1 | ${line} | 见附件`
                : index > 15 && index < 25
                  ? ` | ${line}`
                  : line,
          )
          .join('\n'),
      ['表!A15 序号', '表!G15 备注', '表!A16 1', '表!G16 见附件'],
    ],
    'sums, with the list’s label and without': [
      () =>
        officialWith(
          ['产出指标 | *质量', ' | | 小计 | 10 |\n产出指标 | *质量'],
          ['备注：作为', '合 计 | | | 100 |\n备注：作为'],
        ),
      ['表!C17 小计', '表!D17 10', '表!A27 合 计', '表!D27 100'],
    ],
    'labels of others with their values': [
      () =>
        officialWith(
          ['项目类型： | 15 履职类', '项目类型： | 15 履职类 | | 联系电话： | 123'],
          [head, `填报人： | 张三\n${head}`],
        ),
      ['表!G4 联系电话：', '表!H4 123', '表!A15 填报人：', '表!B15 张三'],
    ],
    'what is hidden': [
      () =>
        officialWith(
          ['项目编码： |', '~项目名称： | 旧的名称 | < | 项目编码： | 1\n项目编码： |'],
          ['产出指标 | *质量', '~产出指标 | *数量指标 | 旧的活动 | ≥1 | 旧\n产出指标 | *质量'],
        ),
      [
        ...['表!A2 项目名称：', '表!B2 旧的名称', '表!D2 项目编码：', '表!E2 1'],
        ...['表!A18 产出指标', '表!B18 *数量指标', '表!C18 旧的活动', '表!D18 ≥1', '表!E18 旧'],
      ],
    ],
  };

  test.each(Object.entries(cases))('%s: left over with their cells', (_, [text, left]) => {
    const { value, leftovers } = importOne([sheet(text())], maps);
    expect(said(leftovers)).toEqual(left);
    expect(value).toEqual(meant());
  });

  test('on a hidden sheet is left over, though it reads like the form', () => {
    const lists = sheet('长期目标： | 旧的目标\n项目法', '选项', true);
    const goal = '长期目标（跨度多年的项目需填）： | < | < | < | <\n办成九件事。 | < | < | < | <\n';
    const { value, leftovers } = importOne([sheet(officialWith([goal, ''])), lists], maps);
    expect(said(leftovers)).toEqual(['选项!A1 长期目标：', '选项!B1 旧的目标', '选项!A2 项目法']);
    expect(value).not.toHaveProperty('长期目标');
  });

  test('stands where an empty value would: it is none', () => {
    const text = officialWith(
      ['办成九件事。 | < | < | < | <', ''],
      [head, `填报人： | 张三\n四、绩效指标 | < | < | < | <\n序号 | ${head}`],
    );
    const { value, leftovers } = importOne([sheet(text)], maps);
    expect(value).not.toHaveProperty('长期目标');
    expect(said(leftovers).slice(0, 3)).toEqual(['表!A15 填报人：', '表!B15 张三', '表!A16 四、绩效指标']);
  });

  test('is left over with its place, and everything else is read', () => {
    const text = officialWith(
      ['项目名称： | 工会经费', '项目名称： | 工会经费 | 联系人：张三'],
      ['产出指标 | *成本指标', '产出指标 | *效率指标 | 周转率 | ≥3 | 周转\n产出指标 | *成本指标'],
      ['备注：作为', '填表说明：用黑色笔填写\n备注：作为'],
    );
    const { value, leftovers } = importOne([sheet(text)], maps);
    expect(value).toEqual(meant());
    expect(said(leftovers)).toEqual([
      '表!F2 联系人：张三',
      '表!A19 产出指标',
      '表!B19 *效率指标',
      '表!C19 周转率',
      '表!D19 ≥3',
      '表!E19 周转',
      '表!A27 填表说明：用黑色笔填写',
    ]);
  });
});
