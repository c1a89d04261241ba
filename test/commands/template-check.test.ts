// `shenbao template check`: faults, fields that are never printed, rows that cannot grow.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadValidator } from '../../src/check/compile.js';
import { templateCheck } from '../../src/commands/template-check.js';
import { openTerminal } from '../../src/commands/terminal.js';
import { excelPart, excelWorkbook } from '../render/xlsx/fill/excel-workbook.js';
import { inWorkspace } from '../support/workspace.js';

async function check(
  root: string,
  form?: string,
  flags: { readonly format?: string } = {},
  language: 'zh' | 'en' = 'zh',
) {
  let out = '';
  const surroundings = {
    cwd: root,
    env: {},
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: () => {} },
    signal: new AbortController().signal,
    stdin: async () => Buffer.from(''),
  };
  const status = await templateCheck(form, flags, surroundings, openTerminal(surroundings, language));
  return { status, out };
}

const workbook = 'templates/project-goal/workbook.xlsx';

function put(root: string, write: (file: string, text: string) => void, bytes: Uint8Array): void {
  write('templates/project-goal/注.txt', '');
  writeFileSync(join(root, workbook), bytes);
}

describe('template check', () => {
  it('has nothing to say of the package’s own forms', async () => {
    await inWorkspace(async ({ root }) => {
      expect(await check(root)).toEqual({
        status: 0,
        out: [
          '没有发现问题：shenbao/templates/gansu-2023/form.hbs、shenbao/templates/gansu-2023/theme.yaml、shenbao/templates/project-goal/form.hbs、shenbao/templates/project-goal/theme.yaml',
          '查了 4 个文件：错误 0 处，警告 0 处，提示 0 处。\n',
        ].join('\n'),
      });
    });
  });

  it('tells of every fault with its place, and fails', async () => {
    await inWorkspace(async ({ root, write }) => {
      put(root, write, excelWorkbook(excelPart('xl/sharedStrings.xml', '{{项目编码}}', '{{项目编号}}')));
      const { status, out } = await check(root, 'project-goal');
      expect(status).toBe(1);
      expect(out).toContain(`${workbook}  错误 1 处`);
      expect(out).toContain('  2:2  错误  工作表“申报表”的 B2：这里没有“项目编号”这个键  template/field');
      expect(out).toContain('  → 是不是“项目编码”？');
      expect(out).toMatch(/查了 3 个文件：错误 1 处，警告 0 处，提示 0 处。\n$/);
    });
  });

  it('tells what is never printed, in the grid and in the workbook, and which lists stay on one line', async () => {
    await inWorkspace(async ({ root, write }) => {
      const form = readFileSync('templates/project-goal/form.hbs', 'utf8');
      write(
        'templates/project-goal/form.hbs',
        form.replace('data-field="{{@pointer}}/解释">{{解释}}', '>').replace('{{长期目标}}', ''),
      );
      put(root, write, excelWorkbook());
      const { status, out } = await check(root, 'project-goal');
      expect(status).toBe(0);
      expect(out).toContain('templates/project-goal/form.hbs  警告 2 处');
      expect(out).toContain('警告  “长期目标”一次也没有印  template/unused');
      expect(out).toContain('警告  “解释”（绩效指标.产出指标.数量指标 等 10 处）一次也没有印  template/unused');
      expect(out).toContain(`${workbook}  警告 11 处，提示 1 处`);
      expect(out).toContain('警告  “测算依据”一次也没有印');
      expect(out).toContain('  3:2  提示  工作表“申报表”的 B3：一整个列表印在这一格里，而这一格没有设“自动换行”');
    });
  });

  it('tells of placeholders that nobody fills', async () => {
    await inWorkspace(async ({ root, write }) => {
      const head = excelPart('xl/worksheets/sheet1.xml', '&amp;L机密', '&amp;L{{项目编码}}');
      const note = excelPart('xl/comments1.xml', '不用填', '{{项目编码}}');
      put(root, write, excelWorkbook({ ...head, ...note }));
      const { out } = await check(root, 'project-goal');
      expect(out).toContain('警告  工作表“申报表”的 A1：页眉页脚里的 {{ }} 不会填写');
      expect(out).toContain('警告  xl/comments1.xml：图形、批注或者图表里的 {{ }} 不会填写');
    });
  });

  it('speaks English, and JSON by its published schema', async () => {
    await inWorkspace(async ({ root, write }) => {
      put(root, write, excelWorkbook(excelPart('xl/sharedStrings.xml', '{{项目编码}}', '{{项目编号}}')));
      expect((await check(root, 'project-goal', {}, 'en')).out).toContain(
        'Sheet “申报表”, B2: There is no key “项目编号” here',
      );
      const { status, out } = await check(root, '二级项目支出绩效目标申报表', { format: 'json' });
      const report = JSON.parse(out);
      const validate = loadValidator(JSON.parse(readFileSync('schema/reports/template.schema.json', 'utf8')));
      expect(validate(report)).toEqual([]);
      expect(status).toBe(1);
      expect(report.files).toContain(workbook);
      expect(report.findings[0]).toMatchObject({
        file: workbook,
        rule: 'template/field',
        level: 'error',
        line: 2,
        column: 2,
      });
      expect(report.summary).toEqual({ files: 3, errors: 1, warnings: 0, hints: 0 });
    });
  });

  it('says which forms there are where one is asked for that is none', async () => {
    await inWorkspace(async ({ root }) => {
      await expect(check(root, '别的表')).rejects.toMatchObject({ words: { zh: expect.stringContaining('别的表') } });
      await expect(check(root, undefined, { format: 'xml' })).rejects.toMatchObject({
        words: { zh: '--format 不能写“xml”，可以写 text、json。' },
      });
    });
  });
});
