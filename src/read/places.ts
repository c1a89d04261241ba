// Turns offsets of a text into places. A lone carriage return ends a line, as it does in editors.
import type { Place } from '../base/finding.js';

export type PlaceAt = (start: number, end: number) => Place;

/** Offsets outside the text are moved to its nearest end. */
export function placesOf(file: string, text: string): PlaceAt {
  const lineStarts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(found.index + found[0].length);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = lineStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return (from, to) => {
    const start = Math.min(Math.max(from, 0), text.length);
    const end = Math.min(Math.max(to, start), text.length);
    const line = lineOf(start);
    const endLine = lineOf(end);
    return {
      file,
      line,
      column: start - (lineStarts[line - 1] ?? 0) + 1,
      endLine,
      endColumn: end - (lineStarts[endLine - 1] ?? 0) + 1,
      start,
      end,
    };
  };
}
