// What is said when git is told of the tool: the words only. Some of them stand in git's own settings, for when the tool is gone.
import type { Words } from '../base/finding.js';

export const gitDriverMessages = {
  notCompiled: (main: string): Words => ({
    zh: `没有 ${main}：工具还没有编译，git 用不了它。先在工具的文件夹里运行 npm run compile。`,
    en: `There is no ${main}: the tool is not compiled, and git could not use it. Run npm run compile in its folder first.`,
  }),
  noRepository: (root: string): Words => ({
    zh: `${root} 不在 git 仓库的工作区里，没有可以设置的。先运行 git init，或者进入仓库。`,
    en: `${root} is in no git repository with a working tree: there is nothing to set up. Run git init, or go to the repository.`,
  }),
  othersValue: (key: string, value: string): Words => ({
    zh: `git 的设置 ${key} 已经写着“${value}”，不是 shenbao 写的，没有改动任何设置。不要它的话，运行 git config --local --unset-all ${key}，再安装。`,
    en: `git’s setting ${key} already says “${value}”, which shenbao did not write; nothing was changed. If it is not wanted, run git config --local --unset-all ${key} and install again.`,
  }),
  gone: (main: string): Words => ({
    zh: `shenbao 不在 ${main} 了：重新安装它并运行 shenbao git install，或者运行 shenbao git uninstall`,
    en: `shenbao is no longer at ${main}: install it and run shenbao git install, or run shenbao git uninstall`,
  }),
} as const;
