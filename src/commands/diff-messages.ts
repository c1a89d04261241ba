// The words of `shenbao diff`: its help and its reports.
import type { Words } from '../base/finding.js';
import { printMoney } from '../base/money.js';
import { growth, printPercent } from '../base/percent.js';
import type { ChangeKind } from '../review/change.js';
import type { Status } from '../review/review.js';
import type { Direction } from '../terms/indicator-strictness.js';
import type { Counts } from './diff-reports/counts.js';
import { levelNames, plural } from './report-messages.js';

export const help = {
  diff: {
    zh: '比较两个版本：用审核人的话说改了什么',
    en: 'compare two states and say what changed in a reviewer’s words',
  },
  usage: { zh: '[选项] [以前的] [现在的]', en: '[options] [base] [head]' },
  sides: {
    zh: '提交、分支、标签、main...分支、:index（暂存区）、:worktree（工作区）、文件或文件夹；不写：从主分支分开以来的',
    en: 'commits, branches, tags, main...branch, :index, :worktree, files or folders; by default since the main branch',
  },
  format: {
    zh: '报告的格式：text、markdown、html 或 json',
    en: 'format of the report: text, markdown, html or json',
  },
  to: { zh: '另外生成带修订标记的 Word：docx', en: 'also print Word files with revision marks: docx' },
  out: { zh: '修订稿放在这个文件夹，默认 out', en: 'put them into this folder instead of out' },
  maxIncrease: {
    zh: '年度金额最多增加多少，超过就不通过：5% 或 100000（元）',
    en: 'fail when a year’s amount grows by more: 5% or 100000 (元)',
  },
  failOnChange: { zh: '有指标放宽就不通过：loosened', en: 'fail when an indicator is loosened: loosened' },
} as const satisfies Record<string, Words>;

const amounts = (before: bigint, after: bigint) => {
  const percent = growth(before, after);
  const share = percent === null ? '' : printPercent(percent);
  return {
    from: printMoney(before),
    to: printMoney(after),
    by: printMoney(after < before ? before - after : after - before),
    share,
  };
};

const levels = ['error', 'warning', 'hint'] as const;
const counted = (counts: Counts['appeared'], language: 'zh' | 'en', join: string) =>
  levels
    .filter((level) => counts[level] > 0)
    .map((level) => (language === 'zh' ? `${levelNames[level].zh} ${counts[level]}` : plural(counts[level], level)))
    .join(join);

