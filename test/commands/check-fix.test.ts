// `shenbao check --fix`, `--diff` and `--stdin-filename` as their users run them.
import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/commands/run.js';
import { missing } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { inWorkspace, sampleWith } from '../support/workspace.js';

const right = sampleWith();
const faulty = sampleWith(
  ['项目编码: "440313230031500605004"', '项目编码: 440313230031500605004   # 系统给的'],
  ['实施期限: 5\n', '实施期限：5\n'],
  ['（1.6万）', '(1.6万）'],
);
const mended = right.replace('"440313230031500605004"', '"440313230031500605004"   # 系统给的');

describe('--fix', () => {
  test('mends what has one answer, says how much, and leaves every other byte', () =>
    inWorkspace(async ({ write, read, shenbao }) => {
      write(samplePath, faulty);
      const first = await shenbao('check', '--fix');
      expect(first.complaints).toBe('改好 3 处，在 1 个文件里。\n');
      expect(first.status).toBe(0);
      expect(read(samplePath)).toBe(mended);
      const again = await shenbao('check', '--fix');
      expect(again.complaints).toBe('没有能自动改的。\n');
      expect(read(samplePath)).toBe(mended);
    }));

  test('reports what is left, and fails for it', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(samplePath, faulty.replace('2,425,500.00', '2,425,501.00'));
      const { status, out } = await shenbao('check', '--fix');
      expect(status).toBe(1);
      expect(out).toContain('basis-adds-up');
      expect(out).not.toContain('brackets-and-quotes-pair');
    }));

  test('touches only the files that are named', () =>
    inWorkspace(async ({ write, read, shenbao }) => {
      const other = faulty.replace('605004', '605005').replace('项目名称: ', '项目名称: 另一个');
      write('projects/2025/另.yaml', other);
      write(samplePath, faulty);
      await shenbao('check', '--fix', samplePath);
      expect(read(samplePath)).toBe(mended);
      expect(read('projects/2025/另.yaml')).toBe(other);
    }));

  test('leaves a file that needs nothing as it was written, time and all', () =>
    inWorkspace(async ({ root, shenbao }) => {
      const before = statSync(join(root, samplePath));
      await shenbao('check', '--fix');
      expect(statSync(join(root, samplePath)).mtimeMs).toBe(before.mtimeMs);
    }));

  test('does not mend what a comment passes over', () =>
    inWorkspace(async ({ write, read, shenbao }) => {
      const line = '  - 2025年财务软件续签(1.6万）';
      const text = right.replace(
        '  - 2025年财务软件续签（1.6万）',
        `${line} # shenbao-ignore brackets-and-quotes-pair、width-is-consistent -- 合同原文`,
      );
      write(samplePath, text);
      expect((await shenbao('check', '--fix')).complaints).toBe('没有能自动改的。\n');
      expect(read(samplePath)).toBe(text);
    }));
});

