// Turns two forms into one in which everything new is marked inserted and everything gone deleted, as Word tracks changes: accepting all
// of them leaves the new form, rejecting all the old one, numbers and empty lines included.
import type { Composed } from '../compose/compose.js';
import { type Cell, cellText, type Grid, type Paragraph, type Row, type Table } from '../compose/grid.js';
import type { Theme } from '../compose/theme.js';
import type { Together } from './align.js';
import { type AlignedTable, alignGrids, type Rows, type ToAfter } from './align-grids.js';
import { alignLines, type Line } from './align-lines.js';
import { markLine, markRow } from './marks.js';
import { textChanges } from './text-changes.js';

/** The merged form with a look that has all the styles it needs. */
export function mergeForms(before: Composed, after: Composed, toAfter: ToAfter): Composed {
  return { grid: mergeGrids(before.grid, after.grid, toAfter), theme: bothThemes(before.theme, after.theme) };
}

/** Columns, styles and pointers are those of the new form; of what is gone, those of the old one. */
function mergeGrids(before: Grid, after: Grid, toAfter: ToAfter): Grid {
  const tables = alignGrids(before, after, toAfter).map((aligned) => mergeTables(aligned, toAfter));
  const { title } = after;
  return { ...after, tables, ...(before.title === title ? {} : { titleChanges: textChanges(before.title, title) }) };
}

/** The new form's look; what it lacks of the old one is added for what is gone. Renderers keep what they make of a theme by the theme. */
function bothThemes(before: Theme, after: Theme): Theme {
  const hasAll = (of: 'styles' | 'columns') => Object.keys(before[of]).every((key) => key in after[of]);
  if (hasAll('styles') && hasAll('columns')) return after;
  return {
    ...after,
    fonts: { ...before.fonts, ...after.fonts },
    columns: { ...before.columns, ...after.columns },
    styles: { ...before.styles, ...after.styles },
  };
}

function mergeTables({ before, after, head, body }: AlignedTable, toAfter: ToAfter): Table {
  const merge = (rows: Together<Rows>) => mergeRows(rows, toAfter);
  const headRows = head.flatMap(merge);
  const { columns } = (after ?? before) as Table;
  return { columns, headRows: headRows.length, rows: [...headRows, ...body.flatMap(merge)] };
}

function mergeRows({ before, after }: Together<Rows>, toAfter: ToAfter): Rows {
  if (!before || !after) return [...(before ?? []).map(deleted), ...(after ?? []).map(inserted)];
  return after.map(({ cells }, row) => ({
    cells: cells.map((cell, at) => mergeCells(before[row]?.cells[at] ?? cell, cell, toAfter)),
  }));
}

const deleted = (row: Row) => markRow(row, 'deleted');
const inserted = (row: Row) => markRow(row, 'inserted');

function mergeCells(before: Cell, after: Cell, toAfter: ToAfter): Cell {
  if (cellText(before) === cellText(after)) return after;
  const lines = alignLines(before, after, toAfter);
  // Of a cell in which no line stays, one line is written over another: else its only end would have to come and go at once.
  const over = lines.some((line) => line.before && line.after) ? -1 : lines.findIndex((line) => line.after);
  const paragraphs = lines.map(mergeLines);
  if (over > 0) paragraphs.splice(over - 1, 2, [...(paragraphs[over - 1] ?? []), ...(paragraphs[over] ?? [])]);
  return { ...after, amount: null, paragraphs };
}

function mergeLines({ before, after }: Together<Line>): Paragraph {
  if (before && after) return lineChanges(before, after);
  return before
    ? markLine(before.number + before.body, 'deleted')
    : markLine(after ? after.number + after.body : '', 'inserted');
}

/** A number is never compared with what follows it: `3.5月` is not 3.5. */
function lineChanges(before: Line, after: Line): Paragraph {
  if (before.number === '' || after.number === '') {
    return textChanges(before.number + before.body, after.number + after.body);
  }
  return [...textChanges(before.number, after.number), ...textChanges(before.body, after.body)];
}
