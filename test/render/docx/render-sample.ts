// Renders grids for the tests of the Word renderer: the sample, or tables of single cells.
import type { Cell, Grid, Row, Table } from '../../../src/compose/grid.js';
import { docx } from '../../../src/render/docx/docx.js';
import type { Meta } from '../../../src/render/renderer.js';
import { cell, sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';

export const meta: Meta = {
  title: '二级项目支出绩效目标申报表 区总工会工作经费',
  author: '深圳市深汕特别合作区组织人事局（本级）',
  code: '440313230031500605004',
  year: '2025',
  date: new Date('2025-01-01T00:00:00Z'),
  digest: 'ab'.repeat(32),
  origin: sampleOrigin,
};

export async function render(grid: Grid, theme = sampleTheme(), about = meta): Promise<Uint8Array> {
  const { value, findings } = await docx.render(grid, theme, about);
  if (value === null) throw new Error(JSON.stringify(findings));
  return value;
}

/** A grid of one table. */
export function gridOf(columns: readonly string[], rows: readonly (readonly Cell[])[], headRows = 0): Grid {
  const table: Table = { columns, headRows, rows: rows.map((cells): Row => ({ cells })) };
  return { title: '申报表', titleStyle: 'title', tables: [table] };
}

/** A grid of one column, a row for each text. */
export function column(texts: readonly string[]): Grid {
  return gridOf(
    ['full'],
    texts.map((text) => [cell(text, 'text')]),
  );
}
