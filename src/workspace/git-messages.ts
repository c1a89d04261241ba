// What is said when git cannot answer: the words only.
import type { Words } from '../base/finding.js';

export const gitMessages = {
  noGit: (): Words => ({
    zh: '找不到 git。请先安装 git，再比较以前的版本。',
    en: 'There is no git. Install git to compare with an earlier state.',
  }),
  noRepository: (root: string): Words => ({
    zh: `${root} 不在 git 仓库里，没有以前的版本可以比较。`,
    en: `${root} is not in a git repository: there is no earlier state to compare with.`,
  }),
  noCommit: (ref: string): Words => ({
    zh: `git 里没有“${ref}”这个提交、分支或标签。请核对名称；浅克隆的仓库要先取得它（git fetch）。`,
    en: `git knows no commit, branch or tag “${ref}”. Check the name; fetch it first in a shallow clone (git fetch).`,
  }),
  noObject: (object: string): Words => ({
    zh: `git 仓库里缺少对象 ${object}。请运行 git fetch 或 git fsck。`,
    en: `The git repository lacks the object ${object}. Run git fetch or git fsck.`,
  }),
  failed: (command: string, why: string): Words => ({
    zh: `git ${command} 没有成功：${why.trim()}`,
    en: `git ${command} failed: ${why.trim()}`,
  }),
} as const;
