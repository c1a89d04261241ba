// `shenbao new` as a clerk uses it: what is written where, what is said, and what is refused.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder } from '../support/programs.js';
import { form, samplePath } from '../support/project-goal.js';
import { inWorkspace, runBin, sampleWith, type Workspace } from '../support/workspace.js';

/** In November 2025: declarations are written for 2026. */
const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2025, 10, 22) / 1000) };
const shenbao = ({ shenbaoIn }: Workspace, ...args: readonly string[]) => shenbaoIn('.', env, ...args);

describe('shenbao new', () => {
  test('writes a declaration for next year, and the next one beside it', () =>
    inWorkspace(async (workspace) => {
      expect(await shenbao(workspace, 'new', '宣传处/节庆活动')).toEqual({
        status: 0,
        out: '新建了 projects/2026/宣传处/节庆活动.yaml：二级项目支出绩效目标申报表，年度 2026（今年的下一年；要别的年度，用 --year）。\n写好后运行 shenbao check，还缺什么会逐处说明。\n',
        complaints: '',
      });
      expect(workspace.read('projects/2026/宣传处/节庆活动.yaml')).toContain('\n年度: 2026\n');
      expect((await shenbao(workspace, 'new', '技能竞赛.yaml')).out).toContain(
        'projects/2026/技能竞赛.yaml：二级项目支出绩效目标申报表，年度 2026（projects/ 里最新的年度；',
      );
      expect((await shenbao(workspace, 'new', '补报', '--year', '2025')).out).toContain(
        '2025/补报.yaml：二级项目支出绩效目标申报表，年度 2025。',
      );
    }));

  test('of which a check says only what is still to be written', () =>
    inWorkspace(async (workspace) => {
      await shenbao(workspace, 'new', '节庆活动');
      const { status, out } = await shenbao(workspace, 'check', 'projects/2026', '--format', 'json');
      const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly message: string }[] };
      expect(status).toBe(1);
      expect(findings).toHaveLength(24);
      expect(findings.filter(({ message }) => !message.includes('没有写'))).toEqual([]);
    }));

  test('names the schema that an editor can reach: the workspace’s, else the installed package’s, else none', () =>
    inWorkspace(async (workspace) => {
      const firstLine = (file: string) => workspace.read(file).split('\n')[0];
      await shenbao(workspace, 'new', '一');
      expect(firstLine('projects/2026/一.yaml')).toBe(`# ${form.title}`);
      const schema = 'schema/project-goal/form.schema.json';
      workspace.write(`node_modules/shenbao/${schema}`, '{}');
      await shenbao(workspace, 'new', '二');
      expect(firstLine('projects/2026/二.yaml')).toBe(
        `# yaml-language-server: $schema=../../node_modules/shenbao/${schema}`,
      );
      workspace.write(schema, readFileSync(schema, 'utf8'));
      await shenbao(workspace, 'new', '甲/三');
      expect(firstLine('projects/2026/甲/三.yaml')).toBe(`# yaml-language-server: $schema=../../../${schema}`);
    }));

  test('takes the form asked for, by title or folder, and does not guess among several', () =>
    inWorkspace(async (workspace) => {
      const schema = readFileSync('schema/project-goal/form.schema.json', 'utf8');
      for (const title of ['甲表', '乙表']) {
        workspace.write(`schema/${title}/form.schema.json`, schema.replaceAll(form.title, title));
      }
      expect(await shenbao(workspace, 'new', '一')).toEqual({
        status: 2,
        out: '',
        complaints: '这里有 2 种表，请用 --form 指明一种：“乙表”、“甲表”。\n',
      });
      expect((await shenbao(workspace, 'new', '一', '--form', '甲表')).out).toContain('甲表，年度 2026');
      expect((await shenbao(workspace, 'new', '二')).out).toContain('甲表，年度 2026');
      expect((await shenbao(workspace, 'new', '三', '--form', 'project-goal')).out).toContain(form.title);
      expect((await shenbao(workspace, 'new', '四', '--form', '丙表')).complaints).toMatch(
        /^没有叫“丙表”的表；现有：“/,
      );
    }));

  test('speaks English when asked', () =>
    inWorkspace(async (workspace) => {
      const { out } = await shenbao(workspace, 'new', '一', '--lang', 'en');
      expect(out).toBe(
        `Made projects/2026/一.yaml: ${form.title}, year 2026 (next year; choose another with --year).\nWrite it, then run shenbao check, which says what is still missing.\n`,
      );
    }));
});

