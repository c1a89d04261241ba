// A form with a workbook.xlsx of its own: what is built, when it is built again, what is said of a fault in it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { excelPart, excelWorkbook, partsOf } from '../render/xlsx/fill/excel-workbook.js';
import { inWorkspace, type Workspace } from '../support/workspace.js';

const file = 'templates/project-goal/workbook.xlsx';

function put({ root, write }: Workspace, bytes: Uint8Array): void {
  write('templates/project-goal/注.txt', '');
  writeFileSync(join(root, file), bytes);
}

const built = ({ root }: Workspace) => partsOf(readFileSync(join(root, 'out/2025/区总工会工作经费.xlsx')));

describe('a form with a workbook', () => {
  test('has it filled in place of building one; the other documents are as ever', async () => {
    await inWorkspace(async (workspace) => {
      await workspace.shenbao('build', '--out', 'plain');
      put(workspace, excelWorkbook());
      const ran = await workspace.shenbao('build');
      expect(ran).toMatchObject({ status: 0, complaints: '' });
      expect(built(workspace).get('customXml/item1.xml')).toBe('<财政 xmlns="urn:cz"/>');
      expect(built(workspace).get('xl/sharedStrings.xml')).toContain('<t>开展活动数量</t>');
      expect(built(workspace).get('docProps/custom.xml')).toContain('440313230031500605004');
      expect(workspace.read('out/2025/区总工会工作经费.html')).toContain('开展活动数量');
    });
  });

  test('is built again where the workbook changes, comes or goes, and says so', async () => {
    await inWorkspace(async (workspace) => {
      const again = async () => (await workspace.shenbao('build', '--explain')).out;
      await again();
      put(workspace, excelWorkbook());
      expect(await again()).toContain('要填写的工作簿（workbook.xlsx）有改动');
      expect(await again()).toContain('生成 0 份');
      put(workspace, excelWorkbook({ 'customXml/item1.xml': '<新/>' }));
      expect((await workspace.shenbao('build', '--check')).out).toContain('要填写的工作簿（workbook.xlsx）有改动');
      expect(await again()).toContain('要填写的工作簿（workbook.xlsx）有改动');
      expect(built(workspace).get('customXml/item1.xml')).toBe('<新/>');
      rmSync(join(workspace.root, file));
      expect(await again()).toContain('要填写的工作簿（workbook.xlsx）有改动');
      expect(built(workspace).has('customXml/item1.xml')).toBe(false);
    });
  });

  test('is not printed where it has a fault, which is told with sheet and cell', async () => {
    await inWorkspace(async (workspace) => {
      put(workspace, excelWorkbook(excelPart('xl/sharedStrings.xml', '{{项目编码}}', '{{项目编号}}')));
      const { status, complaints } = await workspace.shenbao('build');
      expect(status).toBe(1);
      expect(complaints).toContain(`${file}  错误 1 处`);
      expect(complaints).toContain('2:2  错误  工作表“申报表”的 B2：这里没有“项目编号”这个键');
      expect(complaints).toContain('因为这些错，1 份申报表没有生成。');
      expect((await workspace.shenbao('build', '--to', 'pdf,docx,html')).status).toBe(0);
    });
  });

  test('tells what does not fit by the declaration’s own line', async () => {
    await inWorkspace(async (workspace) => {
      put(workspace, excelWorkbook());
      const path = 'projects/2025/区总工会工作经费.yaml';
      const many = Array.from({ length: 20 }, (_, index) => `  - ${'长'.repeat(2000)}${index}\n`).join('');
      workspace.write(path, workspace.read(path).replace('政策依据:\n', `政策依据:\n${many}`));
      const { complaints } = await workspace.shenbao('build', '--draft', '--to', 'xlsx');
      expect(complaints).toMatch(
        /\d+:\d+ {2}错误 {2}“政策依据”单元格共 \d+ 个字符，Excel 的一个单元格最多容纳 32767 个/,
      );
    });
  });

  test('warns of a text that is higher than a row can be, with its cell and its line, and is built', async () => {
    await inWorkspace(async (workspace) => {
      put(workspace, excelWorkbook());
      const path = 'projects/2025/区总工会工作经费.yaml';
      const many = Array.from({ length: 30 }, (_, index) => `  - 深工〔2024〕${index + 100}号\n`).join('');
      workspace.write(path, workspace.read(path).replace('政策依据:\n', `政策依据:\n${many}`));
      const { status, complaints } = await workspace.shenbao('build', '--draft', '--to', 'xlsx');
      expect(status).toBe(0);
      expect(complaints).toContain(
        '16:3  警告  工作表“申报表”的 B3：这一格的文字大约要 703 磅高，它的行放不下（Excel 的一行最高 409 磅），打印出来后面的可能被切掉',
      );
      expect(built(workspace).get('xl/worksheets/sheet1.xml')).toContain(' ht="409" customHeight="1"');
    });
  });

  test('marks drafts', async () => {
    await inWorkspace(async (workspace) => {
      put(workspace, excelWorkbook());
      const path = 'projects/2025/区总工会工作经费.yaml';
      workspace.write(path, workspace.read(path).replace('项目编码: "440313230031500605004"', '项目编码: "44031"'));
      await workspace.shenbao('build', '--draft');
      expect(built(workspace).get('xl/sharedStrings.xml')).toContain('二级项目支出绩效目标申报表（草稿）');
    });
  });

  test('fills a blank one for those who fill in Excel', async () => {
    await inWorkspace(async (workspace) => {
      put(workspace, excelWorkbook());
      const { status } = await workspace.shenbao('new', '新项目', '--year', '2026', '--to', 'xlsx');
      expect(status).toBe(0);
      const parts = partsOf(readFileSync(join(workspace.root, '新项目.xlsx')));
      expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<row r="18" ');
      expect(parts.get('xl/sharedStrings.xml')).not.toContain('{{');
    });
  });
});
