// What the command line answers to right and wrong use: words, streams and exit status.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder } from '../support/programs.js';
import { inWorkspace, runBin } from '../support/workspace.js';

describe('help', () => {
  test('lists the commands in Chinese', () =>
    inWorkspace(async ({ shenbao }) => {
      const { status, out, complaints } = await shenbao('--help');
      expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
      expect(out).toMatchInlineSnapshot(`
        "用法： shenbao 命令 [选项] [路径...]

        申报：一份 YAML 就是一份绩效目标申报表，检查它，生成 PDF、Word、Excel 和网页。

        选项：
          --lang <language>  说中文（zh，默认）或英文（en）
          -V, --version      显示版本号
          -h, --help         显示这些说明

        命令：
          build              生成有变动的申报表的各种文件，放在 out/
          check              检查申报表，逐处说明哪里不对、怎样改
          diff               比较两个版本：用审核人的话说改了什么
          comment            把合并请求改了什么写成一条评论，有了新的提交就地更新
          git                让 git 看懂申报表：比较 Excel、Word、PDF 里的文字，逐栏合并
          import             把已有的表（Excel、Word、PDF、文本）读成申报表的 YAML
          verify             核对文件：是不是申报表生成的，生成以后有没有改过
          template           检查表样：form.hbs、theme.yaml 和要填写的 workbook.xlsx
          explain            细说一条规则：为什么、来源、级别和设定、例子
          rules              列出全部规则
          merge              把 build --shard 各组生成的文件合到 out/
          new                新建一份申报表，每一栏都有说明；或者空白的 Excel 表
          init               建一个工作区：表样、模板、编辑器和 git 的设置
          doctor             检查安装：版本、表样、字体、权限、git
        "
      `);
    }));

  test('is what a bare call prints', () =>
    inWorkspace(async ({ shenbao }) => {
      expect(await shenbao()).toEqual(await shenbao('--help'));
    }));

  test('speaks English when asked', () =>
    inWorkspace(async ({ shenbao }) => {
      const { out } = await shenbao('build', '--help', '--lang', 'en');
      expect(out).toMatchInlineSnapshot(`
        "Usage: shenbao build [options] [paths...]

        print the declarations that changed into out/

        Arguments:
          paths              files or folders under projects/; all by default

        Options:
          --lang <language>  speak Chinese (zh, default) or English (en)
          --to <formats>     only these formats: pdf,docx,xlsx,html
          --out <dir>        print into this folder instead of out
          --force            print again what did not change
          --jobs <n>         how many threads
          --shard <i/n>      print only part i of n, for example 1/4
          --cache <dir>      reuse what an earlier build printed into this folder
          --draft            print those too that only break rules, each page marked as
                             a draft
          --check            write nothing; list what is stale in out/
          --watch            stay and print again on every change
          --explain          say why each was printed again
          --stage <name>     print a stage of the work: parsed, declaration or grid
          --time             say how long it took
          --format <name>    format of the report: text or json
          -h, --help         show this help
        "
      `);
    }));
});

