// What reading has to say of characters that are unseen or no text.
import { say } from '../base/finding.js';
import { codes } from './saying.js';

export type CharacterMessage = keyof typeof characterMessages;

export const characterMessages = {
  control: (character: string) =>
    say(
      `文字里有看不见的控制字符（${codes(character)}）`,
      '请删去这个字符。',
      `A control character (${codes(character)}) is in the text`,
      'Remove the character.',
    ),
  lineBreak: (character: string) =>
    say(
      `文字里有特殊的换行字符（${codes(character)}），多半是从 Word 或网页粘贴来的`,
      '请换成普通的换行，或者删去。',
      `A special line break (${codes(character)}) is in the text, most likely pasted from Word or a page`,
      'Replace it by an ordinary line break, or remove it.',
    ),
  surrogate: (character: string) =>
    say(
      `这里有半个字符（${codes(character)}），不能构成文字`,
      '请删去它，重新输入这个字。',
      `Half a character (${codes(character)}) stands here`,
      'Remove it and type the character again.',
    ),
  noncharacter: (character: string) =>
    say(
      `这里有不是字符的编码（${codes(character)}）`,
      '请删去它。',
      `A code that is no character (${codes(character)}) stands here`,
      'Remove it.',
    ),
  bidi: (character: string) =>
    say(
      `这里有改变文字方向的控制字符（${codes(character)}），看到的与实际的文字可能不同`,
      '请删去这个字符。',
      `A control character for the direction of text (${codes(character)}) makes the text look other than it is`,
      'Remove the character.',
    ),
  byteOrderMark: () =>
    say(
      '文字中间有字节顺序标记（U+FEFF），打印时看不见',
      '请删去这个字符。',
      'A byte order mark (U+FEFF), unseen in print, stands within the text',
      'Remove the character.',
    ),
  zeroWidth: (character: string) =>
    say(
      `文字里有看不见的零宽字符（${codes(character)}）`,
      '请删去这个字符。',
      `A zero-width character (${codes(character)}) is in the text`,
      'Remove the character.',
    ),
  noBreakSpace: (character: string) =>
    say(
      `文字里有不换行空格（${codes(character)}）`,
      '请换成普通空格，或者删去。',
      `A no-break space (${codes(character)}) is in the text`,
      'Replace it by an ordinary space, or remove it.',
    ),
  tab: () =>
    say(
      '文字里有制表符（Tab）',
      '请换成空格，或者删去。',
      'A tab is in the text',
      'Replace it by a space, or remove it.',
    ),
  replacement: () =>
    say(
      '文字里有“�”（U+FFFD），说明原来的字在转换时丢失了',
      '请对照原文补上丢失的字。',
      'U+FFFD is in the text: a character was lost in a conversion',
      'Put in the lost character from the original.',
    ),
};
