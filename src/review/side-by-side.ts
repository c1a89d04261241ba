// Puts two forms beside each other, in step: what is gone is marked in the old one, what is new in the new one.
import { type Cell, cellText, type Grid, type Mark, type Paragraph } from '../compose/grid.js';
import type { Together } from './align.js';
import { alignGrids, type Rows, type ToAfter } from './align-grids.js';
import { alignLines, type Line } from './align-lines.js';
import { markLine, markRow } from './marks.js';
import { textChanges } from './text-changes.js';

export interface Sides {
  readonly title: Together<Paragraph>;
  readonly tables: readonly SideTable[];
}

/** Both sides of two tables that belong together; a side without columns has no rows either. */
export interface SideTable {
  readonly columns: Together<readonly string[]>;
  readonly head: readonly SideRows[];
  readonly body: readonly SideRows[];
}

/** As many rows on both sides, or none on one. No cell reaches out of them. */
export interface SideRows extends Together<Rows> {
  readonly changed: boolean;
  /** One row of the form, in as many as a cell has lines, so that these are in step: a cell without paragraphs stands beside a line alone. */
  readonly lines: readonly { readonly changed: boolean }[] | null;
}

export function sideBySide(before: Grid, after: Grid, toAfter: ToAfter): Sides {
  const titles = textChanges(before.title, after.title);
  const rowsOf = (rows: Together<Rows>) => sidesOf(rows, toAfter);
  return {
    title: { before: without('inserted', titles), after: without('deleted', titles) },
    tables: alignGrids(before, after, toAfter).map((table) => ({
      columns: { before: table.before?.columns ?? null, after: table.after?.columns ?? null },
      head: table.head.map(rowsOf),
      body: table.body.map(rowsOf),
    })),
  };
}

function sidesOf({ before, after }: Together<Rows>, toAfter: ToAfter): SideRows {
  if (!before || !after) {
    return {
      before: before?.map((row) => markRow(row, 'deleted')) ?? null,
      after: after?.map((row) => markRow(row, 'inserted')) ?? null,
      changed: true,
      lines: null,
    };
  }
  const rows = after.map(({ cells }, row) =>
    cells.map((cell, at) => cellSides(before[row]?.cells[at] ?? cell, cell, toAfter)),
  );
  const [only, ...others] = rows;
  return (
    (only && others.length === 0 && inLines(only)) || {
      ...bothSides(rows),
      changed: rows.some(anyChanged),
      lines: null,
    }
  );
}

/** A cell on both sides, and its lines in step. */
interface CellSides {
  readonly before: Cell;
  readonly after: Cell;
  readonly lines: readonly LineSides[];
  readonly changed: boolean;
}

interface LineSides extends Together<Paragraph> {
  readonly changed: boolean;
}

function anyChanged(cells: readonly CellSides[]): boolean {
  return cells.some(({ changed }) => changed);
}

function bothSides(rows: readonly (readonly CellSides[])[]): { readonly before: Rows; readonly after: Rows } {
  const side = (of: 'before' | 'after') => rows.map((cells) => ({ cells: cells.map((cell) => cell[of]) }));
  return { before: side('before'), after: side('after') };
}

/** A row whose last cell, and no other, has several lines: a row for each of them, beside which the other cells reach down. */
function inLines(cells: readonly CellSides[]): SideRows | null {
  const long = cells.filter(({ changed, lines }) => changed && lines.length > 1);
  const [only] = long;
  if (!only || long.length > 1 || only !== cells.at(-1)) return null;
  const { lines } = only;
  const lineOf = (cell: Cell, line: Paragraph | null): Cell => ({ ...cell, paragraphs: line === null ? [] : [line] });
  const rows = lines.map((line, at) => {
    const own = { ...only, before: lineOf(only.before, line.before), after: lineOf(only.after, line.after) };
    const reaching = (cell: CellSides): CellSides => ({
      ...cell,
      before: { ...cell.before, rowspan: lines.length },
      after: { ...cell.after, rowspan: lines.length },
    });
    return at === 0 ? cells.map((cell) => (cell === only ? own : reaching(cell))) : [own];
  });
  return { ...bothSides(rows), changed: true, lines };
}

function cellSides(before: Cell, after: Cell, toAfter: ToAfter): CellSides {
  if (cellText(before) === cellText(after)) return { before, after, lines: [], changed: false };
  const lines = alignLines(before, after, toAfter).map(lineSides);
  return {
    before: { ...before, paragraphs: lines.flatMap((line) => (line.before ? [line.before] : [])) },
    after: { ...after, paragraphs: lines.flatMap((line) => (line.after ? [line.after] : [])) },
    lines,
    changed: lines.some(({ changed }) => changed),
  };
}

/** What differs in nothing but its number only moved up or down because of others: it is not marked. */
function lineSides({ before, after }: Together<Line>): LineSides {
  if (!before || !after) {
    return {
      before: before && markLine(before.number + before.body, 'deleted'),
      after: after && markLine(after.number + after.body, 'inserted'),
      changed: true,
    };
  }
  const runs = textChanges(before.body, after.body);
  const numbered = ({ number }: Line, body: Paragraph) => (number === '' ? body : [{ text: number }, ...body]);
  return {
    before: numbered(before, without('inserted', runs)),
    after: numbered(after, without('deleted', runs)),
    changed: before.body !== after.body,
  };
}

function without(mark: Mark, runs: Paragraph): Paragraph {
  return runs.filter((run) => run.mark !== mark);
}
