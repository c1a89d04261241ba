// Plain exceljs as its manual shows: values, styles, merges and column widths, cell by cell. It also makes xlsx-template's template.
import exceljs from 'exceljs';
import { cellColumns, cellText } from '../../../dist/compose/grid.js';
import { columnWidths } from '../../../dist/compose/theme.js';

/** About the width of a digit, the unit of column widths. */
const pointsPerDigit = 5.6;

export const plainExceljs = {
  name: 'exceljs',
  lacks:
    'no row heights (long texts are cut off in print), page breaks, locked cells or choices; other bytes each time',
  prepare: (form) => form,
  make: ({ grid, theme }) => workbookOf(grid, theme).xlsx.writeBuffer(),
};

export function workbookOf(grid, theme) {
  const workbook = new exceljs.Workbook();
  const { margin } = theme;
  const inches = { top: margin.top / 72, right: margin.right / 72, bottom: margin.bottom / 72, left: margin.left / 72 };
  const sheet = workbook.addWorksheet(grid.title, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      margins: { ...inches, header: 0, footer: 0 },
    },
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
  });

  // Tables with other columns share one sheet: its columns lie between all their edges.
  const tables = grid.tables.map((table) => ({ table, edges: edgesOf(columnWidths(theme, table.columns)) }));
  const edges = [...new Set(tables.flatMap((one) => one.edges))].sort((a, b) => a - b);
  for (let at = 1; at < edges.length; at++) sheet.getColumn(at).width = (edges[at] - edges[at - 1]) / pointsPerDigit;

  const fill = (cell, row, from, to) => {
    const target = sheet.getCell(row, from);
    target.value = cell.amount ? Number(cell.amount.decimal) : cellText(cell);
    setStyle(target, theme, theme.styles[cell.style], cell.amount !== null);
    if (to > from) sheet.mergeCells(row, from, row, to);
  };
  let row = 1;
  fill({ amount: null, style: grid.titleStyle, paragraphs: [[{ text: grid.title }]] }, row, 1, edges.length - 1);
  for (const { table, edges: own } of tables) {
    const starts = cellColumns(table);
    for (const [index, { cells }] of table.rows.entries()) {
      row += 1;
      for (const [at, cell] of cells.entries()) {
        const start = starts[index][at];
        fill(cell, row, edges.indexOf(own[start]) + 1, edges.indexOf(own[start + cell.colspan]));
      }
    }
  }
  return workbook;
}

/** Rounded, so that edges of different tables at one place are one. */
function edgesOf(widths) {
  const sumTo = (end) => widths.slice(0, end).reduce((sum, width) => sum + width, 0);
  return [0, ...widths.map((_, at) => Math.round(sumTo(at + 1)))];
}

function setStyle(target, theme, style, isAmount) {
  const line = { style: 'thin', color: { argb: `FF${theme.border.colour.slice(1)}` } };
  target.font = {
    name: theme.fonts[style.font].office,
    size: style.size,
    color: { argb: `FF${style.colour.slice(1)}` },
  };
  target.alignment = { horizontal: style.align, vertical: style.valign, wrapText: true };
  if (style.border) target.border = { top: line, right: line, bottom: line, left: line };
  if (style.fill) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${style.fill.slice(1)}` } };
  if (isAmount) target.numFmt = style.format;
}
