// The seed's form as a grid and a theme, built by hand, for renderers' tests that must not depend on schema and templates.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Cell, Grid, Row, Table } from '../../src/compose/grid.js';
import type { FontFile, Style, Theme } from '../../src/compose/theme.js';

const require = createRequire(import.meta.url);
const millimetre = 72 / 25.4;

const unit = '深圳市深汕特别合作区组织人事局（本级）';

const policies = [
  '深汕党发〔2024〕1号《中共深圳市深汕特别合作区工作委员会 深圳市深汕特别合作区管理委员会关于印发深圳市深汕特别合作区2024年工作要点的通知》',
  '深工〔2024〕13号 深圳市总工会关于印发《深圳市总工会2024年工作要点》的通知',
  '关于印发《2024年各区（新区、深汕特别合作区）总工会工作考核方案的通知》',
  '深汕工通〔2024〕19号 深圳市深汕特别合作区总工会关于印发《深圳市深汕特别合作区总工会2024年工作要点》的通知',
  '深工办〔2021〕21号 关于印发《深圳工会送温暖资金使用管理实施细则（试行）》的通知',
  '深工办〔2021〕22号关于印发《深圳工会困难职工家庭认定、帮扶和档案管理实施办法（试行）》的通知',
  '关于印发《关于进一步推进深圳工会爱心托管班建设的工作方案》的通知',
  '关于开展2025年度深圳工会职工文化建设“三大节”项目申报工作的通知',
  '关于印发《“互联网 ”普惠服务工作2024年度工作方案》的通知',
  '关于组织开展2024年暖蜂驿站（工会驿站）“新双15工程”的通知',
  '关于做好2024年职工乡村疗休养工作的通知',
  '关于做好2025年度工会报刊订阅工作的通知',
  '关于做好2024年职工防暑降温工作的通知',
  '关于印发《深圳市第三届集体协商竞赛工作方案》的通知',
];

const estimates = [
  '市级三大节（45万）：主办35万，三大节后勤保障（10万）：组织区内职工参加市级比赛',
  '2024年职工星光巡演10%尾款：4.75万',
  '节庆活动（53万）：春节系列活动（含元宵节）8万、五一劳动节系列活动20万（含全区职工游泳比赛）、端午节活动5万、中秋国庆系列活动20万（含全区职工乒乓球比赛）',
  '技能竞赛（10万）',
  '文化大讲堂讲师差旅费（0.3万）：预计1位老师',
  '会员活动（18万）：预计开展6场工会会员日（普惠活动）15万元、预计开展24场义剪活动3万。',
  '课程采购（5.6万）：预计支付2024年瑜伽课程6000元，采购2025年5-6门常规性课程5万元。',
  '内部思政引领活动（1万）：预计开展区总工会内部思政引领2-3场',
  '2025年职工乡村疗休养活动（9万）；预计600元/人，覆盖约50人。',
  '暑期托管班（12万）：预计1500元一人，覆盖约80人，共计12万。',
  '区级劳模创新工作室工作经费（4万）：40000元（2个*20000元/个）。',
  '职工服务中心课程70%尾款（10.5万）：书法培训课程4.2万，球类培训课程6.3万。',
  '职工服务中心运营经费（27.3万）：2025年安保服务采购项目70%尾款（14万）；2026年安保服务采购项目30%预付款（6万）：景观绿植采购项目（1万）；办公用品采购（1万）；空调保养、清洗（1万）；设备设施维护、增加或更换（1.3万）;全年桶装水及瓶装水（3万）',
  '区总工会暖蜂驿站（工会驿站）智能化升级改造（5万）：预计改造一家',
  '会议筹备保障服务（3万）',
  '2025年财务软件续签(1.6万）',
  '集体协商赛前模拟训练（1.5万）',
  '书籍采购（1万）',
  '报刊订阅（2万）：订阅2025年和2026年工会报刊',
  '“夏日送清凉”（18万元）：采购饮料等慰问品（预计8月-9月开展）。',
  '“送温暖”活动（10万）：预计慰问30名困难职工9万元、一线职工慰问1万。',
];

