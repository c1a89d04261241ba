// Places in a text from offsets.
import type { Place } from './finding.js';

/** The place of `[start, end)`, offsets in UTF-16 units. Scans the text from its start: meant for findings, not for loops over a whole file. */
export function placeBetween(file: string, text: string, start: number, end: number): Place {
  const from = position(text, start);
  const to = position(text, end);
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, start, end };
}

/** The offset of a 1-based line and column. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(start + column - 1, text.length);
}

function position(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}
