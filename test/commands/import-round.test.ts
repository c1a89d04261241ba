// The round in practice, in a real repository: build, a reviewer edits the workbook in a program of their own, the workbook comes home, the
// change is looked at and committed, and the next build says what the reviewer wrote.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editedByLibreOffice, editedByOpenpyxl } from '../intake/import/saved-by.js';
import { missing } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { commitAll, gitIn, initRepository } from '../support/repository.js';
import { inWorkspace } from '../support/workspace.js';

const workbook = 'out/2025/区总工会工作经费.xlsx';

/** Values overwritten, an amount retyped as a text, an item taken out without new numbers, a remark beside the form, a comment. */
const edits = `
import sys, openpyxl
from openpyxl.comments import Comment
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == 5 or cell.value == '5':
                cell.value = 3
            elif cell.value == 2425500:
                cell.value = '2,415,500.00'
            elif isinstance(cell.value, str) and '书籍采购（1万）' in cell.value:
                lines = cell.value.split('\\n')
                cell.value = '\\n'.join(line for line in lines if '书籍采购' not in line)
            elif cell.value == '≤200元':
                cell.value = '≤180元'
                cell.comment = Comment('李四:\\n去年人均170元', '李四')
    sheet.cell(row=2, column=sheet.max_column + 2).value = '审核：李四'
    book.save(path)
`;

describe.skipIf(missing('git', 'python', 'soffice'))('a workbook that a reviewer edited', () => {
  test.each(['openpyxl', 'LibreOffice'])(
    'comes home from %s',
    (program) =>
      inWorkspace(async (workspace) => {
        const { root, shenbao } = workspace;
        const text = workspace
          .read(samplePath)
          .replace('本年度项目金额: 2,425,500.00', '本年度项目金额: 242.55万 # 与预算科核对过')
          .replace('指标值: ≤200元', "指标值: '≤200元'");
        initRepository(root, { [samplePath]: text, '.gitignore': 'out/\n.shenbao/\n' });
        expect((await shenbao('build', '--to', 'xlsx')).status).toBe(0);
        const built = readFileSync(join(root, workbook));
        const edited =
          program === 'openpyxl'
            ? editedByOpenpyxl([built], edits)[0]
            : editedByLibreOffice(built, [
                ['>5<', '>3<'],
                ['2,425,500.00', '2,415,500.00'],
                ['office:value="2425500"', 'office:value="2415500"'],
                ['会议筹备保障服务（3万）', '会议筹备保障服务（2万）'],
                ['≤200元', '≤180元'],
              ]);
        writeFileSync(join(root, '送回.xlsx'), edited as Uint8Array);

        const { status, out } = await shenbao('import', '送回.xlsx', '--update');
        expect(out).toContain('修改  实施期限：5 → 3\n');
        expect(out).toContain('修改  本年度项目金额：2,425,500.00 → 2,415,500.00  减少 10,000.00 元（-0.41%）\n');
        expect(out).toContain('指标值：≤200元 → ≤180元  收紧\n');
        if (program === 'openpyxl') {
          expect(status).toBe(1);
          expect(out).toContain('删去  测算依据第 18 项“书籍采购”：书籍采购（1万）  减少 10,000.00 元\n');
          expect(out).toMatch(/没有看懂 1 处，都写在文件的注释里：\n {4}\S+![A-Z]+2 {2}审核：李四\n/);
          expect(out).toMatch(/文件里有批注 1 处，都写在文件的注释里：\n {4}\S+![A-Z]+[0-9]+，李四 {2}去年人均170元\n/);
        }
        const difference = gitIn(root, 'diff', '--unified=0', '--', 'projects');
        const lines = difference.split('\n').filter((line) => /^[-+](?![-+]{2})/.test(line));
        const byBoth = [
          '-实施期限: 5',
          '+实施期限: 3',
          '-本年度项目金额: 242.55万 # 与预算科核对过',
          '+本年度项目金额: 2,415,500.00 # 与预算科核对过',
        ];
        const value = ["-        指标值: '≤200元'", '+        指标值: ≤180元'];
        expect(lines).toEqual(
          program === 'openpyxl'
            ? [
                '+# 导入时没有看懂（二级项目支出绩效目标申报表!J2）：',
                '+# | 审核：李四',
                '+',
                ...byBoth,
                '-  - 事项: 书籍采购',
                '-    金额: 1万',
                ...value,
                '+    # 批注（二级项目支出绩效目标申报表!F22，李四）：',
                '+    # | 去年人均170元',
              ]
            : [...byBoth, '-    金额: 3万', '+    金额: 2万', ...value],
        );

        expect((await shenbao('diff', 'HEAD', ':worktree')).out).toContain('实施期限：5 → 3');
        commitAll(root, '按审核意见修改');
        expect((await shenbao('build', '--to', 'xlsx')).status).toBe(0);
        const again = await shenbao('import', workbook, '--update', '--dry-run');
        expect(again.out).toContain(`${samplePath} 没有要改的，没有动它`);
      }),
    120_000,
  );
});
