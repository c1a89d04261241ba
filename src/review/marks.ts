// Marks what came or went whole: a line, a row, each of its cells.
import type { Cell, Mark, Paragraph, Row, Run } from '../compose/grid.js';

export function markRow({ cells }: Row, mark: Mark): Row {
  return { cells: cells.map((cell) => markCell(cell, mark)), mark };
}

function markCell(cell: Cell, mark: Mark): Cell {
  const lines = cell.paragraphs.length === 0 ? [[]] : cell.paragraphs;
  return { ...cell, amount: null, paragraphs: lines.map((line) => markLine(textOf(line), mark)) };
}

/** An empty line has a run without text. */
export function markLine(text: string, mark: Mark): Paragraph {
  return [{ text, mark }];
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
