// `shenbao verify` on real documents: as built, saved again by others, edited, older, from elsewhere, and no documents at all.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { unpackZip } from '../../src/base/zip.js';
import { run } from '../../src/commands/run.js';
import { checkSource, produce } from '../../src/pipeline.js';
import type { Format, Origin } from '../../src/render/renderer.js';
import { digestOfFile, sha256 } from '../../src/workspace/digest.js';
import { openKits } from '../../src/workspace/kits.js';
import { documentDigest } from '../../src/workspace/make.js';
import type { Inputs } from '../../src/workspace/manifest.js';
import { toolVersion } from '../../src/workspace/package.js';
import { pack, pagesOf } from '../intake/document-text/documents.js';
import { cleanText } from '../support/forms.js';
import { convert, missing, runProgram } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { commitAll, gitIn } from '../support/repository.js';
import { inWorkspace, type Ran, sampleWith, type Workspace } from '../support/workspace.js';
import { ownTemplate, temporaryFolder } from '../workspace/support.js';

const stem = 'out/2025/区总工会工作经费';
const about = '编码 440313230031500605004，2025 年度，申报表 projects/2025/区总工会工作经费.yaml';
const three = sampleWith(['实施期限: 5', '实施期限: 3']);

/** Runs `shenbao verify` in a folder. */
async function verify(cwd: string, ...args: readonly string[]): Promise<Ran> {
  let out = '';
  let complaints = '';
  const status = await run(['verify', ...args], {
    cwd,
    env: {},
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (complaints += text) },
    signal: new AbortController().signal,
    stdin: async () => new Uint8Array(),
  });
  return { status, out, complaints };
}

/** What is said of one file, without its name. */
async function said(root: string, file: string): Promise<string> {
  const { out } = await verify(root, file);
  expect(out.startsWith(`${file}  `)).toBe(true);
  return out.slice(file.length + 2).trimEnd();
}

interface Reported {
  readonly verdict: string;
  readonly certain: boolean;
  readonly reasons: readonly { readonly reason: string }[];
}

/** Verdict, `certain` or `likely`, and reasons. */
async function reported(root: string, file: string): Promise<string> {
  const { out } = await verify(root, file, '--format', 'json');
  const [document] = (JSON.parse(out) as { documents: readonly Reported[] }).documents;
  const { verdict, certain, reasons = [] } = document ?? {};
  return [verdict, certain ? 'certain' : 'likely', ...reasons.map(({ reason }) => reason)].join(' ');
}

/** A document that a build of the workspace would make of a text, or one that only says that it did; `digestOf` is what its digest is taken over. */
async function printed(
  root: string,
  text: string,
  format: Format,
  claimed: Partial<Origin> = {},
  digestOf = claimed.digest ?? sha256(text),
): Promise<Uint8Array> {
  const kits = openKits(root, digestOfFile);
  const source = Buffer.from(text);
  const { value } = await checkSource(samplePath, source, kits, '2025');
  const inputs = kits.inputsFor(value?.kit.form.title ?? '', null) as Inputs;
  const origin = { source, digest: sha256(source), template: inputs.template, tool: toolVersion(), ...claimed };
  const digest = documentDigest(digestOf, '2025', inputs, origin.tool);
  const settings = { year: '2025', epoch: null, draft: false, digest, origin };
  const made = value && (await produce(value, [format], settings)).value;
  if (!made?.[0]) throw new Error('It is not printed.');
  return made[0].bytes;
}

const original: Partial<Origin> = { source: Buffer.from(cleanText), digest: sha256(cleanText) };

describe('as it was built', () => {
  test('is unchanged in every format, which is proved byte by byte', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build');
      const files = ['pdf', 'docx', 'xlsx', 'html'].map((format) => `${stem}.${format}`);
      const { status, out } = await verify(root, ...files);
      expect(status).toBe(0);
      expect(out).toBe(
        `${files.map((file) => `${file}  没有改动\n  ${about}\n  重新生成一次，与文件逐字节相同。\n\n`).join('')}核对了 4 份：没有改动 4 份。\n`,
      );
    }));

  test('wherever the declaration lies now, whenever it was dated, and when it is a draft', () =>
    inWorkspace(async ({ root, write, shenbao, shenbaoIn }) => {
      await shenbaoIn('.', { SOURCE_DATE_EPOCH: '1700000000' }, 'build', '--to', 'pdf,docx');
      renameSync(join(root, samplePath), join(root, 'projects/2025/别名.yaml'));
      const unchanged = 'unchanged certain same-bytes';
      expect(await reported(root, `${stem}.pdf`)).toBe(unchanged);
      expect(await reported(root, `${stem}.docx`)).toBe(unchanged);
      write('projects/2025/草.yaml', sampleWith(['605004', '6050'], ['项目名称: 区总工会', '项目名称: 某会']));
      await shenbao('build', '--draft', '--to', 'pdf,xlsx', 'projects/2025/草.yaml');
      expect(await reported(root, 'out/2025/草.pdf')).toBe(unchanged);
      expect(await reported(root, 'out/2025/草.xlsx')).toBe(unchanged);
    }));
});

