// The official form, written down once more from the printed one: what stands in which cell for a declaration.
// Nothing of src/ is used, so that a fault of the template, of compose/ or of terms/ shows as well as a renderer's.
import type { Indicators, Item, Meant } from './declarations.js';

/** A value of the declaration as it stands in its cell. */
export interface PrintedField {
  readonly pointer: string;
  readonly text: string;
}

export interface ExpectedCell {
  /** Lines are joined by `\n`. */
  readonly text: string;
  /** The pointer of the cell's field; null for labels. */
  readonly field: string | null;
  /** For amounts: the number that a workbook holds. */
  readonly number: string | null;
  /** The fields of the declaration that stand in it, in their order. */
  readonly fields: readonly PrintedField[];
}

export interface ExpectedForm {
  readonly title: string;
  readonly rows: readonly (readonly ExpectedCell[])[];
}

type HeadKey = Exclude<keyof Meant, '政策依据' | '测算依据' | '绩效指标'>;

const pairs: readonly (readonly [HeadKey, string])[][] = [
  [
    ['项目编码', '项目编码：'],
    ['项目名称', '项目名称：'],
  ],
  [
    ['申请单位', '申请单位：'],
    ['一级预算单位', '一级预算单位：'],
  ],
  [
    ['实施期限', '实施期限：'],
    ['项目类型', '项目类型：'],
  ],
  [
    ['是否新增项目', '是否新增项目：'],
    ['分配方式', '分配方式：'],
  ],
  [
    ['项目总金额', '项目总金额（中期规划，元）：'],
    ['本年度项目金额', '本年度项目金额（元）：'],
  ],
];

/** The amounts of the cases as the form prints them, worked out by hand. */
const printedAmounts: Readonly<Record<string, string>> = {
  '14,531,000.00': '14,531,000.00',
  '2,425,500.00': '2,425,500.00',
  '300万': '3,000,000.00',
  '100万': '1,000,000.00',
  '9999999999999.99': '9,999,999,999,999.99',
  '0.00': '0.00',
  '0.2亿元': '20,000,000.00',
  '242.5501万': '2,425,501.00',
};

const indicatorRows: readonly (readonly [first: string, second: string, printed: string])[] = [
  ['产出指标', '数量指标', '*数量指标'],
  ['产出指标', '质量指标', '*质量指标'],
  ['产出指标', '时效指标', '*时效指标'],
  ['产出指标', '成本指标', '*成本指标'],
  ['效益指标', '经济效益指标', '经济效益指标'],
  ['效益指标', '社会效益指标', '*社会效益指标'],
  ['效益指标', '生态效益指标', '生态效益指标'],
  ['效益指标', '可持续影响指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标', '*服务对象满意度指标'],
  ['满意度指标', '其他满意度指标', '其他满意度指标'],
];

export const indicatorHead = ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'];

const remark = '备注：作为导入模板，置灰信息无需录入，作为导出模板，置灰信息系统自动带出。';

export function expectedForm(meant: Meant): ExpectedForm {
  return {
    title: '二级项目支出绩效目标申报表',
    rows: [
      ...pairs.map((pair) => pair.flatMap(([key, label]) => [labelCell(label), headCell(meant, key)])),
      [labelCell('政策依据：')],
      [numbered('/政策依据', meant.政策依据)],
      [labelCell('测算依据：')],
      [numbered('/测算依据', meant.测算依据)],
      [labelCell('年度目标：')],
      [valueCell('/年度目标', meant.年度目标)],
      [labelCell('长期目标（跨度多年的项目需填）：')],
      [valueCell('/长期目标', meant.长期目标)],
      indicatorHead.map(labelCell),
      ...indicatorRows.flatMap(([first, second, printed]) =>
        rowsOf(`/绩效指标/${first}/${second}`, meant.绩效指标[first]?.[second] ?? []).map((cells) => [
          labelCell(first),
          labelCell(printed),
          ...cells,
        ]),
      ),
      [labelCell(remark)],
    ],
  };
}

function labelCell(text: string): ExpectedCell {
  return { text, field: null, number: null, fields: [] };
}

/** A field that is not there leaves its cell empty. */
function valueCell(pointer: string, text: string | undefined): ExpectedCell {
  const fields = text === undefined ? [] : [{ pointer, text }];
  return { text: text ?? '', field: pointer, number: null, fields };
}

function headCell(meant: Meant, key: HeadKey): ExpectedCell {
  const written = meant[key];
  if (key !== '项目总金额' && key !== '本年度项目金额') return valueCell(`/${key}`, written);
  const printed = printedAmounts[String(written)];
  if (printed === undefined) throw new Error(`work out by hand how ${written} is printed`);
  return { ...valueCell(`/${key}`, printed), number: printed.replaceAll(',', '') };
}

/** Every item begins a line of its own with its number. */
function numbered(pointer: string, items: readonly Item[]): ExpectedCell {
  const parts = items.map((item, index) => printItem(`${pointer}/${index}`, item));
  return {
    text: parts.map(({ text }, index) => `${index + 1}.${text}`).join('\n'),
    field: pointer,
    number: null,
    fields: parts.flatMap(({ fields }) => fields),
  };
}

/** `事项（金额）：单价×数量；明细，明细；说明`, each part only where it is written. */
function printItem(pointer: string, item: Item): { text: string; fields: readonly PrintedField[] } {
  if (typeof item === 'string') return { text: item, fields: [{ pointer, text: item }] };
  const {
    事项,
    金额,
    单价,
    数量,
    明细 = [],
    说明,
  } = item as {
    readonly [key in '事项' | '金额' | '单价' | '数量' | '说明']?: string;
  } & { readonly 明细?: readonly Item[] };
  const details = 明细.map((detail, index) => printItem(`${pointer}/明细/${index}`, detail));
  const said: string[] = [];
  if (单价 !== undefined) said.push(`${单价}×${数量}`);
  if (details.length > 0) said.push(details.map(({ text }) => text).join('，'));
  if (说明 !== undefined) said.push(说明);
  const field = (key: string, text: string | undefined) =>
    text === undefined ? [] : [{ pointer: `${pointer}/${key}`, text }];
  return {
    text: `${事项}（${金额}）${said.length > 0 ? `：${said.join('；')}` : ''}`,
    fields: [
      ...field('事项', 事项),
      ...field('金额', 金额),
      ...field('单价', 单价),
      ...field('数量', 数量),
      ...details.flatMap(({ fields }) => fields),
      ...field('说明', 说明),
    ],
  };
}

/** 不适用 stands in all three cells of one row; an empty list leaves one empty row. */
function rowsOf(pointer: string, indicators: Indicators): readonly (readonly ExpectedCell[])[] {
  const keys = ['名称', '指标值', '解释'] as const;
  if (indicators === '不适用') {
    return [
      keys.map((key, column) => ({
        ...valueCell(`${pointer}/0/${key}`, '不适用'),
        fields: column === 0 ? [{ pointer, text: '不适用' }] : [],
      })),
    ];
  }
  if (indicators.length === 0) return [keys.map((key) => valueCell(`${pointer}/0/${key}`, undefined))];
  return indicators.map((row, index) => keys.map((key) => valueCell(`${pointer}/${index}/${key}`, row[key])));
}
