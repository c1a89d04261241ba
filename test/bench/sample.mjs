// Turns the sample declaration into others of the same shape: every Chinese character of its texts is replaced by another one,
// and amounts and code get other digits, so that nothing can be remembered from one declaration to the next.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPair, parseDocument, visit } from 'yaml';

export const repository = resolve(import.meta.dirname, '../..');
const sample = readFileSync(`${repository}/projects/2025/区总工会工作经费.yaml`, 'utf8');

/** The characters of GB 2312 level 1, the common ones: each is in the font, none is a punctuation mark. */
const common = Array.from({ length: 3755 }, (_, index) =>
  new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + Math.floor(index / 94), 0xa1 + (index % 94))),
);

const reword = (text, number) => {
  const step = 31 + 2 * Math.floor(number / common.length);
  return text.replace(
    /\p{Script=Han}/gu,
    (character) => common[(character.codePointAt(0) * step + number * 97) % common.length],
  );
};
const otherDigits = (text, number) => text.replace(/\d/g, (digit) => ((Number(digit) + number) % 9) + 1);

/** How a value changes with the number of the declaration; those that no key names are reworded. */
const changes = {
  表单: null,
  年度: null,
  项目编码: (_, number) => `"4403132300315${String(number).padStart(8, '0')}"`,
  项目名称: (text, number) => `${reword(text, number)}（${number}）`,
  实施期限: null,
  是否新增项目: null,
  项目总金额: otherDigits,
  本年度项目金额: otherDigits,
  金额: otherDigits,
};

const pieces = cut(sample);

/** The source of the declaration with this number (0 or more). Valid, and like no other one. */
export function declarationText(number) {
  return pieces.map(({ text, change }) => (change ? change(text, number) : text)).join('');
}

/** A declaration with `count` items of the sort `indicators` or `basis`, all different; short ones, since a workbook's cell ends at 32,767 characters. */
export function declarationOfItems(sort, count, number) {
  const words = (index, length) =>
    Array.from({ length }, (_, at) => common[(number * 97 + index * length + at * 13) % common.length]).join('');
  const items = Array.from({ length: count }, (_, index) => index);
  const text = declarationText(number);
  if (sort === 'basis') {
    const lines = items.map(
      (index) => `  - 事项: ${words(index, 6)}\n    金额: ${(index % 90) + 1}万\n    说明: ${words(index, 8)}\n`,
    );
    return text.replace(/(?<=^测算依据:\n).*?(?=\n年度目标:)/ms, lines.join(''));
  }
  const rows = items.map(
    (index) =>
      `      - 名称: ${words(index, 10)}\n        指标值: ≥${index + 1}场次\n        解释: ${words(index, 30)}\n`,
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
