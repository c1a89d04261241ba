// Turns a cell into what exceljs stores: a string, a number or rich text, and a style of its own.
// Only strings and numbers ever reach exceljs: an object {formula} would run, a string `=1+1` stays text.
import type { Border, CellRichTextValue, Font, Style as SheetStyle } from 'exceljs';
import { type Cell, cellText, type Run } from '../../compose/grid.js';
import type { Style, Theme } from '../../compose/theme.js';

const markLooks: Record<NonNullable<Run['mark']>, Partial<Font>> = {
  inserted: { underline: true, color: { argb: 'FF0B5CAD' } },
  deleted: { strike: true, color: { argb: 'FFC00000' } },
};

/** Excel reads `_x0041_` in a text as `A`; exceljs does not guard against it. */
function guard(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Whether a review marked anything in the cell: then even an amount is shown as text. */
function isMarked(cell: Cell): boolean {
  return cell.paragraphs.some((paragraph) => paragraph.some((run) => run.mark));
}

export function isNumber(cell: Cell): boolean {
  return cell.amount !== null && !isMarked(cell);
}

/** Null for an empty cell. */
export function cellValue(cell: Cell, style: Style, theme: Theme): string | number | CellRichTextValue | null {
  if (cell.amount && isNumber(cell)) return Number(cell.amount.decimal);
  if (!isMarked(cell)) return guard(cellText(cell)) || null;
  const runs = cell.paragraphs.flatMap((paragraph, index) => [...(index > 0 ? [{ text: '\n' }] : []), ...paragraph]);
  return {
    richText: runs.map(({ text, mark }: Run) => ({
      text: guard(text),
      font: { ...fontOf(style, theme), ...(mark && markLooks[mark]) },
    })),
  };
}

/** A fresh object each time: exceljs lets cells that share one change together. */
export function cellStyle(cell: Cell, style: Style, theme: Theme): Partial<SheetStyle> {
  const number = isNumber(cell);
  return {
    font: fontOf(style, theme),
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

function fontOf(style: Style, theme: Theme): Partial<Font> {
  const name = theme.fonts[style.font]?.office;
  return { ...(name && { name }), size: style.size, color: { argb: argb(style.colour) } };
}

function borderOf({ border }: Theme): SheetStyle['border'] {
  const weight = border.width < 1 ? 'thin' : border.width < 2 ? 'medium' : 'thick';
  const side = (): Partial<Border> => ({ style: weight, color: { argb: argb(border.colour) } });
  return { top: side(), left: side(), bottom: side(), right: side() } as SheetStyle['border'];
}

function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
