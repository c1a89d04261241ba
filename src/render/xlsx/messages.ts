// What the workbook's renderer says: to its user, and in the sheet to the clerk who fills a cell.
import type { Words } from '../../base/finding.js';
import { fromPointer } from '../../base/pointer.js';
import { type Cell, cellText } from '../../compose/grid.js';

export interface Message {
  readonly message: Words;
  readonly advice: Words;
}

/** `测算依据`, `数量指标第 1 项的指标值`; for a label the beginning of its text. */
function named(cell: Cell): Words {
  if (cell.field === null) {
    const start = [...cellText(cell)].slice(0, 10).join('');
    return { zh: `文字“${start}…”所在的单元格`, en: `the cell with the text “${start}…”` };
  }
  const steps = fromPointer(cell.field).map((step) => (/^\d+$/.test(step) ? `第 ${Number(step) + 1} 项` : step));
  return { zh: `“${steps.join(' / ')}”单元格`, en: `the cell of ${cell.field}` };
}

export function tooLong(cell: Cell, length: number, limit: number): Message {
  const { zh, en } = named(cell);
  return {
    message: {
      zh: `${zh}共 ${length} 个字符，Excel 的一个单元格最多容纳 ${limit} 个`,
      en: `${en} has ${length} characters; a cell of Excel holds ${limit} at most`,
    },
    advice: {
      zh: '请精简这一栏的文字，把细节移到附件；暂不需要 Excel 时可用 --to pdf,docx,html',
      en: 'shorten this text and move its details to an annex, or build without xlsx (--to pdf,docx,html)',
    },
  };
}

export function unwritable(cell: Cell, code: number): Message {
  const { zh, en } = named(cell);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    message: {
      zh: `${zh}含有不可见的控制字符 ${name}，Excel 文件无法保存`,
      en: `${en} has the control character ${name}, which a workbook cannot hold`,
    },
    advice: { zh: '请删去这个字符（多半是复制粘贴带来的）', en: 'delete this character; it mostly comes from pasting' },
  };
}

export function inexact(cell: Cell, decimal: string): Message {
  const { zh, en } = named(cell);
  return {
    message: {
      zh: `${zh}的金额 ${decimal} 超出 Excel 数值的精度（15 位数字），写入后会被舍入`,
      en: `the amount ${decimal} of ${en} has more than the 15 digits of Excel's numbers and would be rounded`,
    },
    advice: {
      zh: '请核对金额，单位为元，最多两位小数',
      en: 'check the amount: it is in 元, with two decimals at most',
    },
  };
}

/** Shown by Excel when something is entered that is not in the list. */
export function notInList(choices: readonly string[]): { readonly title: string; readonly text: string } {
  return { title: '不在可选范围内', text: `只能填写：${choices.join('、')}` };
}

/** Shown by Excel beside a cell whose list is too long for a drop-down. */
export function pickOne(choices: readonly string[]): { readonly title: string; readonly text: string } {
  return { title: '可选内容', text: choices.join('、') };
}
