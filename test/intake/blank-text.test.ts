// A blank declaration: every key in order and explained, nothing wrong with it but what is not yet written.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { below, fromPointer } from '../../src/base/pointer.js';
import { type Field, type Form, fieldAt, toForm } from '../../src/check/form.js';
import { blankText } from '../../src/intake/blank-text.js';
import { checkSource } from '../../src/pipeline.js';
import type { Value } from '../../src/read/parsed.js';
import { read } from '../../src/read/read.js';
import { digestOfFile } from '../../src/workspace/digest.js';
import { openKits } from '../../src/workspace/kits.js';
import { readForms } from '../../src/workspace/schemas.js';
import { checkText, projectGoal } from '../support/forms.js';

const start = { year: '2026', name: '节庆活动', schema: '../../schema/project-goal/form.schema.json' };
const blank = blankText(projectGoal, start);
const packaged = [...readForms(process.cwd()).values()].map(({ form }) => form);

/** What is found in a text of any form of the package. */
async function findingsIn(text: string) {
  const kits = openKits(process.cwd(), digestOfFile);
  return (await checkSource('a.yaml', Buffer.from(text), kits, '2026')).findings;
}

describe('a blank declaration', () => {
  test('begins with what an editor needs and how to fill it in, year and name written already', () => {
    expect(blank.split('\n').slice(0, 26).join('\n')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../schema/project-goal/form.schema.json
      # 二级项目支出绩效目标申报表
      # 一个文件就是一份申报表。键名就是表上印的栏目名，次序与表一致。
      # 怎样填：内容写在冒号后面，空格已经留好。以“# ”开头的行是说明，不印；同样的栏只在第一次出现时说明。
      # 写完运行 npx shenbao check：还缺什么、哪里不对，会逐处说明。

      # 表的正式名称。按它选用 schema/ 与 templates/ 下的表样。
      # 必填，已填好。
      表单: 二级项目支出绩效目标申报表

      # 预算年度，四位数字，表上不印。不写时取 projects/ 下文件夹的年份。
      # 选填，已填好。
      年度: 2026

      # 财政系统给的编码，21 位数字或大写字母，写在引号里。系统还没有给时不写这一行。
      # 选填：要写时，删去下面行首的“# ”。例如："440313230031500605004"
      # 项目编码: 

      # 项目的全称，与财政系统里的一致。
      # 必填，已填好。
      项目名称: 节庆活动

      # 提出申请的单位全称。
      # 必填。例如：深圳市深汕特别合作区组织人事局（本级）
      申请单位: 
      "
    `);
  });

  test('has one empty row where the form has a star, the word where it has none, and explains a row once', () => {
    expect(blank.slice(blank.indexOf('\n绩效指标:'), blank.indexOf('    时效指标:'))).toMatchInlineSnapshot(`
      "
      绩效指标:
        # 做了多少、做得怎样、何时做完、花多少钱。
        # 必填。
        产出指标:
          # 做多少，例如“开展活动数量 ≥9场次”。必填。
          # 带星号，必填：至少一行。
          数量指标:
            # 每条：一行三级指标。
            # 三级指标的名称。
            # 必填。例如：开展活动数量
            - 名称: 
              # 符号、数、单位，例如 ≥9场次、≤200元、≥90%；或者说明程度的词。以 > 开头时写在引号里。
              # 必填。例如：2025年12月底前
              指标值: 
              # 考察什么、怎样算，例如“满意度（%）=满意的人数/参加的总人数*100%”。
              # 选填：要写时，删去下面行首的“# ”。例如：考察全年开展活动次数
              # 解释: 
          # 做得怎样，例如“活动完成合格率 ≥90%”。必填。
          # 带星号，必填：至少一行。
          质量指标:
            - 名称: 
              指标值: 
              # 解释: 
          # 何时做完，例如“活动及时性 ≥90%”。必填。
          # 带星号，必填：至少一行。
      "
    `);
    expect(blank).toContain('    经济效益指标: 不适用\n');
    expect(blank.match(/^ +- 名称: $/gm)).toHaveLength(6);
    expect(blank.match(/三级指标的名称。/g)).toHaveLength(1);
  });

  test.each(packaged)('of $title reads without a remark, and lacks nothing but what is to be written', async (form) => {
    const text = blankText(form, { ...start, schema: null });
    expect(read({ path: 'a.yaml', text }).findings).toEqual([]);
    const findings = await findingsIn(text);
    expect(findings.map(({ message }) => message.zh).filter((said) => !/没有写(?:内容|金额)$/.test(said))).toEqual([]);
    // Each where the writing goes: at the end of a line that waits for it.
    const lines = text.split('\n');
    const waiting = lines.flatMap((line, index) => (/^ *(?:- |[^#]*: )$/.test(line) ? [index + 1] : []));
    expect(findings.map(({ place }) => place?.line)).toEqual(waiting);
    expect(waiting.length).toBeGreaterThan(10);
  });

  test.each(packaged)('of $title leaves what is not written to the structure: no rule says it again', async (form) => {
    const text = blankText(form, start);
    // All keys there, or not even those of the first row of each indicator.
    const keysTakenBack = text.replace(/^( *)# (?=[^ \n]+: $)/gm, '$1');
    const withoutFirstKey = text.replace(/^( *- )[^ \n#]+: $/gm, '$1');
    for (const one of [text, keysTakenBack, withoutFirstKey]) {
      const findings = await findingsIn(one);
      expect(findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('schema/'))).toEqual([]);
      expect(new Set(findings.map(({ pointer }) => pointer)).size).toBe(findings.length);
    }
  });

  test.each(packaged)('of $title has every key in the form’s order, its description and need above it', (form) => {
    // With the optional keys taken back.
    const text = blankText(form, start).replace(/^( *)# (?=[^ \n]+: $)/gm, '$1');
    const { value: parsed } = read({ path: 'a.yaml', text });
    let keys = 0;
    const visit = (value: Value | undefined, field: Field, pointer: string): void => {
      if (Array.isArray(value) && field.items) visit(value[0], field.items, below(pointer, 0));
      if (typeof value !== 'object' || Array.isArray(value)) return;
      expect(Object.keys(value), pointer).toEqual(field.properties.map(({ key }) => key));
      for (const child of field.properties) {
        keys += 1;
        const place = parsed?.placeOf(below(pointer, child.key), 'key');
        const above = text.slice(0, place?.start);
        expect(above, child.key).toContain(`# ${child.description}\n`);
        const comment = above.slice(above.lastIndexOf(`# ${child.description}\n`));
        expect(comment.split('\n')[1], child.key).toMatch(/^ *# (?:必填|选填|带星号|不带星号|至少一行)/);
        visit((value as { readonly [key: string]: Value })[child.key], child, below(pointer, child.key));
      }
    };
    visit(parsed?.value, form.root, '');
    expect(keys).toBeGreaterThan(30);
  });

  // Examples stand alone: they do not add up, a list has one of them, and rows of the same kind get the same name.
  const comparing: Readonly<Record<string, readonly string[]>> = {
    'project-goal': ['basis-adds-up', 'indicator-names-differ', 'long-goal-when-long'],
    'gansu-2023': ['funding-adds-up', 'indicator-names-differ'],
  };

  test.each(packaged)('of $title is right when written as its own examples say', async (form) => {
    let text = blankText(form, start);
    const findings = await findingsIn(text);
    for (const { place, pointer } of [...findings].sort((a, b) => (b.place?.start ?? 0) - (a.place?.start ?? 0))) {
      const field = fieldAt(form.root, fromPointer(pointer ?? ''));
      const example = field?.choices?.[0] ?? field?.examples[0] ?? field?.properties[0]?.examples[0] ?? '写了';
      const end = text.indexOf('\n', place?.start);
      text = text.slice(0, end) + example + text.slice(end);
    }
    const errors = (await findingsIn(text)).filter(({ level }) => level === 'error');
    expect([...new Set(errors.map(({ rule }) => rule))].sort()).toEqual(comparing[form.name]);
  });

  test('takes any name for what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        // A reader refuses what ends a line without being seen.
        fc.pre(!/[\p{C}\p{Zl}\p{Zp}]/u.test(name));
        const { value } = read({ path: 'a.yaml', text: blankText(projectGoal, { ...start, name }) });
        expect((value?.value as { readonly 项目名称: string }).项目名称).toBe(name);
      }),
    );
  });
});

