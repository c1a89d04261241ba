// The words of `git install`, `git uninstall` and `git textconv`: help and reports.
import type { Words } from '../base/finding.js';

export const help = {
  git: {
    zh: '让 git 看懂申报表：比较 Excel、Word、PDF 里的文字，逐栏合并',
    en: 'let git understand declarations: compare the text of Excel, Word and PDF files, merge field by field',
  },
  usageOfGit: {
    zh: 'install | uninstall | textconv 文件 | merge 文件...',
    en: 'install | uninstall | textconv file | merge files...',
  },
  usageOfTextconv: { zh: '[选项] 文件', en: '[options] file' },
  install: {
    zh: '设置这个仓库：git diff 显示文件里的文字，git merge 逐栏合并申报表',
    en: 'set up this repository: git diff shows the text of documents, git merge merges declarations field by field',
  },
  uninstall: { zh: '把 git install 设置的收回来', en: 'take back what git install set up' },
  textconv: {
    zh: '显示一个 xlsx、docx 或 pdf 文件里的文字（git diff 用）',
    en: 'show the text of an xlsx, docx or pdf file (for git diff)',
  },
  file: { zh: '文件', en: 'file' },
  textconvFile: { zh: '哪个文件', en: 'which file' },
} as const satisfies Record<string, Words>;

export const words = {
  installed: {
    zh: 'git 设置好了：git diff 显示 xlsx、docx、pdf 里的文字，合并时逐栏合并 projects/ 里的申报表。只对这个仓库有效，别人要各自安装。',
    en: 'git is set up: git diff shows the text of xlsx, docx and pdf files, and declarations under projects/ are merged field by field. This holds for this repository alone; others install it for themselves.',
  },
  installedBefore: { zh: '已经设置过了，没有改动。', en: 'It was set up before; nothing was changed.' },
  uninstalled: { zh: 'git 的设置收回来了。', en: 'git’s settings are taken back.' },
  notInstalled: { zh: '没有设置过，不用收回。', en: 'It was not set up; there is nothing to take back.' },
  kept: (keys: readonly string[]): Words => ({
    zh: `这些设置不是 shenbao 写的，没有动：${keys.join('、')}。`,
    en: `These settings were not written by shenbao and were left alone: ${keys.join(', ')}.`,
  }),
  sheet: (name: string, hidden: boolean): Words => ({
    zh: `【${name}】${hidden ? '（隐藏的工作表）' : ''}`,
    en: `[${name}]${hidden ? ' (hidden sheet)' : ''}`,
  }),
  digest: (digest: string): Words => ({ zh: `SHA-256：${digest}`, en: `SHA-256: ${digest}` }),
} as const;
