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
  noCommitYet: (root: string): Words => ({
    zh: `${root} 的仓库里还没有提交，没有以前的版本可以比较。先提交一次。`,
    en: `The repository of ${root} has no commit yet: there is no earlier state to compare with. Commit first.`,
  }),
  noMainBranch: {
    zh: '认不出主分支（没有 main、master，也没有 origin/HEAD）。请写明与哪个提交或分支比较：shenbao diff 分支',
    en: 'There is no main branch (neither main nor master nor origin/HEAD). Say what to compare with: shenbao diff BRANCH',
  },
  tooShallow: (one: string, other: string): Words => ({
    zh: `这是浅克隆的仓库，找不到“${one}”与“${other}”从哪里分开。先运行 git fetch --unshallow；在持续集成里把 fetch-depth 设为 0。`,
    en: `This clone is shallow: where “${one}” and “${other}” part cannot be seen. Run git fetch --unshallow; in CI set fetch-depth to 0.`,
  }),
  noCommonHistory: (one: string, other: string): Words => ({
    zh: `“${one}”与“${other}”没有共同的历史。要直接比较两个版本，写成两个参数：shenbao diff ${one} ${other}`,
    en: `“${one}” and “${other}” have no history in common. To compare the two as they stand, write them apart: shenbao diff ${one} ${other}`,
  }),
  submoduleNotThere: (path: string): Words => ({
    zh: `子模块 ${path} 没有取出来，读不到里面的申报表。先运行 git submodule update --init。`,
    en: `The submodule ${path} is not checked out, so its declarations cannot be read. Run git submodule update --init.`,
  }),
  noSubmoduleCommit: (path: string, commit: string): Words => ({
    zh: `子模块 ${path} 里没有提交 ${commit.slice(0, 10)}。先在那里运行 git fetch。`,
    en: `The submodule ${path} does not have the commit ${commit.slice(0, 10)}. Run git fetch there.`,
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
