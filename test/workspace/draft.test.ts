// Drafts: a declaration that only breaks rules can be printed to be looked at, and every page says what it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../../src/workspace/build.js';
import type { BuildReport } from '../../src/workspace/report.js';
import { popplerText } from '../render/pdf/read-back.js';
import { convert, missing } from '../support/programs.js';
import { codeOf, declaration, edit, workspace, write } from './support.js';

const file = 'projects/2025/甲.yaml';
const [code, short] = [`"${codeOf('甲')}"`, '"44031323003150060500"'];
/** The declaration 甲 with a code that is one too short: a rule's matter, not the structure's. */
const shortCode = () => declaration('甲').replace(code, short);
const html: BuildOptions = { formats: ['html'] };
const draft: BuildOptions = { ...html, draft: true };

const built = (report: BuildReport) =>
  report.built.map(({ file, draft }) => `${file.slice('projects/2025/'.length)} ${draft ? 'draft' : 'clean'}`);
const failed = (report: BuildReport) => report.failed.map(({ file }) => file);
const page = (root: string) => readFileSync(join(root, 'out/2025/甲.html'), 'utf8');

describe('build --draft', () => {
  test('prints what only breaks rules, marked; what keeps them, unmarked; what is no declaration, not', async () => {
    const root = workspace({
      [file]: shortCode(),
      'projects/2025/好.yaml': declaration('好'),
      'projects/2025/坏.yaml': '表单: 二级项目支出绩效目标申报表\n',
    });
    const report = await build(root, draft);
    expect(built(report)).toEqual(['好.yaml clean', '甲.yaml draft']);
    expect(failed(report)).toEqual(['projects/2025/坏.yaml']);
    expect(report.built[1]?.findings.map(({ rule }) => rule)).toEqual(['code-has-21']);
    expect(page(root)).toContain('二级项目支出绩效目标申报表（草稿）');
    expect(readFileSync(join(root, 'out/2025/好.html'), 'utf8')).not.toContain('草稿');
  });

  test('is refused without it, and leaves the documents of an earlier build alone', async () => {
    const root = workspace({ [file]: declaration('甲') });
    await build(root, html);
    const before = page(root);
    edit(root, file, code, short);
    const report = await build(root, html);
    expect(failed(report)).toEqual([file]);
    expect(page(root)).toBe(before);
  });

  test('has nothing to do the second time; without it the draft is out of date', async () => {
    const root = workspace({ [file]: shortCode() });
    await build(root, draft);
    expect(await build(root, draft)).toMatchObject({ built: [], unchanged: 1 });
    expect((await build(root, { ...draft, check: true })).stale).toEqual([]);
    const { stale } = await build(root, { ...html, check: true });
    expect(stale.map(({ output, reason }) => `${output} ${reason.zh}`)).toEqual(['2025/甲.html 是草稿']);
  });

  test('gives way to the clean document once the declaration is mended, or the rule switched off', async () => {
    const root = workspace({ [file]: shortCode() });
    await build(root, draft);
    edit(root, file, short, code);
    expect(built(await build(root, html))).toEqual(['甲.yaml clean']);
    expect(page(root)).not.toContain('草稿');

    const other = workspace({ [file]: shortCode() });
    await build(other, draft);
    write(other, 'schema/project-goal/rules.yaml', 'code-has-21: off\n');
    const report = await build(other, html);
    expect(built(report)).toEqual(['甲.yaml clean']);
    expect(report.built[0]?.reasons).toEqual(['rules', 'draft']);
  });

  test('takes no draft from a cache for a clean document', async () => {
    const drafts = workspace({ [file]: shortCode() });
    await build(drafts, draft);
    const root = workspace({ [file]: shortCode(), 'schema/project-goal/rules.yaml': 'code-has-21: off\n' });
    expect(await build(root, { ...html, cache: join(drafts, 'out') })).toMatchObject({ cached: 0 });
    expect(page(root)).not.toContain('草稿');
  });
});

describe('each page says 草稿', () => {
  const lacking = missing('soffice', 'pdftotext');

  test.skipIf(lacking)(`in PDF, Word and Excel${lacking ? ` (skipped: ${lacking})` : ''}`, async () => {
    const root = workspace({ [file]: shortCode() });
    await build(root, { draft: true });
    const bytes = (extension: string) => readFileSync(join(root, `out/2025/甲.${extension}`));
    const documents = [
      bytes('pdf'),
      await convert(bytes('docx'), 'docx', 'pdf'),
      await convert(bytes('xlsx'), 'xlsx', 'pdf'),
    ];
    for (const document of documents) {
      const pages = (await popplerText(document)).split('\f').filter((text) => text.trim() !== '');
      expect(pages.length).toBeGreaterThan(1);
      for (const text of pages) expect(text).toContain('草稿');
    }
  });
});
