// `shenbao git` as it is used: real repositories, the compiled tool, git's own diff of documents that were built.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { docxOf, xlsxOf } from '../intake/document-text/documents.js';
import { cleanText } from '../support/forms.js';
import { missing } from '../support/programs.js';
import { commitAll, gitIn, initRepository, put } from '../support/repository.js';
import { inWorkspace } from '../support/workspace.js';
import { compiledTool, edit, temporaryFolder } from '../workspace/support.js';

const digest = /^SHA-256：[0-9a-f]{64}\n$/;

describe('git textconv', () => {
  test('prints a line for each row of the form', () =>
    inWorkspace(async ({ shenbao }) => {
      await shenbao('build', '--to', 'docx');
      const { status, out, complaints } = await shenbao('git', 'textconv', 'out/2025/区总工会工作经费.docx');
      expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
      expect(out.split('\n').slice(0, 4)).toEqual([
        '二级项目支出绩效目标申报表',
        '项目编码： | 440313230031500605004 | 项目名称： | 区总工会工作经费',
        '申请单位： | 深圳市深汕特别合作区组织人事局（本级） | 一级预算单位： | 深圳市深汕特别合作区组织人事局（本级）',
        '实施期限： | 5 | 项目类型： | 15 履职类(运转)项目',
      ]);
    }));

  test('names sheets where there are several or hidden ones', () =>
    inWorkspace(async ({ root, shenbao }) => {
      const row = (value: number) => `<row><c><v>${value}</v></c></row>`;
      writeFileSync(
        join(root, 'a.xlsx'),
        xlsxOf({
          sheets: [
            { name: '甲', rows: row(1) },
            { name: '乙', state: 'hidden', rows: row(2) },
          ],
        }),
      );
      writeFileSync(join(root, 'b.xlsx'), xlsxOf({ sheets: [{ name: '甲', rows: row(1) }] }));
      expect((await shenbao('git', 'textconv', 'a.xlsx')).out).toBe('【甲】\n1\n【乙】（隐藏的工作表）\n2\n');
      expect((await shenbao('git', 'textconv', 'a.xlsx', '--lang', 'en')).out).toBe(
        '[甲]\n1\n[乙] (hidden sheet)\n2\n',
      );
      expect((await shenbao('git', 'textconv', 'b.xlsx')).out).toBe('1\n');
    }));

  test('shows what would steer a terminal as its code', () =>
    inWorkspace(async ({ root, shenbao }) => {
      writeFileSync(join(root, 'a.docx'), docxOf('<w:p><w:r><w:t>甲\u202e乙\u200b</w:t></w:r></w:p>'));
      expect((await shenbao('git', 'textconv', 'a.docx')).out).toBe('甲<U+202E>乙<U+200B>\n');
      writeFileSync(
        join(root, 'a.xlsx'),
        xlsxOf({ sheets: [{ rows: '<row><c t="str"><v>_x001B_[31m红</v></c></row>' }] }),
      );
      expect((await shenbao('git', 'textconv', 'a.xlsx')).out).toBe('<U+001B>[31m红\n');
    }));

  test('says why a file cannot be read, not which, and tells it from others by its digest', () =>
    inWorkspace(async ({ root, shenbao }) => {
      const shown = new Set<string>();
      for (const content of ['一', '二']) {
        writeFileSync(join(root, 'a.pdf'), content);
        const { status, out, complaints } = await shenbao('git', 'textconv', 'a.pdf');
        expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
        const [sentence, ...rest] = out.split('\n');
        expect(sentence).toBe('这不是 Excel（xlsx）、Word（docx）或 PDF 文件。请核对文件，或者另存为其中一种。');
        expect(rest.join('\n')).toMatch(digest);
        shown.add(out);
      }
      expect(shown.size).toBe(2);
      const { out } = await shenbao('git', 'textconv', 'a.pdf', '--lang', 'en');
      expect(out).toMatch(
        /^This is no Excel \(xlsx\), Word \(docx\) or PDF file\. Check the file, or save it as one of these\.\nSHA-256: /,
      );
    }));

  test.each([
    [['没有.pdf'], '找不到 <工作区>/没有.pdf。\n'],
    [['projects'], '<工作区>/projects 是文件夹，不是文件。请换成文件。\n'],
    [[], '命令后面要写文件；用 --help 看怎样写。\n'],
  ])('%j: status 2', (args, complaints) =>
    inWorkspace(async ({ shenbao }) => {
      expect(await shenbao('git', 'textconv', ...args)).toEqual({ status: 2, out: '', complaints });
    }));
});

