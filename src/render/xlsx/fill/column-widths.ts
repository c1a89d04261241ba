// Reads how wide the columns of a sheet are: one after the other, so that those of a merge are told by their edges.
import { pixelsPerPoint } from '../columns.js';
import { lastColumn } from './addresses.js';
import { attributeValue, childOf, childrenOf, isOn, type Xml } from './xml.js';

/** In points, of the columns from `left` to `right`. `digit`: pixels of the unit that widths are counted in. */
export function columnWidths(xml: Xml, digit: number): (left: number, right: number) => number {
  const format = childOf(xml.root, 'sheetFormatPr');
  const numberOf = (element: typeof format, name: string) => Number(element && attributeValue(xml, element, name));
  // A column that nobody set is as wide as its digits and their margins, in steps of eight pixels.
  const base = Math.ceil(((numberOf(format, 'baseColWidth') || 8) * digit + 5) / 8) * 8;
  const usual = Math.trunc(numberOf(format, 'defaultColWidth') * digit) || base;
  // Where each column ends, once they are summed up.
  const edges = new Float64Array(lastColumn + 1).fill(usual, 1);
  let last = 0;
  for (const column of childrenOf(childOf(xml.root, 'cols'), 'col')) {
    const [min, max] = [numberOf(column, 'min'), Math.min(numberOf(column, 'max'), lastColumn)];
    if (!(min > last && max >= min)) continue;
    last = max;
    const width = Math.trunc(numberOf(column, 'width') * digit) || usual;
    edges.fill(isOn(attributeValue(xml, column, 'hidden')) ? 0 : width, min, max + 1);
  }
  for (let column = 1; column <= lastColumn; column += 1)
    edges[column] = (edges[column] ?? 0) + (edges[column - 1] ?? 0);
  return (left, right) => ((edges[right] ?? 0) - (edges[left - 1] ?? 0)) / pixelsPerPoint;
}
