// Turns the sample declaration into others of the same shape: the Chinese characters of its texts are replaced by others, and amounts
// and code get other digits, so that nothing can be remembered from one declaration to the next. No rule has anything to say of them:
// what rules read (numbers and their units, sums) keeps its meaning, so that checking is measured and not the printing of findings.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPair, parseDocument, visit } from 'yaml';

export const repository = resolve(import.meta.dirname, '../..');
const read = (file) => readFileSync(`${repository}/${file}`, 'utf8');
const sample = JSON.parse(read('test/support/clean-sample.json')).reduce(
  (text, [fault, mended]) => text.replace(fault, mended),
  read('projects/2025/区总工会工作经费.yaml'),
);

/**
 * The characters of GB 2312 level 1, the common ones: each is in the font, none is a punctuation mark. Not those that tell a number or
 * a time, or hold a place.
 */
const common = Array.from({ length: 3755 }, (_, index) =>
  new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + Math.floor(index / 94), 0xa1 + (index % 94))),
).filter((character) => !/[零一二两三四五六七八九十百千万亿几半双元角分年月日每某]/.test(character));

/**
 * Each character that does not stand close to a digit, where it says what the number means; and two words that are to be left, since
 * behind the name of an office a space is no mistake.
 */
const wording = /委员会|关于|(?<!\d.{0,4})\p{Script=Han}(?!.{0,4}\d)/gu;

const reword = (text, number) => {
  const step = 31 + 2 * Math.floor(number / common.length);
  const other = (character) => common[(character.codePointAt(0) * step + number * 97) % common.length];
  return text.replace(wording, (found) => (found.length > 1 ? found : other(found)));
};

const inYuan = (amount) => `${amount.toLocaleString('en')}.00`;
/** One item of the reckoning costs 100 元 more than in the declaration before, and so does the year. */
const varied = '3万';

/** How a value changes with the number of the declaration; those that no key names are reworded. */
const changes = {
  表单: null,
  年度: null,
  项目编码: (_, number) => `"4403132300315${String(number).padStart(8, '0')}"`,
  项目名称: (text, number) => `${reword(text, number)}（${number}）`,
  实施期限: null,
  项目类型: null,
  是否新增项目: null,
  分配方式: null,
  项目总金额: (_, number) => inYuan(14_531_000 + 700 * number),
  本年度项目金额: (_, number) => inYuan(2_425_500 + 100 * number),
  金额: (text, number) => (text === varied ? `${(300 + number) / 100}万` : text),
};

const pieces = cut(sample);

/** The source of the declaration with this number (0 or more). Without a finding, and like no other one. */
export function declarationText(number) {
  return pieces.map(({ text, change }) => (change ? change(text, number) : text)).join('');
}

/**
 * A declaration with `count` items of the sort `indicators` or `basis`, all different; short ones, since a workbook's cell ends at 32,767
 * characters. A rule may hint that there are many of them, no more.
 */
export function declarationOfItems(sort, count, number) {
  const words = (index, length) =>
    Array.from({ length }, (_, at) => common[(number * 97 + index * length + at * 13) % common.length]).join('');
  const items = Array.from({ length: count }, (_, index) => index);
  const text = declarationText(number);
  if (sort === 'basis') {
    const amounts = items.map((index) => (index % 90) + 1);
    const lines = items.map(
      (index) => `  - 事项: ${words(index, 6)}\n    金额: ${amounts[index]}万\n    说明: ${words(index, 8)}\n`,
    );
    const sum = amounts.reduce((all, amount) => all + amount, 0);
    return text
      .replace(/(?<=^项目总金额: ).*/m, inYuan(60_000 * sum))
      .replace(/(?<=^本年度项目金额: ).*/m, inYuan(10_000 * sum))
      .replace(/(?<=^测算依据:\n).*?(?=\n年度目标:)/ms, lines.join(''));
  }
  const rows = items.map(
    (index) =>
      `      - 名称: ${words(index, 10)}\n        指标值: ≥${index + 30}场次\n        解释: ${words(index, 30)}\n`,
  );
  return text.replace(/(?<=^ {4}数量指标:\n).*?(?= {4}质量指标:)/ms, rows.join(''));
}

/** Parts the text into values that change and what stands between them. */
function cut(text) {
  const cuts = [];
  const add = (node, key) => {
    if (node.value === '不适用') return;
    const change = Object.hasOwn(changes, key) ? changes[key] : reword;
    if (change) cuts.push({ start: node.range[0], end: node.range[1], change });
  };
  visit(parseDocument(text, { schema: 'failsafe' }), {
    Scalar(key, node, path) {
      const parent = path.at(-1);
      if (key !== 'key') add(node, isPair(parent) ? parent.key.value : null);
    },
  });
  let end = 0;
  const parts = cuts.flatMap((one) => {
    const between = { text: text.slice(end, one.start) };
    end = one.end;
    return [between, { text: text.slice(one.start, one.end), change: one.change }];
  });
  return [...parts, { text: text.slice(end) }];
}
