// Two forms in step: what is gone is marked on the left, what is new on the right, and nothing is marked that only got another number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composed } from '../../src/compose/compose.js';
import type { Grid, Paragraph, Row } from '../../src/compose/grid.js';
import { type SideRows, sideBySide } from '../../src/review/side-by-side.js';
import { sampleText } from '../support/forms.js';
import { edits } from './edits.js';
import { printForms } from './printed-forms.js';
import { anyForms, form, formOf, label, moving, row, showCell, table, value } from './small-forms.js';

/** Both sides of each row, `!` before one that changed; a row that a line is shown in is one of several. */
const show = (before: Composed, after: Composed, moves: Readonly<Record<string, string | null>> = {}) =>
  sideBySide(before.grid, after.grid, moving(moves)).tables.flatMap(({ head, body }) =>
    [...head, ...body].flatMap(showRows),
  );

function showRows({ before, after, changed, lines }: SideRows): readonly string[] {
  const height = Math.max(before?.length ?? 0, after?.length ?? 0);
  const side = (rows: readonly Row[] | null, at: number) =>
    rows
      ? (rows[at]?.cells.map((cell) => (cell.paragraphs.length === 0 ? '∅' : showCell(cell))).join(' | ') ?? '')
      : '∅';
  return Array.from({ length: height }, (_, at) => {
    const own = lines ? lines[at]?.changed : changed;
    return `${own ? '! ' : ''}${side(before, at)} ‖ ${side(after, at)}`;
  });
}

describe('both sides of a form', () => {
  it('show what is gone on the left and what is new on the right', () => {
    const one = (target: string) => form(table([row(label('合格率'), value('/a', target))]));
    expect(show(one('≥90%'), one('≥85%'))).toEqual(['! 合格率 | [-≥90%-] ‖ 合格率 | {+≥85%+}']);
    expect(show(one('≥90%'), one('≥90%'))).toEqual(['合格率 | ≥90% ‖ 合格率 | ≥90%']);
  });

  it('have nothing beside a row that came or went', () => {
    const rows = (...fields: readonly string[]) =>
      form(table(fields.map((field) => row(value(field, field.slice(1))))));
    expect(show(rows('/甲', '/乙'), rows('/乙', '/丙'), { '/甲': null })).toEqual([
      '! [-甲-] ‖ ∅',
      '乙 ‖ 乙',
      '! ∅ ‖ {+丙+}',
    ]);
  });

  it('keep rows together that a cell holds together', () => {
    const group = (second: string) =>
      form(table([row(label('甲', { rowspan: 2 }), value('/x', '一')), row(value('/y', second))]));
    expect(show(group('二'), group('三'))).toEqual(['! 甲 | 一 ‖ 甲 | 一', '! [-二-] ‖ {+三+}']);
  });
});

describe('a list of several lines', () => {
  it('has each item beside itself, in a row of its own, and only what changed is marked', () => {
    expect(
      show(formOf('1.会议\n2.培训'), formOf('1.会议\n2.比赛\n3.培训和讲座'), { '/a/0': '/a/0', '/a/1': '/a/2' }),
    ).toEqual(['1.会议 ‖ 1.会议', '! ∅ ‖ {+2.比赛+}', '! 2.培训 ‖ 3.培训{+和讲座+}']);
  });

  it('marks no item that only got another number', () => {
    expect(show(formOf('1.甲\n2.乙'), formOf('1.乙\n2.丙'), { '/a/0': null, '/a/1': '/a/0' })).toEqual([
      '! [-1.甲-] ‖ ∅',
      '2.乙 ‖ 1.乙',
      '! ∅ ‖ {+2.丙+}',
    ]);
  });

  it('stands beside its label as a whole, and in one cell where others follow it', () => {
    const beside = (text: string) => form(table([row(label('依据'), value('/a', text))]));
    expect(show(beside('甲\n乙'), beside('乙'))).toEqual(['! 依据 | [-甲-] ‖ 依据 | ∅', '乙 ‖ 乙']);
    const between = (text: string) => form(table([row(value('/a', text), label('其他'))]));
    expect(show(between('甲\n乙'), between('乙'))).toEqual(['! [-甲-]⏎乙 | 其他 ‖ 乙 | 其他']);
  });
});

/** A side as a form again: its lines joined into cells, its marks taken off. */
function sideOf(side: 'before' | 'after', sides: ReturnType<typeof sideBySide>) {
  const textOf = (runs: Paragraph) => runs.map(({ text }) => text).join('');
  const rowsOf = (group: SideRows) => {
    const rows = group[side] ?? [];
    const plain = rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(textOf)));
    if (!group.lines) return plain;
    const [first = []] = plain;
    return [[...first.slice(0, -1), plain.flatMap((cells) => cells.at(-1) ?? [])]];
  };
  return sides.tables
    .filter(({ columns }) => columns[side] !== null)
    .map(({ head, body }) => ({ head: head.flatMap(rowsOf), body: body.flatMap(rowsOf) }));
}

function plain({ tables }: Grid) {
  const textOf = (runs: Paragraph) => runs.map(({ text }) => text).join('');
  return tables.map(({ rows, headRows }) => {
    const all = rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(textOf)));
    return { head: all.slice(0, headRows), body: all.slice(headRows) };
  });
}

/** An empty cell has one empty line or none. */
const normal = (tables: ReturnType<typeof plain>) =>
  JSON.parse(JSON.stringify(tables).replaceAll('[""]', '[]')) as ReturnType<typeof plain>;

describe('laws', () => {
  const hold = ({ before, after }: { before: Composed; after: Composed }, sides: ReturnType<typeof sideBySide>) => {
    expect(normal(sideOf('before', sides))).toEqual(normal(plain(before.grid)));
    expect(normal(sideOf('after', sides))).toEqual(normal(plain(after.grid)));
    for (const { before: old, after: young, changed } of sides.tables.flatMap(({ head, body }) => [...head, ...body])) {
      if (old && young) expect(old.length).toBe(young.length);
      const marks = [...(old ?? []), ...(young ?? [])].flatMap(({ cells }) =>
        cells.flatMap(({ paragraphs }) => paragraphs.flatMap((runs) => runs.flatMap(({ mark }) => mark ?? []))),
      );
      expect(marks.length > 0).toBe(changed);
    }
  };

  it('each side is its form, and rows are called changed where something is marked', () => {
    fc.assert(
      fc.property(anyForms, (forms) => hold(forms, sideBySide(forms.before.grid, forms.after.grid, forms.toAfter))),
      { numRuns: 1000 },
    );
  });

  it('of declarations edited at random as well', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, async (one, other) => {
        const forms = await printForms(one(sampleText), other(sampleText));
        hold(forms, sideBySide(forms.before.grid, forms.after.grid, forms.toAfter));
      }),
      { numRuns: 60 },
    );
  });
});
