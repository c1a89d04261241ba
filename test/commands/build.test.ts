// `shenbao build` as its users see it: what it writes, what it says, how it ends.

import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { sampleText } from '../support/forms.js';
import { samplePath } from '../support/project-goal.js';
import { anotherWith, inWorkspace, sampleWith } from '../support/workspace.js';

const documents = ['docx', 'html', 'pdf', 'xlsx'].map((extension) => `区总工会工作经费.${extension}`);

describe('shenbao build', () => {
  test('makes the four documents, and then has nothing to do', () =>
    inWorkspace(async ({ root, shenbao }) => {
      expect(await shenbao('build')).toEqual({
        status: 0,
        out: `${samplePath} → out/2025/区总工会工作经费.pdf .docx .xlsx .html\n生成 1 份，没有变动的 0 份。\n`,
        complaints: '',
      });
      expect(readdirSync(join(root, 'out/2025')).sort()).toEqual(documents);
      expect((await shenbao('build')).out).toBe('生成 0 份，没有变动的 1 份。\n');
    }));

  test('counts what a check would warn of, which keeps nothing from being built', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(samplePath, sampleText);
      expect(await shenbao('build', '--to', 'html')).toEqual({
        status: 0,
        out: `${samplePath} → out/2025/区总工会工作经费.html\n生成 1 份，没有变动的 0 份。\n`,
        complaints: '另有 6 处警告和提示，运行 shenbao check 查看。\n',
      });
    }));

  test('explains why', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      await shenbao('build', '--to', 'html');
      write(samplePath, sampleWith(['实施期限: 5', '实施期限: 4']));
      expect((await shenbao('build', '--to', 'html', '--explain')).out).toContain(
        '区总工会工作经费.html  申报表有改动\n',
      );
      rmSync(join(root, 'out/2025/区总工会工作经费.html'));
      expect((await shenbao('build', '--to', 'html', '--explain')).out).toMatch(/区总工会工作经费\.html {2}\S+/);
    }));

  test('keeps the old documents of a declaration with errors, builds the rest and ends with 1', () =>
    inWorkspace(async ({ write, read, shenbao }) => {
      await shenbao('build', '--to', 'html');
      const before = read('out/2025/区总工会工作经费.html');
      write(samplePath, sampleWith(['实施期限: 5', '实施期限: 五']));
      write('projects/2025/别的.yaml', anotherWith());
      const { status, out, complaints } = await shenbao('build', '--to', 'html');
      expect(status).toBe(1);
      expect(out).toBe('projects/2025/别的.yaml → out/2025/别的.html\n生成 1 份，没有变动的 0 份。\n');
      expect(complaints).toMatchInlineSnapshot(`
        "projects/2025/区总工会工作经费.yaml  错误 1 处

          8:7  错误  “实施期限”写的是“五”，要写不小于 1 的整数  schema/pattern
         8 | 实施期限: 五
           |           ^^
          → 例如写成“实施期限: 5”

        1 个文件有错，没有生成；以前生成的都还在。
        "
      `);
      expect(read('out/2025/区总工会工作经费.html')).toBe(before);
    }));

  test('tells the place of a character that the font cannot print', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      write(samplePath, sampleWith(['技能竞赛', '技能𠮷竞赛']));
      const { status, complaints } = await shenbao('build');
      expect(status).toBe(1);
      expect(complaints).toMatchInlineSnapshot(`
        "projects/2025/区总工会工作经费.yaml  错误 1 处

          39:11  错误  字符「𠮷」(U+20BB7)在 PDF 所用的字体中没有字形，无法印出  render/no-glyph
         39 |   - 事项: 技能𠮷竞赛
            |               ^^
          → 请替换为字体中有的字；或在 theme.yaml 中为这一样式换用含有该字的字体；或暂不生成 PDF（--to docx,xlsx,html）

        1 个文件有错，没有生成；以前生成的都还在。
        "
      `);
      expect(existsSync(join(root, 'out/2025'))).toBe(false);
      expect((await shenbao('build', '--to', 'docx,xlsx,html')).status).toBe(0);
    }));

  test('says which documents are not up to date under --check, and writes nothing', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      expect(await shenbao('build', '--check')).toMatchObject({ status: 1 });
      expect(existsSync(join(root, 'out'))).toBe(false);
      await shenbao('build', '--to', 'html');
      write(samplePath, sampleWith(['实施期限: 5', '实施期限: 4']));
      const { status, out } = await shenbao('build', '--check', '--to', 'html');
      expect({ status, out }).toMatchInlineSnapshot(`
        {
          "out": "1 个文件不是最新的：
          out/2025/区总工会工作经费.html  申报表有改动
        运行 shenbao build 重新生成。
        ",
          "status": 1,
        }
      `);
      await shenbao('build', '--to', 'html');
      expect(await shenbao('build', '--check', '--to', 'html')).toEqual({
        status: 0,
        out: '1 份申报表的文件都是最新的。\n',
        complaints: '',
      });
    }));

  test('reports JSON that keeps to its published schema', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write('projects/2025/坏的.yaml', sampleWith(['实施期限: 5', '实施期限: 五']));
      const { status, out } = await shenbao('build', '--to', 'html', '--format', 'json');
      expect(status).toBe(1);
      const report = JSON.parse(out);
      const ajv = new Ajv2020();
      ajv.addSchema(JSON.parse(readFileSync('schema/reports/check.schema.json', 'utf8')));
      const validate = ajv.compile(JSON.parse(readFileSync('schema/reports/build.schema.json', 'utf8')));
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(report).toMatchObject({
        built: [{ file: samplePath, outputs: ['2025/区总工会工作经费.html'], reason: '还没有生成过' }],
        unchanged: 0,
        failed: [{ file: 'projects/2025/坏的.yaml' }],
      });
    }));

  test('prints a stage of the work', () =>
    inWorkspace(async ({ shenbao }) => {
      const parsed = JSON.parse((await shenbao('build', '--stage', 'parsed')).out);
      expect(parsed).toMatchObject({ file: samplePath, parsed: { 实施期限: '5', 项目编码: '440313230031500605004' } });
      const grid = JSON.parse((await shenbao('build', '--stage', 'grid', samplePath)).out);
      expect(grid.grid.tables[0].rows[0].cells[1]).toMatchObject({ field: '/项目编码' });
    }));

  test('does not write outputs among the sources', () =>
    inWorkspace(async ({ shenbao }) => {
      const { status, complaints } = await shenbao('build', '--out', 'projects');
      expect(status).toBe(2);
      expect(complaints).toContain('projects');
    }));

  test('says of a file that it cannot open, and ends with 2, at every stage', () =>
    inWorkspace(async ({ root, shenbao }) => {
      const file = openSync(join(root, 'projects/2025/巨大.yaml'), 'w');
      ftruncateSync(file, 3 * 1024 ** 3); // sparse: takes no space, but no program reads so much at once
      closeSync(file);
      for (const how of [
        ['--to', 'html'],
        ['--stage', 'parsed'],
        ['--stage', 'grid'],
      ]) {
        const { status, out, complaints } = await shenbao('build', ...how);
        expect(status).toBe(2);
        expect(complaints).toContain('读不了 projects/2025/巨大.yaml：它有 2 GB 以上，不会是申报表。');
        expect(out).toContain(samplePath);
      }
    }));
});
