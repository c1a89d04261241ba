// What reading has to say of a file as a whole: its encoding, its size, that it is empty.
import { say } from '../base/finding.js';

const megabytes = (count: number) => (count / 1024 / 1024).toFixed(1);

export const fileMessages = {
  tooLarge: (length: number) =>
    say(
      `文件有 ${megabytes(length)} MB，超过 10 MB，不予读取`,
      '一份申报表只有几十 KB，请确认没有选错文件。',
      `The file has ${megabytes(length)} MB; more than 10 MB are not read`,
      'A declaration has some ten kB: check that this is the right file.',
    ),
  tooManyTokens: say(
    '文件的条目太多（超过六十万个词，或一万个特殊符号），读到这里为止',
    '请确认没有选错文件；一份申报表通常只有约一千个词。',
    'The file has too many items (more than 600,000 tokens, or 10,000 special signs); reading stops here',
    'Check that this is the right file: a declaration has about a thousand tokens.',
  ),
  tooManyBlankLines: say(
    '连续的空行超过 1000 行，不予读取',
    '请删去多余的空行。',
    'More than 1,000 blank lines in a row are not read',
    'Remove the blank lines.',
  ),
  tooDeep: (levels: number) =>
    say(
      `嵌套超过 ${levels} 层，读到这里为止`,
      '请检查缩进和括号；申报表的嵌套不超过 6 层。',
      `More than ${levels} levels of nesting; reading stops here`,
      'Check indentation and brackets: a declaration nests at most 6 levels.',
    ),
  tooDeepForParser: say(
    '嵌套太深，无法读取',
    '请检查缩进和括号；申报表的嵌套不超过 6 层。',
    'The nesting is too deep to be read',
    'Check indentation and brackets: a declaration nests at most 6 levels.',
  ),
  otherEncoding: (encoding: string) =>
    say(
      `文件的编码是 ${encoding}，不是 UTF-8`,
      '请用编辑器“另存为”，编码选 UTF-8。',
      `The file is encoded in ${encoding}, not in UTF-8`,
      'Save it again from the editor with the encoding UTF-8.',
    ),
  damagedText: say(
    '文件是 UTF-8 编码，但从这里起有损坏的字节',
    '请对照原文改正此处文字，再以 UTF-8 保存。',
    'The file is UTF-8 but has damaged bytes here',
    'Correct the text here from the original and save it as UTF-8.',
  ),
  binary: say(
    '这不是文本文件',
    '申报表要写成 YAML 文本；请确认没有选错文件。',
    'This is not a text file',
    'A declaration is a YAML text; check that this is the right file.',
  ),
  empty: say(
    '文件里没有内容',
    '请填写“键: 值”，一行一个；可以照一份写好的申报表来写。',
    'The file has no content',
    'Write keys and values, one a line, as in a finished declaration.',
  ),
  notAMapping: say(
    '文件的最外层不是“键: 值”',
    '请每行写一个“键: 值”，冒号用半角，后面加一个空格。',
    'The top level of the file is not a mapping of keys to values',
    'Write one “key: value” a line, with an ASCII colon and a space after it.',
  ),
};
