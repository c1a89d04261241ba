// Every field of a declaration stands in every document: whole, in its place, the same in all formats.
// Each document is read back by programs that had no part in writing it, and laid beside the official form as
// official-form.ts writes it down once more. Word, Excel and the page must agree to the character, spaces and line breaks
// too; a PDF may differ by the line breaks of its layout alone (see compare.ts).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/base/finding.js';
import type { Format } from '../../src/render/renderer.js';
import { missing } from '../support/programs.js';
import { kits, produceFrom, theme } from '../support/project-goal.js';
import { countFields, type Figures, flat, flatForm, type ReadForm, restore } from './compare.js';
import { type Case, cases, withoutGlyph } from './declarations.js';
import { gansuCases } from './gansu-declarations.js';
import { expectedGansuForm, gansuHead } from './gansu-form.js';
import { type ExpectedForm, expectedForm, indicatorHead } from './official-form.js';
import { readOffice } from './read-office.js';
import { readPages } from './read-page.js';
import { type PartsOfPage, readByPdfJs, readByPoppler } from './read-pdf.js';

const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false };
const formats = ['pdf', 'docx', 'xlsx', 'html'] as const satisfies readonly Format[];
const ours = kits();

/** The declarations of both forms, with what is expected of them. */
const proved = [
  ...cases.map((one) => ({ ...one, expected: expectedForm(one.meant), head: indicatorHead })),
  ...gansuCases.map((one) => ({ ...one, expected: expectedGansuForm(one.meant, settings.year), head: gansuHead })),
];

type Bytes = Readonly<Record<Format, Uint8Array>>;

async function documentsOf({ path, bytes }: Pick<Case, 'path' | 'bytes'>): Promise<Bytes> {
  const { value, findings } = await produceFrom(path, bytes, ours, formats, settings);
  if (!value) throw new Error(`${path}: ${findings.map(({ message }) => message.zh).join('; ')}`);
  return Object.fromEntries(value.map((document) => [document.format, document.bytes])) as Bytes;
}

/** What every reader found in the documents of one declaration. */
interface Readings {
  readonly poppler: ReadForm;
  /** What pdftotext copies out. */
  readonly copied: string;
  readonly pages: readonly PartsOfPage[];
  readonly docx: ReadForm;
  readonly xlsx: ReadForm;
  readonly html: ReadForm;
}

async function readAll(documents: readonly Bytes[]): Promise<readonly Readings[]> {
  const office = await readOffice(
    documents.flatMap(({ docx, xlsx }) => [
      { format: 'docx', bytes: docx },
      { format: 'xlsx', bytes: xlsx },
    ]),
  );
  const pages = await readPages(documents.map(({ html }) => html));
  const { lineHeight } = theme();
  const readings: Readings[] = [];
  const left = documents.entries();
  const lane = async () => {
    for (const [index, { pdf }] of left) {
      const { form, raw } = await readByPoppler(pdf);
      readings[index] = {
        poppler: form,
        copied: raw,
        pages: await readByPdfJs(pdf, lineHeight),
        docx: office[index * 2] as ReadForm,
        xlsx: office[index * 2 + 1] as ReadForm,
        html: pages[index] as ReadForm,
      };
    }
  };
  // poppler takes the longest; two at a time keep two cores busy.
  await Promise.all([lane(), lane()]);
  return readings;
}

const texts = ({ rows }: ReadForm | ExpectedForm) => rows.map((cells) => cells.map(({ text }) => text));

const numbers = ({ rows }: { rows: readonly (readonly { number?: string | null }[])[] }) =>
  rows.map((cells) => cells.map(({ number }) => number ?? null));

