import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Paragraph, Run } from '../../../src/compose/grid.js';
import { changesOn, markedEnds, rowMark } from '../../../src/render/docx/changes.js';
import { missing, runProgram } from '../../support/programs.js';
import { cell } from '../../support/sample-grid.js';
import { gridOf, meta, render } from './render-sample.js';

type Mark = NonNullable<Run['mark']>;

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
      }),
    );
  });
});

describe('rowMark', () => {
  const row = (...paragraphs: readonly Paragraph[]): Cell[] =>
    paragraphs.map((paragraph) => cell('', 'text', { paragraphs: [paragraph] }));

  it.each([
    ['all of its text is new', row(inserted('一'), inserted('二')), 'inserted'],
    ['empty cells do not count', row(deleted('一'), []), 'deleted'],
    ['one cell stayed', row(inserted('一'), same('二')), null],
    ['nothing is written', row([], []), null],
  ] as const)('where %s', (_, cells, mark) => {
    expect(rowMark(cells)).toBe(mark);
  });
});

describe('changesOn', () => {
  it('counts changes and dates them by the document', () => {
    const changes = changesOn(new Date('2025-01-01T00:00:00.500Z'));
    expect([changes(), changes()]).toEqual([
      'w:id="1" w:author="申报" w:date="2025-01-01T00:00:00Z"',
      'w:id="2" w:author="申报" w:date="2025-01-01T00:00:00Z"',
    ]);
  });
});

describe.skipIf(missing('python'))('a reviewed document', () => {
  /** Accepts or rejects every change the way Word does, by the marks alone; paragraphs of the cells left. */
  const resolve = (bytes: Uint8Array) => {
    const script = `
import copy, io, json, sys, docx
from docx.oxml.ns import qn
body = docx.Document(io.BytesIO(sys.stdin.buffer.read())).element.body
ids = [e.get(qn('w:id')) for e in body.iter(qn('w:ins'), qn('w:del'))]
def resolved(gone):
    rows = []
    for row in copy.deepcopy(body).iter(qn('w:tr')):
        if row.find(qn('w:trPr') + '/' + qn('w:' + gone)) is not None: continue
        lines = ['']
        for index, p in enumerate(row.iter(qn('w:p'))):
            for run in p.iter(qn('w:r')):
                if run.getparent().tag == qn('w:' + gone): continue
                lines[-1] += ''.join(t.text for t in run.iter(qn('w:t'), qn('w:delText')))
            if p.find('/'.join(qn(s) for s in ('w:pPr', 'w:rPr', 'w:' + gone))) is None: lines.append('')
        rows.append(lines[:-1])
    return rows
print(json.dumps({'accepted': resolved('del'), 'rejected': resolved('ins'), 'ids': ids,
    'who': sorted({(e.get(qn('w:author')), e.get(qn('w:date'))) for e in body.iter(qn('w:ins'), qn('w:del'))})}))
`;
    return JSON.parse(runProgram('python', ['-c', script], bytes));
  };

  it('becomes the new text when all is accepted, the old one when all is rejected', async () => {
    const value: Paragraph = [
      { text: '≥' },
      { text: '90', mark: 'deleted' },
      { text: '95', mark: 'inserted' },
      { text: '%' },
    ];
    const goal = [same('一'), deleted('二'), inserted('贰'), inserted('叁')];
    const grid = gridOf(
      ['full'],
      [
        [cell('', 'text', { paragraphs: [value] })],
        [cell('', 'text', { paragraphs: goal })],
        [cell('', 'text', { paragraphs: [inserted('新行')] })],
        [cell('', 'text', { paragraphs: [deleted('旧行')] })],
      ],
    );
    const { accepted, rejected, ids, who } = resolve(await render(grid));
    expect(accepted).toEqual([['≥95%'], ['一', '贰', '叁'], ['新行']]);
    expect(rejected).toEqual([['≥90%'], ['一', '二'], ['旧行']]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(who).toEqual([['申报', meta.date.toISOString().replace('.000', '')]]);
  });
});
