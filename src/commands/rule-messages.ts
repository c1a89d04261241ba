// The words of `shenbao rules` and `shenbao explain`.
import type { Words } from '../base/finding.js';

export const ruleWords = {
  count: (count: number): Words => ({
    zh: `共 ${count} 条；“shenbao explain 规则名”细说一条。级别在 schema/ 下各个 rules.yaml 里改。`,
    en: `${count} rules; “shenbao explain RULE” says more of one. Levels are set in schema/<form>/rules.yaml.`,
  }),
  on: (level: string, form: string): Words => ({ zh: `${level}（${form}）`, en: `${level} (${form})` }),

  why: { zh: '为什么：', en: 'Why: ' },
  source: { zh: '来源：', en: 'Source: ' },
  level: { zh: '级别：', en: 'Level: ' },
  setting: (name: string): Words => ({ zh: `设定 ${name}：`, en: `Setting ${name}: ` }),
  nothing: { zh: '（空）', en: '(nothing)' },
  bad: { zh: '这样会查出来：', en: 'This is found:' },
  good: { zh: '这样写就对：', en: 'This is right:' },
  switchOff: (name: string, forms: readonly string[]): Words => ({
    zh: `不要这一条：在 ${forms.map((form) => `schema/${form}/rules.yaml`).join('、')} 里写“${name}: off”。`,
    en: `To do without it, write “${name}: off” in ${forms.map((form) => `schema/${form}/rules.yaml`).join(', ')}.`,
  }),
  silence: (name: string): Words => ({
    zh: `只放过一处：在那里写“# shenbao-ignore ${name} -- 理由”。`,
    en: `To pass over one place, write “# shenbao-ignore ${name} -- reason” there.`,
  }),

  unknown: (name: string, meant: string | null): Words => ({
    zh: `没有叫“${name}”的规则${meant === null ? '；“shenbao rules”列出全部规则' : `；是不是“${meant}”`}。`,
    en: `There is no rule “${name}”${meant === null ? '; `shenbao rules` lists all of them' : `; perhaps “${meant}” is meant`}.`,
  }),
};

/** What stands before the slash in the names of findings that no rule makes. */
const families: Readonly<Record<string, Words>> = {
  yaml: {
    zh: 'YAML 写法上的毛病：这样写，读出来的不是看上去的意思，或者根本读不了；怎样改，每一处都说了，不能关掉',
    en: 'A trap of YAML: what is written reads as something else, or not at all; each finding says what to do, and none can be switched off',
  },
  schema: {
    zh: '与表样不符：栏目、次序、取值要照 schema/ 下的 form.schema.json；改表样就改它，不能关掉',
    en: 'Not what the form is made of: keys and values are as schema/<form>/form.schema.json has them, and it is the place to change them',
  },
  rules: {
    zh: 'rules.yaml 里写错了：规则名、级别或者设定；改好以前，这个表单的申报表都查不了',
    en: 'A mistake in rules.yaml: a name, a level or a setting; until it is mended no declaration on the form can be checked',
  },
  template: {
    zh: '模板里写错了：templates/ 下的 form.hbs、theme.yaml 或 workbook.xlsx',
    en: 'A mistake in the template: form.hbs, theme.yaml or workbook.xlsx in templates/<form>/',
  },
  render: {
    zh: '生成文件时才看得出来的：字体里没有的字，或者一格里放不下的文字',
    en: 'What shows when a document is printed: a character that the font lacks, or a text too long for its cell',
  },
  workspace: {
    zh: '文件本身的毛病：打不开、名字不能用，或者是指到外面去的链接',
    en: 'A fault of the file itself: it cannot be opened, its name cannot be used, or it is a link that leads outside',
  },
};

export function familyOf(name: string): Words | null {
  const slash = name.indexOf('/');
  const family = slash < 0 ? '' : name.slice(0, slash);
  return Object.hasOwn(families, family) ? (families[family] ?? null) : null;
}
