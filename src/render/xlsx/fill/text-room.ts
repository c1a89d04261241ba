// Says how high the texts of a row's cells are, each in the width that its cell or its merge has.
import { lineCount, pitchOf } from '../measure.js';
import type { Box } from './merges.js';
import type { SheetCell } from './sheet.js';
import type { CellStyle } from './styles.js';

/** A cell whose text asks for height. */
export interface TextRoom {
  readonly cell: SheetCell;
  readonly style: CellStyle;
  /** What it is merged with; null for a cell alone. */
  readonly merged: Box | null;
  measure(text: string): { readonly lines: number; readonly height: number };
}

/** Points above and below the lines of a cell, together. */
const around = 2;

/** `merges` by the name of their first cell. Null for a cell that no height helps. */
export function roomOf(
  cell: SheetCell,
  style: CellStyle,
  merges: ReadonlyMap<string, Box>,
  widthOf: (left: number, right: number) => number,
): TextRoom | null {
  const merged = merges.get(cell.name) ?? null;
  const width = widthOf(merged?.left ?? cell.column, merged?.right ?? cell.column);
  if (style.isFixed || width <= 0) return null;
  const { size, indent, wraps } = style;
  return {
    cell,
    style,
    merged,
    measure(text) {
      const parts = text.split('\n');
      const lines = wraps ? lineCount(parts, width, size, indent) : parts.length;
      return { lines, height: lines * pitchOf(size) + around };
    },
  };
}
