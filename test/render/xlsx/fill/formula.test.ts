// Formulas are taken apart without loss, and their references move with the rows they name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowBlock } from '../../../../src/compose/cells/sheet-template.js';
import type { Cell } from '../../../../src/compose/grid.js';
import { parseFormula, printFormula, translate } from '../../../../src/render/xlsx/fill/formula.js';
import {
  type At,
  isSaid,
  moveFormula,
  readFormula,
  type Use,
} from '../../../../src/render/xlsx/fill/move-references.js';
import { moveRows } from '../../../../src/render/xlsx/fill/row-moves.js';

describe('a formula', () => {
  const kinds = (text: string) => parseFormula(text)?.map((piece) => `${piece.kind} ${piece.text}`);

  it.each([
    ['SUM(A1:B$2)*1.5E+3', ['function SUM', 'sign (', 'reference A1:B$2', 'sign )', 'sign *', 'sign 1.5E+3']],
    ['A:A+$3:4', ['columns A:A', 'sign +', 'reference $3:4']],
    [`'它''s 表'!$A$1&申报表!B2`, [`reference '它''s 表'!$A$1`, 'sign &', 'reference 申报表!B2']],
    ['"A1 ""B2"""&C3', ['string "A1 ""B2"""', 'sign &', 'reference C3']],
    ['LOG10(A1)+TAX2025X', ['function LOG10', 'sign (', 'reference A1', 'sign )', 'sign +', 'name TAX2025X']],
    ['表1[[#This Row],[甲A1]]+一月', ['name 表1', 'table [[#This Row],[甲A1]]', 'sign +', 'name 一月']],
    ["表1['[A1'] 列]", ['name 表1', "table ['[A1'] 列]"]],
    ['#REF!+Sheet1!#REF!', ['sign #REF!', 'sign +', 'sign Sheet1!#REF!']],
    ["[1]Sheet1!A1+'[2]a b'!C3", ['sign [1]Sheet1!A1', 'sign +', "sign '[2]a b'!C3"]],
    ['SUM(Sheet1:Sheet3!A1)', ['function SUM', 'sign (', 'reference Sheet1:Sheet3!A1', 'sign )']],
    [
      'A1:INDEX(B:B,3)',
      ['reference A1', 'sign :', 'function INDEX', 'sign (', 'columns B:B', 'sign ,', 'sign 3', 'sign )'],
    ],
    ['XFE1+A1048577+{1,2;3}', expect.arrayContaining(['name XFE1', 'name A1048577', 'sign {'])],
    ['_xlfn.ANCHORARRAY(A1)', ['function _xlfn.ANCHORARRAY', 'sign (', 'reference A1', 'sign )']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
    expect(printFormula(parseFormula(text) ?? [])).toBe(text);
  });

  it.each(['SUM(A1', '甲|乙!A1', '"open', '表1[甲', 'A1 \u0000'])('%j is read whole or not at all', (text) => {
    const pieces = parseFormula(text);
    expect(pieces === null || printFormula(pieces) === text).toBe(true);
  });

  it('is printed as it was read, whatever it is', () => {
    const piece = fc.constantFrom(
      ...`A1|$B$2:C3|Sheet1!|'a b'!|[1]|表|"x""A1"|(|)|,|+|1.5|#REF!|A:A|$1:2| |:|[甲]|{|}|SUM(|'`.split('|'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const parsed = parseFormula(text);
        expect(parsed === null ? text : printFormula(parsed)).toBe(text);
      }),
    );
  });

  it.each([
    ['A1+$B$2+C$3+$D4', 2, 1, 'B3+$B$2+D$3+$D6'],
    ['SUM(A1:B2)&"A1"', 1, 0, 'SUM(A2:B3)&"A1"'],
    ['甲!A1+A:B+$A:B', 1, 1, '甲!B2+B:C+$A:C'],
    ['3:4+$3:4', 2, 5, '5:6+$3:6'],
  ])('%s, filled %i down and %i to the right, is another', (text, rows, columns, moved) => {
    expect(printFormula(translate(parseFormula(text) ?? [], rows, columns) ?? [])).toBe(moved);
  });

  it('is none where it would leave the sheet', () => {
    expect(translate(parseFormula('A1') ?? [], -1, 0)).toBeNull();
    expect(translate(parseFormula('XFD1') ?? [], 0, 1)).toBeNull();
  });
});