describe('another form', () => {
  const formOf = (properties: object, more: object = {}): Form =>
    toForm('other', { title: '别的表', type: 'object', required: Object.keys(properties), properties, ...more }, '');
  const row = {
    type: 'array',
    'x-word': '无',
    items: { type: 'object', required: ['甲甲'], properties: { 甲甲: {} } },
  };
  const textOf = (form: Form) => blankText(form, { ...start, schema: null });

  test('without any star wants a row everywhere', () => {
    const text = textOf(formOf({ 一一: row, 二二: row }));
    expect(text).toContain('# 至少一行；用不上的，在冒号后面只写“无”。\n一一:\n');
    expect(text.match(/- 甲甲: $/gm)).toHaveLength(2);
  });

  test('with an optional list or mapping has all of it as a comment that an editor takes back at once', () => {
    const form = formOf(
      { 一一: {}, 二二: { properties: { 内内: { description: '里面的一栏。' } }, required: ['内内'] } },
      { required: ['一一'] },
    );
    const text = textOf(form);
    expect(text.slice(text.indexOf('# 选填'))).toBe(
      '# 选填：要写时，删去下面行首的“# ”。\n# 二二:\n#   # 里面的一栏。\n#   # 必填。\n#   内内: \n',
    );
    expect(checkedKeys(text.replace(/^# (?=二二| )/gm, ''))).toEqual(['一一', '二二']);
  });

  test('whose schema is hostile cannot leave its comments', () => {
    const text = textOf(
      formOf({
        'a: b #c': { description: '甲\n乙: 丙\r\u2028丁: 戊\u0007', examples: ['x\ny: z'] },
        '- 项': { description: '%YAML' },
      }),
    );
    expect(checkedKeys(text)).toEqual(['a: b #c', '- 项']);
  });

  function checkedKeys(text: string): readonly string[] {
    const { value, findings } = read({ path: 'a.yaml', text });
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    return Object.keys(value?.value ?? {});
  }
});

test('the sample’s blank form says all that is missing at once', () => {
  expect(checkText(blank)).toHaveLength(24);
});
