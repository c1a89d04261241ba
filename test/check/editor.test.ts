// What a budget clerk sees in an editor with the YAML language server: the same schema, while typing.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { below } from '../../src/base/pointer.js';
import { isMapping } from '../../src/check/declaration.js';
import type { Field } from '../../src/check/form.js';
import type { Value } from '../../src/read/parsed.js';
import { parse, projectGoal, sampleText, sampleWith } from '../support/forms.js';
import { gansuText, gansuWith } from '../support/gansu.js';
import { type LanguageServer, startLanguageServer } from '../support/language-server.js';

const settings = JSON.parse(readFileSync(new URL('../../.vscode/settings.json', import.meta.url), 'utf8'));
const withoutSchemas = { ...settings, 'yaml.schemas': {} };
const modeline = sampleText.slice(0, sampleText.indexOf('\n') + 1);
const withoutModeline = (text: string) => text.replace(modeline, '\n');

let server: LanguageServer;
let files = 0;

/** What is marked, as `line: message`, lines from 1. */
async function marked(text: string, using = server): Promise<readonly string[]> {
  files += 1;
  const found = await using.open(`projects/2025/sample-${files}.yaml`, text);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

function lineOf(text: string, passage: string): number {
  return text.slice(0, text.indexOf(passage)).split('\n').length;
}

beforeAll(async () => {
  server = await startLanguageServer(settings);
});
afterAll(async () => {
  await server.close();
});

describe('the language server', () => {
  it('has nothing to mark in the sample', async () => {
    expect(await marked(sampleText)).toEqual([]);
  });

  it.each([
    ['an unknown key', '项目名称: 区', '项目名字: 区', '项目名字'],
    ['a missing key', '申请单位: 深圳市深汕特别合作区组织人事局（本级）\n一级', '一级', '申请单位'],
    ['a word that is not on the list', '是否新增项目: 否', '是否新增项目: 不', '是'],
    ['a text instead of a list', '政策依据:\n  - 深汕党发', '政策依据: 深汕党发\n别的:\n  - 深', 'array'],
    ['a key missing in a row', '        指标值: ≥9场次\n', '', '指标值'],
    ['a key unknown in a row', '        解释: 考察全年开展活动次数', '        备注: 考察全年开展活动次数', '备注'],
    ['an amount with words', '本年度项目金额: 2,425,500.00', '本年度项目金额: 约242.55万', '金额写成 2425500.00'],
    ['a mapping instead of a list of rows', '      - 名称: 开展活动数量', '        名称: 开展活动数量', 'array'],
    [
      'a word that is not the one for “not applicable”',
      '经济效益指标: 不适用',
      '经济效益指标: 无',
      '用不上时写“不适用”',
    ],
    ['a key missing in a basis item', '    金额: 45万\n', '', '金额'],
  ])('marks %s', async (_, passage, replacement, named) => {
    const found = await marked(sampleWith(passage, replacement));
    expect(found.join('\n')).toContain(named);
  });

  it('marks a mistake where it stands', async () => {
    const text = sampleWith('是否新增项目: 否', '是否新增项目: 不');
    expect((await marked(text)).map((found) => Number.parseInt(found, 10))).toEqual([lineOf(text, '是否新增项目')]);
  });

  it('finds the schema by the settings alone, in files that have no modeline', async () => {
    expect(await marked(withoutModeline(sampleText))).toEqual([]);
    expect(await marked(withoutModeline(sampleWith('项目名称: 区', '项目名字: 区')))).not.toEqual([]);
  });

  it('finds the schema by the modeline alone, in editors without the settings', async () => {
    const bare = await startLanguageServer(withoutSchemas);
    try {
      const mistaken = sampleWith('项目名称: 区', '项目名字: 区');
      expect(await marked(mistaken, bare)).not.toEqual([]);
      expect(await marked(withoutModeline(mistaken), bare)).toEqual([]);
    } finally {
      await bare.close();
    }
  });
});

describe('another authority’s form', () => {
  it('is found by the modeline, whatever the settings say of all declarations', async () => {
    expect(await marked(gansuText)).toEqual([]);
  });

  it.each([
    ['a key of the other form', '年度绩效目标:', '年度目标:', '年度目标'],
    ['a missing key', '资金性质: 一般公共预算\n', '', '资金性质'],
    ['a date in words', '2023-12-31', '2023年12月31日', '日期写成 2023-01-01'],
    ['an amount with words', '预算申报数: 20万元', '预算申报数: 约20万元', '不带单位时是万元'],
    [
      'an indicator group left out',
      '    生态环境成本指标:\n      - 名称: 提升博物馆绿化水平\n        指标值: 提升\n',
      '',
      '生态环境成本指标',
    ],
  ])('marks %s', async (_, passage, replacement, named) => {
    expect((await marked(gansuWith(passage, replacement))).join('\n')).toContain(named);
  });

  it('offers its own keys and not those of the other form', async () => {
    const path = 'projects/2023/begun.yaml';
    await server.open(path, `${gansuText.slice(0, gansuText.indexOf('\n'))}\n\n`);
    const offered = await server.complete(path, 1, 0);
    expect(offered).toEqual(expect.arrayContaining(['一级项目名称', '预算申报数', '实施计划']));
    expect(offered).not.toContain('测算依据');
  });
});

describe('completion', () => {
  const begun = `${modeline}表单: 二级项目支出绩效目标申报表\n\n`;

  it('offers the keys of the form at the top', async () => {
    const path = 'projects/2025/begun.yaml';
    await server.open(path, begun);
    const offered = await server.complete(path, 2, 0);
    expect(offered).toEqual(expect.arrayContaining(['项目名称', '申请单位', '绩效指标', '长期目标']));
    expect(offered).not.toContain('表单');
  });

  it('offers the keys of a row inside an indicator', async () => {
    const path = 'projects/2025/row.yaml';
    const text = `${begun}绩效指标:\n  产出指标:\n    数量指标:\n      - 名称: 活动\n        `;
    await server.open(path, text);
    const offered = await server.complete(path, text.split('\n').length - 1, 8);
    expect(offered).toEqual(expect.arrayContaining(['指标值', '解释']));
    expect(offered).not.toContain('金额');
  });

  it('offers the words of a closed list', async () => {
    const path = 'projects/2025/choice.yaml';
    const text = `${modeline}是否新增项目: `;
    await server.open(path, text);
    expect(await server.complete(path, 1, 8)).toEqual(expect.arrayContaining(['是', '否']));
  });

  it('offers the word for an indicator that does not apply', async () => {
    const path = 'projects/2025/word.yaml';
    await server.open(path, `${modeline}绩效指标:\n  效益指标:\n    经济效益指标: `);
    expect(await server.complete(path, 3, 12)).toContain('不适用');
  });
});

describe('hover', () => {
  it('explains every key of the sample with its own title and description', async () => {
    const path = 'projects/2025/hover.yaml';
    await server.open(path, sampleText);
    const parsed = parse(sampleText);
    const explained: string[] = [];

    const visit = async (value: Value, field: Field, pointer: string): Promise<void> => {
      if (field.key !== '') {
        const { line, column } = parsed.placeOf(pointer, 'key');
        const shown = await server.hover(path, line - 1, column);
        expect(shown.replaceAll('\\', ''), pointer).toContain(`#### ${field.label}\n\n${field.description}\n`);
        explained.push(field.key);
      }
      if (Array.isArray(value) && field.items) await visit(value[0], field.items, below(pointer, 0));
      if (!isMapping(value)) return;
      for (const child of field.properties) {
        const given = value[child.key];
        if (given !== undefined) await visit(given, child, below(pointer, child.key));
      }
    };
    await visit(parsed.value, projectGoal.root, '');
    expect(new Set(explained).size).toBeGreaterThan(35);
  });
});