/** Row 10 of 甲 repeated five times, rows 20 and 21 twice; 乙 stays. */
const blocks: readonly RowBlock[] = [
  { first: 10, last: 10, levels: 1, blocks: [] },
  { first: 20, last: 21, levels: 1, blocks: [] },
];
const printed = [
  ...[1, 2, 3, 4, 5].map((number) => ({ row: 10, path: [number], cells: new Map<string, Cell>() })),
  ...[1, 2].flatMap((number) => [20, 21].map((row) => ({ row, path: [number], cells: new Map<string, Cell>() }))),
];
const moves = moveRows(blocks, printed);
const known = {
  of: (sheet: string) => (sheet.toLowerCase() === '甲' ? blocks : []),
  between: (first: string, last: string) => [first, last].includes('甲'),
  areNamedIn: (text: string) => text.includes('甲'),
};
const movedSheet = (sheet: string) => (known.of(sheet).length > 0 ? { blocks, moves } : null);

function move(text: string, use: Use, at: Partial<At> = {}): string {
  const formula = readFormula(text, use, known);
  if (isSaid(formula)) return `✗ ${formula.message.zh}`;
  return formula ? moveFormula(formula, { path: [], anchor: 1, ...at }, movedSheet) : text;
}

const inCell = (row: number, sheet = '甲'): Use => ({ kind: 'cell', sheet, row });

