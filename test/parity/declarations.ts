// The declarations that every format is proved on: the sample and sixteen with extreme content.
// All texts of one declaration differ, so that two that changed places are found.
import { parse } from 'yaml';
import { sampleBytes, samplePath } from '../support/project-goal.js';
import { type Tree, toYaml } from './yaml-text.js';

export type Item = string | { readonly [key: string]: Tree };

export interface Indicator {
  readonly 名称: string;
  readonly 指标值: string;
  readonly 解释?: string;
}

export type Indicators = readonly Indicator[] | '不适用';

/** The value as it is meant, by the keys of the form. */
export interface Meant {
  readonly 项目编码?: string;
  readonly 项目名称: string;
  readonly 申请单位: string;
  readonly 一级预算单位: string;
  readonly 实施期限: string;
  readonly 项目类型: string;
  readonly 是否新增项目: string;
  readonly 分配方式: string;
  readonly 项目总金额: string;
  readonly 本年度项目金额: string;
  readonly 政策依据: readonly string[];
  readonly 测算依据: readonly Item[];
  readonly 年度目标: string;
  readonly 长期目标?: string;
  readonly 绩效指标: { readonly [first: string]: { readonly [second: string]: Indicators } };
}

export interface Case {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly meant: Meant;
}

const levels = {
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  满意度指标: ['服务对象满意度指标', '其他满意度指标'],
} as const;

function everyIndicator(rows: (second: string) => Indicators): Meant['绩效指标'] {
  return Object.fromEntries(
    Object.entries(levels).map(([first, seconds]) => [
      first,
      Object.fromEntries(seconds.map((second) => [second, rows(second)])),
    ]),
  );
}

const ordinary: Meant = {
  项目编码: '44031323003150060500X',
  项目名称: '示例项目',
  申请单位: '甲局（本级）',
  一级预算单位: '乙局',
  实施期限: '3',
  项目类型: '15 履职类(运转)项目',
  是否新增项目: '是',
  分配方式: '项目法',
  项目总金额: '300万',
  本年度项目金额: '100万',
  政策依据: ['甲发〔2024〕1号', '乙发〔2024〕2号'],
  测算依据: ['设备（60万）', '培训（40万）'],
  年度目标: '本年度办成三件事。',
  长期目标: '三年办成九件事。',
  绩效指标: everyIndicator((second) => [
    { 名称: `${second}之名`, 指标值: `≥${second.length}项`, 解释: `考察${second}的完成情况` },
  ]),
};

function made(name: string, over: Partial<Meant>, without: readonly (keyof Meant)[] = []): Case {
  const entries = Object.entries({ ...ordinary, ...over }).filter(([key]) => !without.includes(key as keyof Meant));
  const meant = Object.fromEntries(entries) as unknown as Meant;
  const text = toYaml({ 表单: '二级项目支出绩效目标申报表', ...(meant as unknown as Record<string, Tree>) });
  return { name, path: `projects/2025/${name}.yaml`, bytes: new TextEncoder().encode(text), meant };
}

/** Sentences that all differ, cut to a number of characters. */
export function prose(subject: string, characters: number): string {
  let text = '';
  for (let number = 1; text.length < characters; number += 1) {
    text += `第${number}项：${subject}，完成率达到${90 + (number % 10)}.${number % 7}%（含第${number * 3}批），支出≤${number * 125}元；`;
  }
  return text.slice(0, characters);
}

export const hostile = [
  '{{x}}',
  '{{{项目名称}}}',
  '{{#each this}}',
  '<b>&amp;</b><br><!--',
  '</td></tr></table><script>alert(1)</script>',
  '=1+1',
  '@SUM(A1)',
  '+86 755',
  '-1',
  "'",
  '"\\n"',
  '../../etc/passwd',
  'C:\\CON',
  ']]>',
  '&#60;&lt;&',
  '%s $0 `x`',
  '_x0041_',
  '$& $1',
  '{default-bullet-numbering-0}',
  'CURRENT',
  '#REF!',
  'true',
  'null',
  '1e5',
  '007',
];

/** Texts without a glyph trouble: what the fonts have of rare and odd characters. */
const rare = '𬱖龘𫍽㙦〇㎡℃≧═‰①Ⅲαωё';

