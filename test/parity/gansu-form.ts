// The form of Gansu 2023, written down once more from the published one: what stands in which cell for a declaration.
// Like official-form.ts it uses nothing of src/.
import type { GansuMeant, GansuRows } from './gansu-declarations.js';
import type { ExpectedCell, ExpectedForm } from './official-form.js';

type TextKey = Exclude<keyof GansuMeant, '年度' | '政策依据' | '绩效指标'>;

const money: ReadonlySet<string> = new Set(['项目总投资', '中央补助安排', '省级财政安排', '其他资金', '预算申报数']);

/** Each row's fields with their printed labels, above the policies and below them. */
const above: readonly (readonly (readonly [TextKey, string])[])[] = [
  [['一级项目名称', '一级项目名称']],
  [['二级项目名称', '二级项目名称']],
  [
    ['项目类型', '项目类型'],
    ['项目分类', '项目分类'],
    ['资金用途', '资金用途'],
  ],
  [['主管部门', '主管部门']],
  [
    ['项目开始日期', '项目开始日期'],
    ['项目完成日期', '项目完成日期'],
  ],
  [
    ['项目总投资', '项目总投资\n（万元）'],
    ['中央补助安排', '中央补助安排\n（万元）'],
  ],
  [
    ['省级财政安排', '省级财政安排\n（万元）'],
    ['其他资金', '其他资金\n（万元）'],
  ],
  [
    ['预算申报数', '预算申报数\n（万元）'],
    ['资金性质', '资金性质'],
  ],
  [['基本情况', '基本情况']],
  [['立项必要性', '项目立项\n必要性']],
  [['保证措施', '保证项目实施\n的制度措施']],
  [['实施计划', '项目实施计划']],
  [
    ['组织实施单位', '组织实施单位'],
    ['监督管理单位', '监督管理单位'],
    ['项目实施单位', '项目实施单位'],
  ],
];
const below: typeof above = [[['需要说明的其他问题', '需要说明的\n其他问题']], [['年度绩效目标', '年度绩效目标']]];

const levels: readonly (readonly [first: string, second: string])[] = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['成本指标', '经济成本指标'],
  ['成本指标', '社会成本指标'],
  ['成本指标', '生态环境成本指标'],
  ['效益指标', '经济效益指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '生态效益指标'],
  ['满意度指标', '服务对象满意度'],
];

/** The amounts of the cases as the form prints them, worked out by hand. */
const printedAmounts: Readonly<Record<string, string>> = {
  '0': '0.00',
  '20': '20.00',
  '20万元': '20.00',
  '18.3575': '18.3575',
  '0.2亿元': '2,000.00',
  '3.5元': '0.00035',
  '0.01元': '0.000001',
  '1,234,567': '1,234,567.00',
  '999999999.999999': '999,999,999.999999',
};

export const gansuHead = ['一级指标', '二级指标', '三级指标', '指标目标值'];

/** `year` is the folder's. */
export function expectedGansuForm(meant: GansuMeant, year: string): ExpectedForm {
  const rowOf = (fields: (typeof above)[number]) =>
    fields.flatMap(([key, label]) => [labelCell(label), fieldCell(meant, key)]);
  return {
    title: `省级部门预算项目支出绩效目标表(${meant.年度 ?? year}年度)`,
    rows: [
      ...above.map(rowOf),
      [labelCell('政策依据'), policyCell(meant.政策依据), labelCell('其他依据'), fieldCell(meant, '其他依据')],
      ...below.map(rowOf),
      gansuHead.map(labelCell),
      ...levels.flatMap(([first, second]) =>
        rowsOf(`/绩效指标/${first}/${second}`, meant.绩效指标[first]?.[second] ?? []).map((cells) => [
          labelCell(first),
          labelCell(second),
          ...cells,
        ]),
      ),
    ],
  };
}

function labelCell(text: string): ExpectedCell {
  return { text, field: null, number: null, fields: [] };
}

function valueCell(pointer: string, text: string | undefined): ExpectedCell {
  const fields = text === undefined ? [] : [{ pointer, text }];
  return { text: text ?? '', field: pointer, number: null, fields };
}

function fieldCell(meant: GansuMeant, key: TextKey): ExpectedCell {
  const written = meant[key];
  if (!money.has(key)) return valueCell(`/${key}`, written);
  const printed = printedAmounts[String(written)];
  if (printed === undefined) throw new Error(`work out by hand how ${written} is printed`);
  return { ...valueCell(`/${key}`, printed), number: printed.replaceAll(',', '') };
}

/** Every policy begins a line of its own, without a number. */
function policyCell(policies: readonly string[]): ExpectedCell {
  const fields = policies.map((text, index) => ({ pointer: `/政策依据/${index}`, text }));
  return { text: policies.join('\n'), field: '/政策依据', number: null, fields };
}

/** 不适用 stands in both cells of one row; an empty list leaves one empty row. */
function rowsOf(pointer: string, rows: GansuRows): readonly (readonly ExpectedCell[])[] {
  const keys = ['名称', '指标值'] as const;
  if (rows === '不适用') {
    return [
      keys.map((key, column) => ({
        ...valueCell(`${pointer}/0/${key}`, '不适用'),
        fields: column === 0 ? [{ pointer, text: '不适用' }] : [],
      })),
    ];
  }
  if (rows.length === 0) return [keys.map((key) => valueCell(`${pointer}/0/${key}`, undefined))];
  return rows.map((row, index) => keys.map((key) => valueCell(`${pointer}/${index}/${key}`, row[key])));
}