const noOffice = missing('soffice');

describe.skipIf(noOffice)(`saved again by LibreOffice${noOffice ? ` (${noOffice})` : ''}`, () => {
  test.each(['xlsx', 'docx'] as const)('a %s says the same, which is no proof', (format) =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build', '--to', format);
      const path = join(root, `${stem}.${format}`);
      writeFileSync(path, await convert(readFileSync(path), format, format));
      expect(await said(root, `${stem}.${format}`)).toBe(
        `看来没有改动\n  ${about}\n  文件重新保存过，文字没有变；图片、批注、公式和格式没有核对。`,
      );
      expect((await verify(root, `${stem}.${format}`)).status).toBe(0);
    }));

  test('as a PDF, it is not the PDF that was built', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build', '--to', 'docx');
      writeFileSync(join(root, 'a.pdf'), await convert(readFileSync(join(root, `${stem}.docx`)), 'docx', 'pdf'));
      expect(await reported(root, 'a.pdf')).toMatch(/^edited certain .*attachment-lost$/);
    }));
});

const noPython = missing('python');

/** Has openpyxl change cells of the sample's workbook, by what stands in them. */
function editCells(path: string, changes: Readonly<Record<string, string>>): void {
  const script = `
import json, sys, openpyxl
changes = json.loads(sys.stdin.read())
book = openpyxl.load_workbook(sys.argv[1])
for row in book.active.iter_rows():
    for cell in row:
        if cell.value in changes: cell.value = changes.pop(cell.value)
assert not changes, changes
book.save(sys.argv[1])`;
  runProgram('python', ['-c', script, path], JSON.stringify(changes));
}

describe.skipIf(noPython)(`cells edited by openpyxl${noPython ? ` (${noPython})` : ''}`, () => {
  test('are told field by field', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build', '--to', 'xlsx');
      editCells(join(root, `${stem}.xlsx`), { '≤200元': '≤180元', '5': '3' });
      expect(await said(root, `${stem}.xlsx`)).toBe(
        [
          '改过',
          about,
          '显示的内容与申报表不同：',
          '  修改  实施期限：5 → 3',
          '  修改  产出指标 › 成本指标“人均成本” › 指标值：≤200元 → ≤180元  收紧',
        ].join('\n  '),
      );
      expect((await verify(root, `${stem}.xlsx`)).status).toBe(1);
    }));

  test('that are no field are told as text', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build', '--to', 'xlsx');
      editCells(join(root, `${stem}.xlsx`), { 二级项目支出绩效目标申报表: '另一张表' });
      expect(await said(root, `${stem}.xlsx`)).toBe(
        [
          '改过',
          about,
          '各栏的内容与申报表一致。',
          '文字与生成时的不同：',
          '  - 二级项目支出绩效目标申报表',
          '  + 另一张表',
        ].join('\n  '),
      );
    }));
});

