// Documents become declarations on the disk: where, under what name, and what of one that exists stays as it was.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '../../src/check/declaration.js';
import { readDocumentCells } from '../../src/intake/document-text/document-text.js';
import { readCells } from '../../src/intake/import/read-cells.js';
import { toDeclaration } from '../../src/intake/import/to-declaration.js';
import { writeYaml } from '../../src/intake/import/write-yaml.js';
import { compare } from '../../src/review/compare.js';
import { type ImportOptions, openImporter } from '../../src/workspace/import.js';
import { toFileName } from '../../src/workspace/import-name.js';
import { updateDeclaration } from '../../src/workspace/update-declaration.js';
import { formMap, kits } from '../intake/import/support.js';
import { editsOf, kinds, makeAll } from '../review/merge/edits.js';
import { type Branch, entriesIn, isBranch, print, toBranch } from '../review/merge/tree.js';
import { parse, sampleText } from '../support/forms.js';
import { form, produceFrom, samplePath } from '../support/project-goal.js';
import { inWorkspace, type Workspace } from '../support/workspace.js';
import { pdfBomb, zipBomb } from './bombs.js';
import { compiledTool } from './support.js';

const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false };
const options: ImportOptions = { cwd: '', out: null, update: null, year: null, form: null };

async function workbookOf(text: string, path = samplePath): Promise<Uint8Array> {
  const { value, findings } = await produceFrom(path, Buffer.from(text), kits, ['xlsx'], settings);
  if (!value?.[0]) throw new Error(findings.map(({ message }) => message.en).join('; '));
  return value[0].bytes;
}

/** Imports documents that lie in the workspace, and writes what can be written. */
async function importInto({ root }: Workspace, files: readonly string[], given: Partial<ImportOptions> = {}) {
  const importer = await openImporter(root, { ...options, cwd: root, ...given });
  const said: string[] = [];
  for (const file of files) {
    const { refusal, plans } = await importer.plan(file);
    if (refusal) said.push(refusal.zh);
    for (const plan of plans) {
      said.push(plan.refusal?.zh ?? `写 ${plan.target?.file}`);
      if (!plan.refusal) await importer.write(plan);
    }
  }
  await importer.close();
  return said;
}

const put = ({ root }: Workspace, file: string, bytes: Uint8Array) => writeFileSync(join(root, file), bytes);

