// The words of `shenbao import`: its help and its report.
import type { Words } from '../base/finding.js';
import type { RawForm } from '../intake/import/raw-form.js';
import { plural } from './report-messages.js';

export const help = {
  import: {
    zh: '把已有的表（Excel、Word、PDF、文本）读成申报表的 YAML',
    en: 'read forms (Excel, Word, PDF, text) into declarations',
  },
  usageOfImport: { zh: '[选项] 文件…', en: '[options] files...' },
  importFiles: {
    zh: 'xlsx、docx、pdf 或者文本文件；不论谁保存过',
    en: 'xlsx, docx, pdf or plain text, whoever saved them',
  },
  importOut: {
    zh: '写到 projects/ 下的这个文件夹，默认按年度',
    en: 'write into this folder under projects/; by year by default',
  },
  importUpdate: {
    zh: '写进已有的申报表，注释和次序不动，先说改了什么；不写文件，就按编码或名称找',
    en: 'write into a declaration that exists, comments and order kept; without a file, found by code or name',
  },
  importYear: { zh: '年度，默认照表上印的、文件里记的', en: 'the budget year; by default as the document says' },
  importForm: {
    zh: '只照这一种表读：表名，或者 schema/ 下的文件夹名',
    en: 'read by this form alone: its title, or its folder under schema/',
  },
  importDryRun: { zh: '只说会写什么，不写', en: 'say what would be written, and write nothing' },
} as const satisfies Record<string, Words>;

const separated = (counts: readonly (readonly [number, string])[]) => counts.filter(([count]) => count > 0);

export const words = {
  noFiles: {
    zh: '没有写要导入的文件。例如：shenbao import 去年的表.xlsx',
    en: 'Name the files to be imported, such as: shenbao import last-year.xlsx',
  },
  oneDocument: {
    zh: '--update 后面写了文件时，一次只能导入一个文件；要导入几个，只写 --update。',
    en: 'With --update FILE one document is imported at a time; for several write --update alone.',
  },
  told: (title: string, told: RawForm['told'], texts: number): Words => {
    const how =
      told.by === 'title'
        ? { zh: '表名相符', en: 'told by its title' }
        : {
            zh: `没有表名，${told.of} 个栏目名里有 ${told.found} 个相符`,
            en: `no title; ${told.found} of ${told.of} labels fit`,
          };
    return {
      zh: `照“${title}”读（${how.zh}），读出 ${texts} 处内容`,
      en: `read as “${title}” (${how.en}): ${plural(texts, 'text')}`,
    };
  },
  written: (file: string): Words => ({ zh: `写成 ${file}`, en: `written to ${file}` }),
  wouldBeWritten: (file: string): Words => ({ zh: `会写成 ${file}`, en: `would be written to ${file}` }),
  changed: (file: string): Words => ({ zh: `改动写进了 ${file}`, en: `changes written into ${file}` }),
  wouldBeChanged: (file: string): Words => ({ zh: `改动会写进 ${file}`, en: `changes would be written into ${file}` }),
  unchanged: (file: string): Words => ({
    zh: `${file} 没有要改的，没有动它`,
    en: `nothing to change in ${file}; it was left as it is`,
  }),
  existing: { zh: '已有的申报表', en: 'the declaration' },
  checked: (errors: number, warnings: number, hints: number): Words => {
    const zh = separated([
      [errors, '错误'],
      [warnings, '警告'],
      [hints, '提示'],
    ]).map(([count, name]) => `${name} ${count} 处`);
    const en = separated([
      [errors, 'error'],
      [warnings, 'warning'],
      [hints, 'hint'],
    ]).map(([count, name]) => plural(count, name));
    return zh.length === 0
      ? { zh: '检查没有发现问题', en: 'check finds nothing' }
      : {
          zh: `检查发现${zh.join('，')}，用 npx shenbao check 逐处看`,
          en: `check finds ${en.join(', ')}; see npx shenbao check`,
        };
  },
  leftovers: (count: number): Words => ({
    zh: `没有看懂 ${count} 处，都写在文件的注释里：`,
    en: `${plural(count, 'place')} not understood, kept as comments:`,
  }),
  comments: (count: number): Words => ({
    zh: `文件里有批注 ${count} 处，都写在文件的注释里：`,
    en: `${plural(count, 'comment')} in the document, kept as comments:`,
  }),
  more: (count: number): Words => ({ zh: `还有 ${count} 处，见文件里的注释`, en: `+${count} more, see the comments` }),
  semicolon: { zh: '；', en: '; ' },
} as const;
