// Rows of cells against a plain model: paint every cell on squared paper, where each square must be painted once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRows } from '../../src/compose/check-rows.js';
import { type Cell, cellColumns, type Row } from '../../src/compose/grid.js';
import { cell } from '../support/sample-grid.js';

interface Span {
  readonly colspan: number;
  readonly rowspan: number;
}

const toRows = (spans: readonly (readonly Span[])[]): readonly Row[] =>
  spans.map((row) => ({ cells: row.map((span): Cell => cell('', 'text', span)) }));

/** Whether the cells, each put at the first free square of its row, cover the paper exactly; rows need a cell each. */
function covers(rows: readonly Row[], width: number): boolean {
  const painted = rows.map(() => Array<number>(width).fill(0));
  return (
    rows.every(({ cells }, at) => {
      return (
        cells.length > 0 &&
        cells.every(({ colspan, rowspan }) => {
          const column = painted[at]?.indexOf(0) ?? -1;
          if (column < 0 || column + colspan > width || at + rowspan > rows.length) return false;
          for (let down = 0; down < rowspan; down++) {
            const line = painted[at + down] ?? [];
            for (let right = column; right < column + colspan; right++) line[right] = (line[right] ?? 0) + 1;
          }
          return true;
        })
      );
    }) && painted.flat().every((count) => count === 1)
  );
}

const span = fc.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }) });
const spans = fc.array(fc.array(span, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
const width = fc.integer({ min: 1, max: 4 });

describe('checkRows', () => {
  it('has nothing to say exactly when every square is covered once', () => {
    fc.assert(
      fc.property(spans, width, (drawn, columns) => {
        const rows = toRows(drawn);
        const lines = rows.map((_, index) => index + 1);
        expect(checkRows(rows, lines, columns).length === 0).toBe(covers(rows, columns));
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('passes what covers the paper, spans and all', () => {
    const tiled = toRows([
      [
        { colspan: 1, rowspan: 3 },
        { colspan: 2, rowspan: 1 },
      ],
      [
        { colspan: 1, rowspan: 1 },
        { colspan: 1, rowspan: 2 },
      ],
      [{ colspan: 1, rowspan: 1 }],
    ]);
    expect(checkRows(tiled, [1, 2, 3], 3)).toEqual([]);
    expect(cellColumns({ columns: ['a', 'b', 'c'], headRows: 0, rows: tiled })).toEqual([[0, 1], [1, 2], [1]]);
  });
});
