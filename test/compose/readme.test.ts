// templates/README.md: its vocabulary is what the code says (`npx vitest run test/compose/readme.test.ts --update` renews it), its
// table of settings is complete, and its examples do what they show.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { cellText, type Grid } from '../../src/compose/grid.js';
import type { Theme } from '../../src/compose/theme.js';
import { columnWidths } from '../../src/compose/theme.js';
import { attributes, elements, helpers, variables } from '../../src/compose/vocabulary.js';
import { templateSource, theme, themeSource } from '../support/project-goal.js';
import { gridOf, print, sample, themeOf, told } from './printing.js';

const file = new URL('../../templates/README.md', import.meta.url);
const readme = readFileSync(file, 'utf8');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join('、');

function vocabulary(): string {
  return `## 词汇

表样里只能用下面这些，别的都不认。

### 标记

${table(
  ['标记', '是什么', '写在哪里', '属性'],
  Object.entries(elements).map(([name, { about, inside, attributes: own }]) => [
    `\`<${name}>\``,
    about,
    inside.includes('top') ? '最外层' : `${code(inside.map((one) => `<${one}>`))} 里`,
    code(own),
  ]),
)}

${table(
  ['属性', '意思'],
  Object.entries(attributes).map(([name, about]) => [`\`${name}\``, about]),
)}

### 命令

${table(
  ['命令', '做什么'],
  Object.entries(helpers).map(([name, about]) => [`\`{{#${name} 键}}…{{/${name}}}\``, about]),
)}

### 变量

只在 \`{{#each}}\` 里面有；\`{{@../名}}\` 是外一层 \`{{#each}}\` 的变量，\`{{../键}}\` 是外一层的键。

${table(
  ['变量', '是什么'],
  Object.entries(variables).map(([name, about]) => [`\`{{@${name}}}\``, about]),
)}
`;
}

it('the vocabulary is what the code says', async () => {
  const renewed = readme.replace(
    /(<!-- vocabulary -->\n).*(<!-- \/vocabulary -->)/s,
    (_, start, end) => `${start}${vocabulary()}${end}`,
  );
  await expect(renewed).toMatchFileSnapshot('../../templates/README.md');
});

it('every setting of a theme has its row, or is named in the row of the settings it belongs to', () => {
  const leaves = (value: unknown, path: readonly string[]): readonly (readonly string[])[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]))
      : [path];
  const rowOf = (key: string) => readme.split('\n').find((line) => line.startsWith(`| \`${key}\``));
  for (const [group = '', name = '', ...rest] of leaves(parse(themeSource.text), [])) {
    const own = ['fonts', 'styles'].includes(group);
    const parent = own ? `${group}.…` : rest.length > 0 ? `${group}.${name}` : group;
    const key = own ? rest.join('.') : (rest.at(-1) ?? name);
    const named =
      group === 'columns' || name === ''
        ? rowOf(group)
        : (rowOf(`${parent}.${key}`) ?? rowOf(parent)?.includes(`\`${key}\``));
    expect(named, [group, name, ...rest].join('.')).toBeTruthy();
  }
});

const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);

describe('the examples of form.hbs', () => {
  const [order = '', list = '', groups = ''] = blocks('hbs');
  const printed = (text: string, declaration = sample): readonly (readonly string[])[] =>
    gridOf(print(`<title class="title">表</title>\n${text}`, declaration)).tables.flatMap(({ rows }) =>
      rows.map((row) => row.cells.map(cellText)),
    );

  it('other wording, other order, a merged cell', () => {
    expect(blocks('hbs')).toHaveLength(3);
    expect(printed(order)).toEqual([
      ['名称', '区总工会工作经费'],
      ['编码', '440313230031500605004', '本年（元）', '2,425,500.00'],
    ]);
  });

  it('a row an item; nothing where there is none', () => {
    const rows = printed(list);
    expect(rows).toHaveLength(15);
    expect(rows[2]).toEqual(['（2）深工〔2024〕13号 深圳市总工会关于印发《深圳市总工会2024年工作要点》的通知']);
    expect(printed(list, { ...sample, 政策依据: [] })).toEqual([]);
  });

  it('groups of groups, other columns', () => {
    expect(printed(groups).slice(0, 3)).toEqual([
      ['二级指标', '三级指标', '指标值'],
      ['产出指标'],
      ['*数量指标', '开展活动数量', '≥9场次'],
    ]);
    expect(printed(groups)).toHaveLength(1 + 3 + 10);
  });
});

describe('the examples of theme.yaml', () => {
  const [columns = '', paper = '', fonts = '', styles = ''] = blocks('yaml');
  /** The official theme with the example's settings in place of its own. */
  const changed = (example: string): Theme => {
    const own = parse(themeSource.text);
    const merged = Object.fromEntries(
      Object.entries<object>(parse(example)).map(([key, value]) => [key, { ...own[key], ...value }]),
    );
    const { value, findings } = themeOf(stringify({ ...own, ...merged }));
    if (!value) throw new Error(told(findings).join('\n'));
    return value;
  };
  const grid = (as: Theme): Grid => gridOf(print(templateSource.text, sample, as));

  it('a wider column', () => {
    expect(blocks('yaml')).toHaveLength(4);
    const names = grid(theme()).tables[2]?.columns ?? [];
    const width = (as: Theme) => columnWidths(as, names)[4] ?? 0;
    expect(width(changed(columns))).toBeGreaterThan(width(theme()));
  });

  it('A3 upright', () => {
    const { paper: sheet, margin } = changed(paper);
    expect(sheet).toMatchObject({ name: 'A3', landscape: false });
    expect(sheet.height).toBeGreaterThan(sheet.width);
    expect(margin.left).toBeCloseTo((20 / 25.4) * 72, 6);
  });

  it('another font', () => {
    const { 宋体: font } = changed(fonts).fonts;
    expect(font).toMatchObject({ office: '方正小标宋简体', css: '"FZXiaoBiaoSong-B05S", serif' });
    expect(font?.file.digest).toBe(theme().fonts.黑体?.file.digest);
  });

  it('other colours and sizes', () => {
    expect(changed(styles).styles).toMatchObject({
      title: { colour: '#C00000', size: 22 },
      system: { fill: '#FFF2CC' },
      text: { size: 9 },
    });
  });

  it('none of them changes what the form says', () => {
    for (const example of [columns, paper, fonts, styles]) expect(grid(changed(example))).toEqual(grid(theme()));
  });
});