describe('a new declaration', () => {
  test('is the one that the document was built from, word for word', () =>
    inWorkspace(async (workspace) => {
      workspace.write(
        'schema/project-goal/form.schema.json',
        readFileSync('schema/project-goal/form.schema.json', 'utf8'),
      );
      put(workspace, '表.xlsx', await workbookOf(sampleText));
      const file = 'projects/2031/区总工会工作经费.yaml';
      expect(await importInto(workspace, ['表.xlsx'], { year: '2031' })).toEqual([`写 ${file}`]);
      expect(workspace.read(file)).toBe(sampleText.replace('年度: 2025', '年度: 2031'));
    }));

  test('lies in the folder of its year: asked for, printed, as the document says of itself, or as the folder is called', () =>
    inWorkspace(async (workspace) => {
      const gansu = readFileSync('projects/2023/博物馆纪念馆市级免费开放补助资金.yaml', 'utf8');
      put(workspace, '省.xlsx', await workbookOf(gansu));
      put(workspace, '市.xlsx', await workbookOf(sampleText));
      expect(await importInto(workspace, ['省.xlsx'])).toEqual([
        '写 projects/2023/博物馆纪念馆市级免费开放补助资金.yaml',
      ]);
      expect(await importInto(workspace, ['省.xlsx'], { year: '2024' })).toEqual([
        '写 projects/2024/博物馆纪念馆市级免费开放补助资金.yaml',
      ]);
      expect(await importInto(workspace, ['市.xlsx'], { out: 'projects/2026/工会' })).toEqual([
        '写 projects/2026/工会/区总工会工作经费.yaml',
      ]);
      workspace.write('form.txt', readFileSync('test/cases/import/form.txt', 'utf8'));
      expect(await importInto(workspace, ['form.txt'])).toEqual([
        '不知道是哪一年的：表上没有印，文件里也没有记。用 --year 指明，例如 --year 2026。',
      ]);
      expect(await importInto(workspace, ['form.txt'], { out: 'projects/2027' })).toEqual([
        '写 projects/2027/区总工会工作经费.yaml',
      ]);
      expect(workspace.read('projects/2027/区总工会工作经费.yaml')).toContain('\n年度: 2027\n');
    }));

  test('never takes the place of another, nor of one that the same run wrote', () =>
    inWorkspace(async (workspace) => {
      const before = workspace.read(samplePath);
      put(workspace, '表.xlsx', await workbookOf(before));
      const exists = (file: string) =>
        `${file} 已经有了，没有改动它。要把这份文件里的改动写进去，加上 --update ${file}。`;
      expect(await importInto(workspace, ['表.xlsx'])).toEqual([exists(samplePath)]);
      expect(workspace.read(samplePath)).toBe(before);
      const file = 'projects/2026/区总工会工作经费.yaml';
      expect(await importInto(workspace, ['表.xlsx', '表.xlsx'], { year: '2026' })).toEqual([
        `写 ${file}`,
        exists(file),
      ]);
    }));

  test('is called as its project is, and never leaves its folder', () => {
    const names = [
      '../../etc/passwd',
      'a/b:c*?',
      'CON',
      '.隐藏',
      '  甲\n乙  ',
      '甲.',
      '\u202e甲',
      '',
      '长'.repeat(200),
    ];
    expect(names.map((name) => toFileName(name, '表'))).toEqual([
      '／..／etc／passwd',
      'a／b：c＊？',
      '表',
      '隐藏',
      '甲 乙',
      '甲',
      '甲',
      '表',
      '长'.repeat(60),
    ]);
  });

  test('is none where the document is none', () =>
    inWorkspace(async (workspace) => {
      workspace.write('信.txt', '各位领导：\n请予审核。\n');
      put(workspace, '坏.xlsx', Buffer.from('PK\u0003\u0004 not at all'));
      expect(await importInto(workspace, ['信.txt', '坏.xlsx'])).toEqual([
        '认不出这是哪一种表：没有表名，栏目名也对不上。现有：“省级部门预算项目支出绩效目标表”、“二级项目支出绩效目标申报表”。',
        '文件损坏或者不完整，读不了。请重新取得或者重新生成这个文件。',
      ]);
      await expect(importInto(workspace, [samplePath])).rejects.toThrow('已经是申报表的 YAML 文件');
      await expect(importInto(workspace, ['没有.xlsx'])).rejects.toThrow('找不到 没有.xlsx。');
      await expect(importInto(workspace, ['信.txt'], { out: '..' })).rejects.toThrow('.. 不在工作区的 projects/ 里。');
      await expect(importInto(workspace, ['信.txt'], { year: '26' })).rejects.toThrow('年度“26”不对');
    }));

  test('is one for each sheet that holds a form', () =>
    inWorkspace(async (workspace) => {
      const map = await formMap(form.title);
      const sections = (await readDocumentCells(await workbookOf(sampleText))).value ?? [];
      const [sheet] = sections;
      if (!sheet) throw new Error('no sheet');
      const others = [
        { ...sheet, name: '填表说明', cells: sheet.cells.slice(0, 0) },
        { ...sheet, name: '第二份' },
      ];
      expect(readCells([sheet, ...others], [map])).toHaveLength(2);
      expect(existsSync(join(workspace.root, 'out'))).toBe(false);
    }));
});

