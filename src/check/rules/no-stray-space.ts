// No space leads, trails, stands twice or between Chinese characters. One behind or before a document number, between issuing bodies,
// behind 第三条 and between Chinese and Latin is right; a gap at the inside of a quote is no-lost-sign's.
import type { Words } from '../../base/finding.js';
import { isAtQuote } from '../../terms/lost-signs.js';
import { findAll } from '../../terms/scanning.js';
import type { Rule } from '../rule.js';
import { texts } from '../settings.js';

const settings = {
  bodies: texts(['委员会', '委', '政府', '办公厅', '办公室', '局', '厅', '部', '署', '国务院', '中央']),
};

/** Tabs and no-break spaces are told of, and cured, where the file is read. */
const spaces = /[ \u2000-\u2006\u2008-\u200a\u205f\u3000]+/g;
const suspect = /[ \u2000-\u2006\u2008-\u200a\u205f\u3000]/;
const han = /\p{sc=Han}/u;
const opening = /[，。；：、！？（【]/;
const ending = /[，。；：、！？）】]/;

/** How many of them are told of one text. */
const shown = 20;

interface Stray {
  readonly message: Words;
  /** Null where the parts may stand side by side on purpose. */
  readonly replacement: '' | ' ' | null;
}

const stray = {
  leading: { zh: '开头有空格', en: 'A space stands at the start' },
  trailing: { zh: '末尾有空格', en: 'A space stands at the end' },
  doubled: { zh: '连着有几个空格', en: 'Several spaces stand together' },
  between: { zh: '汉字之间有空格', en: 'A space stands between Chinese characters' },
  beside: { zh: '标点旁边有空格', en: 'A space stands beside a punctuation mark' },
} satisfies Record<string, Words>;

export const noStraySpace: Rule<typeof settings> = {
  name: 'no-stray-space',
  level: 'warning',
  about: {
    zh: '多余的空格会带进财政系统，按名称就查不到，也对不上',
    en: 'Stray spaces travel into finance systems, where names with them are neither found nor matched',
  },
  source: { zh: '财政部门在用的系统', en: 'a production system' },
  settings,
  check(subject, report, { bodies }) {
    if (!suspect.test(subject.whole)) return;
    for (const { pointer, text } of subject.texts) {
      if (!suspect.test(text)) continue;
      const blank = text.trim() === '';
      let told = 0;
      for (const { 0: run, index: from } of findAll(spaces, text)) {
        const to = from + run.length;
        if (told === shown) break;
        const found = judge(text, from, to, bodies);
        if (!found) continue;
        told += 1;
        report({
          pointer,
          from,
          to,
          message: found.message,
          advice: advice(found.replacement),
          ...(found.replacement !== null && !blank && { replacement: found.replacement }),
        });
      }
    }
  },
};

function advice(replacement: Stray['replacement']): Words {
  if (replacement === '') return { zh: '删去空格', en: 'Take the space out' };
  if (replacement === ' ') return { zh: '只留一个空格', en: 'Leave one space' };
  return { zh: '删去空格；是并列的，改用顿号', en: 'Take the space out, or write 、 between the parts of a list' };
}

function judge(text: string, from: number, to: number, bodies: readonly string[]): Stray | null {
  const [before, after] = [text.charAt(from - 1), text.charAt(to)];
  if (/^[\r\n]?$/.test(after)) return { message: stray.trailing, replacement: '' };
  // Lines below the first may be set in, and the paragraphs of a long text begin with two wide spaces.
  if (before === '\n') return null;
  if (before === '') {
    const paragraph = text.slice(from, to) === '\u3000\u3000' && text.includes('\n');
    return paragraph ? null : { message: stray.leading, replacement: '' };
  }
  if (isAtQuote(before, after)) return null;
  if ((opening.test(before) && !isListNumber(text, from)) || ending.test(after)) {
    return { message: stray.beside, replacement: '' };
  }
  const single = text.slice(from, to) === ' ';
  if (han.test(before) && han.test(after) && !separates(text, from, to, bodies)) {
    return { message: stray.between, replacement: isListed(text, from, to) ? null : '' };
  }
  return single || to - from === 1 ? null : { message: stray.doubled, replacement: ' ' };
}

/** `1、 采购`: as word processors number lists. */
function isListNumber(text: string, at: number): boolean {
  return /(?:^|[\s；;。])[0-9一二三四五六七八九十]{1,3}、$/.test(text.slice(Math.max(0, at - 5), at));
}

/** `张三 李四 王五`: several words with a space between each two may be a list. */
function isListed(text: string, from: number, to: number): boolean {
  return (
    /\p{sc=Han}\s{1,3}\p{sc=Han}{2,12}$/u.test(text.slice(Math.max(0, from - 16), from)) ||
    /^\p{sc=Han}{2,12}\s{1,3}\p{sc=Han}/u.test(text.slice(to, to + 16))
  );
}

/** Whether what stands on both sides is apart on purpose. */
function separates(text: string, from: number, to: number, bodies: readonly string[]): boolean {
  const before = text.slice(Math.max(0, from - 12), from);
  const after = text.slice(to, to + 40);
  if (/[0-9０-９]号$|第[0-9一二三四五六七八九十百]{1,5}[条章节款编项]$/.test(before)) return true;
  if (/(?:^|\n)[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, from - 4), from)) && from <= 3) return true;
  if (/^\p{sc=Han}{1,16}[〔[［（(]\s?[0-9]{4}/u.test(after)) return true;
  if (isInStandard(text, from)) return true;
  const next = /^[^，。；：、（）《》“”\s]{1,40}/u.exec(after)?.[0] ?? '';
  return (
    bodies.some((body) => before.endsWith(body)) &&
    (next.includes('关于') || bodies.some((body) => next.includes(body)))
  );
}

/** `GB/T 22239-2019《信息安全技术 网络安全等级保护基本要求》`: the parts of a standard's title stand apart (GB/T 1.1). */
function isInStandard(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 100), at);
  const title = before.lastIndexOf('《');
  return title > before.lastIndexOf('》') && standard.test(before.slice(Math.max(0, title - 32), title));
}

const standard = /[A-Z]{2,5}\d{0,4}(?:[/／][A-Z]{1,3})?\s?\d{1,6}(?:\.\d{1,3})?[-—–:：]\d{2,4}[）)]?\s?$/;
