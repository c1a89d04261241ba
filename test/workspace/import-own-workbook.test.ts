// An authority's own workbook comes home as ours do: by its own layout, which is read from the very file that is filled.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editedByOpenpyxl, savedByLibreOffice } from '../intake/import/saved-by.js';
import { missing } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { inWorkspace, type Workspace } from '../support/workspace.js';

/** Other words than the form's, other places, a column and a sheet of its own, formulas, a comment. */
const drawn = `
import sys, openpyxl
from openpyxl.comments import Comment
for path in sys.argv[1:]:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = '申报'
    rows = [
        ['（附件3）二级项目支出绩效目标申报表（{{年度}}年）'],
        ['名称', '{{项目名称}}', None, '编码', '{{项目编码}}'],
        ['全部资金', '{{项目总金额}}', None, '当年资金', '{{本年度项目金额}}'],
        ['依据的文件', '{{#each 政策依据}}（{{@number}}）{{this}}{{#unless @last}}；{{/unless}}{{/each}}'],
        ['怎样测算', '{{测算依据}}'],
        ['要达到的目标', '当年', '{{年度目标}}'],
        [None, '以后', '{{长期目标}}'],
        ['类', '项', '内容', '标准', '说明', '字数'],
        ['{{#each 绩效指标}}{{@../../label}}', '{{#if @../starred}}*{{/if}}{{@../label}}', '{{名称}}', '{{指标值}}', '{{解释}}{{/each}}', '=LEN(C9)'],
        ['合计', None, None, None, None, '=SUM(F9:F9)'],
        ['填报说明：不要改动格式。'],
    ]
    for row in rows:
        sheet.append(row)
    for area in ['A1:F1', 'B2:C2', 'E2:F2', 'B3:C3', 'E3:F3', 'B4:F4', 'B5:F5', 'A6:A7', 'C6:F6', 'C7:F7', 'A11:F11']:
        sheet.merge_cells(area)
    sheet['A11'].comment = Comment('由财政部门解释', '财政局')
    codes = book.create_sheet('代码')
    codes.append(['15', '履职类'])
    book.save(path)
`;

const edits = `
import sys, openpyxl
from openpyxl.comments import Comment
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    sheet = book['申报']
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == 2425500:
                cell.value = '2,415,500.00'
            elif cell.value == '≥30场次':
                cell.value = '≥36场次'
                cell.comment = Comment('去年就有 10 场', '李四')
            elif isinstance(cell.value, str) and '书籍采购（1万）' in cell.value:
                cell.value = '\\n'.join(line for line in cell.value.split('\\n') if '书籍采购' not in line)
    book.save(path)
`;

const built = 'out/2025/区总工会工作经费.xlsx';

async function fill({ root, write, shenbao }: Workspace): Promise<Uint8Array> {
  write('templates/project-goal/注.txt', '');
  const [workbook] = editedByOpenpyxl([Buffer.alloc(0)], drawn);
  writeFileSync(join(root, 'templates/project-goal/workbook.xlsx'), workbook as Uint8Array);
  expect(await shenbao('build', '--to', 'xlsx')).toMatchObject({ status: 0, complaints: '' });
  return readFileSync(join(root, built));
}

describe.skipIf(missing('python', 'soffice'))('a workbook of the authority', () => {
  test(
    'says what the declaration says, as it was filled and after others saved it',
    () =>
      inWorkspace(async (workspace) => {
        const filled = await fill(workspace);
        const saved = [filled, ...editedByOpenpyxl([filled], '0'), ...savedByLibreOffice([filled], 'xlsx')];
        for (const [index, bytes] of saved.entries()) {
          writeFileSync(join(workspace.root, `${index}.xlsx`), bytes);
          const { status, out } = await workspace.shenbao('import', `${index}.xlsx`, '--update');
          expect(out).toContain(`${samplePath} 没有要改的，没有动它`);
          expect(out).not.toContain('没有看懂');
          expect(out).not.toContain('批注');
          expect(status).toBe(0);
        }
        const verified = await workspace.shenbao('verify', built, '0.xlsx', '1.xlsx', '2.xlsx');
        expect(verified.out).toContain('核对了 4 份：没有改动 4 份。');
      }),
    60_000,
  );

  test(
    'brings home what a reviewer changed in it, and nothing else',
    () =>
      inWorkspace(async (workspace) => {
        const [edited] = editedByOpenpyxl([await fill(workspace)], edits);
        writeFileSync(join(workspace.root, '送回.xlsx'), edited as Uint8Array);
        expect((await workspace.shenbao('verify', '送回.xlsx')).out).toContain('指标值：≥30场次 → ≥36场次');
        const before = workspace.read(samplePath);
        const { out } = await workspace.shenbao('import', '送回.xlsx', '--update');
        expect(out).toContain('本年度项目金额：2,425,500.00 → 2,415,500.00');
        expect(out).toContain('指标值：≥30场次 → ≥36场次  收紧');
        expect(out).toContain('删去  测算依据第 18 项“书籍采购”');
        expect(out).toContain('申报!D9，李四  去年就有 10 场');
        const after = workspace.read(samplePath).split('\n');
        expect(after.filter((line) => !before.split('\n').includes(line))).toEqual([
          '本年度项目金额: 2,415,500.00',
          '        指标值: ≥36场次',
          '    # 批注（申报!D9，李四）：',
          '    # | 去年就有 10 场',
        ]);
        expect(before.split('\n').filter((line) => !after.includes(line))).toEqual([
          '本年度项目金额: 2,425,500.00',
          '  - 事项: 书籍采购',
          '        指标值: ≥30场次',
        ]);
      }),
    60_000,
  );
});