const unbroken = `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.repeat(9)}end`;

const punctuation = '，。、；：？！（）《》〔〕“”‘’【】…—·％';

const sample: Case = {
  name: 'sample',
  path: samplePath,
  bytes: sampleBytes,
  meant: parse(new TextDecoder().decode(sampleBytes), { schema: 'failsafe' }) as Meant,
};

export const cases: readonly Case[] = [
  sample,
  made('one item', {
    政策依据: ['丙发〔2025〕3号'],
    测算依据: ['唯一的一项（100万）'],
    绩效指标: everyIndicator((second) =>
      second === '数量指标' ? [{ 名称: '唯一的指标', 指标值: '=1项', 解释: '唯一的解释' }] : '不适用',
    ),
  }),
  made('200 items', {
    测算依据: Array.from({ length: 200 }, (_, index): Item => {
      const subject = `第${index + 1}批采购`;
      return index % 3 === 0
        ? `${subject}（${index}元）`
        : { 事项: subject, 金额: `${index}.5万`, 说明: prose(`${subject}的说明`, (index * 7) % 150) || '无' };
    }),
    政策依据: Array.from({ length: 40 }, (_, index) => `丁发〔2024〕${index + 1}号《关于第${index + 1}项工作的通知》`),
  }),
  made('goal of 3,000 characters', { 年度目标: prose('年度任务', 3000), 长期目标: prose('长期任务', 3000) }),
  made('60 indicators', {
    绩效指标: everyIndicator((second) =>
      Array.from({ length: 6 }, (_, index) => ({
        名称: `${second}之${index + 1}`,
        指标值: `≥${index + 1}0.5%`,
        解释: prose(`${second}第${index + 1}行`, 20 + index * 30),
      })),
    ),
  }),
  made('rows taller than a page', {
    绩效指标: everyIndicator((second) =>
      second === '质量指标'
        ? [
            { 名称: prose('长名称', 1500), 指标值: prose('长指标值', 400), 解释: prose('长解释', 2500) },
            { 名称: '短名称', 指标值: '≥1', 解释: prose('又一个长解释', 1200) },
          ]
        : '不适用',
    ),
  }),
  made('rare characters', {
    项目名称: `𬱖${rare}`,
    申请单位: '龘局',
    政策依据: [`${rare}一号`],
    测算依据: [{ 事项: `𬱖事项${rare}`, 金额: '1万', 说明: '龘说明' }],
    年度目标: rare.repeat(20),
    绩效指标: everyIndicator((second) => [
      { 名称: `𬱖${second}`, 指标值: `≧${rare}`, 解释: `${rare.repeat(3)}${second}` },
    ]),
  }),
  made('long unbroken Latin and digits', {
    项目编码: '9'.repeat(330),
    项目名称: unbroken,
    申请单位: `x${unbroken}`,
    政策依据: [unbroken, `https://example.org/${'a'.repeat(300)}?q=${'1'.repeat(300)}`],
    测算依据: [{ 事项: `y${unbroken}`, 金额: '1万', 说明: '8'.repeat(400) }],
    年度目标: '0'.repeat(310),
    绩效指标: everyIndicator((second) => [
      { 名称: `${second}${unbroken}`, 指标值: `≥${'7'.repeat(305)}`, 解释: `${unbroken}${second}` },
    ]),
  }),
  made('nothing but punctuation', {
    项目名称: '……',
    申请单位: '——',
    一级预算单位: '！',
    项目类型: '（）',
    分配方式: '、',
    政策依据: [punctuation, '。', '》》》'],
    测算依据: ['；', { 事项: '：', 金额: '0', 说明: '“”' }],
    年度目标: punctuation.repeat(30),
    长期目标: '）'.repeat(200),
    绩效指标: everyIndicator((second) => [
      { 名称: '，'.repeat(second.length), 指标值: '（'.repeat(60), 解释: punctuation.repeat(2) + '。'.repeat(90) },
    ]),
  }),
  made('all 不适用', { 绩效指标: everyIndicator(() => '不适用') }),
  made('empty lists', { 政策依据: [], 测算依据: [], 绩效指标: everyIndicator(() => []) }),
  made('line breaks and empty lines', {
    项目名称: '第一行\n第二行',
    政策依据: ['上\n下', '独行', '甲\n\n\n乙'],
    测算依据: [{ 事项: '分行事项', 金额: '1万', 说明: '一\n二\n\n四' }, '末\n项'],
    年度目标: `${prose('第一段', 200)}\n\n${prose('第二段', 300)}\n  缩进的一行\n最后一行`,
    长期目标: Array.from({ length: 90 }, (_, line) => (line % 4 === 3 ? '' : `第${line + 1}行`)).join('\n'),
    绩效指标: everyIndicator((second) => [{ 名称: `上${second}\n下`, 指标值: '≥1\n≤2', 解释: '甲\n\n乙' }]),
  }),
  made('hostile texts', {
    项目名称: '{{x}}<b>&amp;</b>',
    申请单位: '=1+1',
    一级预算单位: '../../etc',
    项目类型: "'",
    分配方式: '@SUM(A1)',
    政策依据: hostile,
    测算依据: [...hostile.map((text) => `${text}。`), { 事项: ']]>', 金额: '1万', 单价: '<1', 数量: '&2', 说明: '=3' }],
    年度目标: hostile.join('\n'),
    长期目标: '=HYPERLINK("http://x","y")',
    绩效指标: everyIndicator((second) =>
      hostile.slice(0, second.length).map((text, index) => ({
        名称: text,
        指标值: hostile[index + 6] as string,
        解释: hostile[index + 12] as string,
      })),
    ),
  }),
  made('spaces at the ends and doubled', {
    项目名称: ' 前有一格',
    申请单位: '后有一格 ',
    一级预算单位: '  前后  两格  ',
    项目类型: '15  两格',
    政策依据: ['  前', '后  ', '全　角　格', 'a  b   c'],
    年度目标: `  ${'两  格 one   two '.repeat(40)} `,
    绩效指标: everyIndicator((second) => [
      { 名称: ` ${second} `, 指标值: '≥735  人次', 解释: `${'很 多  空   格 '.repeat(9)}` },
    ]),
  }),
  made('the largest amount and the smallest', { 项目总金额: '9999999999999.99', 本年度项目金额: '0.00' }),
  made('amounts in 万 and 亿', { 项目总金额: '0.2亿元', 本年度项目金额: '242.5501万' }),
  made('mappings with all their parts', {
    测算依据: [
      { 事项: '托管班', 金额: '12万', 单价: '1500元/人', 数量: '80人' },
      { 事项: '采购', 金额: '3,000.00', 说明: '一次性' },
      {
        事项: '运营',
        金额: '27万元',
        单价: '9万元/季',
        数量: '3季',
        明细: [
          '安保（14万）',
          { 事项: '绿植', 金额: '10万', 明细: ['大（6万）', { 事项: '小', 金额: '4万', 说明: '盆栽' }] },
          { 事项: '保洁', 金额: '3万' },
        ],
        说明: '按季支付',
      },
      { 事项: '会议', 金额: '0' },
    ],
  }),
  made('very long values in the first rows', {
    项目名称: prose('很长的项目名称', 400),
    申请单位: prose('很长的申请单位', 300),
    一级预算单位: prose('很长的预算单位', 500),
    项目类型: prose('很长的类型', 200),
    分配方式: prose('很长的方式', 250),
    实施期限: '100000000000000000000',
  }),
  made(
    'optional fields missing',
    { 绩效指标: everyIndicator((second) => [{ 名称: `${second}无解释`, 指标值: '长期' }]) },
    ['项目编码', '长期目标'],
  ),
];

/** Written in a text, in an item of a list, in a part of a mapping, and in a row: the fonts have no 𠮷. */
export const withoutGlyph = made('no glyph', {
  申请单位: '甲局𠮷分局',
  政策依据: ['有字', '𠮷发〔2024〕1号'],
  测算依据: ['有字（1万）', { 事项: '有事', 金额: '1万', 说明: '买𠮷' }],
  年度目标: '第一行\n第二行有𠮷字',
  绩效指标: everyIndicator((second) =>
    second === '质量指标' ? [{ 名称: '好𠮷', 指标值: '≥1', 解释: '无' }] : '不适用',
  ),
});
