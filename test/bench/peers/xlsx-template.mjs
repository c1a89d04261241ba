// xlsx-template: fills in a template that was made once by exceljs.
import XlsxTemplate from 'xlsx-template';
import { dataOf, placeholderGrid } from '../contents.mjs';
import { workbookOf } from './exceljs.mjs';

export async function openXlsxTemplate({ grid, theme }) {
  const placeholders = placeholderGrid(grid, {
    value: (key) => `\${${key}}`,
    lines: (key) => [`\${${key}}`],
    item: (column) => `\${table:rows.c${column}}`,
  });
  const template = Buffer.from(await workbookOf(placeholders, theme).xlsx.writeBuffer());
  return {
    name: 'xlsx-template',
    lacks: 'fills texts into a finished layout; no row heights (long texts are cut off), page breaks or locked cells',
    prepare: (form) =>
      dataOf(
        form.grid,
        (lines) => lines.join('\n'),
        (cell) => Number(cell.amount.decimal),
      ),
    make(data) {
      const workbook = new XlsxTemplate(template);
      workbook.substitute(1, data);
      return workbook.generate({ type: 'nodebuffer' });
    },
  };
}
