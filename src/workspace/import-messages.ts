// What an import says when it cannot go on as asked: the words only.
import type { Words } from '../base/finding.js';

const words = (zh: string, en: string): Words => ({ zh, en });

export const importMessages = {
  isDeclaration: (path: string) =>
    words(
      `${path} 已经是申报表的 YAML 文件，不用导入。以它为底稿写下一年的，用 shenbao new 名称 --from ${path}。`,
      `${path} is a declaration already. To begin next year’s from it, use shenbao new NAME --from ${path}.`,
    ),
  noForm: (titles: readonly string[]) =>
    words(
      `认不出这是哪一种表：没有表名，栏目名也对不上。现有：${titles.map((title) => `“${title}”`).join('、')}。`,
      `It fits no form: neither title nor labels are known. There are ${titles.map((title) => `“${title}”`).join(', ')}.`,
    ),
  noYear: () =>
    words(
      '不知道是哪一年的：表上没有印，文件里也没有记。用 --year 指明，例如 --year 2026。',
      'It is not known which year it is of: neither form nor file says so. Say it with --year, such as --year 2026.',
    ),
  exists: (file: string) =>
    words(
      `${file} 已经有了，没有改动它。要把这份文件里的改动写进去，加上 --update ${file}。`,
      `${file} exists and was left as it is. To write the changes of this document into it, add --update ${file}.`,
    ),
  severalForms: (count: number) =>
    words(
      `这个文件里有 ${count} 份申报表，--update 一次只能写进一份。请把它拆开，或者不加文件名，只写 --update。`,
      `The document holds ${count} declarations, and --update FILE takes one. Split it, or write --update without a file.`,
    ),
  severalDocuments: () =>
    words(
      '--update 后面写了文件时，一次只能导入一个文件。要导入几个，只写 --update，不写文件名。',
      'With --update FILE one document is imported at a time. For several, write --update without a file.',
    ),
  noTarget: (name: string) =>
    words(
      `projects/ 里没有与它编码或名称相同的申报表${name === '' ? '' : `（${name}）`}。用 --update 指明文件，或者去掉 --update 作为新的一份导入。`,
      `No declaration under projects/ has its code or name${name === '' ? '' : ` (${name})`}. Name the file behind --update, or leave --update out to import it as a new one.`,
    ),
  severalTargets: (files: readonly string[]) =>
    words(
      `有 ${files.length} 份申报表与它的编码或名称相同：${files.join('、')}。用 --update 指明是哪一份。`,
      `${files.length} declarations have its code or name: ${files.join(', ')}. Say which with --update FILE.`,
    ),
  otherProject: (file: string) =>
    words(
      `${file} 是另一个项目，编码和名称都与这份文件里的不同，没有改动它。请核对 --update 后面的文件。`,
      `${file} is another project: neither its code nor its name are the document’s. It was left as it is; check the file behind --update.`,
    ),
  otherForm: (file: string, title: string) =>
    words(`${file} 不是“${title}”，没有改动它。`, `${file} is not on the form “${title}”. It was left as it is.`),
  unreadableTarget: (file: string) =>
    words(
      `${file} 有错误，读不了，没有改动它。先运行 npx shenbao check ${file}，改好再导入。`,
      `${file} has errors and cannot be read; it was left as it is. Run npx shenbao check ${file} and mend it first.`,
    ),
  tooLarge: (file: string) =>
    words(
      `内容太多，不像一份申报表，没有写进 ${file}。请核对文件。`,
      `There is too much in it for a declaration; ${file} was left as it is. Check the document.`,
    ),
  notUnderstood: (file: string) =>
    words(
      `${file} 的写法没有看懂，怕改坏，没有改动它。可以不加 --update 导入成新的一份，再用 npx shenbao diff 比较。`,
      `${file} is written in a way that is not understood, and was left as it is. Import without --update and compare with npx shenbao diff.`,
    ),
  busy: (file: string) =>
    words(
      `${file} 正被别的程序占着，没有写成。关掉那个程序再导入。`,
      `Another program holds ${file}, which was not written. Close it and import again.`,
    ),
  templateFault: (title: string) =>
    words(
      `“${title}”的表样有错误，不能照它导入。先运行 npx shenbao build 看是哪里。`,
      `The template of “${title}” has errors, so nothing can be imported by it. Run npx shenbao build to see where.`,
    ),
};
