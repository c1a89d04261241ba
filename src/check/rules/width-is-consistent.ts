// Digits, letters and punctuation keep one width. Half-width marks count between Chinese characters only: formulas, times, decimals
// and Latin text have their own. A half-width bracket beside a full-width partner is brackets-and-quotes-pair's as well.
import { type Said, say } from '../../base/finding.js';
import { findAll } from '../../terms/scanning.js';
import { oncePerSubject } from '../once-per-subject.js';
import type { Remark, Rule } from '../rule.js';
import type { Subject, Text } from '../subject.js';

/** How many of them are told of one text. */
const shown = 20;

const wideWord = /[０-９Ａ-Ｚａ-ｚ]+/g;
const wideMark = /[，；：？！]/;
const halfMark =
  /(?<=[\p{sc=Han}）》”’】〕])[,;:?!](?=$|\n|[\p{sc=Han}0-9（《“‘【])|(?<=[0-9%])[,;:?!](?=[\p{sc=Han}（《“‘【])/gu;
const widePercent = /(?<=[0-9０-９])％/g;
const halfBracket = /(?<=\p{sc=Han})\(|\((?=\p{sc=Han})|(?<=（[^（）()]{0,60})\)/gu;
const suspect = /[０-９Ａ-Ｚａ-ｚ％,;:?!()]/;

export const widthIsConsistent: Rule = {
  name: 'width-is-consistent',
  level: 'hint',
  about: {
    zh: '全角和半角混着用，印出来疏密不一，按字查找也会漏',
    en: 'Text of two widths prints unevenly, and a search for the one misses the other',
  },
  source: { zh: '已公开的申报表', en: 'published forms' },
  settings: {},
  check(subject, report) {
    for (const one of subject.texts) {
      if (!suspect.test(one.text)) continue;
      let told = 0;
      for (const remark of remarksOn(one, subject)) {
        told += 1;
        if (told > shown) break;
        report(remark);
      }
    }
  },
};

function* remarksOn(text: Text, subject: Subject): Generator<Remark> {
  yield* words(text, subject);
  yield* marks(text);
  yield* percents(text);
  yield* brackets(text);
}

/** Full-width digits and letters, where any text of the declaration has half-width ones. */
function* words({ pointer, text }: Text, subject: Subject): Generator<Remark> {
  for (const { 0: found, index: from } of findAll(wideWord, text)) {
    const half = found.normalize('NFKC');
    const { digits, letters } = halvesOf(subject);
    if (!(/[0-9]/.test(half) ? digits : letters)) continue;
    yield { pointer, from, to: from + found.length, ...wordsFor(found, half, true), replacement: half };
  }
}

const halvesOf = oncePerSubject(({ texts }) => ({
  digits: texts.some(({ text }) => /[0-9]/.test(text)),
  letters: texts.some(({ text }) => /[A-Za-z]/.test(text)),
}));

/** Half-width marks between Chinese characters, where the text has full-width ones. */
function* marks({ pointer, text }: Text): Generator<Remark> {
  if (!wideMark.test(text)) return;
  for (const { 0: found, index: from } of findAll(halfMark, text)) {
    const wide = String.fromCharCode(found.charCodeAt(0) + 0xfee0);
    yield { pointer, from, to: from + 1, ...wordsFor(found, wide, false), replacement: wide };
  }
}

function* percents({ pointer, text }: Text): Generator<Remark> {
  if (!text.includes('%')) return;
  for (const { 0: found, index: from } of findAll(widePercent, text)) {
    yield { pointer, from, to: from + 1, ...wordsFor(found, '%', true), replacement: '%' };
  }
}

/** Half-width brackets around or behind Chinese characters, where the text has full-width ones. */
function* brackets({ pointer, text }: Text): Generator<Remark> {
  if (!/[（）]/.test(text)) return;
  for (const { 0: found, index: from } of findAll(halfBracket, text)) {
    yield { pointer, from, to: from + 1, ...wordsFor(found, found === '(' ? '（' : '）', false) };
  }
}

function wordsFor(found: string, wanted: string, toHalf: boolean): Said {
  const [zh, en] = toHalf ? ['全角', 'full-width'] : ['半角', 'half-width'];
  const [other, otherEn] = toHalf ? ['半角', 'half-width'] : ['全角', 'full-width'];
  return say(
    `“${found}”是${zh}的，别处用的是${other}`,
    `写成${other}的“${wanted}”`,
    `“${found}” is ${en}, others are ${otherEn}`,
    `Write a ${otherEn} “${wanted}”`,
  );
}
