// Whatever the rows: every line is placed once and in order, on the page, in a box that holds it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../src/compose/grid.js';
import type { FontFile } from '../../../src/compose/theme.js';
import { makeFace } from '../../../src/render/pdf/face.js';
import { type PdfFont, parseFont } from '../../../src/render/pdf/font.js';
import { type Block, measureTables, type Setting } from '../../../src/render/pdf/measure.js';
import { type Box, type PageBoxes, paginate } from '../../../src/render/pdf/paginate.js';
import { cell, sampleTheme } from '../../support/sample-grid.js';

const theme = sampleTheme();
const face = makeFace('F1', parseFont(theme.fonts.text?.file as FontFile) as PdfFont);
const setting: Setting = { theme, face: () => face, missing: () => {} };
const frame = { firstTop: 90, top: 40, bottom: 400 };

const some = (most: number) => fc.integer({ min: 1, max: most });
const anyCell = fc.record({
  lines: fc.oneof({ weight: 5, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 70 }) }),
  colspan: some(3),
  rowspan: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: some(6) }),
  style: fc.constantFrom('text', 'head', 'category', 'title'),
  header: fc.boolean(),
});
const anyTable = fc
  .record({
    columns: fc.constantFrom(['full'], ['first', 'third'], ['first', 'second', 'third']),
    headRows: fc.nat(2),
    rowCount: some(20),
    cells: fc.infiniteStream(anyCell),
  })
  .map(({ columns, headRows, rowCount, cells }): Table => {
    const free = columns.map(() => 0);
    const rows = Array.from({ length: rowCount }, (_, row) => {
      const made: Cell[] = [];
      for (let column = 0; column < columns.length; column += 1) {
        if ((free[column] as number) > row) continue;
        const { lines, colspan, style, ...more } = cells.next().value;
        let end = column + 1;
        while (end < column + colspan && end < columns.length && (free[end] as number) <= row) end += 1;
        const below = Math.min(row + more.rowspan, row < headRows ? headRows : rowCount);
        free.fill(below, column, end);
        const text = Array(lines).fill('行').join('\n');
        made.push(cell(text, style, { ...more, colspan: end - column, rowspan: below - row }));
        column = end - 1;
      }
      return { cells: made };
    });
    return { columns, headRows, rows };
  });

function partsOf(pages: readonly PageBoxes[]): ReadonlyMap<Block, readonly (Box & { page: number })[]> {
  const parts = new Map<Block, (Box & { page: number })[]>();
  pages.forEach((boxes, page) => {
    for (const box of boxes) {
      if (box.repeated) continue;
      parts.set(box.block, [...(parts.get(box.block) ?? []), { ...box, page }]);
    }
  });
  return parts;
}

describe('paginate', () => {
  it('places every line of every cell once, in order, within the page and the box', () => {
    fc.assert(
      fc.property(fc.array(anyTable, { minLength: 1, maxLength: 3 }), (tables) => {
        const rows = measureTables(setting, tables);
        const pages = paginate(rows, frame);
        const parts = partsOf(pages);
        for (const block of rows.flatMap((row) => row.blocks)) {
          const boxes = parts.get(block) ?? [];
          expect(boxes.length).toBeGreaterThan(0);
          expect(boxes[0]?.from).toBe(0);
          expect(boxes.at(-1)?.to).toBe(block.lines.length);
          boxes.forEach((box, index) => {
            const next = boxes[index + 1];
            if (next) expect([next.from, next.page]).toEqual([box.to, box.page + 1]);
            expect(box.y).toBeGreaterThanOrEqual(box.page === 0 ? frame.firstTop : frame.top);
            expect(box.y + box.height).toBeLessThanOrEqual(frame.bottom + 1e-3);
            if (box.to > box.from) {
              expect((box.to - box.from) * block.leading + 2 * block.padding).toBeLessThanOrEqual(box.height + 1e-3);
            }
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lays no box over another', () => {
    fc.assert(
      fc.property(fc.array(anyTable, { minLength: 1, maxLength: 2 }), (tables) => {
        for (const boxes of paginate(measureTables(setting, tables), frame)) {
          boxes.forEach((a, index) => {
            for (const b of boxes.slice(index + 1)) {
              const across =
                Math.min(a.block.x + a.block.width, b.block.x + b.block.width) - Math.max(a.block.x, b.block.x);
              const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
              expect(across < 0.01 || down < 0.01).toBe(true);
            }
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the reading order on every page', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        for (const boxes of paginate(measureTables(setting, [table]), frame)) {
          const order = boxes.map((box) => box.block.order);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe('measureTables', () => {
  it('refuses a row that its table has no room for, rather than lose a cell', () => {
    const table: Table = {
      columns: ['full'],
      headRows: 0,
      rows: [{ cells: [cell('一', 'text'), cell('二', 'text')] }],
    };
    expect(() => measureTables(setting, [table])).toThrow('table 0, row 0: no room for the cell 二');
  });
});
