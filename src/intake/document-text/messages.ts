// What is said of a document that cannot be read, or not wholly: the words only. They never name the file, whose name may be a temporary one.
import { type Said, say } from '../../base/finding.js';

export const faults = {
  empty: say('文件是空的。', '请重新取得这个文件。', 'The file is empty.', 'Get the file again.'),
  unknown: say(
    '这不是 Excel（xlsx）、Word（docx）或 PDF 文件。',
    '请核对文件，或者另存为其中一种。',
    'This is no Excel (xlsx), Word (docx) or PDF file.',
    'Check the file, or save it as one of these.',
  ),
  'old-office': say(
    '这是旧格式的 Office 文件（xls、doc）。',
    '请用 Excel、Word 或 WPS 另存为 xlsx 或 docx。',
    'This is an Office file of the old kind (xls, doc).',
    'Save it as xlsx or docx with Excel, Word or WPS.',
  ),
  'other-package': say(
    '这个压缩包不是 Excel（xlsx）或 Word（docx）文件。',
    '请核对文件；其他软件的文件请另存为 xlsx 或 docx。',
    'This archive is no Excel (xlsx) or Word (docx) file.',
    'Check the file; save those of other programs as xlsx or docx.',
  ),
  encrypted: say(
    '文件有密码，读不了。',
    '请去掉打开密码后再保存。',
    'The file is protected by a password and cannot be read.',
    'Save it without a password to open it.',
  ),
  damaged: say(
    '文件损坏或者不完整，读不了。',
    '请重新取得或者重新生成这个文件。',
    'The file is damaged or incomplete and cannot be read.',
    'Get it again, or build it again.',
  ),
  'too-large': say(
    '文件太大，不像一份申报表，没有读。',
    '请核对文件；真的需要时，把它拆成几份。',
    'The file is too large for a declaration and was not read.',
    'Check the file; split it where it is really needed.',
  ),
  'too-costly': say(
    '读它要花太多时间或者内存，没有读完。',
    '请核对文件的来历；它不像一份申报表。',
    'Reading the file takes too much time or memory; it was not read to its end.',
    'Check where it comes from; it does not look like a declaration.',
  ),
  'no-text': say(
    '文件里没有文字，可能是扫描件或者图片。',
    '请使用带文字的文件。',
    'There is no text in the file; it may be a scan or a picture.',
    'Use a file that holds text.',
  ),
  'partly-unreadable': say(
    'PDF 里有的文字读不出来：字体没有嵌入，或者文件有损坏。',
    '请在生成 PDF 时嵌入字体，或者重新生成。',
    'Some text of the PDF cannot be read: its font is not embedded, or the file is damaged.',
    'Embed the fonts when the PDF is made, or make it again.',
  ),
} as const satisfies Record<string, Said>;

export type Fault = keyof typeof faults;
