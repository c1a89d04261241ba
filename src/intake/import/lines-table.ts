// Reads the rows of a form's table in plain text: each is told by its labels. Its own line stands before its other lines where it was copied
// cell by cell, and in the middle of them where the cells were centred.
import type { ListRow, ListTable } from './form-map.js';
import { endsParagraph, widthOf } from './lines-join.js';
import { columnsOfRow, type RowColumns } from './lines-row.js';
import { beginsOfRows, type RowBegin } from './lines-row-labels.js';
import { beginsLine, isWritten, keyPattern, type LinePart, type LinesSource, type Span } from './lines-source.js';

export interface TableRow {
  readonly row: ListRow;
  /** Null where it cannot be told what stands in which column. */
  readonly columns: RowColumns | null;
  /** All that was read as this row. */
  readonly lines: readonly LinePart[];
}

export interface TableRows {
  readonly rows: readonly TableRow[];
  /** Lines that belong to no row. */
  readonly left: readonly LinePart[];
}

/** The lines from one row's labels to the next ones; `first` is what follows the labels on their line. */
interface Body {
  readonly begin: RowBegin;
  readonly first: LinePart;
  readonly below: readonly LinePart[];
}

/** Where the table's head stands, each time that it does. */
export function headsOfTable(source: LinesSource, { heads }: ListTable): readonly Span[] {
  const key = heads.map((head) => (head === null ? '' : keyPattern(head))).join('');
  return [...source.key.matchAll(new RegExp(key || '(?!)', 'g'))]
    .map((match) => source.spanOf(match.index, match.index + match[0].length))
    .filter(({ start }) => beginsLine(source, start));
}

/** `span` begins behind the head; `gaps` are no part of the text. */
export function rowsOfTable(source: LinesSource, table: ListTable, span: Span, gaps: readonly Span[]): TableRows {
  const begins = beginsOfRows(source, table.rows, span);
  const start = begins[0]?.start ?? span.end;
  const before = source.partsOf({ start: span.start, end: start }, gaps).filter(isWritten);
  const bodies = begins.map((begin, index): Body => {
    const end = begins[index + 1]?.start ?? span.end;
    const [first, ...below] = source.partsOf({ start: begin.end, end }, gaps);
    return { begin, first: first as LinePart, below };
  });
  const width = widthOf([...before, ...bodies.flatMap(({ below }) => below)].map(({ text }) => text));
  const following = followingRows(before, bodies, width);
  const centred = centredRows(before, bodies, width);
  return centred && faultsOf(centred) < faultsOf(following) ? centred : following;
}

/** As if all lines followed their row's own. */
function followingRows(before: readonly LinePart[], bodies: readonly Body[], width: number): TableRows {
  const left = [...before];
  const rows = bodies.map((body) => {
    const own = ownLines(body, width);
    left.push(...body.below.filter((line) => isWritten(line) && !own.includes(line)));
    return toRow(body, [], own, width);
  });
  return { rows, left };
}

/** As if as many lines stood before each row's own as behind it; null where they do not add up. */
function centredRows(before: readonly LinePart[], bodies: readonly Body[], width: number): TableRows | null {
  let above: readonly LinePart[] = before;
  const rows: TableRow[] = [];
  for (const body of bodies) {
    const written = body.below.filter(isWritten);
    if (written.length < above.length) return null;
    rows.push(toRow(body, above, written.slice(0, above.length), width));
    above = written.slice(above.length);
  }
  return above.length === 0 ? { rows, left: [] } : null;
}

function toRow(
  { begin, first }: Body,
  above: readonly LinePart[],
  below: readonly LinePart[],
  width: number,
): TableRow {
  const texts = (lines: readonly LinePart[]) => lines.map(({ text }) => text);
  const text = { above: texts(above), first: first.text, below: texts(below) };
  const columns = begin.certain ? columnsOfRow(begin.row, text, width) : null;
  const labels = { ...first, text: `${begin.text} ${first.text.trim()}`.trim() };
  return { row: begin.row, columns, lines: [...above, labels, ...below] };
}

/** Texts that are missing, and breaks where none should be. */
function faultsOf({ rows, left }: TableRows): number {
  const faults = rows.map(({ columns }) => {
    const last = columns?.texts.at(-1) ?? '';
    return last === '' ? 1 : last.split('\n').length - 1;
  });
  return faults.reduce((sum, one) => sum + one, left.length);
}

/** Up to a line that a blank one parts from a text that was ended: such a line says something else. */
function ownLines({ below }: Body, width: number): readonly LinePart[] {
  const own: LinePart[] = [];
  let blank = false;
  for (const line of below) {
    if (!isWritten(line)) {
      blank = true;
      continue;
    }
    const last = own.at(-1);
    if (blank && last && endsParagraph(last.text, line.text, width)) return own;
    own.push(line);
    blank = false;
  }
  return own;
}