describe('a reference', () => {
  it.each([
    ['A9+A11+A$11', 'A9+A15+A$15'],
    ['SUM(A10:A10)', 'SUM(A10:A14)'],
    ['SUM(A9:A11)+SUM($A$10:$A$20)', 'SUM(A9:A15)+SUM($A$10:$A$26)'],
    ['SUM(A20:A21)', 'SUM(A24:A27)'],
    ['SUM(甲!A10:A10)+乙!A10+A:A', 'SUM(甲!A10:A14)+乙!A10+A:A'],
    ['"A11"&A11&表1[A11]', '"A11"&A15&表1[A11]'],
    ['SUM(11:12)+$5:$30', 'SUM(15:16)+$5:$36'],
    ['A1048576', 'A1048576'],
    ['SUM(A1:A1048576)', 'SUM(A1:A1048576)'],
    ['[1]甲!A11', '[1]甲!A11'],
    ['SUM(A11:A5)', 'SUM(A15:A5)'],
  ])('outside of what is repeated: %s', (text, moved) => {
    expect(move(text, inCell(30))).toBe(moved);
  });

  it.each([
    ['甲!A11+A11', '甲!A15+A11'],
    ["SUM('甲'!A10:A10)", "SUM('甲'!A10:A14)"],
  ])('on another sheet: %s', (text, moved) => {
    expect(move(text, inCell(3, '乙'))).toBe(moved);
  });

  it.each([
    [10, [3], 'A10+B$3', 'A12+B$3'],
    [10, [3], 'B10/SUM(B$10:B$10)', 'B12/SUM(B$10:B$14)'],
    [10, [3], 'SUM(B$10:B10)', 'SUM(B$10:B12)'],
    [10, [3], 'A$40', 'A$46'],
    [20, [2], 'A21', 'A27'],
    [21, [2], 'A20+B$20', 'A26+B$24'],
    [21, [1], 'SUM(A20:B21)', 'SUM(A24:B25)'],
  ])('in row %i, round %j: %s', (row, path, text, moved) => {
    expect(move(text, inCell(row), { path })).toBe(moved);
  });

  it.each([
    ['A10', inCell(30), '✗ A10 指的是要重复的行里的一格，重复以后不止一格'],
    ['A9', inCell(10), '✗ A9 的行号没有写 $，不知道行重复以后它指哪一行'],
    ['乙!A1', inCell(10), '✗ 乙!A1 的行号没有写 $，不知道行重复以后它指哪一行'],
    ['SUM(A5:A10)', inCell(10), '✗ A5:A10 的行号没有写 $，不知道行重复以后它指哪一行'],
    ['A20', inCell(10), '✗ A20 的行号没有写 $，不知道行重复以后它指哪一行'],
    ['A$20', inCell(10), '✗ A$20 指的是要重复的行里的一格，重复以后不止一格'],
    ['SUM(甲:乙!A1)', inCell(3, '乙'), '✗ 甲:乙!A1 跨几张工作表，其中有重复的行'],
    ['甲|乙!A1', inCell(3), '✗ 看不懂公式 甲|乙!A1，行数变了以后不知道怎样改'],
    ['INDIRECT("A"&B1)', inCell(3), '✗ INDIRECT 用文字写单元格地址，行数变了以后会指错'],
    ['INDIRECT("甲!A5")', inCell(3, '乙'), '✗ INDIRECT 用文字写单元格地址，行数变了以后会指错'],
    ['甲!A3', { kind: 'name', sheet: '' } as const, '✗ 甲!A3 的行号没有写 $，不知道行重复以后它指哪一行'],
    ['甲!$A$10', { kind: 'name', sheet: '' } as const, '✗ 甲!$A$10 指的是要重复的行里的一格，重复以后不止一格'],
  ])('%s, where nobody can tell what becomes of it, is refused', (text, use, said) => {
    expect(move(text, use)).toBe(said);
  });

  it.each([
    ['INDIRECT(A11)', inCell(30), 'INDIRECT(A15)'],
    ['INDIRECT("乙!A5")', inCell(30), 'INDIRECT("乙!A5")'],
    ['INDIRECT("省份_"&A11)', inCell(30), 'INDIRECT("省份_"&A15)'],
    ['丙|乙!A1', inCell(3, '乙'), '丙|乙!A1'],
    ['甲!$A$9:$A$11', { kind: 'name', sheet: '' } as const, '甲!$A$9:$A$15'],
    ['甲!$A$10', { kind: 'fixed', sheet: '', one: 'grows' } as const, '甲!$A$10:$A$14'],
    ['甲!A10', { kind: 'fixed', sheet: '', one: 'first' } as const, '甲!A10'],
    ['A11', { kind: 'fixed', sheet: '甲', one: 'first' } as const, 'A15'],
  ])('%s is moved', (text, use, moved) => {
    expect(move(text, use)).toBe(moved);
  });
});

describe('the formula of a rule', () => {
  const rule = (top: number, bottom: number): Use => ({
    kind: 'rule',
    sheet: '甲',
    ranges: [{ top, bottom, left: 1, right: 3 }],
  });

  it.each([
    [10, 10, 10, '$A10="x"', '$A10="x"'],
    [12, 15, 16, '$A12="x"', '$A16="x"'],
    [12, 15, 16, 'A13>A12', 'A17>A16'],
    [1, 1000, 1, '$A1=""', '$A1=""'],
    [12, 15, 16, 'COUNTIF($A$10:$A$10,A12)', 'COUNTIF($A$10:$A$14,A16)'],
  ])('for rows %i to %i, which begin at %i now: %s', (top, bottom, anchor, text, moved) => {
    expect(move(text, rule(top, bottom), { anchor })).toBe(moved);
  });

  it.each([
    [8, 12, 'A9<>A8', '✗ 规则里的 A9 指到了别的行，行重复以后有的格子会指错'],
    [10, 10, 'A9', '✗ 规则里的 A9 指到了别的行，行重复以后有的格子会指错'],
    [5, 5, '$A$10', '✗ $A$10 指的是要重复的行里的一格，重复以后不止一格'],
    [5, 5, '乙!A5', '✗ 规则里的 乙!A5 指到了别的行，行重复以后有的格子会指错'],
  ])('for rows %i to %i: %s is refused', (top, bottom, text, said) => {
    expect(move(text, rule(top, bottom))).toBe(said);
  });
});

