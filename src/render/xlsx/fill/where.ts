// Names places of a workbook in findings. A place's line and column are the cell's row and column: the file has no others.
import type { Finding, Level, Said, Words } from '../../../base/finding.js';

export interface Where {
  readonly words: Words;
  /** From 1; of what is no cell both are 1. */
  readonly row: number;
  readonly column: number;
}

/** `cells` such as B5 or B5:C9. */
export function inSheet(sheet: string, cells: string, row = 1, column = 1): Where {
  return { words: { zh: `工作表“${sheet}”的 ${cells}`, en: `Sheet “${sheet}”, ${cells}` }, row, column };
}

export function elsewhere(zh: string, en: string): Where {
  return { words: { zh, en }, row: 1, column: 1 };
}

/** `file` is the workbook as findings name it. */
export function findingAt(
  file: string,
  where: Where | null,
  kind: string,
  said: Said,
  level: Level = 'error',
): Finding {
  const { row, column } = where ?? { row: 1, column: 1 };
  const message = where
    ? { zh: `${where.words.zh}：${said.message.zh}`, en: `${where.words.en}: ${said.message.en}` }
    : said.message;
  const place = { file, line: row, column, endLine: row, endColumn: column, start: 0, end: 0 };
  return { rule: `template/${kind}`, level, message, advice: said.advice, place };
}
