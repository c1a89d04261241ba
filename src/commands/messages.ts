// The words of the command line itself: help, flags, reports.
import type { Words } from '../base/finding.js';
import { plural } from './report-messages.js';

/** What the help says of commands and flags. */
export const help = {
  tool: {
    zh: '申报：一份 YAML 就是一份绩效目标申报表，检查它，生成 PDF、Word、Excel 和网页。',
    en: 'Budget declarations as code: check YAML declarations and print them as PDF, Word, Excel and HTML.',
  },
  build: { zh: '生成有变动的申报表的各种文件，放在 out/', en: 'print the declarations that changed into out/' },
  check: { zh: '检查申报表，逐处说明哪里不对、怎样改', en: 'check declarations; say what is wrong and what to do' },
  merge: {
    zh: '把 build --shard 各组生成的文件合到 out/',
    en: 'merge what the shards of build --shard printed into out/',
  },
  folders: { zh: '各组生成文件的文件夹', en: 'the folders that the shards printed into' },
  mergeInto: { zh: '合到这个文件夹，默认 out', en: 'merge into this folder instead of out' },
  paths: { zh: 'projects/ 下的文件或文件夹，不写就是全部', en: 'files or folders under projects/; all by default' },
  usage: { zh: '[选项] [路径...]', en: '[options] [paths...]' },
  usageOfMerge: { zh: '[选项] 文件夹...', en: '[options] folders...' },
  usageOfTool: { zh: '命令 [选项] [路径...]', en: 'command [options] [paths...]' },
  lang: { zh: '说中文（zh，默认）或英文（en）', en: 'speak Chinese (zh, default) or English (en)' },
  help: { zh: '显示这些说明', en: 'show this help' },
  version: { zh: '显示版本号', en: 'show the version' },
  to: { zh: '只生成这些格式：pdf,docx,xlsx,html', en: 'only these formats: pdf,docx,xlsx,html' },
  out: { zh: '放在这个文件夹，默认 out', en: 'print into this folder instead of out' },
  force: { zh: '没有变动的也重新生成', en: 'print again what did not change' },
  jobs: { zh: '用几个线程', en: 'how many threads' },
  shard: { zh: '把申报表分成 n 组，只生成第 i 组，例如 1/4', en: 'print only part i of n, for example 1/4' },
  cache: {
    zh: '内容相同的从这个文件夹取，里面是以前生成的',
    en: 'reuse what an earlier build printed into this folder',
  },
  draft: {
    zh: '不合规则的也生成，每页标明草稿',
    en: 'print those too that only break rules, each page marked as a draft',
  },
  checkOutputs: { zh: '什么都不写，只列出 out/ 里哪些不是最新的', en: 'write nothing; list what is stale in out/' },
  watch: { zh: '一直守着，改了就重新生成', en: 'stay and print again on every change' },
  explain: { zh: '逐份说明为什么重新生成', en: 'say why each was printed again' },
  stage: {
    zh: '显示中间结果：parsed、declaration 或 grid',
    en: 'print a stage of the work: parsed, declaration or grid',
  },
  time: { zh: '说用了多少时间', en: 'say how long it took' },
  format: { zh: '报告的格式：text 或 json', en: 'format of the report: text or json' },
  formatOfCheck: {
    zh: '报告的格式：text、json、sarif、github、gitlab 或 markdown',
    en: 'format of the report: text, json, sarif, github, gitlab or markdown',
  },
  explainRule: {
    zh: '细说一条规则：为什么、来源、级别和设定、例子',
    en: 'say more of one rule: why, its source, level, settings and an example',
  },
  rules: { zh: '列出全部规则', en: 'list the rules' },
  ruleName: { zh: '规则名', en: 'rule' },
  rule: { zh: '规则的名称，查出来的每一处后面都有', en: 'the name that stands behind a finding' },
  usageOfExplain: { zh: '[选项] 规则名', en: '[options] rule' },
  usageOfRules: { zh: '[选项]', en: '[options]' },
  fix: { zh: '把只有一种改法的改好，别的字一个不动', en: 'mend what has one safe answer, and nothing else' },
  diff: { zh: '只显示 --fix 会怎样改，不写文件', en: 'show what --fix would change, and write nothing' },
  baseline: {
    zh: '只报 git 的这个提交、分支或标签以来新出现的',
    en: 'report only what is new since this commit, branch or tag of git',
  },
  stdinFilename: {
    zh: '内容从标准输入读，当作这个文件来查；供编辑器用',
    en: 'check what comes on standard input as if it were this file; for editors',
  },
  failOn: { zh: '从哪一级起算不通过：error、warning 或 hint', en: 'fail from this level on: error, warning or hint' },
} as const satisfies Record<string, Words>;

