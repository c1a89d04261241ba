// What this room says of theme.yaml: the words only.
import type { Words } from '../base/finding.js';
import { say } from '../base/finding.js';

export const themeMessages = {
  /** `value` is null when it is not a text. */
  wrong: (key: string, wants: Words, value: string | null) =>
    say(
      `${key} ${value === null ? '的写法不对' : `不能写“${value}”`}`,
      `要写${wants.zh}`,
      `${key} ${value === null ? 'is not written rightly' : `cannot be “${value}”`}`,
      `It takes ${wants.en}`,
    ),
  unknown: (key: string, nearest: string | null) =>
    say(
      `没有 ${key} 这一项`,
      nearest === null ? '删去这一行' : `是不是 ${nearest}？`,
      `There is no setting ${key}`,
      nearest === null ? 'Remove it' : `Did you mean ${nearest}?`,
    ),
  missing: (key: string) =>
    say(
      `缺少 ${key}`,
      '各项的写法见 templates/README.md',
      `${key} is missing`,
      'templates/README.md tells how each setting is written',
    ),
  font: (name: string) =>
    say(
      `找不到字体“${name}”`,
      '写 NotoSerifSC-Regular、NotoSerifSC-Bold，或者放在 theme.yaml 旁边的一个 .ttf 文件的名字',
      `The font “${name}” cannot be found`,
      'Name NotoSerifSC-Regular, NotoSerifSC-Bold, or a .ttf file beside theme.yaml',
    ),
  tooNarrow: () =>
    say(
      '页边距太大，留给表的地方不足 100 毫米见方',
      '改小 paper.margins，或者换大一号的纸',
      'The margins leave less than 100 mm by 100 mm for the form',
      'Make paper.margins smaller or take a larger paper',
    ),
} as const;

export const wants = {
  keys: { zh: '若干行“键: 值”', en: 'lines of “key: value”' },
  number: (min: number, max: number): Words => ({ zh: ` ${min} 到 ${max} 的数`, en: `a number from ${min} to ${max}` }),
  choice: (choices: readonly string[]): Words => ({
    zh: ` ${choices.join('、')} 之一`,
    en: `one of ${choices.join(', ')}`,
  }),
  flag: { zh: ' yes 或 no', en: 'yes or no' },
  colour: { zh: '颜色，例如 "#D9D9D9"，引号不能省', en: 'a colour such as "#D9D9D9", in quotes' },
  fill: {
    zh: '颜色，例如 "#D9D9D9"，引号不能省；没有底色写 none',
    en: 'a colour such as "#D9D9D9", in quotes, or none',
  },
  text: { zh: '一段文字', en: 'a text' },
  names: { zh: '一列名字，例如 [SimSun, serif]', en: 'a list of names such as [SimSun, serif]' },
} as const;
