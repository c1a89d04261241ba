// Turns a grid into a workbook of one sheet that is both what is printed and what clerks fill in.
// exceljs takes a quarter of a second to load, so it is loaded on the first render, not with this file.
import type { Worksheet } from 'exceljs';
import type { Grid } from '../../compose/grid.js';
import { styleOf, type Theme } from '../../compose/theme.js';
import type { Meta, Renderer } from '../renderer.js';
import { validationOf } from './choices.js';
import { cellStyle, cellValue } from './content.js';
import { faultsOf } from './faults.js';
import { type Layout, layOut, type PlacedCell } from './layout.js';
import { digitPixels, finishPackage } from './package.js';
import { protect, setUpPage, sheetName, view } from './sheet.js';

export const xlsx: Renderer = {
  format: 'xlsx',
  extension: '.xlsx',
  async render(grid, theme, meta) {
    const layout = layOut(grid, theme);
    const findings = layout.cells.flatMap(({ cell }) => faultsOf(cell));
    if (findings.length > 0) return { value: null, findings };
    return { value: finishPackage(await write(grid, theme, meta, layout), meta), findings };
  },
};

async function write(grid: Grid, theme: Theme, meta: Meta, layout: Layout): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.title = meta.title;
  workbook.creator = meta.author ?? '';
  workbook.lastModifiedBy = meta.author ?? '';
  workbook.created = meta.date;
  workbook.modified = meta.date;
  workbook.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const sheet = workbook.addWorksheet(sheetName(grid.title), { views: [view] });
  for (const [index, pixels] of layout.columns.entries()) sheet.getColumn(index + 1).width = pixels / digitPixels;
  for (const [index, height] of layout.rows.entries()) sheet.getRow(index + 1).height = height;
  for (const placed of layout.cells) fill(sheet, theme, placed);
  setUpPage(sheet, theme, layout, sheet.getColumn(layout.columns.length).letter);
  await protect(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Style before merging: exceljs then gives it to every cell of the merge, so that the whole of it is open or locked. */
function fill(sheet: Worksheet, theme: Theme, { cell, top, left, bottom, right }: PlacedCell): void {
  const style = styleOf(theme, cell.style);
  const target = sheet.getCell(top, left);
  target.value = cellValue(cell, style, theme);
  target.style = cellStyle(cell, style, theme);
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
  if (cell.choices && cell.choices.length > 0) target.dataValidation = validationOf(cell.choices);
}