const lacking = missing('git');

describe.skipIf(lacking)(`git install and uninstall${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  // Compiling takes longest.
  beforeAll(() => void compiledTool());

  /** The compiled tool, run as a process of its own, as git does. */
  const shenbao = (cwd: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(compiledTool(), 'dist/main.js'), ...args], {
      cwd,
      encoding: 'utf8',
    });
    return { status, out: stdout, complaints: stderr };
  };

  const changed = (text: string) => text.split('\n').filter((line) => /^[-+](?![-+])/.test(line));

  test('git diff then shows what changed in the Word file, the workbook and the PDF, in a folder of any name', () => {
    const top = join(temporaryFolder(), "申报 仓库'一");
    const workspace = join(top, '单位 甲');
    const file = 'projects/2025/甲.yaml';
    put(top, '.gitattributes', '*.pdf binary\n*.docx binary\n*.xlsx binary\n');
    put(workspace, file, cleanText);
    expect(shenbao(workspace, 'build', '--to', 'docx,xlsx,pdf').status).toBe(0);
    initRepository(top, {});
    const untouched = readFileSync(join(top, '.git/config'), 'utf8');
    expect(shenbao(join(workspace, 'projects'), 'git', 'install')).toEqual({
      status: 0,
      out: 'git 设置好了：git diff 显示 xlsx、docx、pdf 里的文字，合并时逐栏合并 projects/ 里的申报表。只对这个仓库有效，别人要各自安装。\n',
      complaints: '',
    });
    expect(shenbao(workspace, 'git', 'install').out).toBe('已经设置过了，没有改动。\n');

    edit(workspace, file, '实施期限: 5', '实施期限: 3');
    expect(shenbao(workspace, 'build', '--to', 'docx,xlsx,pdf').status).toBe(0);
    const line = (years: number) => `实施期限： | ${years} | 项目类型： | 15 履职类(运转)项目`;
    for (const format of ['docx', 'xlsx', 'pdf']) {
      const diff = gitIn(top, 'diff', '--', `单位 甲/out/2025/甲.${format}`);
      expect({ format, changed: changed(diff) }).toEqual({ format, changed: [`-${line(5)}`, `+${line(3)}`] });
    }

    // A document that was cut off does not end git's diff of the others.
    commitAll(top);
    const pdf = join(workspace, 'out/2025/甲.pdf');
    writeFileSync(pdf, readFileSync(pdf).subarray(0, 9000));
    const diff = changed(gitIn(top, 'diff'));
    expect(diff).toContain('+文件损坏或者不完整，读不了。请重新取得或者重新生成这个文件。');

    expect(shenbao(workspace, 'git', 'uninstall')).toEqual({
      status: 0,
      out: 'git 的设置收回来了。\n',
      complaints: '',
    });
    expect(shenbao(workspace, 'git', 'uninstall')).toEqual({
      status: 0,
      out: '没有设置过，不用收回。\n',
      complaints: '',
    });
    expect(readFileSync(join(top, '.git/config'), 'utf8')).toBe(untouched);
    expect(gitIn(top, 'diff')).toContain('Binary files');
  });

  test('says which settings of others it leaves alone', () => {
    const root = temporaryFolder();
    initRepository(root, { 'projects/2025/甲.yaml': cleanText });
    gitIn(root, 'config', 'diff.shenbao.textconv', 'mine');
    const { status, complaints } = shenbao(root, 'git', 'install');
    expect(status).toBe(2);
    expect(complaints).toContain('git 的设置 diff.shenbao.textconv 已经写着“mine”');
    expect(shenbao(root, 'git', 'uninstall')).toEqual({
      status: 0,
      out: '这些设置不是 shenbao 写的，没有动：diff.shenbao.textconv。\n',
      complaints: '',
    });
  });
});
