// What the workbook looks like on paper, printed by LibreOffice: whole, A4 landscape, pages where they should begin.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Grid, Table } from '../../../src/compose/grid.js';
import type { Theme } from '../../../src/compose/theme.js';
import { xlsx } from '../../../src/render/xlsx/xlsx.js';
import { missing } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { type Printed, print } from './printed.js';
import { type ReadWorkbook, readBack } from './read-back.js';

const date = new Date('2025-01-01T00:00:00Z');
const meta = { title: '申报表', author: null, code: null, year: null, date, digest: '0', origin: null };

async function printed(grid: Grid, theme: Theme = sampleTheme()): Promise<{ book: ReadWorkbook; paper: Printed }> {
  const { value, findings } = await xlsx.render(grid, theme, meta);
  if (!value) throw new Error(JSON.stringify(findings));
  return { book: readBack(value), paper: await print(value, theme) };
}

/** As it must be seen: spaces removed, amounts in the form's format. */
function expected(book: ReadWorkbook): Record<string, string> {
  const shown = Object.entries(book.cells).flatMap(([address, { value }]) => {
    if (value === null) return [];
    if (typeof value === 'string') return [[address, value.replace(/\s/g, '')]];
    return [[address, value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')]];
  });
  return Object.fromEntries(shown);
}

/** The sample with other texts under its labels and other rows in its table of indicators. */
function extreme(change: { readonly items: string; readonly goal: string; readonly indicators: Table['rows'] }): Grid {
  const { tables, ...grid } = sampleGrid();
  const [particulars, texts, indicators, remark] = tables as [Table, Table, Table, Table];
  const replaced = (index: number, text: string) => ({ cells: [cell(text, 'text', { field: `/${index}` })] });
  const rows = texts.rows.map((row, index) =>
    index === 3 ? replaced(index, change.items) : index === 5 ? replaced(index, change.goal) : row,
  );
  const [head] = indicators.rows;
  if (!head) throw new Error('the sample has a head');
  return {
    ...grid,
    tables: [particulars, { ...texts, rows }, { ...indicators, rows: [head, ...change.indicators] }, remark],
  };
}

const reason = missing('soffice', 'pdftotext', 'python');

describe.skipIf(reason)(`the sample on paper${reason ? ` (${reason})` : ''}`, () => {
  let book: ReadWorkbook;
  let paper: Printed;
  beforeAll(async () => {
    ({ book, paper } = await printed(sampleGrid()));
  });

  test('no line of any cell is clipped', () => {
    expect(paper.cells).toEqual(expected(book));
  });

  test('A4 landscape, three pages, each with its number', () => {
    expect([Math.round(paper.width), Math.round(paper.height)]).toEqual([842, 595]);
    expect(paper.footers).toEqual(['第1页共3页', '第2页共3页', '第3页共3页']);
  });

  test('pages begin with a label, and the head of the table does not repeat where nothing of the table went before', () => {
    expect(paper.tops.slice(1)).toEqual(['测算依据：', '长期目标（跨度多年的项目需填）：']);
  });
});

describe.skipIf(reason)(`extreme texts on paper${reason ? ` (${reason})` : ''}`, () => {
  test('200 items, a goal of 3,000 characters, 60 indicators: whole, and the head repeats', async () => {
    const items = Array.from({ length: 200 }, (_, index) => {
      const tail = '、比赛和其他活动'.repeat(index % 15);
      return `${index + 1}.第${index + 1}项活动（${index}万）：组织 Sports Meeting ${index}%${tail}`;
    }).join('\n');
    const goal = '全年开展活动不少于9次，对外开放服务率不低于90%；'.repeat(125).slice(0, 3000);
    const wide = [
      'WWWMMM@@@%%%'.repeat(9),
      '0123456789'.repeat(12),
      '，。；：！？（）'.repeat(20),
      'https://example.org/a?b=c&d=e',
    ];
    const indicators = Array.from({ length: 60 }, (_, index) => ({
      cells: [
        cell('产出指标', 'category'),
        cell('*数量指标', 'category'),
        cell(`第${index + 1}项指标`, 'indicator', { field: `/${index}/名称` }),
        cell(`≥${index}场次`, 'target', { field: `/${index}/指标值` }),
        cell(`${wide[index % 8] ?? '考察全年开展活动次数'}${index}`, 'indicator', { field: `/${index}/解释` }),
      ],
    }));
    const { book, paper } = await printed(extreme({ items, goal, indicators }));
    expect(paper.cells).toEqual(expected(book));
    expect(paper.pages).toBe(book.page.breaks.length + 1);
    expect(paper.tops.filter((top) => top === '一级指标二级指标三级指标指标值指标解释').length).toBeGreaterThan(1);
  });

  test('a page in portrait with narrow columns', async () => {
    const theme = sampleTheme();
    const paperSize = { name: 'A4', landscape: false, width: 595.28, height: 841.89 } as const;
    const { book, paper } = await printed(sampleGrid(), { ...theme, paper: paperSize });
    expect(paper.cells).toEqual(expected(book));
    expect([Math.round(paper.width), Math.round(paper.height)]).toEqual([595, 842]);
  });
});