describe('--diff', () => {
  const lacking = missing('git');

  test.skipIf(lacking)(
    `shows what --fix would do, as git applies it, and writes nothing${lacking ? ` (skipped: ${lacking})` : ''}`,
    () =>
      inWorkspace(async ({ root, write, read, shenbao }) => {
        const file = 'projects/2025/有 空格.yaml';
        write(samplePath, right.replace('605004', '605005').replace('项目名称: ', '项目名称: 另一个'));
        write(file, faulty);
        const { out, complaints } = await shenbao('check', '--diff');
        expect(complaints).toBe('--fix 会改 3 处，在 1 个文件里；现在什么都没有写。\n');
        expect(read(file)).toBe(faulty);
        expect(out.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
          `--- a/${file}\t`,
          `+++ b/${file}\t`,
          '-项目编码: 440313230031500605004   # 系统给的',
          '+项目编码: "440313230031500605004"   # 系统给的',
          '-实施期限：5',
          '+实施期限: 5',
          '-  - 2025年财务软件续签(1.6万）',
          '+  - 2025年财务软件续签（1.6万）',
        ]);
        writeFileSync(join(root, 'fix.patch'), out);
        execFileSync('git', ['apply', 'fix.patch'], { cwd: root });
        expect(read(file)).toBe(mended);
      }),
  );

  test('keeps a blank line at the end of the patch, which the hunk counts', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      write(samplePath, `${right.trimEnd()}\u200b\n\n\n\n`);
      const { out } = await shenbao('check', '--diff');
      expect(out).toMatch(/\n \n \n \n$/);
      writeFileSync(join(root, 'fix.patch'), out);
      execFileSync('git', ['apply', 'fix.patch'], { cwd: root });
      expect((await shenbao('check', '--diff')).out).toBe('');
    }));

  test('is lines on a terminal too, where what would steer it is shown as its code', () =>
    inWorkspace(async ({ root, write }) => {
      write(samplePath, right.replace('不适用\n', '不适用 \u202e\n').replace('实施期限: 5\n', '实施期限：5\n'));
      let screen = '';
      const terminal = { isTTY: true, columns: 80, write: (text: string) => (screen += text) };
      const { signal } = new AbortController();
      const stdin = async () => new Uint8Array();
      await run(['check', '--diff'], {
        cwd: root,
        env: { NO_COLOR: '1' },
        stdout: terminal,
        stderr: terminal,
        signal,
        stdin,
      });
      expect(screen).toMatch(/^-实施期限：5$/m);
      expect(screen).toContain('<U+202E>');
      expect(screen).not.toContain('\u202e');
    }));

  test('says so when there is nothing to mend', () =>
    inWorkspace(async ({ shenbao }) => {
      expect(await shenbao('check', '--diff')).toEqual({ status: 0, out: '', complaints: '没有能自动改的。\n' });
    }));
});

describe('--stdin-filename', () => {
  test('checks the text as if it lay there, against the rest of the tree, and writes nothing', () =>
    inWorkspace(async ({ read, shenbaoWith }) => {
      const { status, out } = await shenbaoWith(right, 'check', '--stdin-filename', 'projects/2025/新.yaml');
      expect(status).toBe(1);
      expect(out).toMatch(/^projects\/2025\/新\.yaml {2}/m);
      expect(out).toContain('code-is-unique');
      expect(() => read('projects/2025/新.yaml')).toThrow();
    }));

  test('takes the editor’s text for the file’s, not what lies on the disk', () =>
    inWorkspace(async ({ write, shenbaoWith }) => {
      write(samplePath, faulty);
      const { status, out } = await shenbaoWith(right, 'check', '--stdin-filename', samplePath);
      expect(status).toBe(0);
      expect(out).toContain('查了 1 份：错误 0 处，警告 0 处，提示 0 处');
    }));

  test('shows the lines of the editor’s text', () =>
    inWorkspace(async ({ shenbaoWith }) => {
      const text = `# 一行\n${faulty}`;
      const { out } = await shenbaoWith(text, 'check', '--stdin-filename', samplePath);
      expect(out).toContain(' 9 | 实施期限：5');
    }));

  test('with --fix gives the mended text back, and the report beside it', () =>
    inWorkspace(async ({ read, shenbaoWith }) => {
      const { status, out, complaints } = await shenbaoWith(faulty, 'check', '--fix', '--stdin-filename', samplePath);
      expect({ status, out }).toEqual({ status: 0, out: mended });
      expect(complaints).toContain('查了 1 份：错误 0 处');
      expect(read(samplePath)).toBe(right);
    }));

  test.each([
    ['README.md', 'README.md 不能是申报表：申报表是 projects/ 下不以句点开头的 .yaml 或 .yml 文件。'],
    ['projects/../a.yaml', 'projects/../a.yaml 不能是申报表：申报表是 projects/ 下不以句点开头的 .yaml 或 .yml 文件。'],
  ])('refuses %s', (name, sentence) =>
    inWorkspace(async ({ shenbaoWith }) => {
      const { status, complaints } = await shenbaoWith(right, 'check', '--stdin-filename', name);
      expect({ status, complaints }).toEqual({ status: 2, complaints: `${sentence}\n` });
    }));

  test('stands alone', () =>
    inWorkspace(async ({ shenbaoWith }) => {
      const { status, complaints } = await shenbaoWith('', 'check', '--stdin-filename', samplePath, samplePath);
      expect({ status, complaints }).toEqual({
        status: 2,
        complaints: `--stdin-filename 和 ${samplePath} 不能一起用，去掉一个。\n`,
      });
    }));
});
