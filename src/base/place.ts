// Turns offsets of a text into places and back. A lone carriage return ends a line, as it does in editors.
import type { Place } from './finding.js';

export type PlaceAt = (start: number, end: number) => Place;

/** Offsets outside the text are moved to its nearest end. */
export function placesOf(file: string, text: string): PlaceAt {
  // Most texts are read without a question for a place.
  let positionOf: PositionOf | undefined;
  return (from, to) => {
    positionOf ??= positionsOf(text);
    const start = Math.min(Math.max(from, 0), text.length);
    const end = Math.min(Math.max(to, start), text.length);
    return toPlace(file, positionOf, start, end);
  };
}

/** The place of `[start, end)`, for one finding; many in one text share the index that `placesOf` makes. */
export function placeBetween(file: string, text: string, start: number, end: number): Place {
  return toPlace(file, positionsOf(text), start, end);
}

type PositionOf = (offset: number) => { readonly line: number; readonly column: number };

function toPlace(file: string, positionOf: PositionOf, start: number, end: number): Place {
  const [from, to] = [positionOf(start), positionOf(end)];
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, start, end };
}

/** Indexes a text once; a position is then found by halving. */
function positionsOf(text: string): PositionOf {
  const lineStarts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(found.index + found[0].length);
  return (offset) => {
    let low = 0;
    let high = lineStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return { line: low, column: offset - (lineStarts[low - 1] ?? 0) + 1 };
  };
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
