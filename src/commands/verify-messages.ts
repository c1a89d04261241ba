// The words of `shenbao verify`: its help and its reports.
import type { Words } from '../base/finding.js';
import type { Reason, Verdict } from '../workspace/verified.js';

export const help = {
  verify: {
    zh: '核对文件：是不是申报表生成的，生成以后有没有改过',
    en: 'verify documents: whether they come from a declaration, and whether they were changed since',
  },
  usageOfVerify: { zh: '[选项] 文件...', en: '[options] files...' },
  files: { zh: '文件', en: 'files' },
  verifyFiles: { zh: '要核对的 pdf、docx、xlsx、html 文件', en: 'pdf, docx, xlsx and html files to be verified' },
} as const satisfies Record<string, Words>;

export const words = {
  verdict: {
    unchanged: { zh: '没有改动', en: 'unchanged' },
    edited: { zh: '改过', en: 'edited' },
    'other-version': { zh: '不是现在这一版', en: 'from another version' },
    foreign: { zh: '不是这里的申报表生成的', en: 'not from here' },
    unreadable: { zh: '读不了', en: 'cannot be read' },
  } satisfies Record<Verdict, Words>,
  /** Where it is not proved. */
  likely: (verdict: Words): Words => ({ zh: `看来${verdict.zh}`, en: `probably ${verdict.en}` }),

  claims: (code: string | null, year: string | null, declaration: string | null): Words => {
    const zh = [code && `编码 ${code}`, year && `${year} 年度`, declaration && `申报表 ${declaration}`];
    const en = [code && `code ${code}`, year && `year ${year}`, declaration && `declaration ${declaration}`];
    return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
  },

  reason: {
    'same-bytes': { zh: '重新生成一次，与文件逐字节相同。', en: 'Built again, it is the same byte for byte.' },
    'saved-again': {
      zh: '文件重新保存过，文字没有变；图片、批注、公式和格式没有核对。',
      en: 'It was saved again and says the same; pictures, comments, formulas and looks were not compared.',
    },
    'same-text': { zh: '文字与重新生成的一致。', en: 'Built again, it says the same.' },
    'not-as-built': {
      zh: '文字没有变，但文件不是生成时的原样：可能盖过章、加过批注或图片，或者用别的软件保存过。请打开来看。',
      en: 'It says the same, but the file is not as it was built: it may have been stamped, annotated, drawn on, or saved by another program. Look at it.',
    },
    'fields-differ': { zh: '显示的内容与申报表不同：', en: 'It shows otherwise than the declaration:' },
    'fields-agree': { zh: '各栏的内容与申报表一致。', en: 'Its fields agree with the declaration.' },
    'text-differs': { zh: '文字与生成时的不同：', en: 'Its text is not what it was:' },
    'not-compared': {
      zh: '认不出各栏的内容，只比较了文字：',
      en: 'Its fields cannot be told; only its text was compared:',
    },
    'own-word': {
      zh: '生成它的申报表只有它自己带的一份，没有别的可以印证。',
      en: 'The declaration it was made from is known by the copy in it alone; nothing else speaks for it.',
    },
    'marks-changed': {
      zh: '文件里记的编码、年度或者来历被改过，与生成时写进去的不同。',
      en: 'What it says of its code, year or origin is not what was written into it.',
    },
    'attachment-changed': {
      zh: '附在里面的申报表不是生成它的那一份。',
      en: 'The declaration attached to it is not the one it was made from.',
    },
    'attachment-lost': {
      zh: '生成时附在里面的申报表不见了。',
      en: 'The declaration that was attached to it is gone.',
    },
    'source-changed': { zh: '申报表后来改过：', en: 'The declaration has changed since:' },
    'source-gone': {
      zh: '这份申报表现在没有了，只在 git 的历史里。',
      en: 'The declaration is gone; only git’s history has it.',
    },
    'source-unknown': {
      zh: '生成它的那一版申报表，工作区和 git 的历史里都没有。',
      en: 'Neither the workspace nor git’s history has the declaration as it was made from it.',
    },
    'no-workspace': {
      zh: '这里不是工作区，没有申报表可以对照。请到有 projects/ 的文件夹里核对。',
      en: 'This is no workspace: there is no declaration to hold it against. Verify it in a folder with projects/.',
    },
    'source-faulty': {
      zh: '那一版申报表，用现在的表样生成不出来。',
      en: 'By today’s form, the declaration as it was cannot be printed.',
    },
    'other-template': { zh: '模板与现在的不同。', en: 'It was made by another template.' },
    'other-tool': {
      zh: '它是 shenbao 的另一个版本生成的。',
      en: 'It was made by another version of shenbao.',
    },
    'other-form': {
      zh: '表样（schema）、版式、字体或者日期与现在的不同。',
      en: 'It was made with another schema, theme, font or date.',
    },
    'no-source': {
      zh: '里面没有写来自哪份申报表：是空白表、带修订标记的审阅稿，或者 shenbao 较早的版本生成的。填好的表用 shenbao import 读入。',
      en: 'It does not say from which declaration it is: it is a blank form, a review with revision marks, or made by an early version of shenbao. Read a form that was filled in with shenbao import.',
    },
    'no-marks': {
      zh: '里面没有 shenbao 的标记：不是 shenbao 生成的，或者标记被去掉了。',
      en: 'It bears no marks of shenbao: it was made otherwise, or they were removed.',
    },
  } satisfies Record<Reason, Words>,
  /** Where today's declaration is another one. */
  asMade: {
    'fields-differ': {
      zh: '显示的内容与生成它的那一版申报表不同：',
      en: 'It shows otherwise than the declaration as it was made from it:',
    },
    'fields-agree': {
      zh: '各栏的内容与生成它的那一版申报表一致。',
      en: 'Its fields agree with the declaration as it was made from it.',
    },
  },
  /** Where there is no list of changes to follow. */
  changed: { zh: '申报表后来改过。', en: 'The declaration has changed since.' },
  rewritten: {
    zh: '申报表后来只改了写法，内容没有变。',
    en: 'The declaration was since written in another way, saying the same.',
  },
  tooDifferent: {
    zh: '文字与生成时的差别太多，没有列出。',
    en: 'Too much of its text is not what it was to be listed.',
  },
  nothingCompared: {
    zh: '认不出各栏的内容，没有比较。',
    en: 'Its fields cannot be told, and nothing was compared.',
  },
  cannotTell: {
    zh: '与现在的申报表不同，分不清是文件改过还是申报表改过：',
    en: 'It shows otherwise than today’s declaration; which of the two was changed cannot be told:',
  },
  summary: (counts: Readonly<Record<Verdict, number>>): Words => {
    const shown = Object.entries(counts).filter(([, count]) => count > 0) as [Verdict, number][];
    return {
      zh: `核对了 ${total(counts)} 份：${shown.map(([verdict, count]) => `${words.verdict[verdict].zh} ${count} 份`).join('，')}。`,
      en: `${total(counts)} verified: ${shown.map(([verdict, count]) => `${count} ${words.verdict[verdict].en}`).join(', ')}.`,
    };
  },
} as const;

function total(counts: Readonly<Record<Verdict, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
