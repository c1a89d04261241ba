// 不适用 and the words like it stand only where the form has no star, in all cells of a row, and alone.
// All that is wrong with such a word is said here, also that a starred indicator has nothing but it.
import type { Report, Rule } from '../rule.js';
import { texts } from '../settings.js';
import type { Group, Row, Text } from '../subject.js';

const settings = {
  words: texts(['不适用', '不涉及', '无此项', '暂无', '无', '/', '／', '-', '－', '—', '——']),
  'real-values': texts(['无', '暂无']),
};

interface Words {
  readonly all: ReadonlySet<string>;
  readonly realValues: ReadonlySet<string>;
}

export const unusedIsUnstarred: Rule<typeof settings> = {
  name: 'unused-is-unstarred',
  level: 'error',
  about: {
    zh: '用不上的二级指标整行写一个词；带星号的都要用，写了内容的行也不是用不上',
    en: 'An indicator that is not used has one word in its whole row; a starred one is always used, and so is a row with content',
  },
  source: {
    zh: '申报表上的星号；审计发现有的“不涉及”也评了分',
    en: 'the form’s stars; an audit office found “不涉及” with a score',
  },
  settings,
  check({ groups }, report, { words, 'real-values': realValues }) {
    for (const group of groups) {
      const { field, pointer, word } = group;
      if (word === null) {
        const all = field.word === null ? words : [...words, field.word];
        checkRows(group, { all: new Set(all), realValues: new Set(realValues) }, report);
      } else if (field.starred && word === field.word) {
        report({ pointer, ...starred(group, word) });
      }
    }
  },
};

function checkRows(group: Group, words: Words, report: Report): void {
  const unused: Text[] = [];
  let real: Text | null = null;
  for (const row of group.rows) {
    const { said, content } = sortCells(row, words);
    const [word] = said;
    real ??= content[0] ?? null;
    if (!word) continue;
    if (content.length === 0) unused.push(word);
    else reportMixed(row, word, content, group, report);
  }
  if (real) {
    for (const word of unused) reportBeside(word, real, group, report);
  } else if (group.field.starred) {
    const [first, ...others] = unused;
    if (first) report({ pointer: first.pointer, related: others, ...starred(group, first.text.trim()) });
  }
}

/** The cells that say the word, and those that say something. */
function sortCells({ name, value, explanation }: Row, { all, realValues }: Words) {
  const written = [name, value, explanation].filter((cell): cell is Text => cell !== null && cell.text.trim() !== '');
  const isName = name !== null && all.has(name.text.trim());
  const saysWord = (cell: Text) =>
    all.has(cell.text.trim()) && (isName || cell !== value || !realValues.has(cell.text.trim()));
  return { said: written.filter(saysWord), content: written.filter((cell) => !saysWord(cell)) };
}

function starred({ field }: Group, word: string) {
  return {
    message: {
      zh: `“${field.key}”带星号，不能写“${word}”`,
      en: `“${field.key}” is starred and cannot be “${word}”`,
    },
    advice: {
      zh: `在“${field.key}”下面至少写一行指标`,
      en: `Write at least one indicator below “${field.key}”`,
    },
  };
}

function reportMixed(row: Row, word: Text, content: readonly Text[], { field }: Group, report: Report): void {
  const said = word.text.trim();
  const filled = content.map((cell) => cell.field.label).join('、');
  // A stroke for an explanation may mean that there is none.
  const isStroke = word === row.explanation && said !== field.word;
  report({
    pointer: word.pointer,
    related: content,
    ...(isStroke && { level: 'warning' }),
    message: {
      zh: `${word.field.label}写了“${said}”，同一行的${filled}却有内容`,
      en: `${word.field.label} is “${said}”, while the same row has something in ${filled}`,
    },
    advice: {
      zh: `这项指标用得上就把${word.field.label}写出来，用不上就去掉这一行`,
      en: `Write ${word.field.label} if this indicator is used, and take the row out if it is not`,
    },
  });
}

function reportBeside(word: Text, real: Text, { field }: Group, report: Report): void {
  const said = word.text.trim();
  report({
    pointer: word.pointer,
    related: [real],
    message: {
      zh: `“${field.key}”已经有指标，又有一行写“${said}”`,
      en: `“${field.key}” has an indicator, and a row that says “${said}” as well`,
    },
    advice: { zh: `去掉写“${said}”的这一行`, en: `Take the row out that says “${said}”` },
  });
}
