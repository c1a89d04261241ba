// Opens and saves documents again with the programs that reviewers have, all of them in one start: a start takes seconds.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../support/programs.js';

/** `to`: another format than the documents' own. */
export function savedByLibreOffice(
  documents: readonly Uint8Array[],
  format: 'xlsx' | 'docx',
  to: 'xlsx' | 'docx' | 'pdf' = format,
): readonly Uint8Array[] {
  return inFolder((folder) => {
    const files = writeAll(documents, folder, format);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const saved = join(folder, 'saved');
    runProgram('soffice', [profile, '--headless', '--convert-to', to, '--outdir', saved, ...files]);
    return documents.map((_, index) => readFileSync(join(saved, `${index}.${to}`)));
  });
}

const resave = `
import sys, openpyxl
for path in sys.argv[1:]:
    openpyxl.load_workbook(path).save(path)
`;

export function savedByOpenpyxl(workbooks: readonly Uint8Array[]): readonly Uint8Array[] {
  return editedByOpenpyxl(workbooks, resave);
}

/** `script` gets the workbooks' paths as arguments, and leaves them changed. */
export function editedByOpenpyxl(workbooks: readonly Uint8Array[], script: string): readonly Uint8Array[] {
  return editedByPython(workbooks, 'xlsx', script);
}

export function editedByPython(
  documents: readonly Uint8Array[],
  format: 'xlsx' | 'docx',
  script: string,
): readonly Uint8Array[] {
  return inFolder((folder) => {
    const files = writeAll(documents, folder, format);
    runProgram('python', ['-c', script, ...files]);
    return files.map((file) => readFileSync(file));
  });
}

function writeAll(documents: readonly Uint8Array[], folder: string, extension: string): readonly string[] {
  return documents.map((bytes, index) => {
    const file = join(folder, `${index}.${extension}`);
    writeFileSync(file, bytes);
    return file;
  });
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What LibreOffice itself saves as text is changed there, and saved as a workbook again by it. */
export function editedByLibreOffice(
  workbook: Uint8Array,
  changes: readonly (readonly [from: string, to: string])[],
): Uint8Array {
  return inFolder((folder) => {
    const [file = ''] = writeAll([workbook], folder, 'xlsx');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const convert = (from: string, to: string) =>
      runProgram('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, from]);
    convert(file, 'fods');
    const flat = join(folder, '0.fods');
    const text = readFileSync(flat, 'utf8');
    for (const [from] of changes) if (!text.includes(from)) throw new Error(`the workbook does not say ${from}`);
    writeFileSync(
      flat,
      changes.reduce((all, [from, to]) => all.replaceAll(from, () => to), text),
    );
    convert(flat, 'xlsx');
    return readFileSync(file);
  });
}

/** Nothing joined; a column in front, one behind the second, a row under the title and one above the table; no stars; labels with other colons. */
export const workbookRewritten = `
import re, sys, openpyxl
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    for joined in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(joined))
    sheet.data_validations.dataValidation = []
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, (int, float)):
                cell.value = '{:,.2f}'.format(cell.value)
                cell.number_format = '@'
            elif isinstance(cell.value, str) and len(cell.value) < 30 and '\\n' not in cell.value:
                cell.value = re.sub('^[*]', '', cell.value)
                cell.value = re.sub('：$', ' :', cell.value)
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == '一级指标')
    sheet.insert_rows(head)
    sheet.insert_rows(2)
    sheet.insert_cols(3)
    sheet.insert_cols(1)
    book.save(path)
`;

/** A row in front of all others and a column behind the first, both with old values, and hidden. */
export const workbookHiding = `
import sys, openpyxl
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    for joined in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(joined))
    sheet.insert_cols(2)
    sheet.insert_rows(2)
    sheet['A2'], sheet['C2'], sheet['B3'] = '项目编码：', '旧的编码', '更旧的编码'
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions['B'].hidden = True
    book.save(path)
`;

/** Typed into a new workbook from D7 on: labels with numbers before and spaces in them, those of the table joined downwards, a blank row in it. */
export const workbookRetyped = `
import re, sys, openpyxl
for path in sys.argv[1:]:
    old = openpyxl.load_workbook(path).active
    joined = {(r.min_row, r.min_col): (r.max_row - r.min_row, r.max_col - r.min_col) for r in old.merged_cells.ranges}
    cells = [cell for row in old.iter_rows() for cell in row if cell.value is not None]
    labels = {cell.column: None for cell in cells if cell.value in ('一级指标', '二级指标')}
    head = next(cell.row for cell in cells if cell.value == '一级指标')
    typed = []
    for cell in cells:
        text, (down, across) = cell.value, joined.get((cell.row, cell.column), (0, 0))
        row = cell.row + 6 + (cell.row > head + 3)
        above = labels.get(cell.column)
        if above and cell.row > head and above[0] == text:
            above[1][3] = row + down - above[1][0]
            continue
        if cell.row < head and isinstance(text, str) and re.fullmatch('[^\\n，。；]{2,20}：', text):
            text = '{}、{}'.format(len(typed), ' '.join(text))
        typed.append([row, cell.column + 3, text, down, across, cell.data_type])
        if cell.column in labels and cell.row > head:
            labels[cell.column] = text, typed[-1]
    book = openpyxl.Workbook()
    for row, column, text, down, across, kind in typed:
        book.active.cell(row, column, text).data_type = kind
        book.active.merge_cells(start_row=row, start_column=column, end_row=row + down, end_column=column + across)
    book.save(path)
`;

/** The table's labels joined downwards, with a blank row among its rows; spaces in other labels, and numbers before them. */
export const wordRetyped = `
import copy, re, sys, docx
from docx.oxml.ns import qn
for path in sys.argv[1:]:
    document = docx.Document(path)
    number = 0
    for table in document.tables:
        above = {}
        for row in table._tbl.tr_lst:
            cells = row.tc_lst
            texts = [[node for node in cell.iter(qn('w:t'))] for cell in cells]
            words = [''.join(node.text for node in nodes) for nodes in texts]
            for cell, nodes, text in zip(cells, texts, words):
                if len(nodes) == 1 and re.fullmatch('[^，。；]{2,20}：', text):
                    number += 1
                    nodes[0].text = '{}、{}'.format(number, ' '.join(text))
            for index in range(2 if len(cells) > 3 and above or words[0] == '一级指标' else 0):
                if above.get(index) == words[index]:
                    cells[index].vMerge = 'continue'
                    for node in texts[index]:
                        node.text = ''
                else:
                    cells[index].vMerge = 'restart'
                above[index] = words[index]
    document.save(path)
`;

/** No stars, half-width colons and brackets, labels with spaces in them; the same first label stands once. */
export const wordRewritten = `
import re, sys, docx
for path in sys.argv[1:]:
    document = docx.Document(path)
    for table in document.tables:
        last = None
        for row in table.rows:
            for index, cell in enumerate(row.cells):
                text = cell.text
                if len(text) < 20 and re.search('：$|^[*]', text):
                    text = re.sub('^[*]', '', text).replace('：', ':').replace('（', '(').replace('）', ')')
                    text = ' '.join(text[:2]) + text[2:]
                    for extra in cell.paragraphs[1:]:
                        extra._p.getparent().remove(extra._p)
                    cell.paragraphs[0].text = text
                if index == 0 and len(row.cells) > 3 and text.endswith('指标'):
                    if text == last:
                        cell.paragraphs[0].text = ''
                    last = text
    document.save(path)
`;