describe('shenbao new --from', () => {
  test('carries last year’s declaration over to the year after it', () =>
    inWorkspace(async (workspace) => {
      const { status, out } = await shenbao(workspace, 'new', '工会处/区总工会工作经费', '--from', samplePath);
      expect({ status, out }).toEqual({
        status: 0,
        out: '新建了 projects/2026/工会处/区总工会工作经费.yaml：二级项目支出绩效目标申报表，年度 2026（所依据的申报表的下一年；要别的年度，用 --year）。\n清空金额 20 处，顺延年份 9 处；14 处要核对，上面标着“# 请核对”。\n写好后运行 shenbao check，还缺什么会逐处说明。\n',
      });
      const text = workspace.read('projects/2026/工会处/区总工会工作经费.yaml');
      expect(text).toContain('\n项目名称: 区总工会工作经费\n');
      expect(text).toContain('2026年职工乡村疗休养活动');
    }));

  test('gives it another name, moves years by as many as lie between, keeps its byte order mark', () =>
    inWorkspace(async (workspace) => {
      workspace.write(samplePath, `\ufeff${sampleWith(['年度: 2025\n', ''])}`);
      const { status } = await shenbao(workspace, 'new', '新项目', '--from', samplePath, '--year', '2028');
      expect(status).toBe(0);
      const text = workspace.read('projects/2028/新项目.yaml');
      expect(text.startsWith('\ufeff# yaml-language-server')).toBe(true);
      expect(text).toContain('# 请核对：上年的名称是“区总工会工作经费”。\n项目名称: 新项目\n');
      expect(text).toContain('订阅2028年和2029年工会报刊');
    }));

  test('refuses one that has errors, with what is wrong, and writes nothing', () =>
    inWorkspace(async (workspace) => {
      workspace.write(samplePath, sampleWith(['实施期限: 5', '实施期限: 五']));
      const { status, out, complaints } = await shenbao(workspace, 'new', '一', '--from', samplePath);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(complaints).toMatchInlineSnapshot(`
        "projects/2025/区总工会工作经费.yaml  错误 1 处

          8:7  错误  “实施期限”写的是“五”，要写不小于 1 的整数  schema/pattern
         8 | 实施期限: 五
           |           ^^
          → 例如写成“实施期限: 5”

        projects/2025/区总工会工作经费.yaml 有错误，没有照它新建；先改好它。
        "
      `);
      expect(existsSync(join(workspace.root, 'projects/2026'))).toBe(false);
    }));

  test('takes one from outside of the workspace, when its year is known', () =>
    inWorkspace(async (workspace) => {
      workspace.write('other/甲.yaml', sampleWith());
      workspace.write('other/乙.yaml', sampleWith(['年度: 2025\n', '']));
      expect((await shenbao(workspace, 'new', '甲', '--from', 'other/甲.yaml')).status).toBe(0);
      expect(await shenbao(workspace, 'new', '乙', '--from', 'other/乙.yaml')).toEqual({
        status: 2,
        out: '',
        complaints: '不知道 other/乙.yaml 是哪一年的：在里面写上年度，或者把它放在 projects/ 的年份文件夹里。\n',
      });
    }));
});