describe('a declaration that exists', () => {
  const commented = (text: string) =>
    text
      .replace('年度: 2025\n', '')
      .replace('本年度项目金额: 2,425,500.00', '本年度项目金额: 242.55万 # 与预算科核对过')
      .replace('  - 事项: 书籍采购\n', '  # 去年没有\n  - 事项: 书籍采购 # 三本\n')
      .replace('实施期限: 5', "实施期限: '5'");

  test('stays as it is where the document says the same', () =>
    inWorkspace(async (workspace) => {
      const own = commented(workspace.read(samplePath));
      put(workspace, '表.xlsx', await workbookOf(workspace.read(samplePath)));
      workspace.write(samplePath, own);
      expect(await importInto(workspace, ['表.xlsx'], { update: { file: samplePath } })).toEqual([`写 ${samplePath}`]);
      expect(workspace.read(samplePath)).toBe(own);
    }));

  test('changes where the document does, and nowhere else; comments about what is gone stay', () =>
    inWorkspace(async (workspace) => {
      const text = workspace.read(samplePath);
      const edit = (from: string) =>
        from
          .replace(/实施期限: .*/, '实施期限: 3')
          .replace(/ {2}- 事项: 书籍采购(?: # 三本)?\n {4}金额: 1万\n/, from.includes('# 三本') ? '  # 三本\n' : '')
          .replace(
            '  - 事项: 会议筹备保障服务\n    金额: 3万\n',
            '  - 事项: 会议筹备保障服务\n    金额: 2万\n    说明: 两场\n',
          );
      put(workspace, '表.xlsx', await workbookOf(edit(text)));
      workspace.write(samplePath, commented(text));
      await importInto(workspace, ['表.xlsx'], { update: { file: samplePath } });
      expect(workspace.read(samplePath)).toBe(edit(commented(text)));
    }));

  test('is found by its code, else by its name, and is nobody’s where several fit', () =>
    inWorkspace(async (workspace) => {
      const text = workspace.read(samplePath);
      const other = text.replace('605004', '605009').replace('项目名称: 区总工会工作经费', '项目名称: 另一个项目');
      workspace.write('projects/2025/另一个项目.yaml', other);
      put(workspace, '按编码.xlsx', await workbookOf(other.replace('另一个项目', '改了名的项目')));
      put(workspace, '按名称.xlsx', await workbookOf(text.replace(/项目编码: .*\n/, '')));
      put(
        workspace,
        '没有.xlsx',
        await workbookOf(text.replace('605004', '605007').replace('项目名称: 区总', '项目名称: 新总')),
      );
      const update = { file: null };
      expect(await importInto(workspace, ['按编码.xlsx', '按名称.xlsx', '没有.xlsx'], { update })).toEqual([
        '写 projects/2025/另一个项目.yaml',
        `写 ${samplePath}`,
        'projects/ 里没有与它编码或名称相同的申报表（新总工会工作经费）。用 --update 指明文件，或者去掉 --update 作为新的一份导入。',
      ]);
      expect(workspace.read('projects/2025/另一个项目.yaml')).toContain('项目名称: 改了名的项目\n');
      workspace.write('projects/2025/再一份.yaml', text);
      expect(await importInto(workspace, ['按名称.xlsx'], { update })).toEqual([
        `有 2 份申报表与它的编码或名称相同：projects/2025/再一份.yaml、${samplePath}。用 --update 指明是哪一份。`,
      ]);
    }));

  test('is left alone where it is another project, another form, or faulty', () =>
    inWorkspace(async (workspace) => {
      const text = workspace.read(samplePath);
      const gansu = readFileSync('projects/2023/博物馆纪念馆市级免费开放补助资金.yaml', 'utf8');
      put(workspace, '省.xlsx', await workbookOf(gansu));
      put(
        workspace,
        '别的.xlsx',
        await workbookOf(text.replace('605004', '605007').replace('项目名称: 区总', '项目名称: 新总')),
      );
      put(workspace, '表.xlsx', await workbookOf(text));
      const update = { file: samplePath };
      expect(await importInto(workspace, ['省.xlsx', '别的.xlsx'], { update })).toEqual([
        `${samplePath} 不是“省级部门预算项目支出绩效目标表”，没有改动它。`,
        `${samplePath} 是另一个项目，编码和名称都与这份文件里的不同，没有改动它。请核对 --update 后面的文件。`,
      ]);
      workspace.write(samplePath, `${text}\n\t坏了`);
      expect((await importInto(workspace, ['表.xlsx'], { update }))[0]).toContain('有错误，读不了，没有改动它');
      expect(workspace.read(samplePath)).toBe(`${text}\n\t坏了`);
    }));
});

describe('the compiled tool', () => {
  // Compiling takes longest.
  beforeAll(() => void compiledTool());

  test('reads documents in a thread of its own, one after the other, and ends', () =>
    inWorkspace(async (workspace) => {
      put(workspace, '表.xlsx', await workbookOf(workspace.read(samplePath)));
      put(workspace, '坏.xlsx', Buffer.from('PK\u0003\u0004 not at all'));
      workspace.write('表.txt', readFileSync('test/cases/import/form.txt', 'utf8'));
      const files = ['坏.xlsx', '表.xlsx', '表.txt'];
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(compiledTool(), 'dist/main.js'), 'import', ...files, '--out', 'projects/2030/甲处'],
        { cwd: workspace.root, encoding: 'utf8' },
      );
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: '坏.xlsx: 文件损坏或者不完整，读不了。请重新取得或者重新生成这个文件。\n',
      });
      expect(stdout).toContain('写成 projects/2030/甲处/区总工会工作经费.yaml');
      expect(stdout).toContain('projects/2030/甲处/区总工会工作经费.yaml 已经有了，没有改动它。');
    }));

  test('refuses bombs one by one in bounded memory, and reads what stands behind them', () =>
    inWorkspace(async (workspace) => {
      const workbook = await workbookOf(workspace.read(samplePath));
      put(workspace, '炸弹.xlsx', zipBomb(workbook, 'xl/worksheets/sheet1.xml'));
      put(workspace, '炸弹.pdf', pdfBomb());
      put(workspace, '表.xlsx', workbook);
      const module = pathToFileURL(join(compiledTool(), 'dist/workspace/import.js')).href;
      const script = `
        const { openImporter } = await import(${JSON.stringify(module)});
        const importer = await openImporter('.', ${JSON.stringify({ ...options, cwd: workspace.root, year: '2031' })});
        const said = [];
        for (const file of ['炸弹.xlsx', '炸弹.pdf', '表.xlsx']) {
          const { refusal, plans } = await importer.plan(file);
          said.push(refusal?.zh ?? plans.map(({ target }) => target.file).join());
        }
        await importer.close();
        console.log(JSON.stringify({ said, memory: process.resourceUsage().maxRSS / 1024 }));`;
      const node = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: workspace.root,
        encoding: 'utf8',
      });
      const { said, memory } = JSON.parse(node.stdout);
      expect(said).toEqual([
        '文件太大，不像一份申报表，没有读。请核对文件；真的需要时，把它拆成几份。',
        '读它要花太多时间或者内存，没有读完。请核对文件的来历；它不像一份申报表。',
        'projects/2031/区总工会工作经费.yaml',
      ]);
      expect(memory).toBeLessThan(1536);
    }));
});

