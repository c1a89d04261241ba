// Reads Word files with python-docx and workbooks with openpyxl: all of them in one run of Python, which takes longest to start.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, runProgram } from '../support/programs.js';
import type { ReadForm } from './compare.js';

const script = `
import json, re, sys, zipfile
from decimal import Decimal
import docx, openpyxl

def word(path):
    document = docx.Document(path)
    def cell(tc):
        return {'text': '\\n'.join(docx.text.paragraph.Paragraph(p, document).text for p in tc.p_lst)}
    return {
        'title': document.paragraphs[0].text,
        'rows': [[cell(tc) for tc in tr.tc_lst] for table in document.tables for tr in table._tbl.tr_lst],
    }

def sheet(path):
    # Excel reads _x0041_ in a text as A; openpyxl does not and would not notice.
    shared = zipfile.ZipFile(path).read('xl/sharedStrings.xml').decode().replace('_x005F_', '')
    assert not re.search('_x[0-9A-Fa-f]{4}_', shared)
    ws, = openpyxl.load_workbook(path).worksheets
    covered = {(y, x) for r in ws.merged_cells.ranges for y in range(r.min_row, r.max_row + 1)
               for x in range(r.min_col, r.max_col + 1) if (y, x) != (r.min_row, r.min_col)}
    def cell(c):
        if c.data_type == 'n' and c.value is not None:
            exact = Decimal(repr(c.value))
            decimals = {'#,##0.00': 2, '#,##0.00####': 6}[c.number_format]
            whole, fraction = format(exact, f',.{decimals}f').split('.')
            text = f"{whole}.{fraction[:2]}{fraction[2:].rstrip('0')}"
            return {'text': text, 'number': text.replace(',', '')}
        assert c.value is None or c.data_type == 's', (c.coordinate, c.data_type)
        return {'text': c.value or ''}
    rows = [[cell(c) for c in row if (c.row, c.column) not in covered]
            for row in ws.iter_rows(1, ws.max_row, 1, ws.max_column)]
    rows = [row for row in rows if row]
    return {'title': rows[0][0]['text'], 'rows': rows[1:]}

print(json.dumps([word(p) if p.endswith('.docx') else sheet(p) for p in json.load(sys.stdin)]))
`;

/** The documents in their order. A formula or a number of another format than an amount's fails. */
export function readOffice(
  documents: readonly { readonly format: string; readonly bytes: Uint8Array }[],
): Promise<readonly ReadForm[]> {
  return inFolder((folder) => {
    const paths = documents.map(({ format, bytes }, index) => {
      const path = join(folder, `${index}.${format}`);
      writeFileSync(path, bytes);
      return path;
    });
    return JSON.parse(runProgram('python', ['-c', script], JSON.stringify(paths))) as readonly ReadForm[];
  });
}
