// theme.yaml: what its settings become, and what its author is told of each that is wrong.
import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../src/compose/theme.js';
import { theme } from '../support/project-goal.js';
import { themeOf, told } from './printing.js';

const font = 'fonts: { 宋体: { file: NotoSerifSC-Regular, css: [serif] } }';
const least = `${font}\nstyles:\n  default: { font: 宋体, size: 10.5 }\n`;

const findings = (text: string) => told(themeOf(text).findings);
const first = (text: string) => findings(text).map((line) => line.replace(/ → .*/, ''));
const read = (text: string) => {
  const { value, findings } = themeOf(text);
  if (!value) throw new Error(told(findings).join('\n'));
  return value;
};

const complete = `paper:
  size: A4
  orientation: landscape
  margins: { top: 15, right: 15, bottom: 15, left: 15 }
padding: { x: 2, y: 1.1 }
line-height: 1.4
border: { width: 0.5, colour: "#000000" }
fonts:
  宋体: { file: NotoSerifSC-Regular, office: 宋体, css: [SimSun, serif] }
  黑体: { file: NotoSerifSC-Bold, office: 黑体, css: [SimHei, sans-serif] }
columns: { label: 58, value: 84 }
styles:
  default: { font: 宋体, size: 10.5, align: left, valign: middle, colour: "#000000", fill: none, border: yes, locked: yes, format: "0" }
  title: { font: 黑体, size: 18, align: center, border: no }
  head: {}
  system: { fill: "#D9D9D9" }
footer: { text: "{page}/{pages}", style: head }
`;

/** The complete theme with one passage replaced. */
const changed = (passage: string, replacement: string) => {
  if (complete.split(passage).length !== 2) throw new Error(`not once in the theme: ${passage}`);
  return complete.replace(passage, () => replacement);
};

describe('the official theme', () => {
  it('is A4 landscape with margins of 15 mm', () => {
    const { paper, margin } = theme();
    expect(
      [paper.name, paper.width, paper.height].map((one) => (typeof one === 'number' ? one.toFixed(2) : one)),
    ).toEqual(['A4', '841.89', '595.28']);
    expect(Object.values(margin).map((side) => ((side * 25.4) / 72).toFixed(2))).toEqual([
      '15.00',
      '15.00',
      '15.00',
      '15.00',
    ]);
  });

  it('gives each style all settings; what is not written comes from default', () => {
    expect(theme().styles.system).toEqual({ ...theme().styles.default, fill: '#D9D9D9' });
    expect(theme().styles.title).toMatchObject({
      font: '黑体',
      size: 18,
      align: 'center',
      border: false,
      locked: true,
    });
  });
});

describe('inheritance', () => {
  it('like starts from a style written before', () => {
    const { styles } = read(
      `${least}  a: { fill: "#EEEEEE", align: center }\n  b: { like: a, size: 9 }\n  c: { like: b, fill: none }`,
    );
    expect(styles.b).toEqual({ ...styles.default, fill: '#EEEEEE', align: 'center', size: 9 });
    expect(styles.c).toEqual({ ...styles.b, fill: null });
  });

  it('default may stand anywhere', () => {
    expect(read(`${font}\nstyles:\n  a: { size: 9 }\n  default: { font: 宋体, size: 12 }`).styles.a?.font).toBe('宋体');
  });
});

describe('what may be left out', () => {
  it('all but fonts and the default style', () => {
    expect(read(least)).toMatchObject({
      paper: { name: 'A4', landscape: true },
      lineHeight: 1.4,
      border: { width: 0.5, colour: '#000000' },
      columns: {},
      footer: { text: '第 {page} 页 共 {pages} 页', style: 'default' },
    });
  });

  it('nothing of these two', () => {
    expect(first('paper: { size: A4 }')).toEqual([
      '1:1-1 template/theme 缺少 fonts',
      '1:1-1 template/theme 缺少 styles.default.font',
      '1:1-1 template/theme 缺少 styles.default.size',
    ]);
  });
});