/** Pointers of all texts of a declaration that the form prints. */
function leaves(value: unknown, pointer: string): readonly string[] {
  if (pointer === '/表单' || pointer === '/年度') return [];
  if (typeof value === 'string') return [pointer];
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${pointer}/${key}`));
}

/** A text without what readers of a PDF put in and leave out as they like. */
const solid = (text: string) => text.replace(/\s/gu, '');

/** Copied text without the feet of the pages and the heads repeated on them. */
function withoutPagination(copied: string, indicatorLabels: readonly string[]): string {
  const pages = copied.split('\f').map((page) => solid(page).replace(/第\d+页共\d+页$/, ''));
  const head = indicatorLabels.join('');
  return pages.map((page, index) => (index > 0 && page.startsWith(head) ? page.slice(head.length) : page)).join('');
}

describe('what is expected', () => {
  it('holds every leaf of every declaration', () => {
    for (const { meant, expected } of proved) {
      const printed = expected.rows.flat(2).flatMap(({ fields }) => fields);
      expect(new Set(printed.map(({ pointer }) => pointer))).toEqual(new Set(leaves(meant, '')));
    }
  });

  it('has the parts of a 测算依据 as the contract says', () => {
    const form = expectedForm((cases.find(({ name }) => name === 'mappings with all their parts') as Case).meant);
    expect(
      form.rows
        .flat()
        .find(({ field }) => field === '/测算依据')
        ?.text.split('\n'),
    ).toEqual([
      '1.托管班（12万）：1500元/人×80人',
      '2.采购（3,000.00）：一次性',
      '3.运营（27万元）：9万元/季×3季；安保（14万），绿植（10万）：大（6万），小（4万）：盆栽，保洁（3万）；按季支付',
      '4.会议（0）',
    ]);
  });
});

const skip = missing('pdftotext', 'pdfinfo', 'python', 'chromium');

describe.skipIf(skip)('parity', () => {
  const readings = new Map<string, Readings>();
  const figures = new Map<string, Figures>();

  /** Adds to the figures before anything is compared, so that they tell of what is missing too. */
  function tally(reader: string, read: ReadForm, expected: ExpectedForm): Figures {
    const fields = countFields(read, expected);
    const before = figures.get(reader) ?? { found: 0, expected: 0 };
    figures.set(reader, { found: before.found + fields.found, expected: before.expected + fields.expected });
    return fields;
  }

  beforeAll(async () => {
    const documents: Bytes[] = [];
    for (const each of proved) documents.push(await documentsOf(each));
    const read = await readAll(documents);
    proved.forEach(({ name }, index) => {
      readings.set(name, read[index] as Readings);
    });
  });

  afterAll(() => {
    const lines = [...figures].map(
      ([reader, { found, expected }]) => `  ${reader.padEnd(22)} ${found} of ${expected} fields`,
    );
    console.log(`parity on ${proved.length} declarations of two forms\n${lines.join('\n')}`);
  });

  describe.each(proved)('$name', ({ name, expected, head }) => {
    const read = () => readings.get(name) as Readings;

    it('PDF, cells of the structure tree (poppler)', () => {
      const flatly = flatForm(expected);
      const { poppler } = read();
      const form = { ...poppler, rows: poppler.rows.map((cells) => cells.map(({ text }) => ({ text: flat(text) }))) };
      const { found, expected: all } = tally('PDF (poppler)', form, flatly);
      expect(form.title).toBe(expected.title);
      expect(texts(form)).toEqual(texts(flatly));
      expect(found).toBe(all);
    });

    it('PDF, lines as drawn (pdf.js)', () => {
      const form = restore(read().pages, expected);
      const { found, expected: all } = tally('PDF (pdf.js)', form, expected);
      expect(form.title).toBe(expected.title);
      expect(texts(form)).toEqual(texts(expected));
      expect(found).toBe(all);
    });

    it('PDF, copied out in reading order (pdftotext)', () => {
      const { copied, pages } = read();
      const drawn = pages.flatMap(({ title, rows }) => [title, ...rows.flat(2)]).join('');
      expect(withoutPagination(copied, head)).toBe(solid(drawn));
    });

    it('Word (python-docx)', () => {
      const { docx } = read();
      const { found, expected: all } = tally('Word (python-docx)', docx, expected);
      expect(docx.title).toBe(expected.title);
      expect(texts(docx)).toEqual(texts(expected));
      expect(found).toBe(all);
    });

    it('Excel (openpyxl), amounts as numbers and nothing else', () => {
      const { xlsx } = read();
      const { found, expected: all } = tally('Excel (openpyxl)', xlsx, expected);
      expect(xlsx.title).toBe(expected.title);
      expect(texts(xlsx)).toEqual(texts(expected));
      expect(numbers(xlsx)).toEqual(numbers(expected));
      expect(found).toBe(all);
    });

    it('page (Chromium), every cell with its field', () => {
      const { html } = read();
      const { found, expected: all } = tally('page (Chromium)', html, expected);
      expect(html.title).toBe(expected.title);
      expect(texts(html)).toEqual(texts(expected));
      expect(numbers(html)).toEqual(numbers(expected));
      expect(html.rows.map((cells) => cells.map(({ field }) => field ?? null))).toEqual(
        expected.rows.map((cells) => cells.map(({ field }) => field)),
      );
      expect(found).toBe(all);
    });
  });
});

describe('a character without a glyph', () => {
  const text = new TextDecoder().decode(withoutGlyph.bytes);

  it('is an error of the PDF for each value that has it, at the very character', async () => {
    const { value, findings } = await produceFrom(withoutGlyph.path, withoutGlyph.bytes, ours, ['pdf'], settings);
    expect(value).toBeNull();
    // Of what its rules say nothing is of interest here: its texts are chosen for their characters.
    const unprintable = findings.filter(({ rule }) => rule.startsWith('render/'));
    const places = unprintable.map(({ place }) => ({
      file: place?.file,
      line: place?.line,
      column: place?.column,
      text: text.slice(place?.start, place?.end),
    }));
    const lines = text.split('\n');
    const meant = lines.flatMap((line, index) =>
      line.includes('𠮷')
        ? [{ file: withoutGlyph.path, line: index + 1, column: line.indexOf('𠮷') + 1, text: '𠮷' }]
        : [],
    );
    expect(meant).toHaveLength(5);
    expect(unprintable.map(({ rule, level }: Finding) => `${rule} ${level}`)).toEqual(
      meant.map(() => 'render/no-glyph error'),
    );
    expect(places).toEqual(meant);
  });

  it.skipIf(skip)('is printed by the other formats', async () => {
    const others = await produceFrom(withoutGlyph.path, withoutGlyph.bytes, ours, ['docx', 'xlsx', 'html'], settings);
    const [docx, xlsx, html] = others.value ?? [];
    if (!docx || !xlsx || !html) throw new Error('not all were written');
    const expected = texts(expectedForm(withoutGlyph.meant));
    for (const form of [...(await readOffice([docx, xlsx])), ...(await readPages([html.bytes]))]) {
      expect(texts(form)).toEqual(expected);
    }
  });
});
