// The words of `new`, `init` and `doctor`: help and reports.
import type { Words } from '../base/finding.js';
import type { Made } from '../workspace/new-declaration.js';

export const help = {
  new: {
    zh: '新建一份申报表，每一栏都有说明；或者空白的 Excel 表',
    en: 'begin a declaration, every key explained; or a blank workbook',
  },
  name: { zh: '项目名', en: 'name' },
  dir: { zh: '文件夹', en: 'dir' },
  newName: { zh: '项目名，或者 处室/项目名', en: 'the project’s name, or folder/name' },
  usageOfNew: { zh: '[选项] 项目名', en: '[options] name' },
  newYear: { zh: '年度，默认是下一年', en: 'the budget year; next year by default' },
  newTo: {
    zh: 'yaml（默认），或者 xlsx：空白的 Excel 表，放在当前文件夹',
    en: 'yaml (default), or xlsx: a blank workbook in this folder',
  },
  newFrom: {
    zh: '从上年的申报表开始：金额清空，年份顺延，要核对的标出来',
    en: 'begin with last year’s: amounts emptied, years moved on, what to review marked',
  },
  newForm: {
    zh: '用哪一种表：表名，或者 schema/ 下的文件夹名',
    en: 'which form: its title, or its folder under schema/',
  },
  init: {
    zh: '建一个工作区：表样、模板、编辑器和 git 的设置',
    en: 'make a workspace: schema, templates, settings of editor and git',
  },
  initDir: { zh: '文件夹，“.”是当前文件夹', en: 'the folder; “.” is this one' },
  usageOfInit: { zh: '[选项] 文件夹', en: '[options] dir' },
  initCi: { zh: '连同持续集成的文件：github、gitlab 或 gitee', en: 'with the file for CI: github, gitlab or gitee' },
  initForm: { zh: '只要这一种表：表名或文件夹名；默认全部', en: 'only this form: title or folder; all by default' },
  doctor: {
    zh: '检查安装：版本、表样、字体、权限、git',
    en: 'look at the installation: versions, forms, fonts, permissions, git',
  },
} as const satisfies Record<string, Words>;

const reasons: Readonly<Record<Made['why'], Words | null>> = {
  asked: null,
  'after-source': { zh: '所依据的申报表的下一年', en: 'the year after the source’s' },
  begun: { zh: 'projects/ 里最新的年度', en: 'the newest under projects/' },
  next: { zh: '今年的下一年', en: 'next year' },
};

export const words = {
  made: ({ file, form, year, why }: Made): Words => {
    const reason = reasons[why];
    return {
      zh: `新建了 ${file}：${form}，年度 ${year}${reason ? `（${reason.zh}；要别的年度，用 --year）` : ''}。`,
      en: `Made ${file}: ${form}, year ${year}${reason ? ` (${reason.en}; choose another with --year)` : ''}.`,
    };
  },
  carried: (emptied: number, moved: number, marked: number): Words => ({
    zh: `清空金额 ${emptied} 处，顺延年份 ${moved} 处；${marked} 处要核对，上面标着“# 请核对”。`,
    en: `${emptied} amounts emptied, ${moved} years moved on; ${marked} places to review are marked “# 请核对”.`,
  }),
  writeNext: {
    zh: '写好后运行 shenbao check，还缺什么会逐处说明。',
    en: 'Write it, then run shenbao check, which says what is still missing.',
  },
  fillNext: {
    zh: '白色的格子填写，灰色的由系统带出。',
    en: 'Fill in the white cells; the finance system fills the grey ones.',
  },
  notCarried: (file: string): Words => ({
    zh: `${file} 有错误，没有照它新建；先改好它。`,
    en: `${file} has errors, so nothing was made of it; mend it first.`,
  }),
  initialized: (folder: string, written: number): Words => ({
    zh: `工作区 ${folder} 建好了，写了 ${written} 个文件。`,
    en: `The workspace ${folder} is made: ${written} files written.`,
  }),
  alreadyThere: (files: readonly string[]): Words => ({
    zh: `已经有的没有改动：${files.join('、')}。`,
    en: `Left as they were: ${files.join(', ')}.`,
  }),
  afterInit: {
    zh: '接下来：在那里运行 npm install，再用 npx shenbao new 项目名 新建申报表；README.md 里有说明。',
    en: 'Next, there: npm install, then npx shenbao new NAME begins a declaration; README.md says more.',
  },
  diagnosed: (faults: number, remarks: number): Words => ({
    zh: faults === 0 && remarks === 0 ? '一切正常。' : `不能用的 ${faults} 处，要留意的 ${remarks} 处。`,
    en: faults === 0 && remarks === 0 ? 'All is well.' : `${faults} faults, ${remarks} remarks.`,
  }),
};
