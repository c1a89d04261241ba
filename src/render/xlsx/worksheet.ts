// Writes the sheet. The order of its elements is fixed by the format (CT_Worksheet): Excel refuses a file in any other.
import type { Theme } from '../../compose/theme.js';
import { xmlHead } from '../office-properties.js';
import { validation } from './choices.js';
import { columnLetters } from './columns.js';
import { numberOf, stringItem } from './content.js';
import { digitPixels, type Frame } from './frame.js';
import type { Layout, PlacedCell } from './layout.js';
import { pageSetup } from './page-setup.js';
import { mainNamespace } from './parts.js';
import type { SharedStrings } from './shared-strings.js';

/** The part xl/worksheets/sheet1.xml; the texts of its cells go into `strings`. */
export function worksheetPart(layout: Layout, theme: Theme, frame: Frame, strings: SharedStrings): string {
  return [
    `${xmlHead}<worksheet xmlns="${mainNamespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${address(layout.rows.length, layout.columns.length)}"/>`,
    '<sheetViews><sheetView showGridLines="0" zoomScale="100" zoomScaleNormal="100" workbookViewId="0">',
    '<selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${layout.columns.map(column).join('')}</cols>`,
    `<sheetData>${rows(layout, theme, frame, strings)}</sheetData>`,
    // Cells may be looked at, copied and made larger, and the open ones filled; there is no password.
    '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>',
    list('mergeCells', layout.cells.flatMap(merge)),
    list('dataValidations', layout.cells.flatMap(dropDown)),
    pageSetup(theme, layout.breaks),
    '</worksheet>',
  ].join('');
}

/** `C5` for row 5, column 3. */
function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

function column(pixels: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${pixels / digitPixels}" customWidth="1"/>`;
}

function rows({ rows, columns, cells }: Layout, theme: Theme, frame: Frame, strings: SharedStrings): string {
  const written = rows.map(() => new Array<string>(columns.length).fill(''));
  for (const { cell, top, left, bottom, right } of cells) {
    const number = numberOf(cell);
    const format = frame.formatsOf(cell.style)[number === null ? 'text' : 'number'];
    const text = number === null ? stringItem(cell, theme) : null;
    let rest = '/>';
    if (number !== null) rest = `><v>${number}</v></c>`;
    else if (text !== null) rest = ` t="s"><v>${strings.indexOf(text)}</v></c>`;
    // Every cell of a merge has its format, so that its border is whole and all of it is open or locked.
    for (let row = top; row <= bottom; row += 1) {
      const line = written[row - 1] as string[];
      for (let column = left; column <= right; column += 1) {
        line[column - 1] = `<c r="${address(row, column)}" s="${format}"${rest}`;
        rest = '/>';
      }
    }
  }
  return written
    .map((line, index) => `<row r="${index + 1}" ht="${rows[index]}" customHeight="1">${line.join('')}</row>`)
    .join('');
}

function merge({ top, left, bottom, right }: PlacedCell): readonly string[] {
  if (top === bottom && left === right) return [];
  return [`<mergeCell ref="${address(top, left)}:${address(bottom, right)}"/>`];
}

function dropDown({ cell: { choices }, top, left }: PlacedCell): readonly string[] {
  return choices && choices.length > 0 ? [validation(address(top, left), choices)] : [];
}

/** A list that may not be there when it is empty. */
function list(name: string, elements: readonly string[]): string {
  return elements.length === 0 ? '' : `<${name} count="${elements.length}">${elements.join('')}</${name}>`;
}
