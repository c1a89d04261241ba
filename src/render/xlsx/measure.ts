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

/** Points from line to line in a font of so many points. */
export function pitchOf(size: number): number {
  return size * highestLine;
}

/** Points from line to line in cells of this style. */
export function linePitch(theme: Theme, style: string): number {
  return pitchOf(theme.styles[style]?.size ?? 0);
}

/** How many lines texts that begin lines of their own take in a cell `width` points wide; `indent` in steps. */
export function lineCount(texts: readonly string[], width: number, size: number, indent: number): number {
  const ems = Math.max(1, ((width - besides - indent * indentStep) * usable) / size);
  const lines = texts.reduce((sum, text) => sum + breakLines(text, ems, advance).length, 0);
  return Math.max(1, lines);
}

/** Points that a cell `width` points wide takes, padding included. */
export function cellHeight(theme: Theme, cell: Cell, width: number): number {
  const style = theme.styles[cell.style];
  const texts = cell.paragraphs.map((paragraph) => paragraph.map((run) => run.text).join(''));
  const lines = lineCount(texts, width, style?.size ?? 1, style ? indentOf(style, theme) : 0);
  return lines * linePitch(theme, cell.style) + 2 * theme.padding.y;
}
