// Says how high a cell must be so that no line of it is clipped: nobody computes that for merged, wrapped cells.
// Measured for the widest and highest fonts met: 宋体 itself needs less, but LibreOffice and WPS put others in its place.
import { breakLines } from '../../base/line-breaking.js';
import type { Cell } from '../../compose/grid.js';
import type { Theme } from '../../compose/theme.js';
import { indentOf } from './cell-format.js';

/** Em from line to line in Noto CJK; 宋体 has about 1.3. The theme's line height is beyond a workbook: Excel has no such setting. */
const highestLine = 1.447;

/** Points that a workbook keeps free beside a cell's text, left and right together. */
const besides = 6;

/** Points of one step of indent: three spaces of the default font. */
const indentStep = 11;

/** Part of the width that is counted on: printers and screens round the advances of glyphs differently. */
const usable = 0.98;

/** Of the half-width characters, advances of DejaVu Sans in em where they exceed the half em of 宋体. */
const wider: readonly (readonly [RegExp, number])[] = [
  [/[@%MWmw]/, 1],
  [/[A-Z#&+<=>~^]/, 0.84],
  [/[0-9a-hknopqsuvxyz?$_]/, 0.64],
];

const advances = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return wider.find(([pattern]) => pattern.test(character))?.[1] ?? 0.5;
});

/** In em, never too small. */
function advance(codePoint: number): number {
  return advances[codePoint] ?? 1;
}

/** Points from line to line in cells of this style. */
export function linePitch(theme: Theme, style: string): number {
  return (theme.styles[style]?.size ?? 0) * highestLine;
}

/** Points that a cell `width` points wide takes, padding included. */
export function cellHeight(theme: Theme, cell: Cell, width: number): number {
  const style = theme.styles[cell.style];
  const size = style?.size ?? 1;
  const free = width - besides - (style ? indentOf(style, theme) * indentStep : 0);
  const ems = Math.max(1, (free * usable) / size);
  const lines = cell.paragraphs.map((paragraph) => {
    const text = paragraph.map((run) => run.text).join('');
    return breakLines(text, ems, advance).length;
  });
  const count = Math.max(
    1,
    lines.reduce((sum, number) => sum + number, 0),
  );
  return count * linePitch(theme, cell.style) + 2 * theme.padding.y;
}
