import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Mark, Paragraph } from '../../../src/compose/grid.js';
import { changesOn, markedEnds } from '../../../src/render/docx/changes.js';
import { missing } from '../../support/programs.js';
import { cell } from '../../support/sample-grid.js';
import { gridOf, render } from './render-sample.js';
import { resolved } from './resolve-changes.js';

const same = (text: string): Paragraph => [{ text }];
const inserted = (text: string): Paragraph => [{ text, mark: 'inserted' }];
const deleted = (text: string): Paragraph => [{ text, mark: 'deleted' }];

/** What a reader sees after taking out all that is marked: text, and the ends of paragraphs but the cell's own. */
function without(paragraphs: readonly Paragraph[], mark: Mark): readonly string[] {
  const ends = markedEnds(paragraphs, mark);
  const lines: string[] = [''];
  paragraphs.forEach((paragraph, index) => {
    const text = paragraph.filter((run) => run.mark !== mark).map((run) => run.text);
    lines[lines.length - 1] += text.join('');
    if (ends[index] === false && index < paragraphs.length - 1) lines.push('');
  });
  return lines;
}

/** What the lines should be: those not wholly marked; a cell keeps one, if empty. */
function left(paragraphs: readonly Paragraph[], mark: Mark): readonly string[] {
  const kept = paragraphs.filter((paragraph) => !paragraph.every((run) => run.mark === mark));
  const lines = kept.map((paragraph) =>
    paragraph
      .filter((run) => run.mark !== mark)
      .map((run) => run.text)
      .join(''),
  );
  return lines.length === 0 ? [''] : lines;
}

describe('markedEnds', () => {
  it.each([
    [
      'an inserted line in the middle takes its own end',
      [same('一'), inserted('二'), same('三')],
      [false, true, false],
    ],
    ['an inserted last line takes the end before it', [same('一'), inserted('二')], [true, false]],
    ['a line inserted within is not a new line', [[...same('一'), ...inserted('二')], same('三')], [false, false]],
    ['a cell that is all new keeps its end', [inserted('一'), inserted('二')], [true, false]],
    [
      'an inserted last line leaves the end before it to a deleted one',
      [same('一'), deleted('二'), inserted('三')],
      [false, true, false],
    ],
  ] as const)('%s', (_, paragraphs, ends) => {
    expect(markedEnds(paragraphs, 'inserted')).toEqual(ends);
  });

  it('leaves, however lines came and went, exactly those of before or after', () => {
    const run = fc.record({
      text: fc.constantFrom('甲', '乙', '丙'),
      mark: fc.constantFrom('inserted', 'deleted', null),
    });
    const paragraph = fc
      .array(run, { minLength: 1, maxLength: 3 })
      .map((runs): Paragraph => runs.map(({ text, mark }) => (mark === null ? { text } : { text, mark })));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        expect(without(paragraphs, 'inserted')).toEqual(left(paragraphs, 'inserted'));
        expect(without(paragraphs, 'deleted')).toEqual(left(paragraphs, 'deleted'));
        const [came, went] = [markedEnds(paragraphs, 'inserted'), markedEnds(paragraphs, 'deleted')];
        const stays = paragraphs.some(
          (one) => new Set(one.map(({ mark }) => mark)).size > 1 || one[0]?.mark === undefined,
        );
        if (stays) expect(came.some((marked, at) => marked && went[at])).toBe(false);
      }),
    );
  });
});

describe('changesOn', () => {
  it('counts changes and dates them by the document, those of every other line two minutes later', () => {
    const changes = changesOn(new Date('2025-01-01T00:00:00.500Z'));
    expect([0, 1, 2].map((line) => changes(line)())).toEqual([
      'w:id="1" w:author="申报" w:date="2025-01-01T00:00:00Z"',
      'w:id="2" w:author="申报" w:date="2025-01-01T00:02:00Z"',
      'w:id="3" w:author="申报" w:date="2025-01-01T00:00:00Z"',
    ]);
  });
});

describe.skipIf(missing('python'))('a reviewed document', () => {
  const text = (...paragraphs: readonly Paragraph[]): Cell => cell('', 'text', { paragraphs });

  it('becomes the new text when all is accepted, the old one when all is rejected', async () => {
    const grid = gridOf(
      ['full'],
      [
        [text([...same('≥'), ...deleted('90'), ...inserted('95'), ...same('%')])],
        [text(same('一'), deleted('二'), inserted('贰'), inserted('叁'))],
      ],
    );
    const [read] = resolved([await render(grid)]);
    expect(read?.accepted).toEqual(['申报表', [[['≥95%']], [['一', '贰', '叁']]], '']);
    expect(read?.rejected).toEqual(['申报表', [[['≥90%']], [['一', '二']]], '']);
  });

  it('has rows that came and went, empty ones too; a row that only got its first text stays', async () => {
    const row = (mark: Mark, ...paragraphs: readonly Paragraph[]) => ({
      cells: paragraphs.map((one) => text(one)),
      mark,
    });
    const rows = [
      { cells: [text(same('甲')), text([])] },
      row('inserted', inserted('新行'), inserted('')),
      row('deleted', deleted(''), deleted('')),
      { cells: [text([]), text(inserted('乙'), inserted('丙'))] },
    ];
    const grid = { ...gridOf([], []), tables: [{ columns: ['label', 'value'], headRows: 0, rows }] };
    const [read] = resolved([await render(grid)]);
    expect(read?.accepted[1]).toEqual([
      [['甲'], ['']],
      [['新行'], ['']],
      [[''], ['乙', '丙']],
    ]);
    expect(read?.rejected[1]).toEqual([
      [['甲'], ['']],
      [[''], ['']],
      [[''], ['']],
    ]);
  });

  it('has tables that came and went, with the paragraphs that part them, and its title as it was', async () => {
    const table = (line: string, mark?: Mark) => ({
      columns: ['full'],
      headRows: 0,
      rows: [mark ? { cells: [text([{ text: line, mark }])], mark } : { cells: [text(same(line))] }],
    });
    const [read] = resolved([
      await render({
        title: '2025年表',
        titleChanges: [...deleted('2024'), ...inserted('2025'), ...same('年表')],
        titleStyle: 'title',
        tables: [table('旧', 'deleted'), table('同'), table('新', 'inserted')],
      }),
    ]);
    expect(read?.accepted).toEqual(['2025年表', [[['同']]], '', [[['新']]], '']);
    expect(read?.rejected).toEqual(['2024年表', [[['旧']]], '', [[['同']]], '']);
  });

  it('numbers its changes and says who made them and when', async () => {
    const [read] = resolved([await render(gridOf(['full'], [[text([...deleted('一'), ...inserted('二')])]]))]);
    expect(read?.changes).toEqual([
      ['1', '申报', '2025-01-01T00:00:00Z'],
      ['2', '申报', '2025-01-01T00:00:00Z'],
    ]);
  });
});
