// Says what can be seen of each cell on paper. LibreOffice also writes the lines that it clips into the PDF, outside the
// cell's box, so a search in the PDF's text proves nothing: only lines that lie wholly within the cell's box count.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Theme } from '../../../src/compose/theme.js';
import { convert, inFolder, runProgram } from '../../support/programs.js';
import { type ReadWorkbook, readBack } from './read-back.js';

interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Printed {
  readonly pages: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The visible text of the cell at each address, spaces removed. */
  readonly cells: Readonly<Record<string, string>>;
  readonly footers: readonly string[];
  /** The text of the pages' first lines, to see what repeats. */
  readonly tops: readonly string[];
}

/** Points by which a line's box may stand out: glyphs are lower than their line. */
const tolerance = 2;

export async function print(bytes: Uint8Array, theme: Theme): Promise<Printed> {
  const book = readBack(bytes);
  const pdf = await convert(bytes, 'xlsx', 'pdf');
  const { words, sizes } = await inFolder((folder) => {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, pdf);
    return readWords(runProgram('pdftotext', ['-bbox', file, '-']));
  });
  const [{ width, height } = { width: 0, height: 0 }] = sizes;
  const cells = Object.fromEntries(
    boxes(book, theme, words).map(({ address, parts }) => [address, parts.map((part) => within(words, part)).join('')]),
  );
  const line = (page: number, from: number, to: number) =>
    joined(words.filter((word) => word.page === page && word.top >= from && word.bottom <= to));
  const pages = sizes.map((_, page) => page);
  return {
    pages: sizes.length,
    width,
    height,
    cells,
    footers: pages.map((page) => line(page, height - theme.margin.bottom, height)),
    tops: pages.map((page) => line(page, theme.margin.top - tolerance, theme.margin.top + 24)),
  };
}

function readWords(xml: string): { words: readonly Word[]; sizes: readonly { width: number; height: number }[] } {
  const words: Word[] = [];
  const sizes: { width: number; height: number }[] = [];
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  const pattern =
    /<page width="(.*?)" height="(.*?)"|<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g;
  for (const [, width, height, left, top, right, bottom, text = ''] of xml.matchAll(pattern)) {
    if (width) sizes.push({ width: Number(width), height: Number(height) });
    else
      words.push({
        page: sizes.length - 1,
        text: text.replace(/&\w+;|&#39;/g, (entity) => entities[entity] ?? entity),
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      });
  }
  return { words, sizes };
}

interface Part {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes of all cells with a value, in parts where a page ends within, from the workbook's own measures. */
function boxes(book: ReadWorkbook, theme: Theme, words: readonly Word[]) {
  const [repeatedFrom = 0, repeatedTo = 0] = (book.page.titles ?? '').match(/\d+/g)?.map(Number) ?? [];
  const head = sum(book.rows.slice(repeatedFrom - 1, repeatedTo));
  const scale = scaleOf(book, words);
  const pageOf: number[] = [];
  const topOf: number[] = [];
  let page = 0;
  let top = 0;
  for (const [index, height] of book.rows.entries()) {
    if (book.page.breaks.includes(index)) {
      page += 1;
      top = repeatedTo > 0 && index >= repeatedTo ? head : 0;
    }
    pageOf.push(page);
    topOf.push(top);
    top += height;
  }
  const inside = theme.paper.width - theme.margin.left - theme.margin.right;
  const x = (column: number) => theme.margin.left + (sum(book.columns.slice(0, column)) / sum(book.columns)) * inside;
  const merges = new Map(book.merges.map((range) => [range.split(':')[0], range]));
  return Object.entries(book.cells)
    .filter(([, cell]) => cell.value !== null)
    .map(([address]) => {
      const range = merges.get(address) ?? `${address}:${address}`;
      const [, from = 'A', first = 1, to = 'A', last = 1] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
      const byPage = new Map<number, Part>();
      for (let row = Number(first) - 1; row < Number(last); row += 1) {
        const onPage = pageOf[row] ?? 0;
        const y = theme.margin.top + (topOf[row] ?? 0) * scale;
        const bottom = y + (book.rows[row] ?? 0) * scale;
        const before = byPage.get(onPage);
        const box = { page: onPage, left: x(from.charCodeAt(0) - 65), right: x(to.charCodeAt(0) - 64) };
        byPage.set(onPage, { ...box, top: before?.top ?? y, bottom });
      }
      return { address, parts: [...byPage.values()] };
    });
}

/** LibreOffice scales to the page's width, by whole per cents: seen from the middles of the second and the seventh row. */
function scaleOf(book: ReadWorkbook, words: readonly Word[]): number {
  const middleOf = (address: string) => {
    const text = String(book.cells[address]?.value).replace(/\s/g, '');
    const word = words.find((word) => word.page === 0 && word.text === text);
    if (!word) throw new Error(`${address} must be one word that is seen on the first page`);
    return (word.top + word.bottom) / 2;
  };
  const [, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, seventh = 0] = book.rows;
  const planned = second / 2 + third + fourth + fifth + sixth + seventh / 2;
  return Math.round(((middleOf('A7') - middleOf('A2')) / planned) * 100) / 100;
}

function within(words: readonly Word[], part: Part): string {
  return joined(
    words.filter((word) => {
      const middle = (word.left + word.right) / 2;
      return (
        word.page === part.page &&
        middle > part.left &&
        middle < part.right &&
        word.top >= part.top - tolerance &&
        word.bottom <= part.bottom + tolerance
      );
    }),
  );
}

/** Line by line; the fonts of one line have boxes of different heights. */
function joined(words: readonly Word[]): string {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const line = lines.at(-1);
    const [before] = line ?? [];
    if (line && before && (word.top + word.bottom - before.top - before.bottom) / 2 < 6) line.push(word);
    else lines.push([word]);
  }
  return lines
    .flatMap((line) => line.sort((a, b) => a.left - b.left))
    .map(({ text }) => text.replace(/\s/g, ''))
    .join('');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
