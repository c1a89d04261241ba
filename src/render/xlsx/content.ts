// Turns what a cell holds into XML: a number, or an item of the shared strings, with the marks of a review as rich text.
// There is no third: a string `=1+1` stays text because it is never written as a formula.
import { escapeXml } from '../../base/xml.js';
import { type Cell, cellText, type Run } from '../../compose/grid.js';
import { type Style, styleOf, type Theme } from '../../compose/theme.js';
import { argb, fontName } from './cell-format.js';

const markLooks: Record<NonNullable<Run['mark']>, { readonly line: string; readonly colour: string }> = {
  inserted: { line: '<u/>', colour: 'FF0B5CAD' },
  deleted: { line: '<strike/>', colour: 'FFC00000' },
};

/** Whether a review marked anything in the cell: then even an amount is shown as text. */
function isMarked(cell: Cell): boolean {
  return cell.paragraphs.some((paragraph) => paragraph.some((run) => run.mark));
}

export function isNumber(cell: Cell): boolean {
  return cell.amount !== null && !isMarked(cell);
}

/** The decimal as it is, `2425500.50` as `2425500.5`: no floating-point number comes between. Null for a cell of text. */
export function numberOf(cell: Cell): string | null {
  if (!cell.amount || !isNumber(cell)) return null;
  const { decimal } = cell.amount;
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** What stands within the `si` of a cell of text; null for an empty cell. */
export function stringItem(cell: Cell, theme: Theme): string | null {
  if (!isMarked(cell)) {
    const text = cellText(cell);
    return text === '' ? null : textElement(text);
  }
  const style = styleOf(theme, cell.style);
  const runs = cell.paragraphs.flatMap((paragraph, index) => [...(index > 0 ? [{ text: '\n' }] : []), ...paragraph]);
  return runs.map((run) => `<r>${runFont(run, style, theme)}${textElement(run.text)}</r>`).join('');
}

/** The text within an item, `<t>…</t>`. */
export function textElement(text: string): string {
  const space = /^\s|\n|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${space}>${escapeXml(guard(text))}</t>`;
}

/** Excel reads `_x0041_` in a text as `A`. */
function guard(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function runFont({ mark }: Run, style: Style, theme: Theme): string {
  const name = fontName(style, theme);
  const { line, colour } = mark ? markLooks[mark] : { line: '', colour: argb(style.colour) };
  const font = name === null ? '' : `<rFont val="${escapeXml(name)}"/>`;
  return `<rPr>${line}<sz val="${style.size}"/><color rgb="${colour}"/>${font}</rPr>`;
}
