// Turns the two forms of a declaration into tables with the old one on the left and the new one on the right, row by row.
import type { Composed } from '../compose/compose.js';
import { type Cell, cellColumns, type Grid, type Paragraph, type Row, type Table } from '../compose/grid.js';
import { columnWidths, type Theme } from '../compose/theme.js';
import { escaped, headLabels, toContent, toPassages } from '../render/html/markup.js';
import type { Together } from './align.js';
import type { Rows, ToAfter } from './align-grids.js';
import { type SideRows, type SideTable, sideBySide } from './side-by-side.js';

/** One of the two is null where a declaration came or went. */
export interface PageForms extends Together<Composed> {
  readonly toAfter: ToAfter;
}

/** What the two sides are called. */
export interface SideWords {
  readonly before: string;
  readonly after: string;
}

/** Gives the class of a style of a theme. */
export type ClassOf = (theme: Theme, style: string) => string;

type Side = 'before' | 'after';
const classes = { before: 'old', after: 'new' } as const;

interface Setting {
  /** Those that are shown, from left to right. */
  readonly sides: readonly Side[];
  readonly theme: (side: Side) => Theme;
  readonly words: SideWords;
  readonly classOf: ClassOf;
}

export function formsMarkup({ before, after, toAfter }: PageForms, words: SideWords, classOf: ClassOf): string {
  const shown = (before ?? after) as Composed;
  const sides = (['before', 'after'] as const).filter((side) => (side === 'before' ? before : after));
  const theme = (side: Side) => ((side === 'before' ? before : after) ?? shown).theme;
  const setting = { sides, theme, words, classOf };
  const { title, tables } =
    before && after ? sideBySide(before.grid, after.grid, toAfter) : alone(shown.grid, sides[0] ?? 'after');
  const heads = sides.map(
    (side) => `<div class="${classes[side]}"><b>${escaped(words[side])}</b>${toPassages(title[side] ?? [])}</div>`,
  );
  return `<div class="forms${sides.length === 1 ? ' single' : ''}">
<div class="heads"><div>${heads.join('')}</div></div>
<div class="tables">
${tables.map((table) => tableMarkup(table, setting)).join('\n')}
</div>
</div>`;
}

/** A form that has nothing to be compared with: all of it is new, or gone, and nothing in it is marked. */
function alone(grid: Grid, side: Side) {
  const only = <T>(value: T) => ({ before: null, after: null, [side]: value });
  const rowsOf = (rows: Rows): SideRows => ({ ...only(rows), changed: true, lines: null });
  const tables = grid.tables.map(
    ({ columns, headRows, rows }): SideTable => ({
      columns: only(columns),
      head: headRows === 0 ? [] : [rowsOf(rows.slice(0, headRows))],
      body: [rowsOf(rows.slice(headRows))],
    }),
  );
  return { title: only<Paragraph>([{ text: grid.title }]), tables };
}

function tableMarkup({ columns, head, body }: SideTable, setting: Setting): string {
  const { sides } = setting;
  const all = [...head, ...body];
  const places = new Map(sides.flatMap((side) => placesOf(columns[side] ?? [], head, all, side)));
  const printed = (groups: readonly SideRows[], scope: 'col' | 'row') =>
    groups.map((group, at) => rowsMarkup(group, groups[at + 1], scope, columns, places, setting)).join('');
  const widths = sides.flatMap((side) => columnsMarkup(columns[side] ?? null, side, setting));
  const kinds = [
    'sides',
    ...(head.length > 0 ? ['list'] : []),
    ...(body.some(({ changed }) => changed) ? [] : ['same']),
  ];
  return `<table class="${kinds.join(' ')}">
<colgroup>${widths.join('')}</colgroup>
${head.length === 0 ? '' : `<thead>\n${printed(head, 'col')}</thead>\n`}<tbody>
${printed(body, 'row')}</tbody>
</table>`;
}

