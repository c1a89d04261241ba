// `shenbao check` as a clerk sees it.

import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/commands/run.js';
import { sampleText } from '../support/forms.js';
import { samplePath } from '../support/project-goal.js';
import { anotherWith, inWorkspace, sampleWith } from '../support/workspace.js';

describe('shenbao check', () => {
  test('says of the sample which six things a reviewer would ask about', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(samplePath, sampleText);
      const { status, out, complaints } = await shenbao('check');
      expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
      expect(out).toMatchInlineSnapshot(`
        "projects/2025/区总工会工作经费.yaml  警告 3 处，提示 3 处

          24:10  警告  “互联网 ”的里侧有空格，像是丢了一个字或符号  no-lost-sign
         24 |   - 关于印发《“互联网 ”普惠服务工作2024年度工作方案》的通知
            |               ^^^^^^^^^
          为什么：系统存不下的符号（如“＋”）会变成空格，文件的名称就引错了（来源：已公开的申报表）
          → 照原文件核对，把丢了的补上（例如“＋”）；没有丢就删去空格

          53:26  警告  600元/人 × 50人 = 3万元，写的金额是 9万元  price-times-quantity
         53 |   - 2025年职工乡村疗休养活动（9万）；预计600元/人，覆盖约50人。
            |                               ---        ^^^^^^^^        ----
          为什么：单价乘以数量得不出所写的金额，三个数里必有一个写错了（来源：财政部门的成本测算表；样表第 9 项）
          → 核对单价、数量和金额，改正写错的那个数；另有别的开支时一并写明

          71:16  警告  (1.6万） 的左括号是半角的，右括号是全角的  brackets-and-quotes-pair
         71 |   - 2025年财务软件续签(1.6万）
            |                       ^     --
          为什么：括号、引号、书名号缺一半或者全角配了半角，读的人分不清哪里到哪里是一句，程序也认不出里面的金额和文件名（来源：已公开的申报表；GB/T 15834《标点符号用法》）
          → 半角的 ( 改成全角的（

          65:111  提示  “;”是半角的，别处用的是全角  width-is-consistent
         65 | …（1万）；空调保养、清洗（1万）；设备设施维护、增加或更换（1.3万）;全年桶装水及瓶装水（3万）
            |                                                                   ^
          为什么：全角和半角混着用，印出来疏密不一，按字查找也会漏（来源：已公开的申报表）
          → 写成全角的“；”

          71:16  提示  “(”是半角的，别处用的是全角  width-is-consistent
         71 |   - 2025年财务软件续签(1.6万）
            |                       ^
          → 写成全角的“（”

          94:15  提示  指标值“9场次”远低于测算依据里计划的 30 场（6 + 24），不到 50%  target-is-not-idle
         46 |     说明: 预计开展6场工会会员日（普惠活动）15万元、预计开展24场义剪活动3万。
            |                   ---                                      ----
         ...
         94 |         指标值: ≥9场次
            |                  ^^^^^
          为什么：“指标值”远低于钱已经安排要做的，不用努力就能完成，审计称为“无压力目标”（来源：审计发现的“无压力目标”）
          → 按计划把指标值提高，或者在测算依据里说明哪些不算

        测算依据 21 项合计 2,425,500.00 元，与本年度项目金额一致。
        查了 1 份：错误 0 处，警告 3 处，提示 3 处；其中 2 处可用 --fix 改好。
        "
      `);
      const { findings, summary } = JSON.parse((await shenbao('check', '--format', 'json')).out);
      const found = findings.map(({ level, rule, line }: Record<string, unknown>) => `${line} ${level} ${rule}`);
      expect(found).toEqual([
        '24 warning no-lost-sign',
        '53 warning price-times-quantity',
        '71 warning brackets-and-quotes-pair',
        '65 hint width-is-consistent',
        '71 hint width-is-consistent',
        '94 hint target-is-not-idle',
      ]);
      expect(summary).toMatchObject({ errors: 0, warnings: 3, hints: 3 });
    }));

  test('has nothing to say of the sample once that is mended', () =>
    inWorkspace(async ({ shenbao }) => {
      expect(await shenbao('check')).toEqual({
        status: 0,
        out: '测算依据 21 项合计 2,425,500.00 元，与本年度项目金额一致。\n查了 1 份：错误 0 处，警告 0 处，提示 0 处。\n',
        complaints: '',
      });
    }));

  test('says all that is wrong, each with its line, and what to do', () =>
    inWorkspace(async ({ write, shenbao }) => {
      const text = sampleWith(
        ['本年度项目金额: 2,425,500.00', '本年度项目金额: 约242万'],
        ['分配方式:', '分配方法:'],
        ['是否新增项目: 否', '是否新增项目: 不是'],
      );
      write(samplePath, text);
      const { status, out, complaints } = await shenbao('check');
      expect({ status, complaints }).toEqual({ status: 1, complaints: '' });
      expect(out).toMatchInlineSnapshot(`
        "projects/2025/区总工会工作经费.yaml  错误 3 处

          10:9  错误  “是否新增项目”写的是“不是”，不在可选的范围里  schema/enum
         10 | 是否新增项目: 不是
            |               ^^^^
          → 只能写“是”或“否”

          11:1  错误  申报表最外层没有“分配方法”这一栏  schema/additionalProperties
         11 | 分配方法: 因素法和项目法
            | ^^^^^^^^
          → 是不是“分配方式”

          13:10  错误  “本年度项目金额”：金额“约242万”里有“约”，不是一个确定的数  schema/amount
         13 | 本年度项目金额: 约242万
            |                 ^^
          → 金额要写一个确定的数；估算的理由写在说明文字里

        测算依据 21 项合计 2,425,500.00 元。
        查了 1 份：错误 3 处，警告 0 处，提示 0 处；其中 1 处可用 --fix 改好。
        "
      `);
    }));

  test('works from a folder inside the workspace, on the paths given from there', () =>
    inWorkspace(async ({ shenbaoIn }) => {
      const { status, out } = await shenbaoIn('projects/2025', {}, 'check', '区总工会工作经费.yaml');
      expect({ status, out }).toEqual({
        status: 0,
        out: '测算依据 21 项合计 2,425,500.00 元，与本年度项目金额一致。\n查了 1 份：错误 0 处，警告 0 处，提示 0 处。\n',
      });
    }));

  test('shows no line of a file that is not even text', () =>
    inWorkspace(async ({ root, shenbao }) => {
      writeFileSync(join(root, 'projects/2025/乱.yaml'), Buffer.from([0, 1, 2, 3, 4, 5, 6]));
      expect((await shenbao('check', 'projects/2025/乱.yaml')).out).toBe(
        `projects/2025/乱.yaml  错误 1 处

  1:1  错误  这不是文本文件  yaml/binary
  → 申报表要写成 YAML 文本；请确认没有选错文件。

查了 1 份：错误 1 处，警告 0 处，提示 0 处。
`,
      );
    }));

  test('names files from the top of the repository where a service reads them', () =>
    inWorkspace(async ({ write, shenbaoIn }) => {
      write('.git/HEAD', 'ref: refs/heads/main\n');
      write('预算/projects/2025/坏.yaml', '表单: x\n');
      const files = async (format: string) => (await shenbaoIn('预算', {}, 'check', '--format', format)).out;
      expect(await files('github')).toContain('::error file=预算/projects/2025/坏.yaml,');
      expect(await files('gitlab')).toContain('"path": "预算/projects/2025/坏.yaml"');
      expect(await files('sarif')).toContain(`"uri": "${encodeURIComponent('预算')}/projects/2025/`);
      expect(await files('json')).toContain('"file": "projects/2025/坏.yaml"');
    }));

  test('fails on warnings when asked', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(samplePath, sampleWith(['分配方式: 因素法和项目法', '分配方式: 因素法 #和项目法']));
      expect((await shenbao('check')).status).toBe(0);
      expect((await shenbao('check', '--fail-on', 'warning')).status).toBe(1);
    }));

  test('reports JSON that keeps to its published schema', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(samplePath, sampleWith(['分配方式:', '分配方法:'], ['项目类型: 15 履职', '项目类型: 15 #履职']));
      const { status, out, complaints } = await shenbao('check', '--format', 'json', '--lang', 'en');
      expect({ status, complaints }).toEqual({ status: 1, complaints: '' });
      const report = JSON.parse(out);
      const validate = new Ajv2020().compile(JSON.parse(readFileSync('schema/reports/check.schema.json', 'utf8')));
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(report.summary).toEqual({
        files: 1,
        cached: 0,
        suppressed: 0,
        errors: 1,
        warnings: 1,
        hints: 0,
        curable: 1,
      });
      expect(report.findings).toContainEqual(
        expect.objectContaining({ file: samplePath, rule: 'schema/additionalProperties', line: 11, column: 1 }),
      );
    }));

  test('says how many files it need not look at again', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write('projects/2025/坏.yaml', anotherWith(['分配方式:', '分配方法:']));
      const first = await shenbao('check');
      const again = await shenbao('check', '--jobs', '2');
      const kept =
        '查了 2 份（其中 2 份没有变动，沿用上次的结果）：错误 1 处，警告 0 处，提示 0 处；其中 1 处可用 --fix 改好。';
      expect(again).toEqual({ ...first, out: first.out.replace(/^查了.*$/m, kept) });
      const { out } = await shenbao('check', '--lang', 'en');
      expect(out).toMatch(
        '2 declarations checked (2 unchanged since the last check): 1 error, 0 warnings, 0 hints; --fix can mend 1 of them.',
      );
      const report = JSON.parse((await shenbao('check', '--format', 'json')).out);
      expect(report.summary).toEqual({
        files: 2,
        cached: 2,
        suppressed: 0,
        errors: 1,
        warnings: 0,
        hints: 0,
        curable: 1,
      });
    }));

  test('counts what a comment passes over, which does not keep it from being built', () =>
    inWorkspace(async ({ write, shenbao }) => {
      const code = '项目编码: "44031323003150060500"';
      write(samplePath, sampleWith(['项目编码: "440313230031500605004"', code]));
      expect([(await shenbao('check')).status, (await shenbao('build', '--to', 'html')).status]).toEqual([1, 1]);
      const ignored = `${code} # shenbao-ignore code-has-21 -- 旧系统的编码`;
      write(samplePath, sampleWith(['项目编码: "440313230031500605004"', ignored]));
      const { status, out } = await shenbao('check');
      expect(status).toBe(0);
      expect(out).toMatch(/^查了 1 份：错误 0 处，.*；按 shenbao-ignore 略过 1 处。$/m);
      expect((await shenbao('check', '--lang', 'en')).out).toMatch(/; 1 passed over by shenbao-ignore\.$/m);
      expect(JSON.parse((await shenbao('check', '--format', 'json')).out).summary).toMatchObject({ suppressed: 1 });
      expect((await shenbao('build', '--to', 'html')).status).toBe(0);
    }));

  test('says so when there is nothing to check', () =>
    inWorkspace(async ({ write, shenbaoIn }) => {
      write('empty/projects/.gitkeep', '');
      expect(await shenbaoIn('empty', {}, 'check')).toEqual({
        status: 0,
        out: '查了 0 份：错误 0 处，警告 0 处，提示 0 处。\n',
        complaints: 'projects/ 下没有申报表（.yaml 文件）。\n',
      });
    }));

  test('ends with 2 when a file cannot be opened, and still checks the others', () =>
    inWorkspace(async ({ root, shenbao }) => {
      const file = openSync(join(root, 'projects/2025/巨大.yaml'), 'w');
      ftruncateSync(file, 3 * 1024 ** 3); // sparse: takes no space, but no program reads so much at once
      closeSync(file);
      const { status, out } = await shenbao('check');
      expect(status).toBe(2);
      expect(out).toMatchInlineSnapshot(`
        "projects/2025/巨大.yaml  错误 1 处

          错误  读不了 projects/2025/巨大.yaml：它有 2 GB 以上，不会是申报表。  workspace/unreadable

        测算依据 21 项合计 2,425,500.00 元，与本年度项目金额一致。
        查了 2 份：错误 1 处，警告 0 处，提示 0 处。
        "
      `);
    }));

  test('draws its progress on a terminal, in one line of its width, and clears it before it speaks', () =>
    inWorkspace(async ({ root }) => {
      let screen = '';
      const stderr = { isTTY: true, columns: 30, write: (text: string) => (screen += text) };
      const stdout = { isTTY: true, write: (text: string) => (screen += text) };
      const status = await run(['check'], {
        cwd: root,
        env: {},
        stdout,
        stderr,
        signal: new AbortController().signal,
        stdin: async () => new Uint8Array(),
      });
      expect({ status, screen }).toEqual({
        status: 0,
        screen:
          '\r\u001b[K████████████████████ 1/1  \r\u001b[K测算依据 21 项合计 2,425,500.00 元，与本年度项目金额一致。\n查了 1 份：错误 0 处，警告 0 处，提示 0 处。\n',
      });
    }));
});
