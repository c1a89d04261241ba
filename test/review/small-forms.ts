// Small forms written out, forms at random, and how a form with marks reads as text.
import fc from 'fast-check';
import type { Composed } from '../../src/compose/compose.js';
import type { Cell, Grid, Paragraph, Row, Table } from '../../src/compose/grid.js';
import { cell, sampleTheme } from '../support/sample-grid.js';

export const label = (text: string, more: Partial<Cell> = {}) => cell(text, 'label', { header: true, ...more });
export const value = (field: string, text: string, more: Partial<Cell> = {}) => cell(text, 'text', { field, ...more });
export const row = (...cells: readonly Cell[]): Row => ({ cells });

/** As many columns as its first row has. */
export function table(rows: readonly Row[], headRows = 0): Table {
  const columns = (rows[0]?.cells ?? []).flatMap(({ colspan }) => Array<string>(colspan).fill('full'));
  return { columns, headRows, rows };
}

export function form(...tables: readonly Table[]): Composed {
  return { grid: { title: '申报表', titleStyle: 'title', tables }, theme: sampleTheme() };
}

/** A form that is one value. */
export function formOf(text: string): Composed {
  return form(table([row(value('/a', text))]));
}

/** Where values stand in the form after: those named here, and all others where they stood. */
export function moving(moves: Readonly<Record<string, string | null>>): (pointer: string) => string | null {
  return (pointer) => (pointer in moves ? (moves[pointer] ?? null) : pointer);
}

/** Tables, a line a row, `+` before one that is new and `-` before one that is gone; a table's head ends with `=`. */
export function show({ title, titleChanges, tables }: Grid): readonly string[] {
  return [
    ...(titleChanges ? [showRuns(titleChanges)] : title === '申报表' ? [] : [title]),
    ...tables.flatMap(({ rows, headRows }, at) => [
      ...(at > 0 ? ['---'] : []),
      ...rows.flatMap(({ cells, mark }, index) => [
        (mark === 'inserted' ? '+ ' : mark === 'deleted' ? '- ' : '') + cells.map(showCell).join(' | '),
        ...(index === headRows - 1 ? ['==='] : []),
      ]),
    ]),
  ];
}

/** Its lines joined by ⏎. */
export function showCell({ paragraphs }: Cell): string {
  return paragraphs.map(showRuns).join('⏎');
}

function showRuns(runs: Paragraph): string {
  return runs
    .map(({ text, mark }) => (mark === 'deleted' ? `[-${text}-]` : mark === 'inserted' ? `{+${text}+}` : text))
    .join('');
}

const pointers = ['/a', '/b', '/c/0', '/c/1', '/d/0/x', '/d/0/y', '/d/1/x', '/d/1/y'];
const lines = [
  '',
  '甲',
  '乙丙',
  '不适用',
  '1.甲乙',
  '2.丙丁',
  '2.甲乙',
  '3.5万',
  '  ',
  '一项、二项',
  '一项、三项、二项',
];
const text = fc.array(fc.constantFrom(...lines), { maxLength: 4 }).map((all) => all.join('\n'));
const anyCell = fc
  .tuple(text, fc.option(fc.constantFrom(...pointers)))
  .map(([said, field]) => (field === null ? label(said) : value(field, said)));

const group = (columns: number): fc.Arbitrary<readonly Row[]> => {
  const cells = (many: number) => fc.array(anyCell, { minLength: many, maxLength: many });
  const plain = cells(columns).map((all) => [row(...all)]);
  const wide = anyCell.map((one) => [row({ ...one, colspan: columns })]);
  const high = fc
    .tuple(anyCell, cells(columns - 1), cells(columns - 1))
    .map(([first, above, under]) => [row({ ...first, rowspan: 2 }, ...above), row(...under)]);
  return columns === 1 ? plain : fc.oneof(plain, wide, high);
};

const anyTable = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.tuple(fc.array(group(columns), { minLength: 1, maxLength: 6 }), fc.nat(2), fc.constant(columns)),
  )
  .map(([groups, heads, columns]): Table => {
    const head = groups.length > heads ? groups.slice(0, heads).flat().length : 0;
    return { columns: Array<string>(columns).fill('full'), headRows: head, rows: groups.flat() };
  });

/** Two forms that share some of their rows, and where the values of the one stand in the other. */
export const anyForms = fc
  .tuple(
    fc.array(anyTable, { maxLength: 3 }),
    fc.array(anyTable, { maxLength: 3 }),
    fc.array(fc.nat(20), { maxLength: 4 }),
  )
  .chain(([olds, news, shared]) => {
    const known = olds.flatMap(({ rows, columns }) => rows.filter(({ cells }) => cells.length === columns.length));
    const again = news.map((one): Table => {
      const fitting = shared.flatMap(
        (at) => known.filter(({ cells }) => cells.length === one.columns.length)[at] ?? [],
      );
      return { ...one, rows: [...one.rows, ...fitting] };
    });
    const moves = fc.dictionary(fc.constantFrom(...pointers), fc.option(fc.constantFrom(...pointers)));
    const titles = fc.constantFrom('申报表', '2025年申报表', '');
    return fc.record({
      before: fc.constant(olds),
      after: fc.constant(again),
      moves,
      titleBefore: titles,
      titleAfter: titles,
    });
  })
  .map(({ before, after, moves, titleBefore, titleAfter }) => {
    const of = (title: string, tables: readonly Table[]): Composed => ({
      grid: { title, titleStyle: 'title', tables },
      theme: sampleTheme(),
    });
    return { before: of(titleBefore, before), after: of(titleAfter, after), toAfter: moving(moves) };
  });