/** For each row of one side what stands over its cells; a phone shows it inside the card. */
function placesOf(columns: readonly string[], head: readonly SideRows[], all: readonly SideRows[], side: Side) {
  const rowsOf = (groups: readonly SideRows[]) => groups.flatMap((group) => group[side] ?? []);
  const table: Table = { columns, headRows: rowsOf(head).length, rows: rowsOf(all) };
  const starts = cellColumns(table);
  const labels = headLabels(table, starts);
  return table.rows.map((row, at) => [row, starts[at]?.map((start) => labels[start]) ?? []] as const);
}

/** Each side takes its share of the width; one that has nothing to show is a single column. */
function columnsMarkup(columns: readonly string[] | null, side: Side, { sides, theme }: Setting): readonly string[] {
  const widths = columns === null ? [1] : columnWidths(theme(side), columns);
  const sum = widths.reduce((total, width) => total + width, 0) * sides.length;
  return widths.map((width, at) => {
    const first = sides[0] !== side && at === 0 ? ' class="first"' : '';
    return `<col${first} style="width:${Number(((width / sum) * 100).toFixed(3))}%">`;
  });
}

function rowsMarkup(
  group: SideRows,
  next: SideRows | undefined,
  scope: 'col' | 'row',
  columns: SideTable['columns'],
  places: ReadonlyMap<Row, readonly (string | undefined)[]>,
  setting: Setting,
): string {
  const { sides, words, theme, classOf } = setting;
  const height = Math.max(...sides.map((side) => group[side]?.length ?? 0));
  return Array.from({ length: height }, (_, at) => {
    const changed = group.lines ? group.lines[at]?.changed === true : group.changed;
    const cells = sides.map((side) => {
      const row = group[side]?.[at];
      const own = classes[side];
      if (!row) return at > 0 ? '' : `<td class="gap ${own}"${spans(columns[side]?.length ?? 1, height)}></td>`;
      return row.cells
        .map((cell, index) => {
          const label = scope === 'col' || cell.field === null ? undefined : places.get(row)?.[index];
          const name = index === 0 && changed && sides.length > 1 ? words[side] : undefined;
          const gap = cell.paragraphs.length === 0 ? ' gap' : '';
          return cellMarkup(cell, `${classOf(theme(side), cell.style)} ${own}${gap}`, scope, label, name);
        })
        .join('');
    });
    return `<tr class="${rowKinds(group, next, at, changed).join(' ')}">${cells.join('')}</tr>\n`;
  }).join('');
}

/** `lead`: a label over what changed, which stays when only that is shown. */
function rowKinds(group: SideRows, next: SideRows | undefined, at: number, changed: boolean): readonly string[] {
  const { before, after, lines } = group;
  const isLabel = [before, after].every((rows) => rows?.[at]?.cells.every(({ header }) => header) !== false);
  const inStep = lines !== null && (before ?? after)?.[0]?.cells.length !== 1;
  return [
    changed ? 'changed' : 'same',
    ...(isLabel ? ['label'] : []),
    ...((isLabel && next?.changed) || (inStep && group.changed) ? ['lead'] : []),
    ...(lines !== null && at > 0 ? ['from-above'] : []),
    ...(lines !== null && at < lines.length - 1 ? ['to-below'] : []),
  ];
}

function cellMarkup(cell: Cell, className: string, scope: string, label?: string, side?: string): string {
  const name = cell.header ? 'th' : 'td';
  const attributes = [
    `class="${className}"`,
    ...(cell.header ? [`scope="${scope}"`] : []),
    ...(cell.field === null ? [] : [`data-field="${escaped(cell.field)}"`]),
    ...(label === undefined ? [] : [`data-label="${escaped(label)}"`]),
    ...(side === undefined ? [] : [`data-side="${escaped(side)}"`]),
  ];
  return `<${name} ${attributes.join(' ')}${spans(cell.colspan, cell.rowspan)}>${toContent(cell)}</${name}>`;
}

function spans(columns: number, rows: number): string {
  return (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
}