describe('a setting that is wrong', () => {
  it('says what it takes', () => {
    expect(findings(changed('size: A4', 'size: A5'))).toEqual([
      '2:9-11 template/theme paper.size 不能写“A5” → 要写 A4、A3 之一',
    ]);
    expect(findings(changed('width: 0.5', 'width: 0'))).toEqual([
      '7:18-19 template/theme border.width 不能写“0” → 要写 0.1 到 6 的数',
    ]);
  });

  it.each([
    ['orientation: landscape', 'orientation: 横向', '3:16-18', 'paper.orientation 不能写“横向”'],
    ['top: 15', 'top: 4', '4:19-20', 'paper.margins.top 不能写“4”'],
    ['right: 15', 'right: 15mm', '4:30-34', 'paper.margins.right 不能写“15mm”'],
    ['{ x: 2,', '{ x: -2,', '5:15-17', 'padding.x 不能写“-2”'],
    ['y: 1.1', 'y: 21', '5:21-23', 'padding.y 不能写“21”'],
    ['line-height: 1.4', 'line-height: 0.9', '6:14-17', 'line-height 不能写“0.9”'],
    ['0.5, colour: "#000000"', '0.5, colour: black', '7:31-36', 'border.colour 不能写“black”'],
    ['file: NotoSerifSC-Regular', 'file: 仿宋', '9:15-17', '找不到字体“仿宋”'],
    ['office: 黑体', 'office: ""', '10:41-43', 'fonts.黑体.office 不能写“”'],
    ['css: [SimHei, sans-serif]', 'css: SimHei', '10:50-56', 'fonts.黑体.css 不能写“SimHei”'],
    ['css: [SimHei, sans-serif]', 'css: []', '10:50-52', 'fonts.黑体.css 的写法不对'],
    [', css: [SimHei, sans-serif]', '', '10:3-5', '缺少 fonts.黑体.css'],
    ['label: 58', 'label: 0', '11:19-20', 'columns.label 不能写“0”'],
    ['value: 84', 'value: [84]', '11:30-34', 'columns.value 的写法不对'],
    ['font: 宋体, size', 'font: 楷体, size', '13:20-22', 'styles.default.font 不能写“楷体”'],
    ['size: 18', 'size: 3', '14:28-29', 'styles.title.size 不能写“3”'],
    ['align: center', 'align: middle', '14:39-45', 'styles.title.align 不能写“middle”'],
    ['valign: middle', 'valign: center', '13:57-63', 'styles.default.valign 不能写“center”'],
    ['fill: "#D9D9D9"', 'fill: grey', '16:19-23', 'styles.system.fill 不能写“grey”'],
    ['border: no', 'border: false', '14:55-60', 'styles.title.border 不能写“false”'],
    ['locked: yes', 'locked: 是', '13:117-118', 'styles.default.locked 不能写“是”'],
    ['format: "0"', 'format: ""', '13:130-132', 'styles.default.format 不能写“”'],
    ['head: {}', 'head: { like: heading }', '15:17-24', 'styles.head.like 不能写“heading”'],
    ['head: {}', 'head: bold', '15:9-13', 'styles.head 不能写“bold”'],
    ['style: head', 'style: foot', '17:42-46', 'footer.style 不能写“foot”'],
    ['text: "{page}/{pages}"', 'text: [一, 二]', '17:17-23', 'footer.text 的写法不对'],
  ])('%s → %s', (passage, replacement, place, said) => {
    expect(first(changed(passage, replacement))).toEqual([`${place} template/theme ${said}`]);
  });

  it('a colour without quotes is lost behind # and told as such', () => {
    const text = changed('system: { fill: "#D9D9D9" }', 'system:\n    fill: #D9D9D9');
    expect(findings(text)).toContainEqual(
      expect.stringMatching(/^17:\d+-\d+ template\/theme styles\.system\.fill 不能写“” → .*引号不能省/),
    );
  });

  it('margins that leave no room', () => {
    expect(findings(changed('{ top: 15, right: 15, bottom: 15', '{ top: 60, right: 15, bottom: 60'))).toEqual([
      '4:12-56 template/theme 页边距太大，留给表的地方不足 100 毫米见方 → 改小 paper.margins，或者换大一号的纸',
    ]);
  });
});

describe('a setting that is not known', () => {
  it.each([
    ['line-height: 1.4', 'line-hight: 1.4', '6:1-11 template/theme 没有 line-hight 这一项 → 是不是 line-height？'],
    [
      'orientation: landscape',
      'orientaton: landscape',
      '3:3-13 template/theme 没有 paper.orientaton 这一项 → 是不是 paper.orientation？',
    ],
    ['head: {}', 'head: { bold: yes }', '15:11-15 template/theme 没有 styles.head.bold 这一项 → 删去这一行'],
  ])('%s → %s', (passage, replacement, said) => {
    expect(findings(changed(passage, replacement))).toEqual([said]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['- A4', 'yaml/not-a-mapping'],
    ['paper: { size: A4', 'yaml/unclosed-bracket'],
    [changed('line-height: 1.4', 'padding: { x: 1 }'), 'yaml/duplicate-key'],
    [changed('head: {}', 'head: &a {}'), 'yaml/anchor'],
  ])('%j keeps the reader’s own words', (text, rule) => {
    expect(themeOf(text).value).toBeNull();
    expect(themeOf(text).findings.map((finding) => finding.rule)).toContain(rule);
  });
});

it('all faults are told at once', () => {
  const text = changed('line-height: 1.4', 'line-height: 9').replace('size: 18', 'size: 99').replace('A4', 'A6');
  expect(first(text)).toHaveLength(3);
});

describe('names that are words of JavaScript', () => {
  it('are names like any other', () => {
    const { columns, styles } = read(`columns: { constructor: 5 }\n${least}  toString: { size: 9 }`);
    expect(columns).toEqual({ constructor: 5 });
    expect(styles.toString).toMatchObject({ size: 9 });
  });

  it('and stand for nothing where they are not given', () => {
    expect(first(`${least}  a: { like: constructor }`)[0]).toMatch(/styles\.a\.like 不能写“constructor”$/);
  });
});

it('font names cannot leave their CSS string', () => {
  const { fonts } = read(least.replace('[serif]', `['A"; } body { color: red', "</style>", sans-serif]`));
  expect(fonts.宋体?.css).toBe('"A  body  color: red", "/style", sans-serif');
});

it('columns share the width inside the margins', () => {
  const widths = columnWidths(read(changed('value: 84', 'value: 29')), ['label', 'value', 'label']);
  expect(widths.map((width) => ((width * 25.4) / 72).toFixed(1))).toEqual(['106.8', '53.4', '106.8']);
});
