// The words of `git merge`: what clashes, what no longer holds, and why a file was merged line by line.
import type { Finding, Words } from '../base/finding.js';
import type { Side } from '../review/merge/merge-declarations.js';

export const help = {
  merge: {
    zh: '逐栏合并一份申报表的三个版本（git merge 用）',
    en: 'merge three versions of a declaration field by field (for git merge)',
  },
  usageOfMerge: {
    zh: '共同的祖先 ours theirs [标记长度] [路径] [ours 的名称] [theirs 的名称]',
    en: 'ancestor ours theirs [marker size] [path] [name of ours] [name of theirs]',
  },
  mergeFiles: {
    zh: 'git 的 %O %A %B %L %P %X %Y；结果写进第二个文件',
    en: 'git’s %O %A %B %L %P %X %Y; the result goes into the second file',
  },
} as const satisfies Record<string, Words>;

const sides: Readonly<Record<Side, Words>> = {
  base: { zh: '共同的祖先', en: 'the common ancestor' },
  ours: { zh: '这一边（ours）', en: 'our side' },
  theirs: { zh: '那一边（theirs）', en: 'their side' },
};

export const words = {
  needsThree: {
    zh: 'git merge 要三个文件：共同的祖先、ours、theirs。它由 git 调用，用 shenbao git install 设置。',
    en: 'git merge takes three files: ancestor, ours, theirs. It is run by git; set it up with shenbao git install.',
  },
  conflictsIn: (file: string): Words => ({
    zh: `${file} 里有要由人决定的地方：`,
    en: `${file} needs a person to decide:`,
  }),
  goneFromOurs: (label: Words): Words => about(label, 'ours 删去了，theirs 改了', 'ours removed it, theirs changed it'),
  goneFromTheirs: (label: Words): Words =>
    about(label, 'ours 改了，theirs 删去了', 'ours changed it, theirs removed it'),
  /** What each side says; null where it is no text. */
  changedBoth: (label: Words, { ours, theirs }: Record<'ours' | 'theirs', string | null>): Words =>
    ours === null || theirs === null
      ? about(label, '两边改得不一样', 'both changed it differently')
      : about(label, `ours 是“${ours}”，theirs 是“${theirs}”`, `ours has “${ours}”, theirs has “${theirs}”`),
  broken: ({ zh, en }: Words): Words => ({
    zh: `  两边的修改合并以后才有的错误：${zh}。文件里标着“# shenbao-merge”，改好以后删去那一行。`,
    en: `  Wrong only now that both changes are merged: ${en}. It is marked “# shenbao-merge” in the file; mend it and delete that line.`,
  }),
  more: (count: number): Words => ({ zh: `  ……还有 ${count} 处`, en: `  … and ${count} more` }),
  asText: (file: string, reason: Words): Words => ({
    zh: `${file} 没有逐栏合并，是逐行合并的：${reason.zh}。`,
    en: `${file} was merged line by line, not field by field: ${reason.en}.`,
  }),
  binary: (file: string): Words => ({
    zh: `${file} 不是文本，合并不了；留下的是 ours。要 theirs 的，运行 git checkout --theirs。`,
    en: `${file} is no text and cannot be merged; ours stays. For theirs run git checkout --theirs.`,
  }),
} as const;

function about({ zh, en }: Words, saidInZh: string, saidInEn: string): Words {
  return { zh: `  ${zh}：${saidInZh}`, en: `  ${en}: ${saidInEn}` };
}

/** Why a declaration is merged as a text. */
export const reasons = {
  'too-large': { zh: '它太长，不像申报表', en: 'it is too long for a declaration' },
  'has-marks': { zh: '里面已经有合并冲突的标记', en: 'it has conflict marks already' },
  'two-forms': { zh: '几个版本不是同一种表', en: 'its versions are on different forms' },
  'not-understood': {
    zh: '它的写法没有把握拆开再合上',
    en: 'it is written in a way that could not be taken apart safely',
  },
  bug: { zh: '逐栏合并时出了错', en: 'merging field by field failed' },
} as const satisfies Record<string, Words>;

export function noForm(words: Words): Words {
  return { zh: `表样读不出来（${bare(words.zh)}）`, en: `its form cannot be read (${bare(words.en)})` };
}

export function unreadable(side: Side, { message, place }: Finding): Words {
  const { zh, en } = sides[side];
  const line = place?.line ?? 1;
  return { zh: `${zh}第 ${line} 行读不通，${message.zh}`, en: `${en} cannot be read at line ${line}: ${message.en}` };
}

function bare(sentence: string): string {
  return sentence.replace(/[。.]$/, '');
}
