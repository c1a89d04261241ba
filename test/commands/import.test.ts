// `shenbao import` as a clerk uses it: what is said, what is written, and with what status it ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kits } from '../intake/import/support.js';
import { produceFrom, samplePath } from '../support/project-goal.js';
import { inWorkspace, type Workspace } from '../support/workspace.js';

const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false };
const form = '二级项目支出绩效目标申报表';

async function putWorkbook({ root }: Workspace, file: string, text: string): Promise<void> {
  const { value } = await produceFrom(samplePath, Buffer.from(text), kits, ['xlsx'], settings);
  writeFileSync(join(root, file), value?.[0]?.bytes ?? '');
}

describe('shenbao import', () => {
  test('says how a document was read, where it went, and what check finds', () =>
    inWorkspace(async (workspace) => {
      await putWorkbook(workspace, '表.xlsx', workspace.read(samplePath));
      expect(await workspace.shenbao('import', '表.xlsx', '--year', '2026', '--out', 'projects/2026/工会')).toEqual({
        status: 0,
        out: `表.xlsx
  照“${form}”读（表名相符），读出 104 处内容
  写成 projects/2026/工会/区总工会工作经费.yaml；检查没有发现问题
`,
        complaints: '',
      });
    }));

  test('reads the text of a printed form without a hand’s help', () =>
    inWorkspace(async (workspace) => {
      workspace.write('表.txt', readFileSync('test/cases/import/form.txt', 'utf8'));
      const { status, out } = await workspace.shenbao('import', '表.txt', '--year', '2031');
      expect(status).toBe(0);
      expect(out).toBe(`表.txt
  照“${form}”读（表名相符），读出 103 处内容
  写成 projects/2031/区总工会工作经费.yaml；检查发现警告 3 处，提示 3 处，用 npx shenbao check 逐处看
`);
      const own = readFileSync(samplePath, 'utf8')
        .replace(/^# yaml.*\n/, '')
        .replace('年度: 2025', '年度: 2031');
      expect(workspace.read('projects/2031/区总工会工作经费.yaml')).toBe(own);
    }));

  test('tells what was not understood by its cell or line, keeps it, and ends with 1', () =>
    inWorkspace(async (workspace) => {
      const text = readFileSync('test/cases/import/form.txt', 'utf8');
      workspace.write(
        '表.txt',
        text.replace('二级项目支出绩效目标申报表\n', '二级项目支出绩效目标申报表\n联系人 张三\n'),
      );
      const { status, out } = await workspace.shenbao('import', '表.txt', '--year', '2031');
      expect(status).toBe(1);
      expect(out).toContain('  没有看懂 1 处，都写在文件的注释里：\n    第 3 行  联系人 张三\n');
      expect(workspace.read('projects/2031/区总工会工作经费.yaml')).toMatch(
        /^# 导入时没有看懂（第 3 行）：\n# \| 联系人 张三\n\n表单: /,
      );
    }));

  test('with --dry-run shows the declaration, and writes nothing', () =>
    inWorkspace(async (workspace) => {
      await putWorkbook(workspace, '表.xlsx', workspace.read(samplePath));
      const { status, out } = await workspace.shenbao('import', '表.xlsx', '--year', '2026', '--dry-run');
      expect(status).toBe(0);
      expect(out).toContain('  会写成 projects/2026/区总工会工作经费.yaml；检查没有发现问题\n\n表单: 二级');
      expect(() => workspace.read('projects/2026/区总工会工作经费.yaml')).toThrow('ENOENT');
    }));

  test('with --update says what changes before it is written, and nothing where nothing does', () =>
    inWorkspace(async (workspace) => {
      const text = workspace.read(samplePath);
      await putWorkbook(
        workspace,
        '表.xlsx',
        text
          .replace('实施期限: 5', '实施期限: 3')
          .replace('2,425,500.00', '2,435,500.00')
          .replace('金额: 3万', '金额: 4万'),
      );
      workspace.write(samplePath, text.replace('实施期限: 5', '实施期限: 5 # 到 2029 年'));
      const said = `表.xlsx
  照“${form}”读（表名相符），读出 104 处内容
  已有的申报表 → 表.xlsx
  本年度项目金额 2,425,500.00 → 2,435,500.00 元，增加 10,000.00 元（+0.41%）；收紧 0 处，放宽 0 处；检查：没有新的问题

  ${samplePath}  修改  区总工会工作经费
    修改  实施期限：5 → 3
    修改  本年度项目金额：2,425,500.00 → 2,435,500.00  增加 10,000.00 元（+0.41%）
    修改  测算依据第 15 项“会议筹备保障服务” › 金额：3万 → 4万  增加 10,000.00 元（+33.33%）
    测算依据 21 项合计 2,435,500.00 元，与本年度项目金额一致。
`;
      const dry = await workspace.shenbao('import', '表.xlsx', '--update', samplePath, '--dry-run');
      expect(dry).toEqual({ status: 0, out: `${said}  改动会写进 ${samplePath}；检查没有发现问题\n`, complaints: '' });
      const done = await workspace.shenbao('import', '表.xlsx', '--update');
      expect(done.out).toBe(`${said}  改动写进了 ${samplePath}；检查没有发现问题\n`);
      expect(workspace.read(samplePath)).toContain('实施期限: 3 # 到 2029 年\n');
      const again = await workspace.shenbao('import', '--update', '表.xlsx');
      expect(again.out).toContain(`  ${samplePath} 没有要改的，没有动它；检查没有发现问题\n`);
    }));

  test('goes on after a file that cannot be read, and ends with 2', () =>
    inWorkspace(async (workspace) => {
      await putWorkbook(workspace, '表.xlsx', workspace.read(samplePath));
      workspace.write('旧.xls', '\u00d0');
      const { status, out, complaints } = await workspace.shenbao(
        ...['import', '没有.xlsx', samplePath, '表.xlsx', '--year', '2026'],
      );
      expect(status).toBe(2);
      expect(out).toContain('写成 projects/2026/区总工会工作经费.yaml');
      expect(complaints).toBe(
        `找不到 没有.xlsx。\n${samplePath} 已经是申报表的 YAML 文件，不用导入。以它为底稿写下一年的，用 shenbao new 名称 --from ${samplePath}。\n`,
      );
    }));

  test('refuses what cannot go together', () =>
    inWorkspace(async (workspace) => {
      const refusal = async (...args: readonly string[]) => {
        const { status, out, complaints } = await workspace.shenbao('import', ...args);
        expect({ status, out }).toEqual({ status: 2, out: '' });
        return complaints.trimEnd();
      };
      expect(await refusal()).toBe('没有写要导入的文件。例如：shenbao import 去年的表.xlsx');
      expect(await refusal('a.xlsx', '--update', '--out', 'x')).toBe('--out 和 --update 不能一起用，去掉一个。');
      expect(await refusal('a.xlsx', 'b.xlsx', '--update', samplePath)).toBe(
        '--update 后面写了文件时，一次只能导入一个文件；要导入几个，只写 --update。',
      );
      expect(await refusal('a.xlsx', '--year', '26')).toBe('年度“26”不对，要写四位数字，例如 2026。');
      expect(await refusal('a.xlsx', '--form', '别的表')).toContain('没有叫“别的表”的表');
    }));
});