const yearGoal =
  '通过深入学习宣传贯彻习近平新时代中国特色社会主义思想，学习宣传全总十八大精神，依据深圳市总工会工作规划，依托区总工会职工服务中心，区总工会进一步完善工作计划执行工作，全年开展活动不少于9次，确保区总工会职工服务中心全年对外开放服务率不低于90%，提升合作区会员对区总工会服务质量的满意度。';

const longGoal =
  '依托区总工会职工服务中心，通过本项目的开展，实现保障服务职工群众工作。全年开展活动不少于9次，确保区总工会职工服务中心全年对外开放服务率不低于90%，丰富合作区职工群众业余生活。';

const none = ['不适用', '不适用', '不适用'] as const;

/** 一级, 二级, star, then 三级指标, 指标值 and 指标解释. */
const indicators: readonly (readonly [string, string, boolean, readonly [string, string, string]])[] = [
  ['产出指标', '数量指标', true, ['开展活动数量', '≥9场次', '考察全年开展活动次数']],
  [
    '产出指标',
    '质量指标',
    true,
    ['活动完成合格率', '≥90%', '考察能否完成活动原定目标。活动完成合格率（%）=完成原定目标的活动/全年活动总场次*100%'],
  ],
  [
    '产出指标',
    '时效指标',
    true,
    [
      '活动及时性',
      '≥90%',
      '有上级文件指导的活动均能在上级文件要求的时限内完成，节日主题活动能否在节日前后十天内开展，营造良好的节日氛围感。活动开展及时性=活动开展及时数量/活动开展总量 *100%',
    ],
  ],
  ['产出指标', '成本指标', true, ['人均成本', '≤200元', '反映全年参加工会活动的人均成本']],
  ['效益指标', '经济效益指标', false, none],
  [
    '效益指标',
    '社会效益指标',
    true,
    [
      '区总工会职工服务中心全年对外开放服务率',
      '≥90%',
      '考察区总工会职工服务中心全年对开放的天数。对外开放服务率（%）=全年对外服务的天数/365*100%',
    ],
  ],
  ['效益指标', '生态效益指标', false, none],
  ['效益指标', '可持续影响指标', false, none],
  [
    '满意度指标',
    '服务对象满意度指标',
    true,
    [
      '会员对区总工会职工服务中心满意度',
      '≥90%',
      '考察合作区会员对区总工会职工服务中心的满意度。会员满意度（%）=满意的会员数量/进入区总工会职工服务中心的会员总数*100%',
    ],
  ],
  ['满意度指标', '其他满意度指标', false, none],
];

const pairs: readonly (readonly [string, string, string, string])[] = [
  ['项目编码', '440313230031500605004', '项目名称', '区总工会工作经费'],
  ['申请单位', unit, '一级预算单位', unit],
  ['实施期限', '5', '项目类型', '15 履职类(运转)项目'],
  ['是否新增项目', '否', '分配方式', '因素法和项目法'],
  ['项目总金额（中期规划，元）', '14531000.00', '本年度项目金额（元）', '2425500.00'],
];

/** A cell of plain text, one paragraph a line; other members as given. */
export function cell(text: string, style: string, more: Partial<Cell> = {}): Cell {
  return {
    field: null,
    header: false,
    style,
    colspan: 1,
    rowspan: 1,
    paragraphs: text.split('\n').map((line) => (line === '' ? [] : [{ text: line }])),
    amount: null,
    choices: null,
    ...more,
  };
}

function row(...cells: readonly Cell[]): Row {
  return { cells };
}

/** The cell of a value of the first five rows; the two amounts are typed, 是否新增项目 has its list. */
function valueCell(label: string, text: string): Cell {
  const key = label.replace(/（.*/, '');
  if (/^\d+\.\d\d$/.test(text)) {
    const printed = text.replace(/\B(?=(\d{3})+\.)/g, ',');
    return cell(printed, 'money', { field: `/${key}`, amount: { decimal: text } });
  }
  return cell(text, 'system', { field: `/${key}`, choices: key === '是否新增项目' ? ['是', '否'] : null });
}

function particulars(): Table {
  const rows = pairs.map(([label, value, label2, value2]) =>
    row(
      cell(`${label}：`, 'label', { header: true }),
      valueCell(label, value),
      cell(`${label2}：`, 'label', { header: true }),
      valueCell(label2, value2),
    ),
  );
  return { columns: ['label', 'value', 'label', 'value'], headRows: 0, rows };
}