describe('what a document shows counts, not what it carries', () => {
  test('a PDF whose text was changed while its attachment is intact', () =>
    inWorkspace(async ({ root }) => {
      writeFileSync(join(root, 'a.pdf'), await printed(root, three, 'pdf', original));
      expect(await said(root, 'a.pdf')).toBe(
        ['改过', about, '显示的内容与申报表不同：', '  修改  实施期限：5 → 3'].join('\n  '),
      );
    }));

  test('a PDF whose attachment was changed while its text is intact', () =>
    inWorkspace(async ({ root }) => {
      const source = Buffer.from(three);
      writeFileSync(join(root, 'a.pdf'), await printed(root, cleanText, 'pdf', { ...original, source }));
      expect(await said(root, 'a.pdf')).toBe(
        [
          '改过',
          about,
          '文字没有变，但文件不是生成时的原样：可能盖过章、加过批注或图片，或者用别的软件保存过。请打开来看。',
          '附在里面的申报表不是生成它的那一份。',
        ].join('\n  '),
      );
    }));

  test('a workbook whose properties say another code, and a PDF that says it is from the declaration forged into it', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build', '--to', 'xlsx,pdf');
      const properties = 'docProps/custom.xml';
      const parts = unpackZip(readFileSync(join(root, `${stem}.xlsx`)));
      const changed = Buffer.from(parts[properties] ?? [])
        .toString()
        .replaceAll('440313230031500605004', '999');
      writeFileSync(join(root, 'a.xlsx'), pack({ ...parts, [properties]: changed }));
      expect(await said(root, 'a.xlsx')).toBe(
        [
          '改过',
          about.replace('440313230031500605004', '999'),
          '文件重新保存过，文字没有变；图片、批注、公式和格式没有核对。',
          '文件里记的编码、年度或者来历被改过，与生成时写进去的不同。',
        ].join('\n  '),
      );
      // Its digest is taken over the declaration that it shows.
      const forged = { source: Buffer.from(three), digest: sha256(three) };
      writeFileSync(join(root, 'a.pdf'), await printed(root, cleanText, 'pdf', forged, sha256(cleanText)));
      expect(await reported(root, 'a.pdf')).toBe('edited certain not-as-built marks-changed attachment-changed');
    }));

  test('a PDF to which something was appended', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build', '--to', 'pdf');
      const bytes = readFileSync(join(root, `${stem}.pdf`));
      writeFileSync(join(root, 'a.pdf'), Buffer.concat([bytes, Buffer.from('%x\n%%EOF\n')]));
      expect(await reported(root, 'a.pdf')).toBe('edited certain not-as-built');
    }));

  test('a page, line by line', () =>
    inWorkspace(async ({ root, read, write, shenbao }) => {
      await shenbao('build', '--to', 'html');
      write('a.html', read(`${stem}.html`).replace('≤200元', '≤180元 &amp; <b>更少</b>'));
      expect(await said(root, 'a.html')).toBe(
        [
          '改过',
          about,
          '文字与生成时的不同：',
          '  - 产出指标 | *成本指标 | 人均成本 | ≤200元 | 反映全年参加工会活动的人均成本',
          '  + 产出指标 | *成本指标 | 人均成本 | ≤180元 & 更少 | 反映全年参加工会活动的人均成本',
        ].join('\n  '),
      );
      write('b.html', read(`${stem}.html`).replace('</style>', 'td { color: white }</style>'));
      expect(await reported(root, 'b.html')).toBe('edited certain not-as-built');
    }));
});

describe('of another version', () => {
  const since = '申报表后来改过：\n    修改  实施期限：5 → 3';

  test('a PDF brings its own with it', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      await shenbao('build', '--to', 'pdf');
      write(samplePath, three);
      expect(await said(root, `${stem}.pdf`)).toBe(
        `不是现在这一版\n  ${about}\n  重新生成一次，与文件逐字节相同。\n  ${since}`,
      );
      expect((await verify(root, `${stem}.pdf`)).status).toBe(1);
    }));

  test('without git, a Word file is held against today’s declaration, and nobody knows which of the two changed', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      await shenbao('build', '--to', 'docx,html');
      write(samplePath, three);
      expect(await said(root, `${stem}.docx`)).toBe(
        [
          '看来不是现在这一版',
          about,
          '生成它的那一版申报表，工作区和 git 的历史里都没有。',
          '与现在的申报表不同，分不清是文件改过还是申报表改过：',
          '  修改  实施期限：3 → 5',
        ].join('\n  '),
      );
      expect(await reported(root, `${stem}.html`)).toBe('other-version likely source-unknown not-compared');
    }));

  test('a declaration that was only written in another way', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      await shenbao('build', '--to', 'pdf,docx');
      write(samplePath, `# 注释\n${cleanText}`);
      expect(await said(root, `${stem}.pdf`)).toContain('申报表后来只改了写法，内容没有变。');
      expect(await reported(root, `${stem}.docx`)).toBe('other-version likely source-unknown same-text');
    }));

  test('by another template, and by another version of the tool', () =>
    inWorkspace(async ({ root, write, read, shenbao }) => {
      await shenbao('build', '--to', 'docx');
      ownTemplate(root);
      const template = 'templates/project-goal/form.hbs';
      write(template, read(template).replace('项目名称：', '项目的名称：'));
      expect(await reported(root, `${stem}.docx`)).toBe('other-version likely fields-agree other-template');
      writeFileSync(join(root, 'a.docx'), await printed(root, cleanText, 'docx', { tool: '0.0.9' }));
      expect(await reported(root, 'a.docx')).toBe('other-version likely same-text other-tool');
      const theme = 'templates/project-goal/theme.yaml';
      await shenbao('build', '--to', 'docx');
      write(theme, `${read(theme)}# 改\n`);
      expect(await reported(root, `${stem}.docx`)).toBe('other-version certain same-bytes other-form');
    }));

  const noGit = missing('git');

  describe.skipIf(noGit)(`that git knows${noGit ? ` (${noGit})` : ''}`, () => {
    const committed = (use: (workspace: Workspace) => Promise<void>) =>
      inWorkspace(async (workspace) => {
        gitIn(workspace.root, 'init', '-q');
        commitAll(workspace.root);
        await workspace.shenbao('build', '--to', 'xlsx,docx');
        await use(workspace);
      });

    test('is told from one that was edited', () =>
      committed(async ({ root, write }) => {
        write(samplePath, three);
        expect(await said(root, `${stem}.docx`)).toBe(
          `不是现在这一版\n  ${about}\n  重新生成一次，与文件逐字节相同。\n  ${since}`,
        );
        writeFileSync(join(root, 'a.docx'), await printed(root, three.replace('≤200元', '≤180元'), 'docx', original));
        expect(await said(root, 'a.docx')).toBe(
          [
            '改过',
            about,
            '显示的内容与生成它的那一版申报表不同：',
            '  修改  实施期限：5 → 3',
            '  修改  产出指标 › 成本指标“人均成本” › 指标值：≤200元 → ≤180元  收紧',
            since,
          ].join('\n  '),
        );
      }));

    test('also where the declaration was called otherwise', () =>
      committed(async ({ root, write }) => {
        renameSync(join(root, samplePath), join(root, 'weg.yaml'));
        write('projects/2025/改名.yaml', three);
        commitAll(root);
        expect(await said(root, `${stem}.docx`)).toBe(
          `不是现在这一版\n  ${about.replace('区总工会工作经费', '改名')}\n  重新生成一次，与文件逐字节相同。\n  ${since}`,
        );
      }));

    test('also where the declaration is gone', () =>
      committed(async ({ root, write }) => {
        renameSync(join(root, samplePath), join(root, 'weg.yaml'));
        write('projects/2025/别的.yaml', sampleWith(['605004', '605005']));
        commitAll(root);
        expect(await reported(root, `${stem}.xlsx`)).toBe('other-version certain same-bytes source-gone');
      }));
  });
});

