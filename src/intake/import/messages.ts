// What is said of an import: the words only.
import { type Said, say, type Words } from '../../base/finding.js';
import { quote } from '../../terms/messages.js';
import type { DocumentPlace } from './raw-form.js';

/** Where in the document: `Sheet1!B7`. */
export function placeWords(at: DocumentPlace): Words {
  if ('cell' in at) return both(at.sheet === '' ? at.cell : `${at.sheet}!${at.cell}`);
  if ('table' in at) return { zh: `表 ${at.table} 第 ${at.row} 行`, en: `table ${at.table}, row ${at.row}` };
  if ('paragraph' in at) return { zh: `第 ${at.paragraph} 段`, en: `paragraph ${at.paragraph}` };
  if ('page' in at) return { zh: `第 ${at.page} 页第 ${at.line} 行`, en: `page ${at.page}, line ${at.line}` };
  return { zh: `第 ${at.line} 行`, en: `line ${at.line}` };
}

function both(text: string): Words {
  return { zh: text, en: text };
}

export const importMessages = {
  /** `labels`: as the form prints them. */
  missing: (labels: readonly string[]): Said => {
    const named = labels.map((label) => `“${quote(label)}”`).join('、');
    return say(
      `文件里没有找到 ${named}`,
      '请对照原文件补上',
      `${named} ${labels.length > 1 ? 'were' : 'was'} not found in the document`,
      'Fill in what is missing',
    );
  },
  lostDigits: (label: string, shown: string, at: DocumentPlace): Said =>
    say(
      `“${label}”（${placeWords(at).zh}）是按数字保存的，后面几位已经丢失，显示为 ${quote(shown)}`,
      '请照原始凭据填写，写在引号里',
      `${label} (${placeWords(at).en}) was saved as a number and its last digits are lost; it shows as ${quote(shown)}`,
      'Write it from the original, in quotes',
    ),
  numbers: (label: string, count: number, at: DocumentPlace): Said =>
    say(
      `“${label}”（${placeWords(at).zh}）的编号不连续，或者不是这张表的编号，分成了 ${count} 条`,
      '请核对每一条从哪里开始',
      `The numbers in ${label} (${placeWords(at).en}) are not in order, or not the form’s own; it was split into ${count} items`,
      'Check where each item begins',
    ),
  /** Above or behind what a leftover says. */
  leftover: (at: DocumentPlace): Words => ({
    zh: `导入时没有看懂（${placeWords(at).zh}）：`,
    en: `not understood when imported (${placeWords(at).en}):`,
  }),
  /** Above what somebody wrote beside the form. */
  comment: (at: DocumentPlace, author: string): Words => {
    const [zh, en] = [placeWords(at).zh, placeWords(at).en];
    const by = quote(author);
    return author === ''
      ? { zh: `批注（${zh}）：`, en: `comment (${en}):` }
      : { zh: `批注（${zh}，${by}）：`, en: `comment (${en}, ${by}):` };
  },
};
