// What doctor says of an installation: the state of things, and what to do where it is not as it should be.
import type { Words } from '../base/finding.js';

const words = (zh: string, en: string): Words => ({ zh, en });

export const states = {
  node: (version: string) => words(`Node ${version}`, `Node ${version}`),
  tool: (version: string, folder: string, compiled: boolean) =>
    words(
      `shenbao ${version}，在 ${folder}${compiled ? '' : '，从源码运行'}`,
      `shenbao ${version} in ${folder}${compiled ? '' : ', run from its sources'}`,
    ),
  workspace: (root: string, declarations: number, refused: number) =>
    words(
      `工作区 ${root}，申报表 ${declarations} 份${refused > 0 ? `，名称不能用的 ${refused} 份` : ''}`,
      `workspace ${root}: declarations ${declarations}${refused > 0 ? `, names that cannot be used ${refused}` : ''}`,
    ),
  noWorkspace: (folder: string) => words(`${folder} 不在工作区里`, `${folder} is in no workspace`),
  form: (title: string, ahead: boolean, workbook: boolean) =>
    words(
      `表样“${title}”：schema、模板、版式${workbook ? '、要填写的工作簿' : ''}都能用，检查程序${ahead ? '是现成的' : '第一次用时编译'}`,
      `form “${title}”: schema, template${workbook ? ', theme and the workbook to fill' : ' and theme'} are usable, its validator is ${ahead ? 'compiled ahead' : 'compiled at first use'}`,
    ),
  brokenForm: (title: string, why: Words) =>
    words(`表样“${title}”不能用：${why.zh}`, `form “${title}” cannot be used: ${why.en}`),
  brokenForms: (why: Words) => words(`表样不能用：${why.zh}`, `forms cannot be used: ${why.en}`),
  font: (name: string, digest: string) => words(`字体 ${name}（${digest}）`, `font ${name} (${digest})`),
  noFont: (name: string) => words(`字体 ${name} 读不出来`, `font ${name} cannot be read`),
  writable: (folder: string) => words(`${folder} 可以写`, `${folder} can be written`),
  notWritable: (folder: string) => words(`${folder} 写不进去`, `${folder} cannot be written`),
  git: (version: string, inRepository: boolean) =>
    words(
      `git ${version}${inRepository ? '，工作区在仓库里' : ''}`,
      `git ${version}${inRepository ? ', the workspace is in a repository' : ''}`,
    ),
  noGit: words('没有找到 git', 'git is not found'),
  noRepository: (version: string) =>
    words(`git ${version}，工作区不在 git 仓库里`, `git ${version}, the workspace is in no repository`),
  quotedNames: words(
    'git 把中文文件名显示成 \\345\\214\\272 这样的编码',
    'git shows Chinese file names as codes such as \\345\\214\\272',
  ),
  threads: (count: number) => words(`多线程可用，处理器 ${count} 个`, `threads work, ${count} processors`),
  noThreads: words('不能用多线程', 'threads cannot be used'),
  noWorker: words('从源码运行，不用多线程', 'run from its sources, without threads'),
  disk: (free: string) => words(`磁盘还有 ${free}`, `${free} free on the disk`),
  utf8: (locale: string) => words(`终端的编码是 UTF-8（${locale}）`, `the terminal speaks UTF-8 (${locale})`),
  notUtf8: (locale: string) =>
    words(`终端的编码不一定是 UTF-8（${locale}）`, `the terminal may not speak UTF-8 (${locale})`),
};

export const advice = {
  node: (needed: string) => words(`换成 Node ${needed}。`, `Install Node ${needed}.`),
  workspace: words(
    '检查和生成要在工作区里；用 shenbao init 文件夹名 建一个。',
    'Checking and building need one; make it with shenbao init DIR.',
  ),
  names: words('运行 shenbao check，看是哪些、怎样改。', 'Run shenbao check to see which, and what to do.'),
  form: words('运行 shenbao template check，看错在哪里。', 'Run shenbao template check to see where.'),
  install: words('重新安装：npm ci。', 'Install again: npm ci.'),
  write: words(
    '看看这个文件夹的权限，或者是不是有一个同名的文件；换一处用 --out。',
    'Look at its permissions, or whether a file of that name stands there; --out names another.',
  ),
  cache: words('不影响结果，只是慢一些；看看它的权限。', 'Results are the same, only slower; look at its permissions.'),
  git: words(
    '检查和生成不用它；要记录改动、送审，请安装 git。',
    'Checking and building do without; install it to keep track of changes.',
  ),
  repository: words('要记录改动、送审，运行 git init。', 'To keep track of changes, run git init.'),
  quotedNames: words('运行 git config core.quotePath false。', 'Run git config core.quotePath false.'),
  threads: words('不影响结果，只是申报表多时慢一些。', 'Results are the same, only slower with many declarations.'),
  disk: words(
    '清出一些空间：一份申报表的四个文件约 0.2 MB。',
    'Make room: the four documents of a declaration take about 0.2 MB.',
  ),
  utf8: words('显示乱码时，设置 LANG=zh_CN.UTF-8。', 'If characters look wrong, set LANG=zh_CN.UTF-8.'),
};
