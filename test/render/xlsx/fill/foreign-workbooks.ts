// Makes workbooks as an authority may hand them out, by other programs: openpyxl, LibreOffice, exceljs. Row 9 is repeated for each
// indicator of one kind; sums stand above, below and on another sheet.
import ExcelJS from 'exceljs';
import { convert, runProgram } from '../../../support/programs.js';

const placeholders = {
  B2: '{{项目编码}}',
  D2: '{{项目名称}}',
  B3: '{{项目总金额}}',
  D3: '{{本年度项目金额}}',
  B4: '{{政策依据}}',
  A9: '{{#each 绩效指标.产出指标.数量指标}}{{@number}}',
  B9: '{{名称}}',
  C9: '{{指标值}}',
  D9: '{{解释}}{{/each}}',
};

const labels = {
  A1: '绩效目标申报表',
  A2: '项目编码',
  C2: '项目名称',
  A3: '总金额',
  C3: '本年度',
  A4: '依据',
  A6: '条数',
  A8: '序号',
  B8: '名称',
  C8: '值',
  D8: '解释',
  A11: '合计字数',
  A12: '审核',
};

const formulas = {
  B6: 'COUNTA(B9:B9)',
  C6: 'D3/B3',
  E9: 'LEN(B9)',
  F9: 'E9/SUM(E$9:E$9)',
  B11: 'SUM(E9:E9)',
  C11: 'B11+B6',
  D11: 'SUM(F9:F9)',
  B12: '审核人',
};

const script = `
import io, json, sys
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
placeholders, labels, formulas = json.load(sys.stdin)
book = Workbook()
sheet = book.active
sheet.title = '申报表'
side = Side(style='thin')
for name, text in {**placeholders, **labels}.items(): sheet[name] = text
for name, text in formulas.items(): sheet[name] = '=' + text
for row in sheet['A1:F12']:
    for cell in row: cell.border = Border(side, side, side, side)
for name in ('A9', 'B9', 'C9', 'D9', 'E9', 'F9'):
    sheet[name].fill = PatternFill('solid', fgColor='FFF2CC')
    sheet[name].alignment = Alignment(wrap_text=True)
    sheet[name].protection = Protection(locked=False)
sheet['A1'].font = Font(size=18, bold=True)
for name in ('B3', 'D3'): sheet[name].number_format = '#,##0.00'
sheet['C6'].number_format = sheet['F9'].number_format = '0.0%'
for text in ('A1:F1', 'B4:F4', 'D2:F2', 'A11:A12'): sheet.merge_cells(text)
sheet.row_dimensions[9].height = 33
sheet.row_dimensions[4].height = 120
choices = DataValidation(type='list', formula1='代码!$A$1:$A$3')
choices.add('C9')
choices.add('C12')
sheet.add_data_validation(choices)
sheet.conditional_formatting.add('A9:F9', FormulaRule(formula=['$C9="不适用"'], fill=PatternFill('solid', bgColor='D9D9D9')))
sheet.conditional_formatting.add('B11:C11', CellIsRule(operator='greaterThan', formula=['$B$6'], font=Font(color='FF0000')))
for name, text in (('审核人', '代码!$B$1'), ('各名称', '申报表!$B$9:$B$9')):
    made = DefinedName(name, attr_text=text)
    book.defined_names.append(made) if hasattr(book.defined_names, 'append') else book.defined_names.add(made)
sheet.print_area = 'A1:F12'
sheet.print_title_rows = '8:8'
sheet.freeze_panes = 'A9'
sheet.row_breaks.append(Break(id=11))
sheet['A11'].comment = Comment('自动计算', '财政局')
sheet.protection.sheet = True
codes = book.create_sheet('代码')
codes.sheet_state = 'hidden'
for row in (('甲', '张三'), ('乙',), ('丙',)): codes.append(row)
total = book.create_sheet('汇总')
for row in (('项目', '字数'), ('{{项目名称}}', '=SUM(申报表!E9:E9)'), ('合计', '=申报表!B11*2')): total.append(row)
total.add_table(Table(displayName='汇总表', ref='A1:B3'))
made = io.BytesIO()
book.save(made)
sys.stdout.buffer.write(made.getvalue())
`;

async function byOpenpyxl(): Promise<Uint8Array> {
  const encoded = runProgram('python', ['-c', encode(script)], JSON.stringify([placeholders, labels, formulas]));
  return Buffer.from(encoded, 'base64');
}

/** What a program prints is read as text here. */
function encode(program: string): string {
  return program.replace(
    'sys.stdout.buffer.write(made.getvalue())',
    'import base64\nprint(base64.b64encode(made.getvalue()).decode())',
  );
}

async function byLibreOffice(): Promise<Uint8Array> {
  return convert(await byOpenpyxl(), 'xlsx', 'xlsx');
}

/** A red point. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

async function byExceljs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('申报表', {
    views: [{ state: 'frozen', ySplit: 8 }],
    pageSetup: { printArea: 'A1:F12' },
  });
  for (const [name, text] of Object.entries({ ...placeholders, ...labels })) sheet.getCell(name).value = text;
  for (const [name, formula] of Object.entries(formulas))
    sheet.getCell(name).value = { formula, date1904: false, result: 99 };
  for (const name of ['B3', 'D3']) sheet.getCell(name).numFmt = '#,##0.00';
  sheet.getRow(9).height = 33;
  for (const range of ['A1:F1', 'B4:F4', 'D2:F2', 'A11:A12']) sheet.mergeCells(range);
  for (const name of ['C9', 'C12']) sheet.getCell(name).dataValidation = { type: 'list', formulae: ['代码!$A$1:$A$3'] };
  const image = book.addImage({ base64: png, extension: 'png' });
  sheet.addImage(image, { tl: { col: 6, row: 10 }, ext: { width: 40, height: 20 } });
  sheet.addImage(image, { tl: { col: 6, row: 7 }, br: { col: 7, row: 11 }, editAs: 'twoCell' } as never);
  sheet.getCell('A11').note = '自动计算';
  const codes = book.addWorksheet('代码', { state: 'veryHidden' });
  codes.addRows([['甲', '张三'], ['乙'], ['丙']]);
  const total = book.addWorksheet('汇总');
  total.addRows([
    ['项目', '字数'],
    ['{{项目名称}}', { formula: 'SUM(申报表!E9:E9)', result: 99 }],
    ['合计', { formula: '申报表!B11*2', result: 99 }],
  ]);
  book.definedNames.add('代码!$B$1', '审核人');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** By the program that wrote the file. */
export const makers = { openpyxl: byOpenpyxl, LibreOffice: byLibreOffice, exceljs: byExceljs } as const;
