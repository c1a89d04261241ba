// The blank workbook: the official form with nothing in it but what is known, as openpyxl and LibreOffice see it.
import { beforeAll, describe, expect, test } from 'vitest';
import { blankText } from '../../src/intake/blank-text.js';
import { blankWorkbook } from '../../src/intake/blank-workbook.js';
import { type ReadWorkbook, readBack } from '../render/xlsx/read-back.js';
import { convert, missing } from '../support/programs.js';
import { form, kits } from '../support/project-goal.js';

const settings = { year: '2026', epoch: null, digest: '5f'.repeat(32), draft: false };

async function workbook(): Promise<Uint8Array> {
  const kit = await kits().kitFor(form.title);
  if (!kit.value) throw new Error('no kit');
  const text = blankText(form, { year: '2026', name: '节庆活动', schema: null });
  const { value, findings } = await blankWorkbook('节庆活动.xlsx', text, kit.value, settings);
  expect(findings).toEqual([]);
  if (!value) throw new Error('no workbook');
  return value;
}

test('is the same bytes every time', async () => {
  expect(Buffer.from(await workbook()).equals(await workbook())).toBe(true);
});

const reason = missing('python');

describe.skipIf(reason)(`the blank workbook${reason ? ` (${reason})` : ''}`, () => {
  let book: ReadWorkbook;
  beforeAll(async () => {
    book = readBack(await workbook());
  });

  /** What stands in each row of the sheet, from left to right; `[ ]` for an open cell with nothing in it. */
  const rows = () => {
    const merged = new Set(
      book.merges.flatMap((range) => {
        const [from = '', to = ''] = range.split(':');
        return Object.keys(book.cells).filter((at) => at !== from && within(at, from, to));
      }),
    );
    const byRow = new Map<number, string[]>();
    for (const [at, { value, locked }] of Object.entries(book.cells)) {
      if (merged.has(at)) continue;
      const row = Number(/\d+/.exec(at)?.[0]);
      byRow.set(row, [
        ...(byRow.get(row) ?? []),
        value === null ? (locked ? '[x]' : '[ ]') : `${value}${locked ? '' : ' (open)'}`,
      ]);
    }
    return [...byRow.values()].map((cells) => cells.join(' | '));
  };

  function within(at: string, from: string, to: string): boolean {
    const parts = (one: string) => [/[A-Z]+/.exec(one)?.[0] ?? '', Number(/\d+/.exec(one)?.[0])] as const;
    const [[column, row], [left, top], [right, bottom]] = [parts(at), parts(from), parts(to)];
    return column >= left && column <= right && row >= top && row <= bottom;
  }

  test('has the whole form: grey cells locked, one open row where there is a star, the word where there is none', () => {
    expect(rows()).toMatchInlineSnapshot(`
      [
        "二级项目支出绩效目标申报表",
        "项目编码： | [x] | 项目名称： | 节庆活动",
        "申请单位： | [x] | 一级预算单位： | [x]",
        "实施期限： | [x] | 项目类型： | [x]",
        "是否新增项目： | [x] | 分配方式： | [x]",
        "项目总金额（中期规划，元）： | [x] | 本年度项目金额（元）： | [x]",
        "政策依据：",
        "[ ]",
        "测算依据：",
        "[ ]",
        "年度目标：",
        "[ ]",
        "长期目标（跨度多年的项目需填）：",
        "[ ]",
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 指标解释",
        "产出指标 | *数量指标 | [ ] | [ ] | [ ]",
        "产出指标 | *质量指标 | [ ] | [ ] | [ ]",
        "产出指标 | *时效指标 | [ ] | [ ] | [ ]",
        "产出指标 | *成本指标 | [ ] | [ ] | [ ]",
        "效益指标 | 经济效益指标 | 不适用 (open) | 不适用 (open) | 不适用 (open)",
        "效益指标 | *社会效益指标 | [ ] | [ ] | [ ]",
        "效益指标 | 生态效益指标 | 不适用 (open) | 不适用 (open) | 不适用 (open)",
        "效益指标 | 可持续影响指标 | 不适用 (open) | 不适用 (open) | 不适用 (open)",
        "满意度指标 | *服务对象满意度指标 | [ ] | [ ] | [ ]",
        "满意度指标 | 其他满意度指标 | 不适用 (open) | 不适用 (open) | 不适用 (open)",
        "备注：作为导入模板，置灰信息无需录入，作为导出模板，置灰信息系统自动带出。",
      ]
    `);
  });

  test('has the choices of a build, and belongs to its year', () => {
    expect(book.validations.map(({ type, list }) => [type, list])).toEqual([['list', '"是,否"']]);
    expect(book.protection).toMatchObject({ on: true, password: null });
    expect(book.properties).toMatchObject({ title: `${form.title}　节庆活动`, created: '2026-01-01T00:00:00' });
  });

  test.skipIf(missing('soffice'))('opens in LibreOffice, and is the same there', async () => {
    const again = readBack(await convert(await workbook(), 'xlsx', 'xlsx'));
    const texts = (one: ReadWorkbook) => Object.values(one.cells).flatMap(({ value }) => value ?? []);
    expect(texts(again)).toEqual(texts(book));
  });
});