describe('the law', () => {
  /** Blocks one below the other, each with so many rounds. */
  const layouts = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 4 }),
        height: fc.integer({ min: 1, max: 3 }),
        rounds: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 4 },
    )
    .map((parts) => {
      let row = 1;
      const made: RowBlock[] = [];
      const rows: { row: number; path: readonly number[]; cells: ReadonlyMap<string, Cell> }[] = [];
      for (const { gap, height, rounds } of parts) {
        const block = { first: row + gap, last: row + gap + height - 1, levels: 1, blocks: [] };
        made.push(block);
        for (let round = 1; round <= rounds; round += 1) {
          for (let at = block.first; at <= block.last; at += 1) rows.push({ row: at, path: [round], cells: new Map() });
        }
        row = block.last + 1;
      }
      return { blocks: made, moves: moveRows(made, rows), rows };
    });

  /** The sheet before and after, a row a name: what stands in row `at` of the filled sheet. */
  function filled(
    { blocks, rows }: { blocks: readonly RowBlock[]; rows: readonly { row: number; path: readonly number[] }[] },
    height: number,
  ) {
    const lines: { source: number; round: number }[] = [];
    for (let row = 1; row <= height; row += 1) {
      const block = blocks.find(({ first, last }) => first <= row && row <= last);
      if (!block) lines.push({ source: row, round: 0 });
      else {
        for (const copy of rows.filter((one) => block.first <= one.row && one.row <= block.last)) {
          lines.push({ source: copy.row, round: copy.path[0] ?? 0 });
        }
        row = block.last;
      }
    }
    return lines;
  }

  it('a row outside of blocks is found where it was moved to', () => {
    fc.assert(
      fc.property(layouts, fc.integer({ min: 1, max: 40 }), (layout, row) => {
        const lines = filled(layout, 60);
        const { first, last } = layout.moves.span(row);
        expect(lines[first - 1]?.source).toBe(row);
        expect(lines[last - 1]?.source).toBe(row);
      }),
    );
  });

  it('a range holds after moving exactly the copies of the rows that it held', () => {
    fc.assert(
      fc.property(layouts, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 20 }), (layout, top, more) => {
        const lines = filled(layout, 80);
        const rows = new Set(Array.from({ length: more + 1 }, (_, index) => top + index));
        // A range that takes a part of a round holds the rows between its ends, in whatever round they are.
        const cut = layout.blocks.some(
          ({ first, last }) => (top > first && top <= last) || (top + more >= first && top + more < last),
        );
        fc.pre(!cut);
        const images = layout.moves.images(top, top + more);
        const held = images.flatMap(({ first, last }) => lines.slice(first - 1, last));
        expect(new Set(held.map(({ source }) => source))).toEqual(rows);
        expect(held.length).toBe(lines.filter(({ source }) => rows.has(source)).length);
      }),
    );
  });

  it('a formula of a repeated row reads, in each round, the rows of that round', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), fc.nat(), (layout, one, other) => {
        const block = layout.blocks[one % Math.max(1, layout.blocks.length)];
        fc.pre(block !== undefined);
        if (!block) return;
        const target = block.first + (other % (block.last - block.first + 1));
        const own = { of: () => layout.blocks, between: () => true, areNamedIn: () => true };
        const formula = readFormula(`B${target}`, inCell(block.first), own);
        if (!formula || isSaid(formula)) throw new Error('is not moved');
        for (const copy of layout.moves.copiesOf(block).filter(({ printed }) => printed.row === block.first)) {
          const moved = moveFormula(formula, { path: copy.path, anchor: 1 }, () => layout);
          const line = filled(layout, 60)[Number(moved.slice(1)) - 1];
          expect(line).toEqual({ source: target, round: copy.path[0] });
        }
      }),
    );
  });
});
