// What is said when two states cannot be compared: the words only.
import type { Words } from '../base/finding.js';

export const reviewMessages = {
  worktree: { zh: '工作区', en: 'the working tree' },
  index: { zh: '暂存区', en: 'the index' },
  commit: (name: string, id: string): Words => {
    const short = shortId(id);
    return isId(name) ? { zh: short, en: short } : { zh: `${name}（${short}）`, en: `${name} (${short})` };
  },
  mergeBase: (name: string, id: string): Words => ({
    zh: `与“${isId(name) ? shortId(name) : name}”分开时（${shortId(id)}）`,
    en: `where it parted from ${isId(name) ? shortId(name) : name} (${shortId(id)})`,
  }),
  tooMany: (extra: string): Words => ({
    zh: `最多比较两个版本，多写了“${extra}”。写成 shenbao diff 以前的 现在的。`,
    en: `Two states are compared at most; “${extra}” is one too many. Write shenbao diff BASE HEAD.`,
  }),
  rangeAmongTwo: (range: string): Words => ({
    zh: `“${range}”已经是两个版本，旁边不能再写一个。`,
    en: `“${range}” names two states already; nothing may stand beside it.`,
  }),
  both: (name: string): Words => ({
    zh: `“${name}”既是文件或文件夹，又是 git 里的分支或标签。文件写成 ./${name}，分支写成 refs/heads/${name}。`,
    en: `“${name}” is a file or folder and a branch or tag of git as well. Write ./${name} for the file, refs/heads/${name} for the branch.`,
  }),
  neither: (name: string): Words => ({
    zh: `没有“${name}”：不是文件，不是文件夹，git 里也没有这个提交、分支或标签。请核对名称；浅克隆的仓库要先取得它（git fetch）。`,
    en: `There is no “${name}”: no file, no folder, and no commit, branch or tag of git. Check the name; fetch it first in a shallow clone (git fetch).`,
  }),
  notYaml: (path: string): Words => ({
    zh: `${path} 不是申报表的 YAML 文件，不能比较。Excel、Word 和 PDF 请比较生成它们的 YAML。`,
    en: `${path} is no YAML file and cannot be compared. For Excel, Word and PDF compare the YAML that they were made from.`,
  }),
  fileAndFolder: (file: string, folder: string): Words => ({
    zh: `${file} 是文件，${folder} 是文件夹：要么比较两个文件，要么比较两个文件夹。`,
    en: `${file} is a file and ${folder} a folder: compare two files or two folders.`,
  }),
  outside: (path: string): Words => ({
    zh: `${path} 不在工作区的 projects/ 里，git 里没有它以前的版本。两边都写成文件或文件夹就可以比较。`,
    en: `${path} is not under projects/ of the workspace, so git has no earlier state of it. Give files or folders on both sides.`,
  }),
  notThere: (path: string): Words => ({
    zh: `两边都没有 ${path}。`,
    en: `Neither side has ${path}.`,
  }),
};

function isId(name: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(name);
}

function shortId(id: string): string {
  return id.slice(0, 8);
}