describe('law', () => {
  const sample = parse(sampleText).value as Declaration;
  const base = toBranch(sample);
  const words = fc.constantFrom('甲活动', '乙培训（12万）', '≥95%', '"引"', '注 # 意', '第一行\n第二行');
  const recipe = fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat(500), where: fc.nat(40), words });
  const style = fc.record({
    step: fc.constantFrom(2, 4),
    list: fc.constantFrom(0, 2, 4),
    quote: fc.constantFrom('plain' as const, 'double' as const, 'block' as const),
    rows: fc.constantFrom('behind' as const, 'below' as const, 'braces' as const),
  });

  /** Comments wherever one may stand. */
  const commented = (root: Branch): Branch => {
    const own = structuredClone(root);
    for (const [index, entry] of entriesIn(own).entries()) {
      if (index % 7 === 3) entry.above.push('', `第 ${index} 条`);
      if (index % 5 === 0 && !isBranch(entry.node)) entry.behind = `第 ${index} 条的末尾`;
    }
    return own;
  };
  const commentsOf = (text: string) => (text.match(/# 第 \d+ 条.*$/gm) ?? []).map((one) => one.trim()).sort();

  test('however a declaration is written, an update says what the document says, and every comment stays', async () => {
    const map = await formMap(form.title);
    const target = { file: samplePath, stem: '2025/区总工会工作经费', year: '2025' };
    let updated = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(recipe, { maxLength: 5 }), style, async (recipes, own) => {
        const theirs = parse(print(makeAll(base, editsOf(base, recipes)), own)).value as Declaration;
        const { value: documents } = await produceFrom(
          samplePath,
          Buffer.from(writeYaml(theirs, form, { schema: null, leftovers: [] })),
          kits,
          ['xlsx'],
          settings,
        );
        // Some edits leave what cannot be printed.
        fc.pre(documents !== null && documents[0] !== undefined);
        const sections = (await readDocumentCells(documents[0].bytes)).value ?? [];
        const [raw] = readCells(sections, [map]);
        if (!raw) throw new Error('no form was told');
        const imported = toDeclaration(raw, { asked: null, otherwise: null });
        const before = print(commented(base), own);
        const result = await updateDeclaration(target, Buffer.from(before), imported, kits);
        if ('why' in result) throw new Error(`${result.why}\n${before}`);
        const after = Buffer.from(result.bytes).toString();
        const { changes } = compare(
          { declaration: parse(after).value as Declaration, form },
          { declaration: theirs, form },
        );
        expect(changes).toEqual([]);
        expect(commentsOf(after)).toEqual(commentsOf(before));
        if (result.review.changes.length === 0) expect(after).toBe(before);
        else updated += 1;
      }),
      { numRuns: 60 },
    );
    expect(updated).toBeGreaterThan(20);
  }, 120_000);
});
