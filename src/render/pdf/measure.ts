// Turns cells into lines of glyphs and rows with heights: everything about the form but its place on pages.
import { breakLines } from '../../base/line-breaking.js';
import { type Cell, cellColumns, cellText, type Paragraph, type Run, type Table } from '../../compose/grid.js';
import { columnWidths, type Style, styleOf, type Theme } from '../../compose/theme.js';
import type { Face } from './face.js';

/** Glyphs of one run on one line. */
export interface Span {
  /** Glyph numbers as hex digits, four each. */
  readonly hex: string;
  /** Points. */
  readonly width: number;
  readonly mark: Run['mark'];
}

export interface Line {
  readonly spans: readonly Span[];
  /** Points. */
  readonly width: number;
  /** Whether a paragraph begins with it. */
  readonly begins: boolean;
}

/** A text set to a width. */
export interface TextBlock {
  readonly style: Style;
  readonly face: Face;
  readonly lines: readonly Line[];
  /** Points from base line to base line. */
  readonly leading: number;
}

/** A cell set to its width. Lengths are points, x from the paper's left edge. */
export interface Block extends TextBlock {
  readonly cell: Cell;
  readonly x: number;
  readonly width: number;
  /** Space above the first line and below the last. */
  readonly padding: number;
  /** Its place in the reading order of all cells. */
  readonly order: number;
  /** The last row it covers, counted over all tables. */
  readonly lastRow: number;
}

export interface MeasuredRow {
  /** The cells that begin in this row. */
  readonly blocks: readonly Block[];
  readonly table: number;
  /** Belongs to the head of its table. */
  readonly head: boolean;
  /** Is one label over the whole width, which must not stand alone at the foot of a page. */
  readonly label: boolean;
}

/** Finds the face of a style, and takes notice of what cannot be set. */
export interface Setting {
  readonly theme: Theme;
  face(style: Style): Face;
  /** `field` is the cell's field, or null for labels. */
  missing(codePoint: number, field: string | null): void;
}

/** The rows of all tables, one after the other. Throws when a row has more cells than its table has room for. */
export function measureTables(setting: Setting, tables: readonly Table[]): readonly MeasuredRow[] {
  const rows: MeasuredRow[] = [];
  let order = 0;
  tables.forEach((table, tableIndex) => {
    const edges = columnEdges(setting.theme, table);
    const columns = table.columns.length;
    const firstRow = rows.length;
    const starts = cellColumns(table);
    table.rows.forEach((row, index) => {
      const head = index < table.headRows;
      const blocks = row.cells.map((cell, at) => {
        const start = starts[index]?.[at] ?? columns;
        const [x, end] = [edges[start], edges[start + cell.colspan]];
        if (x === undefined || end === undefined) {
          throw new Error(`table ${tableIndex}, row ${index}: no room for the cell ${cellText(cell)}`);
        }
        const below = Math.min(index + cell.rowspan, table.rows.length);
        order += 1;
        return measureCell(setting, cell, { x, width: end - x, order: order - 1, lastRow: firstRow + below - 1 });
      });
      const only = row.cells.length === 1 ? row.cells[0] : undefined;
      rows.push({ blocks, table: tableIndex, head, label: only?.header === true && only.colspan >= columns });
    });
  });
  return rows;
}

function columnEdges(theme: Theme, table: Table): readonly number[] {
  const edges = [theme.margin.left];
  for (const width of columnWidths(theme, table.columns)) edges.push((edges.at(-1) as number) + width);
  return edges;
}

type CellPlace = Pick<Block, 'x' | 'width' | 'order' | 'lastRow'>;

function measureCell(setting: Setting, cell: Cell, place: CellPlace): Block {
  const style = styleOf(setting.theme, cell.style);
  const { padding } = setting.theme;
  const { x, width, order, lastRow } = place;
  const { face, lines, leading } = measureText(setting, style, cell.paragraphs, width - 2 * padding.x, cell.field);
  // Named one by one: spreading the two objects takes as long as all the rest of measuring.
  return { style, face, lines, leading, cell, x, width, padding: padding.y, order, lastRow };
}

/** Breaks paragraphs into lines of at most `width` points. */
export function measureText(
  setting: Setting,
  style: Style,
  paragraphs: readonly Paragraph[],
  width: number,
  field: string | null,
): TextBlock {
  const face = setting.face(style);
  const unit = style.size / face.font.unitsPerEm;
  const onMissing = (codePoint: number) => setting.missing(codePoint, field);
  const advance = (codePoint: number) => face.advance(codePoint, onMissing);
  const lines = paragraphs.flatMap((runs) => {
    const text = runs.length === 1 ? (runs[0] as Run).text : runs.map((run) => run.text).join('');
    let offset = 0;
    return breakLines(text, width / unit, advance).map((line) => {
      const start = offset;
      offset = skipSpaces(text, start + line.length);
      return setLine(face, unit, runs, start, start + line.length, offset);
    });
  });
  return { style, face, lines, leading: style.size * setting.theme.lineHeight };
}

function skipSpaces(text: string, from: number): number {
  let index = from;
  while (text.charCodeAt(index) === 0x20) index += 1;
  return index;
}

/** The line from `start` to `end`. The spaces dropped behind it, before `next`, are set after all, beyond the edge: copies need them. */
function setLine(face: Face, unit: number, runs: Paragraph, start: number, end: number, next: number): Line {
  const spans: Span[] = [];
  let runStart = 0;
  for (const run of runs) {
    const from = Math.max(start - runStart, 0);
    const to = Math.min(next - runStart, run.text.length);
    runStart += run.text.length;
    if (to <= from) continue;
    const { hex, width } = face.encode(from === 0 && to === run.text.length ? run.text : run.text.slice(from, to));
    spans.push({ hex, width: width * unit, mark: run.mark });
  }
  const spaces = next > end ? (next - end) * face.encode(' ').width * unit : 0;
  return { spans, width: spans.reduce((sum, span) => sum + span.width, -spaces), begins: start === 0 };
}
