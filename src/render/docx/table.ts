// Turns a table of the grid into a Word table of fixed widths. WPS obeys the grid's columns alone, Word the cells' widths:
// both are written and agree to the twip.
import {
  BorderStyle,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type * as grid from '../../compose/grid.js';
import { type Style, styleOf, type Theme } from '../../compose/theme.js';
import { type Change, markedEnds, rowMark } from './changes.js';
import { eighths, gridWidths, hex, twips } from './lengths.js';
import { type PlacedCell, placeCells } from './place-cells.js';
import { isShort } from './row-height.js';
import { runs } from './runs.js';

type Changes = () => Change;

/** What all cells of one table are made with. */
interface Setting {
  readonly theme: Theme;
  /** Of the columns, twips. */
  readonly widths: readonly number[];
  readonly styleId: (key: string) => string;
  readonly changes: Changes;
  /** Whether the table draws the borders of all its cells; otherwise each cell draws its own. */
  readonly bordered: boolean;
}

const verticalAlign = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const satisfies Record<Style['valign'], string>;

const merges = { start: VerticalMergeType.RESTART, continue: VerticalMergeType.CONTINUE } as const;

export function makeTables(
  tables: readonly grid.Table[],
  theme: Theme,
  styleId: (key: string) => string,
  changes: Changes,
): readonly Table[] {
  const bordered = tables.map(({ rows }) =>
    rows.every(({ cells }) => cells.every((cell) => styleOf(theme, cell.style).border)),
  );
  return tables.map((table, index) => {
    const drawn = bordered[index] === true;
    const setting = { theme, widths: gridWidths(theme, table.columns), styleId, changes, bordered: drawn };
    const line = border(theme, drawn);
    // Where two tables meet, each draws half of the line between them, so that a page may end there as well.
    const half = border(theme, drawn, 0.5);
    return makeTable(table, setting, {
      top: bordered[index - 1] === true ? half : line,
      bottom: bordered[index + 1] === true ? half : line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    });
  });
}

function makeTable(table: grid.Table, setting: Setting, borders: ITableBordersOptions): Table {
  const { theme, widths } = setting;
  const [x, y] = [twips(theme.padding.x), twips(theme.padding.y)];
  return new Table({
    width: { size: sum(widths), type: WidthType.DXA },
    indent: { size: 0, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders,
    margins: { marginUnitType: WidthType.DXA, top: y, bottom: y, left: x, right: x },
    rows: placeCells(table).map((cells, index) => makeRow(cells, table, index, setting)),
  });
}

function makeRow(cells: readonly PlacedCell[], table: grid.Table, index: number, setting: Setting): TableRow {
  const own = table.rows[index]?.cells ?? [];
  const head = index < table.headRows;
  const mark = rowMark(own);
  // A label over the full width must not stand alone at the foot of a page, nor must a head.
  const [only] = own;
  const label = own.length === 1 && only?.header === true && only.colspan === table.columns.length;
  return new TableRow({
    ...(isShort(cells, setting.widths, setting.theme) && { cantSplit: true }),
    ...(head && { tableHeader: true }),
    ...(mark === 'inserted' && { insertion: setting.changes() }),
    ...(mark === 'deleted' && { deletion: setting.changes() }),
    children: cells.map((cell) => makeCell(cell, head || label, setting)),
  });
}

function makeCell({ cell, column, merge }: PlacedCell, keepNext: boolean, setting: Setting): TableCell {
  const { theme, widths, styleId, changes, bordered } = setting;
  const style = styleOf(theme, cell.style);
  const line = border(theme, true);
  // A merged cell's text stands in its first part; every part must still hold a paragraph.
  const paragraphs = merge === 'continue' || cell.paragraphs.length === 0 ? [[]] : cell.paragraphs;
  const inserted = markedEnds(paragraphs, 'inserted');
  const deleted = markedEnds(paragraphs, 'deleted');
  return new TableCell({
    width: { size: sum(widths.slice(column, column + cell.colspan)), type: WidthType.DXA },
    ...(cell.colspan > 1 && { columnSpan: cell.colspan }),
    ...(merge !== 'none' && { verticalMerge: merges[merge] }),
    ...(style.border && !bordered && { borders: { top: line, left: line, bottom: line, right: line } }),
    ...(style.fill !== null && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(style.fill) } }),
    verticalAlign: verticalAlign[style.valign],
    children: paragraphs.map((paragraph, index) => {
      const end = {
        ...(inserted[index] && { insertion: changes() }),
        ...(deleted[index] && { deletion: changes() }),
      };
      return new Paragraph({
        style: styleId(cell.style),
        ...(keepNext && { keepNext }),
        ...((inserted[index] || deleted[index]) && { run: end }),
        children: runs(paragraph, changes),
      });
    }),
  });
}

function border(theme: Theme, drawn: boolean, share = 1) {
  if (!drawn) return { style: BorderStyle.NIL };
  const { width, colour } = theme.border;
  return { style: BorderStyle.SINGLE, size: eighths(width * share), space: 0, color: hex(colour) };
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
