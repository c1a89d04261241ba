// `shenbao rules` and `shenbao explain`: what there is to know of the rules, in a workspace and outside of one.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ruleHeads } from '../../src/check/rule-set.js';
import { ruleGroups } from '../../src/commands/rule-groups.js';
import { run } from '../../src/commands/run.js';
import { inFolder } from '../support/programs.js';
import { inWorkspace } from '../support/workspace.js';

const rulesFile = 'schema/project-goal/rules.yaml';

describe('shenbao rules', () => {
  test('lists every rule with its level and why it matters', () =>
    inWorkspace(async ({ shenbao }) => {
      const { status, out, complaints } = await shenbao('rules');
      expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
      for (const { name } of ruleHeads) expect(out).toMatch(new RegExp(`^  ${name} +(错误|警告|提示|不查)  .+$`, 'm'));
      expect(out).toMatch(/^项目信息\n {2}code-has-21 +错误 {2}财政系统按编码认项目，位数不对就导不进去\n/m);
      expect(out).toMatch(/\n {2}goals-differ +警告 {2}“长期目标”说的是整个期限/);
      expect(out).toContain(`\n\n共 ${ruleHeads.length} 条；`);
    }));

  test('has the levels of the workspace’s own rules.yaml', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(rulesFile, 'code-has-21: { level: hint, length: 20 }\ngoals-differ: off\n');
      const { out } = await shenbao('rules', '--lang', 'en');
      expect(out).toMatch(/^ {2}code-has-21 +hint {5}The finance system/m);
      expect(out).toMatch(/^ {2}goals-differ +off /m);
    }));

  test('shows where forms set different levels', () =>
    inWorkspace(async ({ write, shenbao }) => {
      const schema = readFileSync('schema/project-goal/form.schema.json', 'utf8');
      write('schema/other/form.schema.json', schema.replaceAll('二级项目支出绩效目标申报表', '另一张表'));
      write('schema/other/rules.yaml', 'goals-differ: error\n');
      const { out } = await shenbao('explain', 'goals-differ');
      expect(out).toMatch(
        /^级别：错误（另一张表），警告（二级项目支出绩效目标申报表、省级部门预算项目支出绩效目标表）$/m,
      );
    }));

  test('as JSON keeps to its published schema', () =>
    inWorkspace(async ({ shenbao }) => {
      const report = JSON.parse((await shenbao('rules', '--format', 'json')).out);
      const validate = new Ajv2020().compile(JSON.parse(readFileSync('schema/reports/rules.schema.json', 'utf8')));
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      const names = report.rules.map(({ name }: { name: string }) => name);
      expect([...names].sort()).toEqual(ruleHeads.map(({ name }) => name).sort());
      expect(report.rules).toContainEqual(
        expect.objectContaining({
          name: 'code-has-21',
          forms: expect.arrayContaining([
            { form: 'project-goal', title: '二级项目支出绩效目标申报表', level: 'error', settings: { length: 21 } },
          ]),
        }),
      );
    }));

  test('says where a rules.yaml is wrong', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(rulesFile, 'goals-differ: loud\n');
      expect(await shenbao('rules')).toEqual({
        status: 2,
        out: '',
        complaints: `${rulesFile}:1:15  级别写的是文字“loud”；级别只有 error（错误）、warning（警告）、hint（提示）和 off（不查）。\n`,
      });
    }));

  test('every rule stands in one group', () => {
    const grouped = ruleGroups.flatMap(({ names }) => names);
    expect(grouped).toHaveLength(new Set(grouped).size);
    expect(ruleHeads.map(({ name }) => name).filter((name) => !grouped.includes(name))).toEqual([]);
  });
});

describe('shenbao explain', () => {
  test('shows what the rule says of its bad example', () =>
    inWorkspace(async ({ shenbao }) => {
      expect((await shenbao('explain', 'code-has-21')).out).toBe(`code-has-21
为什么：财政系统按编码认项目，位数不对就导不进去
来源：财政系统的数据规范
级别：错误
设定 length：21

这样会查出来：
  1:7  错误  项目编码有 20 位，应为 21 位，少了 1 位  code-has-21
 1 | 项目编码: "44031323003150060500"
   |           ^^^^^^^^^^^^^^^^^^^^^^
  → 照财政系统里的编码抄写；系统还没有给时，去掉“项目编码”这一行

这样写就对：
  项目编码: "440313230031500605004"

不要这一条：在 schema/project-goal/rules.yaml、schema/gansu-2023/rules.yaml 里写“code-has-21: off”。
只放过一处：在那里写“# shenbao-ignore code-has-21 -- 理由”。
`);
    }));

  test('shows the settings and the level that stand here, and an example of a rule that is switched off', () =>
    inWorkspace(async ({ write, shenbao }) => {
      for (const form of ['project-goal', 'gansu-2023'])
        write(`schema/${form}/rules.yaml`, 'code-has-21: { level: hint, length: 18 }\ngoals-differ: off\n');
      const { out } = await shenbao('explain', 'code-has-21', '--lang', 'en');
      expect(out).toContain('\nLevel: hint\nSetting length: 18\n');
      expect(out).toContain('\n  1:7  hint  ');
      const { out: off } = await shenbao('explain', 'goals-differ');
      expect(off).toContain('\n级别：不查\n');
      expect(off).toContain('\n  2:7  警告  长期目标与年度目标一字不差  goals-differ\n');
    }));

  test('shows each level and setting with its form where forms differ', () =>
    inWorkspace(async ({ write, shenbao }) => {
      write(rulesFile, 'code-has-21: { level: hint, length: 18 }\n');
      const { out } = await shenbao('explain', 'code-has-21');
      expect(out).toContain(
        `
级别：提示（二级项目支出绩效目标申报表），错误（省级部门预算项目支出绩效目标表）
设定 length：18（二级项目支出绩效目标申报表）
设定 length：21（省级部门预算项目支出绩效目标表）
`,
      );
    }));

  test.each(ruleHeads.map(({ name }) => name))('%s has a finding to show', (name) =>
    inWorkspace(async ({ shenbao }) => {
      const { status, out } = await shenbao('explain', name);
      expect(status).toBe(0);
      expect(out).toMatch(new RegExp(`这样会查出来：\\n  .*  ${name}\\n`));
      expect(out).toMatch(/\^/);
      expect(out).toMatch(/这样写就对：\n {2}\S/);
      expect(out.match(/\{[a-z-]+\}/)).toBeNull();
    }));

  test.each([
    'yaml/lost-comment',
    'schema/enum',
    'rules/invalid',
    'template/unknown-field',
    'render/no-glyph',
    'workspace/unreadable',
  ])('says of %s, which is no rule, what it belongs to', (name) =>
    inWorkspace(async ({ shenbao }) => {
      const { status, out } = await shenbao('explain', name);
      expect(status).toBe(0);
      expect(out).toMatch(new RegExp(`^${name}  .{10,}\n$`));
    }));

  test('works where there is no workspace', () =>
    inFolder(async (cwd) => {
      let out = '';
      const stdout = { write: (text: string) => (out += text) };
      const surroundings = {
        cwd,
        env: {},
        stdout,
        stderr: stdout,
        signal: new AbortController().signal,
        stdin: async () => new Uint8Array(),
      };
      expect(await run(['explain', 'goals-differ'], surroundings)).toBe(0);
      expect(await run(['rules'], surroundings)).toBe(0);
      expect(out).toContain('长期目标与年度目标一字不差');
      expect(out).toContain(`共 ${ruleHeads.length} 条`);
    }));
});
