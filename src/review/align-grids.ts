// Puts two forms in step: tables, and in them groups of rows that no cell reaches out of. Rows that show the same values belong together
// whatever else changed in them; rows of labels, and rows filled with a word in place of a list, by what they say and where.
import { fromPointer } from '../base/pointer.js';
import { cellText, type Grid, type Row, type Table } from '../compose/grid.js';
import { align, inTurn, type Keyed, type Pass, pairOf, type Together, unique } from './align.js';

/** The pointer, in the state after, of the same value; null when it is gone. */
export type ToAfter = (pointerBefore: string) => string | null;

/** Two that belong together have the same shape: as many rows and cells, each as wide and as high. */
export type Rows = readonly Row[];

export interface AlignedTable extends Together<Table> {
  readonly head: readonly Together<Rows>[];
  readonly body: readonly Together<Rows>[];
}

export function alignGrids(before: Grid, after: Grid, toAfter: ToAfter): readonly AlignedTable[] {
  const olds = before.tables.map((table) => toSketch(table, toAfter));
  const news = after.tables.map((table) => toSketch(table, (pointer) => pointer));
  const tables = align(olds, news, [sharing, inTurn]);
  return tables.map(({ before: was, after: is }) => ({
    before: was?.table ?? null,
    after: is?.table ?? null,
    head: alignGroups(was?.head ?? [], is?.head ?? []),
    body: alignGroups(was?.body ?? [], is?.body ?? []),
  }));
}

function alignGroups(before: readonly Group[], after: readonly Group[]): readonly Together<Rows>[] {
  return align(before, after, [unique, inTurn, sameLabels]).map((group) => ({
    before: group.before?.rows ?? null,
    after: group.after?.rows ?? null,
  }));
}

interface Sketch extends Keyed {
  readonly table: Table;
  readonly head: readonly Group[];
  readonly body: readonly Group[];
}

interface Group extends Keyed {
  readonly rows: Rows;
  /** Its shape and the texts of its labels. */
  readonly labels: string;
  /** It shows an item of a list, which is never taken for another one. */
  readonly isItem: boolean;
}

function toSketch(table: Table, toAfter: ToAfter): Sketch {
  const groups = groupsOf(table.rows).map((rows) => toGroup(rows, toAfter));
  let headRows = 0;
  const body = groups.findIndex(({ rows }) => {
    headRows += rows.length;
    return headRows > table.headRows;
  });
  const split = body < 0 ? groups.length : body;
  return {
    table,
    head: groups.slice(0, split),
    body: groups.slice(split),
    key: String(table.columns.length),
    text: '',
  };
}

function groupsOf(rows: Rows): readonly Rows[] {
  const groups: Row[][] = [];
  let reach = 0;
  rows.forEach((row, index) => {
    if (index >= reach) groups.push([]);
    groups.at(-1)?.push(row);
    reach = Math.max(reach, index + 1, ...row.cells.map(({ rowspan }) => index + rowspan));
  });
  return groups;
}

function toGroup(rows: Rows, toAfter: ToAfter): Group {
  const cells = rows.flatMap((row) => row.cells);
  const fields = cells.filter(({ field }) => field !== null);
  const shape = JSON.stringify(rows.map((row) => row.cells.map(({ colspan, rowspan }) => [colspan, rowspan])));
  const labels = JSON.stringify([shape, cells.filter(({ field }) => field === null).map(cellText)]);
  const texts = fields.map(cellText);
  const inList = fields.some(({ field }) => field !== null && fromPointer(field).some((step) => /^\d+$/.test(step)));
  // A row that a list prints where it has no items: blank, or one word in each of its cells.
  const standsIn = inList && new Set(texts).size === 1 && (texts.length > 1 || texts[0] === '');
  const isItem = inList && !standsIn;
  const own = { rows, labels, isItem, text: JSON.stringify(texts.map((text) => (text === '' ? null : text))) };
  if (fields.length === 0 || standsIn) return { ...own, key: `says ${labels} ${own.text}` };
  const now = fields.map(({ field }) => toAfter(field ?? ''));
  return { ...own, key: now.includes(null) ? null : `shows ${shape} ${now.join(' ')}` };
}

/** What stands in place of a list's items is followed by the first of them and follows the last. */
const sameLabels: Pass<Group> = (before, after) => {
  const byLabels = (groups: readonly Group[]) => groups.map((group) => ({ ...group, key: group.labels }));
  return inTurn(byLabels(before), byLabels(after)).filter(
    (pair) => !(before[pair.before]?.isItem && after[pair.after]?.isItem),
  );
};

/** Tables of as many columns, by the first group that both have. */
const sharing: Pass<Sketch> = (before, after) => {
  const places = new Map<string, number>();
  after.forEach(({ head, body, key }, at) => {
    for (const group of [...head, ...body]) if (group.key !== null) places.set(`${key} ${group.key}`, at);
  });
  const taken = new Set<number>();
  return before.flatMap(({ head, body, key }, from) => {
    for (const group of [...head, ...body]) {
      const to = places.get(`${key} ${group.key}`);
      if (to === undefined || taken.has(to)) continue;
      taken.add(to);
      return [pairOf(before, after, from, to)];
    }
    return [];
  });
};
