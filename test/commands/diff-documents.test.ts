// The documents of a review as a user gets them: the page with both forms, and Word files with revision marks beside the build's.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocumentText } from '../../src/intake/document-text/document-text.js';
import { missing } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { initRepository } from '../support/repository.js';
import { anotherWith, inWorkspace, sampleWith, type Workspace } from '../support/workspace.js';

const lacking = missing('git');
const changed = sampleWith(
  ['本年度项目金额: 2,425,500.00', '本年度项目金额: 2,545,500.00'],
  ['≥30场次', '≥28场次'],
  ['  - 事项: 技能竞赛\n    金额: 10万\n', ''],
);

/** A workspace whose last commit holds the clean sample and another declaration. */
function inRepository(use: (workspace: Workspace) => Promise<void>): Promise<void> {
  return inWorkspace(async (workspace) => {
    workspace.write('projects/2025/另一个.yaml', anotherWith());
    initRepository(workspace.root, {});
    await use(workspace);
  });
}

async function linesOf(path: string): Promise<readonly string[]> {
  const { value } = await readDocumentText(readFileSync(path));
  return value?.flatMap(({ lines }) => lines) ?? [];
}

describe.skipIf(lacking)(`documents of a review${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  test('Word: one for each declaration that changed, beside the documents of a build', () =>
    inRepository(async ({ root, write, shenbao }) => {
      write(samplePath, changed);
      write('projects/2025/新的.yaml', anotherWith(['605005', '605006'], ['另一个项目', '新的项目']));
      const { status, complaints } = await shenbao('diff', 'HEAD', '--to', 'docx');
      expect([status, complaints]).toEqual([0, '写了 out/2025/区总工会工作经费.review.docx\n']);
      expect(existsSync(join(root, 'out/2025/新的.review.docx'))).toBe(false);
      // Deleted text is there as a revision, and is not read as text.
      const bytes = readFileSync(join(root, 'out/2025/区总工会工作经费.review.docx'));
      await shenbao('build', '--to', 'docx', '--draft');
      const revised = await linesOf(join(root, 'out/2025/区总工会工作经费.review.docx'));
      const built = await linesOf(join(root, 'out/2025/区总工会工作经费.docx'));
      expect(revised).toEqual(built.map((line) => line.replace('（草稿）', '')));
      // The same review gives the same bytes, and a build leaves the file alone.
      await shenbao('diff', 'HEAD', '--to', 'docx', '--out', '别处');
      expect(readFileSync(join(root, '别处/2025/区总工会工作经费.review.docx'))).toEqual(bytes);
      expect(existsSync(join(root, 'out/2025/区总工会工作经费.review.docx'))).toBe(true);
    }));

  test('Word: none where nothing changed, and none of what cannot be printed', () =>
    inRepository(async ({ write, shenbao }) => {
      expect((await shenbao('diff', 'HEAD', '--to', 'docx')).complaints).toBe(
        '没有两边都有而内容变动了的申报表，没有修订稿。\n',
      );
      write(samplePath, sampleWith(['实施期限: 5', '实施期限: 五']));
      const { status, complaints } = await shenbao('diff', 'HEAD', '--to', 'docx');
      expect(status).toBe(2);
      expect(complaints).toBe(`${samplePath} 的格式有错，印不成表，没有修订稿；先运行 shenbao check 改好。\n`);
    }));

  test('Word: what is in the way is left as it is', () =>
    inRepository(async ({ root, write, shenbao }) => {
      write(samplePath, changed);
      writeFileSync(join(root, '文件'), '我们的');
      const { status, complaints } = await shenbao('diff', 'HEAD', '--to', 'docx', '--out', '文件');
      expect(status).toBe(2);
      expect(complaints).toContain('文件');
      expect(readFileSync(join(root, '文件'), 'utf8')).toBe('我们的');
    }));

  test('page: both forms of what changed, one of what came, none of what cannot be printed', () =>
    inRepository(async ({ write, shenbao }) => {
      write(samplePath, changed);
      write('projects/2025/新的.yaml', anotherWith(['605005', '605006'], ['另一个项目', '新的项目']));
      write('projects/2025/另一个.yaml', anotherWith(['实施期限: 5', '实施期限: 五']));
      const { status, out } = await shenbao('diff', 'HEAD', '--format', 'html');
      expect(status).toBe(0);
      expect(out.match(/<section id="d\d+">\n<h2>.*<\/h2>/g)?.map((head) => head.replace(/<[^>]*>|\n/g, ''))).toEqual([
        '区总工会工作经费：修改',
        '另一个项目：修改',
        '新的项目：新增',
      ]);
      const sections = out.split('<section ').slice(1);
      expect(sections.map((one) => [/class="old"/.test(one), /class="new"/.test(one)])).toEqual([
        [true, true],
        [false, false],
        [false, true],
      ]);
      expect(sections[0]).toContain('<del>2,425,500.00</del> → <ins>2,545,500.00</ins>');
      expect(sections[1]).toContain('格式有错，印不成表，所以没有左右对照');
      expect(out).toContain('经办人');
      expect((await shenbao('diff', 'HEAD', '--format', 'html', '--lang', 'en')).out).toContain('Prepared by');
      expect(out).not.toMatch(/<script|https?:\/\/|src=/);
    }));

  test('page: a text that is made to break out of HTML stays text', () =>
    inRepository(async ({ write, shenbao }) => {
      const evil = '</td></table><script>alert(1)</script><img src=x onerror=alert(1)>';
      write(
        samplePath,
        sampleWith(['名称: 开展活动数量', `名称: ${JSON.stringify(evil)}`], ['区总工会工作经费', '甲']),
      );
      const { out } = await shenbao('diff', 'HEAD', '--format', 'html');
      expect(out).not.toMatch(/<script|<img/);
      expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }));
});