describe('wrong use ends with 2 and one sentence', () => {
  const cases: readonly (readonly [args: readonly string[], complaint: string])[] = [
    [['bild'], '没有 bild 这个命令；用 --help 看有哪些。'],
    [['build', '--foo'], '没有 --foo 这个选项；用 --help 看有哪些。'],
    [['build', '--to'], '--to 后面要写一个值；用 --help 看怎样写。'],
    [['build', '--to', 'pdf,png'], '--to 不能写“png”，可以写 pdf、docx、xlsx、html。'],
    [['build', '--shard', '3/2'], '--shard 不能写“3/2”，要写成 i/n，i 从 1 到 n，例如 1/4。'],
    [['build', '--shard', 'x'], '--shard 不能写“x”，要写成 i/n，i 从 1 到 n，例如 1/4。'],
    [['build', '--jobs', '0'], '--jobs 不能写“0”，要写 1 到 64 的整数。'],
    [['build', '--check', '--watch'], '--check 和 --watch 不能一起用，去掉一个。'],
    [['build', '--check', '--cache', 'x'], '--check 和 --cache 不能一起用，去掉一个。'],
    [['build', '--force', '--cache', 'x'], '--force 和 --cache 不能一起用，去掉一个。'],
    [['merge', '--format', 'xml', 'x'], '--format 不能写“xml”，可以写 text、json。'],
    [['merge', '没有'], '找不到 没有。'],
    [['build', '--stage', 'grit'], '--stage 不能写“grit”，可以写 parsed、declaration、grid。'],
    [['check', '--format', 'xml'], '--format 不能写“xml”，可以写 text、json、sarif、github、gitlab、markdown。'],
    [['check', '--fail-on', 'all'], '--fail-on 不能写“all”，可以写 error、warning、hint。'],
    [['check', '没有.yaml'], '找不到 没有.yaml。'],
    [['explain'], '命令后面要写规则名；用 --help 看怎样写。'],
    [['explain', 'goal-differ'], '没有叫“goal-differ”的规则；是不是“goals-differ”。'],
    [['explain', '没有这一条'], '没有叫“没有这一条”的规则；“shenbao rules”列出全部规则。'],
    [['rules', '--format', 'sarif'], '--format 不能写“sarif”，可以写 text、json。'],
  ];
  test.each(cases)('shenbao %j', (args, complaint) =>
    inWorkspace(async ({ shenbao }) => {
      expect(await shenbao(...args)).toEqual({ status: 2, out: '', complaints: `${complaint}\n` });
    }));

  test('in English', () =>
    inWorkspace(async ({ shenbao }) => {
      const { complaints } = await shenbao('build', '--lang=en', '--foo');
      expect(complaints).toBe('There is no flag --foo; see --help.\n');
    }));

  test('outside of a workspace', () =>
    inFolder((folder) => {
      const { status, out, complaints } = runBin(['build'], { cwd: folder });
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(complaints).toContain('都没有找到 projects/ 文件夹');
    }));

  test('with a date that is none', () =>
    inWorkspace(async ({ shenbaoIn }) => {
      expect(await shenbaoIn('.', { SOURCE_DATE_EPOCH: 'today' }, 'build')).toEqual({
        status: 2,
        out: '',
        complaints: '环境变量 SOURCE_DATE_EPOCH 不能是“today”，要写秒数。\n',
      });
    }));
});

describe('the compiled bin', () => {
  test('tells its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(runBin(['--version'], { cwd: '.' })).toEqual({ status: 0, out: `${version}\n`, complaints: '' });
  });

  const heavy = /node_modules\/(pdfkit|fontkit|docx|exceljs|handlebars|ajv|tinypool|chokidar|yaml)\//;
  test.each([['--help'], ['--version'], ['build', '--help']])('loads no renderer for %s %s', async (...args) => {
    const loaded = await loadedBy(args, '.');
    expect(loaded.some((url) => url.includes('node_modules/commander/'))).toBe(true);
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
  });

  // In a workspace of its own, of whose declarations no findings are kept yet.
  test('loads no renderer and no schema compiler to check', () =>
    inWorkspace(async ({ root }) => {
      const loaded = await loadedBy(['check'], root);
      expect(loaded.some((url) => url.includes('node_modules/yaml/'))).toBe(true);
      expect(
        loaded.filter((url) => /node_modules\/(pdfkit|fontkit|docx|exceljs|ajv\/dist\/2020|tinypool)/.test(url)),
      ).toEqual([]);
    }));

  test.each([
    ['build'],
    ['check'],
  ])('loads neither yaml nor any rule where nothing changed since the last %s', (command) =>
    inWorkspace(async ({ root }) => {
      runBin([command], { cwd: root });
      const loaded = await loadedBy([command], root);
      expect(loaded.some((url) => url.includes('/dist/workspace/kits.js'))).toBe(true);
      expect(loaded.filter((url) => /node_modules\/yaml\/|\/dist\/check\/rules\//.test(url))).toEqual([]);
    }));
});

/** The modules that a run of the compiled tool loads, as addresses. */
function loadedBy(args: readonly string[], cwd: string): Promise<readonly string[]> {
  return inFolder((folder) => {
    runBin(args, { cwd, env: { NODE_V8_COVERAGE: folder } });
    return readdirSync(folder).flatMap((file) =>
      (JSON.parse(readFileSync(join(folder, file), 'utf8')).result as { url: string }[]).map(({ url }) => url),
    );
  });
}