/** The headings of the help. */
export const headings: Readonly<Record<string, Words>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
};

export const words = {
  wrongValue: (flag: string, value: string, choices: readonly string[]): Words => ({
    zh: `${flag} 不能写“${value}”，可以写 ${choices.join('、')}。`,
    en: `${flag} cannot be “${value}”; it takes ${choices.join(', ')}.`,
  }),
  wrongShard: (value: string): Words => ({
    zh: `--shard 不能写“${value}”，要写成 i/n，i 从 1 到 n，例如 1/4。`,
    en: `--shard cannot be “${value}”; write i/n with i from 1 to n, for example 1/4.`,
  }),
  wrongJobs: (value: string): Words => ({
    zh: `--jobs 不能写“${value}”，要写 1 到 64 的整数。`,
    en: `--jobs cannot be “${value}”; write a whole number from 1 to 64.`,
  }),
  wrongEpoch: (value: string): Words => ({
    zh: `环境变量 SOURCE_DATE_EPOCH 不能是“${value}”，要写秒数。`,
    en: `The environment variable SOURCE_DATE_EPOCH cannot be “${value}”; it takes seconds.`,
  }),
  together: (one: string, other: string): Words => ({
    zh: `${one} 和 ${other} 不能一起用，去掉一个。`,
    en: `${one} and ${other} cannot be used together; leave one out.`,
  }),
  needs: (one: string, other: string): Words => ({
    zh: `${one} 要和 ${other} 一起用。`,
    en: `${one} goes with ${other}.`,
  }),
  unknownFlag: (flag: string): Words => ({
    zh: `没有 ${flag} 这个选项；用 --help 看有哪些。`,
    en: `There is no flag ${flag}; see --help.`,
  }),
  unknownCommand: (name: string): Words => ({
    zh: `没有 ${name} 这个命令；用 --help 看有哪些。`,
    en: `There is no command ${name}; see --help.`,
  }),
  noArgument: (name: string): Words => ({
    zh: `命令后面要写${name}；用 --help 看怎样写。`,
    en: `The command needs a ${name}; see --help.`,
  }),
  noFlagValue: (flag: string): Words => ({
    zh: `${flag} 后面要写一个值；用 --help 看怎样写。`,
    en: `${flag} needs a value; see --help.`,
  }),
  wrongUse: (detail: string): Words => ({
    zh: `命令写得不对：${detail}；用 --help 看怎样写。`,
    en: `The command is wrong: ${detail}; see --help.`,
  }),
  bug: {
    zh: '这是 shenbao 自己的错误，请把下面的内容报告给维护的人：',
    en: 'This is a bug of shenbao; please report what follows:',
  },

  more: (count: number): Words => ({ zh: `  ……还有 ${count} 份`, en: `  … and ${count} more` }),
  /** `cached`: how many of the built, or null where there is no cache. */
  built: (built: number, unchanged: number, cached: number | null): Words => ({
    zh: `生成 ${built} 份，${cached === null ? '' : `其中 ${cached} 份取自缓存；`}没有变动的 ${unchanged} 份。`,
    en: `${plural(built, 'declaration')} printed, ${cached === null ? '' : `${cached} of them from the cache; `}${unchanged} unchanged.`,
  }),
  drafts: (count: number): Words => ({
    zh: `其中 ${count} 份有错误，生成的是草稿，每页标明，不能上报。`,
    en: `${plural(count, 'declaration')} of them with errors: a draft, marked on every page.`,
  }),
  remarks: (count: number): Words => ({
    zh: `另有 ${count} 处警告和提示，运行 shenbao check 查看。`,
    en: `Warnings and hints besides: ${count}; see shenbao check.`,
  }),
  failed: (count: number): Words => ({
    zh: `${count} 个文件有错，没有生成；以前生成的都还在。`,
    en: `${plural(count, 'file')} with errors, not printed; the old documents are kept.`,
  }),
  blocked: (count: number): Words => ({
    zh: `因为这些错，${count} 份申报表没有生成。`,
    en: `These errors keep ${plural(count, 'declaration')} from being printed.`,
  }),
  stale: (count: number): Words => ({
    zh: `${count} 个文件不是最新的：`,
    en: `${plural(count, 'document')} out of date:`,
  }),
  fresh: (count: number): Words => ({
    zh: `${count} 份申报表的文件都是最新的。`,
    en: `The documents of ${plural(count, 'declaration')} are up to date.`,
  }),
  refresh: { zh: '运行 shenbao build 重新生成。', en: 'Run shenbao build to print them again.' },
  fixed: (cures: number, files: number): Words => ({
    zh: cures === 0 ? '没有能自动改的。' : `改好 ${cures} 处，在 ${files} 个文件里。`,
    en: cures === 0 ? 'There is nothing to mend.' : `Mended ${plural(cures, 'place')} in ${plural(files, 'file')}.`,
  }),
  fixable: (cures: number, files: number): Words => ({
    zh: cures === 0 ? '没有能自动改的。' : `--fix 会改 ${cures} 处，在 ${files} 个文件里；现在什么都没有写。`,
    en:
      cures === 0
        ? 'There is nothing to mend.'
        : `--fix would mend ${plural(cures, 'place')} in ${plural(files, 'file')}; nothing was written.`,
  }),
  notFixed: (file: string): Words => ({
    zh: `${file} 正被别的程序打开，没有改；关上它再运行一次。`,
    en: `${file} is open in another program and was not mended; close it and run this again.`,
  }),
  notDeclaration: (path: string): Words => ({
    zh: `${path} 不能是申报表：申报表是 projects/ 下不以句点开头的 .yaml 或 .yml 文件。`,
    en: `${path} cannot be a declaration: those are .yaml or .yml files under projects/ whose names do not begin with a full stop.`,
  }),
  busy: (output: string): Words => ({
    zh: `${output} 正被别的程序打开，没有换成新的；关上它再生成一次。`,
    en: `${output} is open in another program and was not replaced; close it and build again.`,
  }),
  removed: (output: string): Words => ({
    zh: `删去 ${output}：它的申报表没有了。`,
    en: `Removed ${output}: its declaration is gone.`,
  }),
  kept: (output: string): Words => ({
    zh: `${output} 的申报表没有了，但这个文件有人改过，留着没有删。`,
    en: `${output} has no declaration any more, but was edited by hand and is kept.`,
  }),
  took: (seconds: string): Words => ({ zh: `用了 ${seconds} 秒。`, en: `Took ${seconds} s.` }),
  interrupted: { zh: '中断了；已经生成的都在，下次接着做。', en: 'Interrupted; what was printed is kept.' },
  watching: {
    zh: '守着 projects/、schema/、templates/，按 Ctrl+C 结束。',
    en: 'Watching projects/, schema/ and templates/; Ctrl+C ends.',
  },

  nothingFound: {
    zh: 'projects/ 下没有申报表（.yaml 文件）。',
    en: 'There is no declaration (.yaml file) under projects/.',
  },
};