describe('not from here', () => {
  test('what bears no marks', () =>
    inWorkspace(async ({ root }) => {
      writeFileSync(join(root, 'a.pdf'), pagesOf(['BT /F 10 Tf 50 700 Td (text) Tj ET']));
      expect(await said(root, 'a.pdf')).toBe(
        '不是这里的申报表生成的\n  里面没有 shenbao 的标记：不是 shenbao 生成的，或者标记被去掉了。',
      );
      expect((await verify(root, 'a.pdf')).status).toBe(1);
    }));

  test('a blank form', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('new', '甲', '--to', 'xlsx', '--year', '2026');
      expect(await said(root, '甲.xlsx')).toBe(
        '不是这里的申报表生成的\n  2026 年度\n  里面没有写来自哪份申报表：是空白表、带修订标记的审阅稿，或者 shenbao 较早的版本生成的。填好的表用 shenbao import 读入。',
      );
    }));

  test('a document of a declaration that is not here: a PDF is held against the one in it', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      await shenbao('build', '--to', 'pdf,docx');
      write(samplePath, sampleWith(['605004', '605005']));
      renameSync(join(root, samplePath), join(root, 'projects/2025/别的.yaml'));
      expect(await said(root, `${stem}.pdf`)).toBe(
        [
          '不是这里的申报表生成的',
          '编码 440313230031500605004，2025 年度',
          '重新生成一次，与文件逐字节相同。',
          '生成它的申报表只有它自己带的一份，没有别的可以印证。',
          '生成它的那一版申报表，工作区和 git 的历史里都没有。',
        ].join('\n  '),
      );
      expect(await reported(root, `${stem}.docx`)).toBe('foreign likely source-unknown');
    }));

  test('outside of a workspace nothing else speaks for a PDF either, and nothing at all for the others', () =>
    inWorkspace(async ({ root, shenbao }) => {
      await shenbao('build', '--to', 'pdf,docx');
      const folder = temporaryFolder();
      for (const format of ['pdf', 'docx']) {
        writeFileSync(join(folder, `a.${format}`), readFileSync(join(root, `${stem}.${format}`)));
      }
      expect(await said(folder, 'a.pdf')).toBe(
        [
          '看来没有改动',
          '编码 440313230031500605004，2025 年度',
          '重新生成一次，与文件逐字节相同。',
          '生成它的申报表只有它自己带的一份，没有别的可以印证。',
        ].join('\n  '),
      );
      expect(await said(folder, 'a.docx')).toBe(
        [
          '不是这里的申报表生成的',
          '编码 440313230031500605004，2025 年度',
          '这里不是工作区，没有申报表可以对照。请到有 projects/ 的文件夹里核对。',
        ].join('\n  '),
      );
    }));
});

