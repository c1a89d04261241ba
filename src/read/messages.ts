// What reading has to say of the way a file is written, in both languages. The advice says what to write instead.
import { say } from '../base/finding.js';
import { codes, short } from './saying.js';

export const messages = {
  severalDocuments: say(
    '一个文件只能有一份申报表，这里开始了第二份',
    '请删去这一行；如果确实是另一份申报表，请放进另一个文件。',
    'A file holds one declaration; a second one begins here',
    'Remove this line, or move the second declaration to a file of its own.',
  ),
  directive: say(
    '不能使用以 % 开头的 YAML 指令',
    '请删去这一行；如果是文字，请放进某个键的值里并加引号。',
    'YAML directives (%) are not allowed',
    'Remove this line; if it is text, put it in quotes behind a key.',
  ),
  anchor: (source: string) =>
    say(
      `“${short(source)}”会被当作 YAML 的锚点而丢失`,
      '如果是文字，请给整个值加引号；这里不能使用锚点。',
      `“${short(source)}” is taken for a YAML anchor and lost`,
      'If it is text, put the whole value in quotes; anchors are not allowed.',
    ),
  alias: (source: string) =>
    say(
      `不能使用 YAML 的引用“${short(source)}”`,
      '请把所引用的内容原样写在这里。',
      `The YAML alias “${short(source)}” is not allowed`,
      'Write what it refers to here.',
    ),
  starredKey: (source: string) =>
    say(
      `键“${short(source)}”前面多了星号`,
      '星号是表上的必填标记，请去掉，只写键名。',
      `The key “${short(source)}” has a star before it`,
      'The star is a mark printed on the form: write the key without it.',
    ),
  tag: (source: string) =>
    say(
      `不能使用 YAML 的类型标签“${short(source)}”`,
      '请删去它；所有的值都按文字读取，不需要标签。',
      `The YAML tag “${short(source)}” is not allowed`,
      'Remove it: every value is read as text and needs none.',
    ),
  valueBeginsWith: (character: string) =>
    say(
      `值以“${character}”开头，YAML 会把它当作特殊符号`,
      '请给整个值加引号。',
      `The value begins with “${character}”, which YAML takes for a special sign`,
      'Put the whole value in quotes.',
    ),
  blockHeader: (rest: string) =>
    say(
      `值以“${rest.charAt(0)}”开头，YAML 会把它当作多行文本的标记，“${short(rest)}”就丢失了`,
      `请给整个值加引号${rest.startsWith('>=') ? '，或者写成“≥”' : ''}。`,
      `The value begins with “${rest.charAt(0)}”, which YAML takes for the mark of a block of text: “${short(rest)}” is lost`,
      'Put the whole value in quotes.',
    ),
  emptyBlock: (source: string) =>
    say(
      `“${source}”后面没有文字，这个值是空的`,
      '请在下一行缩进后写文字；如果值就是这个符号，请加引号。',
      `No text follows “${source}”: the value is empty`,
      'Write the text on the next line, indented; put the sign itself in quotes if it is the value.',
    ),
  textAfterHash: (lost: string) =>
    say(
      `“${short(lost)}”会被当作注释而丢失`,
      '如果是文字，请给整个值加引号；如果是注释，请在 # 后面加一个空格。',
      `“${short(lost)}” is taken for a comment and lost`,
      'If it is text, put the whole value in quotes; if it is a comment, put a space after #.',
    ),
  wrappedText: say(
    '这个值分成了几行，读取时已连成一段：中文之间不加空格，其他地方加一个空格',
    '要连成一段，建议写在同一行；要保留换行，请在冒号后写 |，再从下一行开始写文字。',
    'This value is spread over several lines and was joined: with no space between Chinese characters, one elsewhere',
    'Write it on one line; to keep the line breaks, put | after the colon and the text on the next lines.',
  ),
  tooLong: (length: number, longest: number) =>
    say(
      `文字有 ${length} 个字符，超过 Excel 单元格的上限 ${longest} 个`,
      '请缩短文字，或者拆成几项。',
      `The text has ${length} characters; a cell of Excel holds ${longest}`,
      'Shorten the text or make several items of it.',
    ),
  longNumber: say(
    '这一长串数字没有加引号，别的软件打开时可能会把末几位变成 0',
    '请加上引号。',
    'This long number has no quotes: other programs may turn its last digits into zeros',
    'Put it in quotes.',
  ),
  wideColon: (name: string) =>
    say(
      `“${short(name)}”后面是全角冒号“：”，YAML 不把它当作键`,
      '请改成半角冒号加一个空格“: ”。',
      `“${short(name)}” is followed by a full-width colon, so YAML does not take it for a key`,
      'Write an ASCII colon and a space.',
    ),
  wideColonBeforeColon: say(
    '键的末尾多了一个全角冒号“：”',
    '请删去它，只留半角冒号。',
    'The key ends with a full-width colon of its own',
    'Remove it and keep the ASCII colon.',
  ),
  spaceAfterColon: (name: string) =>
    say(
      `“${short(name)}”的冒号后面没有空格，YAML 不把它当作键`,
      '请在冒号后面加一个空格。',
      `No space follows the colon of “${short(name)}”, so YAML does not take it for a key`,
      'Put a space after the colon.',
    ),
  colonInValue: say(
    '值里面又有一个冒号加空格，YAML 会把前面的文字当作另一个键',
    '请给整个值加引号，或者把值里的冒号改成全角“：”。',
    'The value has a colon and a space of its own, so YAML takes the text before it for another key',
    'Put the whole value in quotes, or write a full-width colon in it.',
  ),
  missingColon: say(
    '这一行没有冒号，不是“键: 值”',
    '如果是键，请在后面加半角冒号；如果是上一行的文字，请加缩进。',
    'This line has no colon: it is no key with a value',
    'After a key put an ASCII colon; text that continues the line above must be indented.',
  ),
  noKey: say(
    '冒号前面没有键',
    '请在冒号前写上键名。',
    'There is no key before the colon',
    'Write the key before the colon.',
  ),
  emptyQuotedKey: say('键是空的', '请写上键名。', 'The key is empty', 'Write the key.'),
  complexKey: say(
    '键只能是文字，不能是列表或“键: 值”',
    '请把键写成普通文字；如果是文字里有括号，请加引号。',
    'A key must be text, not a list or a mapping',
    'Write the key as plain text; put it in quotes if the brackets belong to it.',
  ),
  duplicateKey: (name: string) =>
    say(
      `键“${short(name)}”在同一层写了两次`,
      '请保留一个，删去另一个。',
      `The key “${short(name)}” stands twice in the same mapping`,
      'Keep one and remove the other.',
    ),
  longKey: say(
    '键太长（超过 1024 个字符）',
    '请检查这一行的引号和冒号。',
    'The key is too long (more than 1,024 characters)',
    'Check the quotes and colons of this line.',
  ),
  keyCharacter: (characters: string) =>
    say(
      `键里有看不见的或全角的空白字符（${codes(characters)}），会变成另一个键`,
      '请删去这个字符。',
      `The key holds an unseen or full-width space (${codes(characters)}), which makes it another key`,
      'Remove the character.',
    ),
  tabIndent: say(
    '这一行用制表符（Tab）缩进，YAML 只认空格',
    '请改用空格缩进，每层两个。',
    'This line is indented with a tab; YAML knows only spaces',
    'Indent with spaces, two a level.',
  ),
  indentCharacter: (characters: string) =>
    say(
      `这一行的缩进里有空格以外的字符（${codes(characters.replaceAll(' ', ''))}），YAML 只认半角空格`,
      '请改用半角空格缩进，每层两个。',
      `The indent of this line holds something else than spaces (${codes(characters.replaceAll(' ', ''))})`,
      'Indent with ASCII spaces, two a level.',
    ),
  indent: say(
    '这一行的缩进与同一层的其他行不一致',
    '请让同一层的键对齐，列表的 - 也对齐，每层缩进两个空格。',
    'The indent of this line does not agree with the others of its level',
    'Align the keys of a level, and the dashes of a list; indent two spaces a level.',
  ),
  deeperThanText: say(
    '上面的键已经有文字作值，这一行又缩进在它下面',
    '如果是同一层的键，请与上面的键对齐；如果是上面的文字，请加引号写在同一行。',
    'The key above has text for a value already, and this line is indented below it',
    'Align a key of the same level with the one above; put text that continues it in quotes on the same line.',
  ),
  itemAmongKeys: say(
    '这里出现了列表项“- ”，但这一层是“键: 值”',
    '请检查缩进：列表要写在它的键下面，缩进两个空格。',
    'A list item stands among keys',
    'Check the indent: a list stands below its key, two spaces deeper.',
  ),
  listOnKeyLine: say(
    '键的同一行不能开始列表',
    '请把“- ”移到下一行并缩进两个空格；如果是文字，请加引号。',
    'A list cannot begin on the line of its key',
    'Move “- ” to the next line, two spaces deeper; put it in quotes if it is text.',
  ),
  unclosedQuote: say(
    '引号没有配对，后面的内容都被当成了这个值',
    '请在值的末尾补上同样的引号。',
    'The quote is not closed, so what follows is taken for this value',
    'Put the same quote at the end of the value.',
  ),
  textAfterQuote: say(
    '引号已经结束，后面还有文字',
    '如果引号是文字的一部分，请给整个值再加一层单引号，或者改用中文引号“”。',
    'Text follows after the closing quote',
    'If the quotes belong to the text, put the whole value in single quotes, or use Chinese quotes.',
  ),
  textAfterBracket: say(
    '括号已经结束，后面还有文字',
    '如果括号是文字的一部分，请给整个值加引号。',
    'Text follows after the closing bracket',
    'If the brackets belong to the text, put the whole value in quotes.',
  ),
  unclosedBracket: say(
    '括号 [ 或 { 没有配对',
    '请补上 ] 或 }；如果括号是文字的一部分，请给整个值加引号。',
    'A bracket [ or { is not closed',
    'Close it; if it belongs to the text, put the whole value in quotes.',
  ),
  brackets: say(
    '括号里的写法不对',
    '请用半角逗号隔开各项；如果括号是文字的一部分，请给整个值加引号。',
    'What stands in the brackets is not well formed',
    'Separate the items with ASCII commas; if the brackets belong to the text, put the whole value in quotes.',
  ),
  escape: (raw: string) =>
    say(
      `双引号里的“${raw}”不是有效的转义`,
      '要写反斜杠本身，请写两个 \\\\，或者改用单引号。',
      `“${raw}” is no escape that double quotes know`,
      'For a backslash itself write two, or use single quotes.',
    ),
  lost: say(
    '从这里起，文件的结构无法理解',
    '请检查这一行的缩进、冒号和引号；改好后再检查后面的内容。',
    'From here on the structure of the file cannot be understood',
    'Check indent, colons and quotes of this line, then check the rest again.',
  ),
  syntax: say(
    '这里不符合 YAML 的写法',
    '请检查这一行的缩进、冒号后的空格和引号。',
    'This is not well-formed YAML',
    'Check the indent, the space after the colon and the quotes of this line.',
  ),
  carriageReturn: say(
    '文件里有单独的回车符（CR），不是有效的换行',
    '请在编辑器里把换行方式改成 LF 或 CRLF 再保存。',
    'The file has lone carriage returns, which are no line breaks',
    'Save it from the editor with the line ending LF or CRLF.',
  ),
};
