// The law of the sheet's columns, for any tables: each keeps its own columns, in order, and all fit on the paper.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetters, sheetColumns } from '../../../src/render/xlsx/columns.js';
import { sampleTheme } from '../../support/sample-grid.js';

const shares = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });

function columnsOf(tables: readonly (readonly number[])[]) {
  const named = tables.map((widths, table) => widths.map((width, index) => [`${table}-${index}`, width] as const));
  const theme = { ...sampleTheme(), columns: Object.fromEntries(named.flat()) };
  return sheetColumns(
    theme,
    named.map((columns) => ({ columns: columns.map(([name]) => name), headRows: 0, rows: [] })),
  );
}

test('every table begins in the first column, ends in the last, and no column of its own is lost', () => {
  fc.assert(
    fc.property(fc.array(shares, { maxLength: 5 }), (tables) => {
      const { pixels, edges } = columnsOf(tables);
      for (const [index, table] of edges.entries()) {
        expect(table.length).toBe((tables[index]?.length ?? 0) + 1);
        expect([table[0], table.at(-1)]).toEqual([0, pixels.length]);
        expect(table.every((edge, at) => at === 0 || edge > (table[at - 1] ?? 0))).toBe(true);
      }
    }),
  );
});

test('the columns are as wide as the paper inside its margins, never wider', () => {
  fc.assert(
    fc.property(fc.array(shares, { maxLength: 5 }), (tables) => {
      const points = columnsOf(tables).pixels.reduce((sum, width) => sum + width, 0) * 0.75;
      expect(points).toBeLessThanOrEqual(841.89 - 2 * 42.51);
      expect(points).toBeGreaterThan(841.89 - 2 * 42.53 - 0.75);
    }),
  );
});

test('boundaries of two tables that nearly meet become one', () => {
  expect(
    columnsOf([
      [50, 50],
      [50.5, 49.5],
    ]).pixels,
  ).toHaveLength(2);
  expect(
    columnsOf([
      [50, 50],
      [52, 48],
    ]).pixels,
  ).toHaveLength(3);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is called %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});