describe('what cannot be verified', () => {
  test('is told beside what can, and ends with 2', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      await shenbao('build', '--to', 'docx');
      write('a.txt', '项目编码：1');
      const { status, out } = await verify(root, 'a.txt', `${stem}.docx`);
      expect(status).toBe(2);
      expect(out).toContain(
        'a.txt  读不了\n  这不是 Excel（xlsx）、Word（docx）或 PDF 文件。请核对文件，或者另存为其中一种。\n',
      );
      expect(out).toContain('核对了 2 份：没有改动 1 份，读不了 1 份。');
    }));

  test('a file that is not there, and a folder, are wrong words of the command', () =>
    inWorkspace(async ({ root }) => {
      mkdirSync(join(root, 'out'));
      const complaint = async (...args: readonly string[]) => {
        const { status, out, complaints } = await verify(root, ...args);
        expect({ status, out }).toEqual({ status: 2, out: '' });
        return complaints;
      };
      expect(await complaint('没有.pdf')).toBe('找不到 没有.pdf。\n');
      expect(await complaint('out')).toBe('out 是文件夹，不是文件。请换成文件。\n');
      expect(await complaint()).toBe('命令后面要写文件；用 --help 看怎样写。\n');
      expect(await complaint('a.pdf', '--format', 'xml')).toContain('--format 不能写“xml”');
    }));
});

describe('the report', () => {
  test('as JSON is what its schema says', () =>
    inWorkspace(async ({ root, write, shenbao }) => {
      const ajv = new Ajv2020();
      for (const name of ['check', 'diff'])
        ajv.addSchema(JSON.parse(readFileSync(`schema/reports/${name}.schema.json`, 'utf8')));
      const validate = ajv.compile(JSON.parse(readFileSync('schema/reports/verify.schema.json', 'utf8')));
      await shenbao('build', '--to', 'pdf');
      writeFileSync(join(root, 'edited.pdf'), await printed(root, three, 'pdf', original));
      write('a.txt', 'x');
      write('a.html', '<html></html>');
      write(samplePath, sampleWith(['≤200元', '≤180元']));
      const files = [`${stem}.pdf`, 'edited.pdf', 'a.txt', 'a.html'];
      const { status, out } = await verify(root, ...files, '--format', 'json');
      expect(status).toBe(2);
      const report = JSON.parse(out);
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(report.summary).toEqual({ unchanged: 0, edited: 1, 'other-version': 1, foreign: 1, unreadable: 1 });
      expect(report.documents[1]).toMatchObject({
        file: 'edited.pdf',
        verdict: 'edited',
        certain: true,
        claims: { format: 'pdf', code: '440313230031500605004', year: '2025', tool: toolVersion() },
        declaration: samplePath,
        edits: {
          changes: [{ kind: 'changed', pointer: '/实施期限', before: '5', after: '3' }],
          lines: [{ before: expect.stringContaining('| 5 |'), after: expect.stringContaining('| 3 |') }],
        },
        since: { changes: [{ before: '≤200元', after: '≤180元', direction: 'tightened' }], lines: [] },
      });
    }));

  test('in English', () =>
    inWorkspace(async ({ root }) => {
      writeFileSync(join(root, 'a.pdf'), await printed(root, three, 'pdf', original));
      const { out } = await verify(root, 'a.pdf', '--lang', 'en');
      expect(out).toBe(
        [
          'a.pdf  edited',
          'code 440313230031500605004, year 2025, declaration projects/2025/区总工会工作经费.yaml',
          'It shows otherwise than the declaration:',
          '  changed  实施期限: 5 → 3\n',
        ].join('\n  '),
      );
    }));

  test('shows what would steer a terminal as its code', () =>
    inWorkspace(async ({ root }) => {
      const digest = '5f'.repeat(32);
      const page = `<html><head><meta name="shenbao-digest" content="${digest}"><meta name="shenbao-source" content="${digest}"><meta name="shenbao-code" content="\u001b[31m1"></head></html>`;
      writeFileSync(join(root, 'a\u202e.html'), page);
      const { out } = await verify(root, 'a\u202e.html');
      expect(out).toContain('a<U+202E>.html  不是这里的申报表生成的\n  编码 <U+001B>[31m1\n');
    }));
});
