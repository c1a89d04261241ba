// The declarations that the form of Gansu 2023 is proved on: the sample and eight with extreme content.
// All texts of one declaration differ, so that two that changed places are found.
import { parse } from 'yaml';
import { gansuPath, gansuText } from '../support/gansu.js';
import { hostile, prose } from './declarations.js';
import { type Tree, toYaml } from './yaml-text.js';

export type GansuRows = readonly { readonly 名称: string; readonly 指标值: string }[] | '不适用';

/** The value as it is meant, by the keys of the form. */
export interface GansuMeant {
  readonly 年度?: string;
  readonly 一级项目名称: string;
  readonly 二级项目名称: string;
  readonly 项目类型: string;
  readonly 项目分类: string;
  readonly 资金用途: string;
  readonly 主管部门: string;
  readonly 项目开始日期: string;
  readonly 项目完成日期: string;
  readonly 项目总投资: string;
  readonly 中央补助安排: string;
  readonly 省级财政安排: string;
  readonly 其他资金: string;
  readonly 预算申报数: string;
  readonly 资金性质: string;
  readonly 基本情况: string;
  readonly 立项必要性: string;
  readonly 保证措施: string;
  readonly 实施计划?: string;
  readonly 组织实施单位: string;
  readonly 监督管理单位: string;
  readonly 项目实施单位: string;
  readonly 政策依据: readonly string[];
  readonly 其他依据?: string;
  readonly 需要说明的其他问题?: string;
  readonly 年度绩效目标: string;
  readonly 绩效指标: { readonly [first: string]: { readonly [second: string]: GansuRows } };
}

export interface GansuCase {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly meant: GansuMeant;
}

const levels = {
  产出指标: ['数量指标', '质量指标', '时效指标'],
  成本指标: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标'],
  满意度指标: ['服务对象满意度'],
} as const;

function everyIndicator(rows: (second: string) => GansuRows): GansuMeant['绩效指标'] {
  return Object.fromEntries(
    Object.entries(levels).map(([first, seconds]) => [
      first,
      Object.fromEntries(seconds.map((second) => [second, rows(second)])),
    ]),
  );
}

const ordinary: GansuMeant = {
  年度: '2024',
  一级项目名称: '甲专项资金',
  二级项目名称: '乙补助资金',
  项目类型: '延续项目',
  项目分类: '丙类经费',
  资金用途: '丁类项目',
  主管部门: '戊厅',
  项目开始日期: '2024-02-29',
  项目完成日期: '2025-11-30',
  项目总投资: '20',
  中央补助安排: '0',
  省级财政安排: '18.3575',
  其他资金: '0.2亿元',
  预算申报数: '20万元',
  资金性质: '己预算',
  基本情况: '项目的情况。',
  立项必要性: '立项的理由。',
  保证措施: '保证的办法。',
  实施计划: '实施的步骤。',
  组织实施单位: '庚局',
  监督管理单位: '辛局',
  项目实施单位: '壬馆',
  政策依据: ['甲发〔2023〕1号', '乙发〔2023〕2号'],
  其他依据: '会议纪要。',
  需要说明的其他问题: '没有别的问题。',
  年度绩效目标: '本年度办成三件事。',
  绩效指标: everyIndicator((second) => [{ 名称: `${second}之名`, 指标值: `≥${second.length}项` }]),
};

function made(name: string, over: Partial<GansuMeant>, without: readonly (keyof GansuMeant)[] = []): GansuCase {
  const entries = Object.entries({ ...ordinary, ...over }).filter(
    ([key]) => !without.includes(key as keyof GansuMeant),
  );
  const meant = Object.fromEntries(entries) as unknown as GansuMeant;
  const text = toYaml({ 表单: '省级部门预算项目支出绩效目标表', ...(meant as unknown as Record<string, Tree>) });
  const title = `Gansu: ${name}`;
  return { name: title, path: `projects/2025/${name}.yaml`, bytes: new TextEncoder().encode(text), meant };
}

const sample: GansuCase = {
  name: 'Gansu: sample',
  path: gansuPath,
  bytes: new TextEncoder().encode(gansuText),
  meant: parse(gansuText, { schema: 'failsafe' }) as GansuMeant,
};

export const gansuCases: readonly GansuCase[] = [
  sample,
  made('amounts of every size', {
    项目总投资: '999999999.999999',
    中央补助安排: '0.01元',
    省级财政安排: '3.5元',
    其他资金: '1,234,567',
    预算申报数: '0.2亿元',
  }),
  made('fields missing and lists empty', { 政策依据: [], 绩效指标: everyIndicator(() => []) }, [
    '年度',
    '实施计划',
    '其他依据',
    '需要说明的其他问题',
  ]),
  made('all 不适用', { 绩效指标: everyIndicator(() => '不适用') }),
  made('long texts', {
    一级项目名称: prose('很长的一级名称', 300),
    项目类型: prose('很长的类型', 90),
    项目分类: prose('很长的分类', 200),
    资金用途: prose('很长的用途', 150),
    资金性质: prose('很长的性质', 150),
    基本情况: prose('基本情况', 3000),
    立项必要性: prose('必要性', 900),
    保证措施: prose('措施', 1200),
    实施计划: prose('计划', 1000),
    组织实施单位: prose('组织单位', 120),
    监督管理单位: prose('监督单位', 300),
    项目实施单位: prose('实施单位', 60),
    政策依据: Array.from({ length: 40 }, (_, index) => `甘发〔2022〕${index + 1}号《关于第${index + 1}项工作的通知》`),
    其他依据: prose('其他依据', 500),
    年度绩效目标: prose('年度目标', 2000),
  }),
  made('80 indicators', {
    绩效指标: everyIndicator((second) =>
      Array.from({ length: 8 }, (_, index) => ({
        名称: prose(`${second}第${index + 1}行`, 20 + index * 30),
        指标值: `≥${index + 1}0.5百分比`,
      })),
    ),
  }),
  made('a row taller than a page', {
    绩效指标: everyIndicator((second) =>
      second === '质量指标' ? [{ 名称: prose('长名称', 2500), 指标值: prose('长指标值', 1200) }] : '不适用',
    ),
  }),
  made('line breaks and spaces', {
    二级项目名称: '第一行\n第二行',
    项目分类: '上\n\n下',
    主管部门: ' 前后各一格 ',
    基本情况: `${prose('第一段', 200)}\n\n${prose('第二段', 300)}\n  缩进的一行\n最后一行`,
    政策依据: ['上\n下', '独行', '甲\n\n\n乙'],
    绩效指标: everyIndicator((second) => [{ 名称: `上${second}\n下`, 指标值: '≥1\n≤2' }]),
  }),
  made('hostile texts', {
    一级项目名称: '{{x}}<b>&amp;</b>',
    二级项目名称: '=1+1',
    项目类型: "'",
    项目分类: '@SUM(A1)',
    主管部门: '../../etc',
    政策依据: hostile,
    年度绩效目标: hostile.join('\n'),
    绩效指标: everyIndicator((second) =>
      hostile.slice(0, second.length).map((text, index) => ({ 名称: text, 指标值: hostile[index + 9] as string })),
    ),
  }),
];