function texts(): Table {
  const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}.${line}`).join('\n');
  const blocks: readonly (readonly [string, string])[] = [
    ['政策依据', numbered(policies)],
    ['测算依据', numbered(estimates)],
    ['年度目标', yearGoal],
    ['长期目标（跨度多年的项目需填）', longGoal],
  ];
  return {
    columns: ['full'],
    headRows: 0,
    rows: blocks.flatMap(([label, text]) => [
      row(cell(`${label}：`, 'section', { header: true })),
      row(cell(text, 'text', { field: `/${label.replace(/（.*/, '')}` })),
    ]),
  };
}

function indicatorTable(): Table {
  const head = ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'];
  return {
    columns: ['first', 'second', 'third', 'target', 'explanation'],
    headRows: 1,
    rows: [
      row(...head.map((label) => cell(label, 'head', { header: true }))),
      ...indicators.map(([first, second, starred, [name, target, explanation]]) => {
        const at = `/绩效指标/${first}/${second}/0`;
        return row(
          cell(first, 'category'),
          cell(`${starred ? '*' : ''}${second}`, 'category'),
          cell(name, 'indicator', { field: `${at}/名称` }),
          cell(target, 'target', { field: `${at}/指标值` }),
          cell(explanation, 'indicator', { field: `${at}/解释` }),
        );
      }),
    ],
  };
}

function remark(): Table {
  const text = '备注：作为导入模板，置灰信息无需录入，作为导出模板，置灰信息系统自动带出。';
  return { columns: ['full'], headRows: 0, rows: [row(cell(text, 'note'))] };
}

/** The seed, complete. */
export function sampleGrid(): Grid {
  return {
    title: '二级项目支出绩效目标申报表',
    titleStyle: 'title',
    tables: [particulars(), texts(), indicatorTable(), remark()],
  };
}

/** A font file of the package `@expo-google-fonts/noto-serif-sc`, e.g. `400Regular`. */
function fontFile(weight: string): FontFile {
  const path = require.resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`);
  const bytes = readFileSync(path);
  return { digest: createHash('sha256').update(bytes).digest('hex'), bytes: () => bytes };
}

let theme: Theme | undefined;

/** A4 landscape, margins of 15 mm, 五号 宋体; read from disk once. */
export function sampleTheme(): Theme {
  theme ??= makeTheme();
  return theme;
}

function makeTheme(): Theme {
  const plain: Style = {
    font: 'text',
    size: 10.5,
    align: 'left',
    valign: 'middle',
    colour: '#000000',
    fill: null,
    border: true,
    locked: false,
    format: '#,##0.00',
  };
  const locked: Style = { ...plain, fill: '#e7e6e6', locked: true };
  return {
    paper: { name: 'A4', landscape: true, width: 841.89, height: 595.28 },
    margin: {
      top: 15 * millimetre,
      right: 15 * millimetre,
      bottom: 15 * millimetre,
      left: 15 * millimetre,
    },
    padding: { x: 2 * millimetre, y: 3 },
    lineHeight: 1.4,
    border: { width: 0.5, colour: '#000000' },
    fonts: {
      text: { office: '宋体', css: '"Noto Serif SC", SimSun, serif', file: fontFile('400Regular') },
      bold: { office: '黑体', css: '"Noto Serif SC", SimHei, sans-serif', file: fontFile('700Bold') },
    },
    columns: { label: 20, value: 30, full: 100, first: 11, second: 17, third: 29, target: 12, explanation: 31 },
    styles: {
      title: { ...plain, font: 'bold', size: 18, align: 'center', border: false },
      label: { ...plain },
      system: locked,
      money: locked,
      section: { ...plain, font: 'bold' },
      text: { ...plain, valign: 'top' },
      head: { ...plain, font: 'bold', align: 'center' },
      category: { ...locked, align: 'center' },
      indicator: { ...plain },
      target: { ...plain, align: 'center' },
      note: { ...plain, border: false },
      footer: { ...plain, size: 9, align: 'center', border: false },
    },
    footer: { text: '第 {page} 页 共 {pages} 页', style: 'footer' },
  };
}
