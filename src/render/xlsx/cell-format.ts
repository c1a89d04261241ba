// Turns a style of the theme into the format of a cell, as exceljs takes it.
import type { Border, Style as CellFormat } from 'exceljs';
import type { Style, Theme } from '../../compose/theme.js';

/** `number` says whether the cell holds a number; all other cells hold text, and stay text when a clerk fills them. */
export function cellFormat(style: Style, theme: Theme, number: boolean): Partial<CellFormat> {
  const name = fontName(style, theme);
  return {
    font: { ...(name !== null && { name }), size: style.size, color: { argb: argb(style.colour) } },
    numFmt: number ? style.format : '@',
    // A number cannot wrap: where its column is too narrow it would be shown as ####.
    alignment: {
      horizontal: style.align,
      vertical: style.valign,
      ...(number ? { shrinkToFit: true } : { wrapText: true }),
      indent: indentOf(style, theme),
    },
    protection: { locked: style.locked },
    ...(style.fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(style.fill) } } }),
    ...(style.border && { border: borderOf(theme) }),
  };
}

/** Excel's own padding is a point or two; a step of indent, about 10 points, is the least it can add, and on one side only. */
export function indentOf(style: Style, theme: Theme): number {
  return theme.padding.x >= 3 && style.align !== 'center' ? 1 : 0;
}

/** Null where the theme names no such font. */
export function fontName(style: Style, theme: Theme): string | null {
  return theme.fonts[style.font]?.office || null;
}

/** `FF1A2B3C` from `#1a2b3c`. */
export function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}

function borderOf({ border }: Theme): CellFormat['border'] {
  const weight = border.width < 1 ? 'thin' : border.width < 2 ? 'medium' : 'thick';
  const side: Partial<Border> = { style: weight, color: { argb: argb(border.colour) } };
  return { top: side, left: side, bottom: side, right: side } as CellFormat['border'];
}
