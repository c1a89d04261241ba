// Turns the grid's tables into Word tables of fixed widths. WPS obeys the grid's columns alone, Word the cells' widths:
// both are written and agree to the twip. Word calls a file damaged whose properties are not in the order of ECMA-376.
import type { Row, Table } from '../../compose/grid.js';
import { type Style, styleOf, type Theme } from '../../compose/theme.js';
import { type Changes, markedEnds, marksXml } from './changes.js';
import { eighths, gridWidths, hex, twips } from './lengths.js';
import { paragraphXml, runsXml } from './paragraphs.js';
import { type PlacedCell, placeCells } from './place-cells.js';
import { isShort } from './row-height.js';
import { nameStyles } from './styles-part.js';

/** What all cells of one table are made with. */
interface Setting {
  readonly theme: Theme;
  /** Of the columns, twips. */
  readonly widths: readonly number[];
  readonly styleId: (key: string) => string;
  readonly changes: (line: number) => Changes;
  /** What a bordered cell says of its borders: nothing where the table draws those of all its cells. */
  readonly cellBorders: string;
}

const verticalAlign: Readonly<Record<Style['valign'], string>> = { top: 'top', middle: 'center', bottom: 'bottom' };

const merges = { none: '', start: '<w:vMerge w:val="restart"/>', continue: '<w:vMerge w:val="continue"/>' } as const;

export function tablesXml(tables: readonly Table[], theme: Theme, changes: Setting['changes']): readonly string[] {
  const bordered = tables.map(({ rows }) =>
    rows.every(({ cells }) => cells.every((cell) => styleOf(theme, cell.style).border)),
  );
  const styleId = nameStyles(theme);
  const line = border(theme, true);
  const ownBorders = `<w:tcBorders>${sides({ top: line, left: line, bottom: line, right: line })}</w:tcBorders>`;
  return tables.map((table, index) => {
    const drawn = bordered[index] === true;
    const cellBorders = drawn ? '' : ownBorders;
    const own = border(theme, drawn);
    // Where two tables meet, each draws half of the line between them, so that a page may end there as well.
    const half = border(theme, drawn, 0.5);
    const borders = sides({
      top: bordered[index - 1] === true ? half : own,
      left: own,
      bottom: bordered[index + 1] === true ? half : own,
      right: own,
      insideH: own,
      insideV: own,
    });
    const setting = { theme, widths: gridWidths(theme, table.columns), styleId, changes, cellBorders };
    return tableXml(table, setting, borders);
  });
}

function tableXml(table: Table, setting: Setting, borders: string): string {
  const { theme, widths } = setting;
  const [x, y] = [dxa(twips(theme.padding.x)), dxa(twips(theme.padding.y))];
  const placed = placeCells(table);
  return [
    `<w:tbl><w:tblPr><w:tblW ${dxa(sum(widths))}/><w:tblInd ${dxa(0)}/>`,
    `<w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${sides({ top: y, left: x, bottom: y, right: x })}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    ...table.rows.map((row, index) => rowXml(row, placed[index] ?? [], index < table.headRows, setting)),
    '</w:tbl>',
  ].join('');
}

function rowXml(row: Row, placed: readonly PlacedCell[], head: boolean, setting: Setting): string {
  const { theme, widths, changes } = setting;
  const properties = [
    isShort(placed, widths, theme) ? '<w:cantSplit/>' : '',
    head ? '<w:tblHeader/>' : '',
    marksXml((mark) => row.mark === mark, changes(0)),
  ].join('');
  // A label over the full width must not stand alone at the foot of a page, nor must a head.
  const [only] = row.cells;
  const label = row.cells.length === 1 && only?.header === true && only.colspan === widths.length;
  const cells = placed.map((cell) => cellXml(cell, head || label, setting)).join('');
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
}

function cellXml({ cell, column, merge }: PlacedCell, keepNext: boolean, setting: Setting): string {
  const { theme, widths, styleId, changes, cellBorders } = setting;
  const style = styleOf(theme, cell.style);
  const properties = [
    `<w:tcW ${dxa(sum(widths.slice(column, column + cell.colspan)))}/>`,
    cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : '',
    merges[merge],
    style.border ? cellBorders : '',
    style.fill === null ? '' : `<w:shd w:fill="${hex(style.fill)}" w:color="auto" w:val="clear"/>`,
    `<w:vAlign w:val="${verticalAlign[style.valign]}"/>`,
  ].join('');
  // A merged cell's text stands in its first part; every part must still hold a paragraph.
  const paragraphs = merge === 'continue' || cell.paragraphs.length === 0 ? [[]] : cell.paragraphs;
  const ends = { inserted: markedEnds(paragraphs, 'inserted'), deleted: markedEnds(paragraphs, 'deleted') };
  const content = paragraphs.map((paragraph, index) => {
    const own = changes(index);
    const marks = marksXml((mark) => ends[mark][index] === true, own);
    return paragraphXml(styleId(cell.style), runsXml(paragraph, own), { keepNext, marks });
  });
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.join('')}</w:tc>`;
}

/** Elements named for sides, in the order given: top, left, bottom, right, and the lines inside. */
function sides(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([side, each]) => `<w:${side} ${each}/>`)
    .join('');
}

function border(theme: Theme, drawn: boolean, share = 1): string {
  if (!drawn) return 'w:val="nil"';
  const { width, colour } = theme.border;
  return `w:val="single" w:color="${hex(colour)}" w:sz="${eighths(width * share)}" w:space="0"`;
}

/** The attributes of a width. */
function dxa(inTwips: number): string {
  return `w:type="dxa" w:w="${inTwips}"`;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, each) => total + each, 0);
}