export const words = {
  wrongIncrease: (text: string): Words => ({
    zh: `--max-increase 不能写“${text}”，写百分数（5%）或者金额（100000、10万）。`,
    en: `--max-increase cannot be “${text}”; write a share (5%) or an amount (100000, 10万).`,
  }),
  compared: (before: Words, after: Words): Words => ({
    zh: `${before.zh} → ${after.zh}`,
    en: `${before.en} → ${after.en}`,
  }),
  title: { zh: '申报表改了什么', en: 'What changed in the declarations' },
  nothing: { zh: '申报表的内容没有变动。', en: 'Nothing in the declarations changed.' },
  rewritten: (files: number): Words => ({
    zh: `${files} 份只改了写法，内容没有变动。`,
    en: `${plural(files, 'declaration')} only written in another way, saying the same.`,
  }),
  amount: { zh: '年度金额', en: 'year’s amount' },
  total: (label: string, before: bigint, after: bigint): Words => {
    const { from, to, by, share } = amounts(before, after);
    if (before === after) return { zh: `${label}没有变（${to} 元）`, en: `${label} unchanged (${to} 元)` };
    const more = after > before;
    return {
      zh: `${label} ${from} → ${to} 元，${more ? '增加' : '减少'} ${by} 元${share && `（${share}）`}`,
      en: `${label} ${from} → ${to} 元, ${by} 元 ${more ? 'more' : 'less'}${share && ` (${share})`}`,
    };
  },
  /** `+120,000.00（+4.95%）`, for a table. */
  difference: (before: bigint, after: bigint): Words => {
    if (before === after) return { zh: '不变', en: 'unchanged' };
    const { by, share } = amounts(before, after);
    const sign = after > before ? '+' : '−';
    return { zh: `${sign}${by}${share && `（${share}）`}`, en: `${sign}${by}${share && ` (${share})`}` };
  },
  directions: (tightened: number, loosened: number): Words => ({
    zh: `收紧 ${tightened} 处，放宽 ${loosened} 处`,
    en: `${tightened} tightened, ${loosened} loosened`,
  }),
  direction: {
    tightened: { zh: '收紧', en: 'tightened' },
    loosened: { zh: '放宽', en: 'loosened' },
  } satisfies Readonly<Record<Direction, Words>>,
  checked: ({ appeared, vanished }: Counts): Words => {
    const say = (language: 'zh' | 'en') => {
      const [came, went] = [counted(appeared, language, '、'), counted(vanished, language, '、')];
      if (language === 'zh') {
        const parts = [came && `新出现${came}`, went && `改好了${went}`].filter(Boolean);
        return `检查：${parts.join('；') || '没有新的问题'}`;
      }
      const parts = [came && `${came.replaceAll('、', ', ')} new`, went && `${went.replaceAll('、', ', ')} gone`];
      return `check: ${parts.filter(Boolean).join('; ') || 'nothing new'}`;
    };
    return { zh: say('zh'), en: say('en') };
  },
  status: {
    added: { zh: '新增', en: 'added' },
    removed: { zh: '删去', en: 'removed' },
    changed: { zh: '修改', en: 'changed' },
    renamed: { zh: '改名', en: 'renamed' },
  } satisfies Readonly<Record<Status, Words>>,
  from: (file: string): Words => ({ zh: `原来是 ${file}`, en: `was ${file}` }),
  kind: {
    added: { zh: '新增', en: 'added' },
    removed: { zh: '删去', en: 'removed' },
    changed: { zh: '修改', en: 'changed' },
    moved: { zh: '移动', en: 'moved' },
    renamed: { zh: '改名', en: 'renamed' },
  } satisfies Readonly<Record<ChangeKind, Words>>,
  moved: (from: string, to: string): Words => ({
    zh: `从第 ${from} 项移到第 ${to} 项`,
    en: `from place ${from} to place ${to}`,
  }),
  colon: { zh: '：', en: ': ' },
  semicolon: { zh: '；', en: '; ' },
  brackets: (text: string): Words => ({ zh: `（${text}）`, en: ` (${text})` }),
  appeared: { zh: '检查新发现', en: 'Found by check' },
  vanished: { zh: '检查已改好', en: 'No longer found by check' },
  unreadable: (count: number): Words => ({
    zh: `${count} 份读不出来，没有比较：`,
    en: `${plural(count, 'declaration')} could not be read and compared:`,
  }),
  side: {
    before: { zh: '以前的', en: 'the earlier one' },
    after: { zh: '现在的', en: 'the later one' },
  },
  exceeded: {
    zh: '超出了允许的变动：',
    en: 'More than a change may do:',
  },
  grewTooMuch: (name: string, before: bigint, after: bigint, most: string): Words => {
    const { by, share } = amounts(before, after);
    const how = before === 0n ? { zh: '新增', en: 'new with' } : { zh: '增加', en: 'grew by' };
    return {
      zh: `${name}：年度金额${how.zh} ${by} 元${share && `（${share}）`}，超过 ${most}`,
      en: `${name}: the year’s amount is ${how.en} ${by} 元${share && ` (${share})`}, more than ${most}`,
    };
  },
  loosened: (name: string, label: string): Words => ({
    zh: `${name}：${label} 放宽了`,
    en: `${name}: ${label} was loosened`,
  }),
  all: { zh: '全部申报表合计', en: 'All declarations together' },
  columns: {
    declaration: { zh: '申报表', en: 'Declaration' },
    change: { zh: '变动', en: 'Change' },
    amount: { zh: '年度金额（元）', en: 'Year’s amount (元)' },
    indicators: { zh: '指标', en: 'Indicators' },
    check: { zh: '检查', en: 'Check' },
    field: { zh: '栏目', en: 'Field' },
    content: { zh: '内容', en: 'Content' },
    note: { zh: '评判', en: 'Remark' },
  },
  /** `修改 3 处`, for a table. */
  statusCell: (status: Status, count: number): Words => {
    const { zh, en } = words.status[status];
    if (count === 0) return { zh, en };
    return {
      zh: `${zh} ${count} 处`,
      en: status === 'changed' ? plural(count, 'change') : `${en}, ${plural(count, 'change')}`,
    };
  },
  moreChanges: (count: number): Words => ({ zh: `还有 ${count} 处没有列出。`, en: `+${count} more.` }),
  moreDeclarations: (count: number): Words => ({
    zh: `还有 ${count} 份没有列出；全部的看 shenbao diff。`,
    en: `+${count} more declarations; shenbao diff lists all of them.`,
  }),
  written: (file: string): Words => ({ zh: `写了 ${file}`, en: `Wrote ${file}` }),
  notWritten: (file: string): Words => ({
    zh: `${file} 正被别的程序打开，没有换成新的；关上它再运行一次。`,
    en: `${file} is open in another program and was not replaced; close it and run this again.`,
  }),
  noRevisions: {
    zh: '没有两边都有而内容变动了的申报表，没有修订稿。',
    en: 'No declaration is on both sides and changed, so there is no revision.',
  },
  noForm: (file: string): Words => ({
    zh: `${file} 的格式有错，印不成表，没有修订稿；先运行 shenbao check 改好。`,
    en: `${file} has faults of structure and cannot be printed, so there is no revision of it; mend it first, see shenbao check.`,
  }),
  unreadOne: (file: string, side: 'before' | 'after'): Words => ({
    zh: `${file}（${words.side[side].zh}）读不出来，没有比较；先运行 shenbao check 改好`,
    en: `${file} (${words.side[side].en}) could not be read and compared; mend it first, see shenbao check`,
  }),
  noForms: {
    zh: '格式有错，印不成表，所以没有左右对照；先运行 shenbao check 改好。',
    en: 'There are faults of structure, so the forms cannot be printed side by side; mend them first, see shenbao check.',
  },
  contents: { zh: '目录', en: 'Contents' },
  onlyChanges: { zh: '只看改动的行', en: 'Only rows that changed' },
  onlyBefore: { zh: '删去的申报表', en: 'Declaration that was removed' },
  onlyAfter: { zh: '新增的申报表', en: 'Declaration that was added' },
  footer: { zh: '第 {page} 页 共 {pages} 页', en: 'Page {page} of {pages}' },
  before: { zh: '修改前', en: 'Before' },
  after: { zh: '修改后', en: 'After' },
  signatures: {
    zh: ['经办人', '审核人', '负责人', '日期'],
    en: ['Prepared by', 'Reviewed by', 'Approved by', 'Date'],
  },
} as const;