describe('shenbao new --to xlsx', () => {
  test('writes the blank workbook into the current folder, in a workspace or not', () =>
    inWorkspace(async (workspace) => {
      mkdirSync(join(workspace.root, 'desk'));
      const { status, out } = await workspace.shenbaoIn('desk', env, 'new', '处室/节庆活动', '--to', 'xlsx');
      expect({ status, out }).toEqual({
        status: 0,
        out: '新建了 节庆活动.xlsx：二级项目支出绩效目标申报表，年度 2026（今年的下一年；要别的年度，用 --year）。\n白色的格子填写，灰色的由系统带出。\n',
      });
      expect(workspace.read('desk/节庆活动.xlsx').slice(0, 2)).toBe('PK');
      expect((await workspace.shenbaoIn('desk', env, 'new', '节庆活动', '--to', 'xlsx')).complaints).toBe(
        '节庆活动.xlsx 已经有了，没有改动它。换一个名称，或者先把它移走。\n',
      );
      await inFolder((folder) => {
        const args = ['new', '甲', '--to', 'xlsx', '--form', form.title];
        expect(runBin(args, { cwd: folder })).toMatchObject({ status: 0, complaints: '' });
        expect(existsSync(join(folder, '甲.xlsx'))).toBe(true);
      });
    }));

  test('says what is wrong with the template', () =>
    inWorkspace(async (workspace) => {
      workspace.write('templates/project-goal/form.hbs', '<title class="title">{{没有}}</title>');
      const { status, out, complaints } = await shenbao(workspace, 'new', '一', '--to', 'xlsx');
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(complaints).toContain('templates/project-goal/form.hbs:1');
    }));
});

describe('shenbao new refuses', () => {
  const cases: readonly (readonly [args: readonly string[], complaint: string])[] = [
    [['区总工会工作经费', '--year', '2025'], `${samplePath} 已经有了，没有改动它。换一个名称，或者先把它移走。`],
    [['一', '--year', '26'], '年度“26”不对，要写四位数字，例如 2026。'],
    [['一', '--to', 'pdf'], '--to 不能写“pdf”，可以写 yaml、xlsx。'],
    [['一', '--to', 'xlsx', '--from', samplePath], '--from 和 --to xlsx 不能一起用，去掉一个。'],
    [['一', '--form', form.title, '--from', samplePath], '--from 和 --form 不能一起用，去掉一个。'],
    [['一', '--from', '没有.yaml'], '找不到 没有.yaml。'],
    [['一', '--from', 'projects'], '读不了 projects：系统说 EISDIR。'],
    [['../一'], '名称“../一”不能用：写项目名，或者“处室/项目名”，每一段都不能空着，也不能以句点开头。'],
    [['/etc/一'], '名称“/etc/一”不能用：写项目名，或者“处室/项目名”，每一段都不能空着，也不能以句点开头。'],
    [['.yaml'], '名称“.yaml”不能用：写项目名，或者“处室/项目名”，每一段都不能空着，也不能以句点开头。'],
    [['a:b'], '“a:b”里有文件名不能用的字符 :。去掉这个字符。'],
    [['con/一'], '“con”是 Windows 保留的名称，生成的文件在 Windows 上打不开。换一个名称。'],
  ];
  test.each(cases)('%j', (args, complaint) =>
    inWorkspace(async (workspace) => {
      expect(await shenbao(workspace, 'new', ...args)).toEqual({ status: 2, out: '', complaints: `${complaint}\n` });
    }));

  test('a name whose documents another declaration has, in other case or with another extension', () =>
    inWorkspace(async (workspace) => {
      workspace.write('projects/2026/ABC.yml', sampleWith());
      const { status, complaints } = await shenbao(workspace, 'new', 'abc');
      expect(status).toBe(2);
      expect(complaints).toMatch(/^与 projects\/2026\/ABC\.yml 会生成同一个文件/);
    }));

  test('a folder that is a link out of the workspace', () =>
    inWorkspace(async (workspace) => {
      await inFolder(async (elsewhere) => {
        mkdirSync(join(workspace.root, 'projects/2026'));
        symlinkSync(elsewhere, join(workspace.root, 'projects/2026/外'), 'junction');
        const { status, complaints } = await shenbao(workspace, 'new', '外/一');
        expect({ status, complaints }).toEqual({
          status: 2,
          complaints: '这个链接指向工作区以外，不读取。把文件放进 projects/，不要用链接。\n',
        });
        expect(existsSync(join(elsewhere, '一.yaml'))).toBe(false);
      });
    }));

  test('to write where a file stands in the way of a folder', () =>
    inWorkspace(async (workspace) => {
      writeFileSync(join(workspace.root, 'projects/2026'), '');
      const { status, complaints } = await shenbao(workspace, 'new', '一');
      expect(status).toBe(2);
      expect(complaints).toMatch(/它的上级路径里有一个同名的文件/);
    }));
});
