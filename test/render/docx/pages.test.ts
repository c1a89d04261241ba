// Documents laid out by LibreOffice. What it prints depends on its fonts, so these tests count pages and read text alone.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellText, type Grid } from '../../../src/compose/grid.js';
import { convert, inFolder, missing, runProgram } from '../../support/programs.js';
import { cell, sampleGrid } from '../../support/sample-grid.js';
import { column, gridOf, render } from './render-sample.js';

/** The text of each page, without white space. */
async function printedPages(grid: Grid): Promise<readonly string[]> {
  const pdf = await convert(await render(grid), 'docx', 'pdf');
  return inFolder((folder) => {
    const path = join(folder, 'printed.pdf');
    writeFileSync(path, pdf);
    const pages = runProgram('pdftotext', ['-raw', path, '-']).split('\f').slice(0, -1);
    return pages.map((page) => page.replaceAll(/\s/g, ''));
  });
}

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

describe.skipIf(missing('soffice', 'pdftotext'))('the sample, printed by LibreOffice', () => {
  let pages: readonly string[];
  beforeAll(async () => {
    pages = await printedPages(sampleGrid());
  });

  it('takes three pages, each with its number', () => {
    expect(pages.map((page) => page.match(/第\d+页共\d+页/)?.[0])).toEqual(['第1页共3页', '第2页共3页', '第3页共3页']);
  });

  it('shows every line of every cell', () => {
    // A line may run on to the next page, across the number at the foot.
    const printed = pages.join('').replaceAll(/第\d+页共\d+页/g, '');
    for (const each of sampleGrid().tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
      for (const line of cellText(each).split('\n')) expect(printed).toContain(squeezed(line));
    }
  });

  it('repeats the head of the indicators on the page that they run on to', () => {
    expect(pages.map((page) => page.includes('一级指标二级指标三级指标'))).toEqual([false, true, true]);
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('long tables', () => {
  it('run over as many pages as they need: one cell of 200 items', async () => {
    const items = Array.from({ length: 200 }, (_, index) => `${index + 1}.事项（${index}万）：说明`);
    const pages = await printedPages(column([items.join('\n')]));
    expect(pages.length).toBeGreaterThanOrEqual(5);
    expect(pages.length).toBeLessThanOrEqual(8);
    const printed = pages.join('').replaceAll(/第\d+页共\d+页/g, '');
    expect(printed).toContain(items.join(''));
  });

  it('repeat their head on each page and split no short row: 60 rows', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      cell(`始${index}`, 'category'),
      cell(`${'解释一'.repeat(20)}终${index}止`, 'indicator'),
    ]);
    const head = [cell('名称头', 'head', { header: true }), cell('解释头', 'head', { header: true })];
    const pages = await printedPages(gridOf(['first', 'explanation'], [head, ...rows], 1));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page).toContain('名称头解释头');
      const starts = page.match(/始\d+/g)?.length;
      expect(starts).toBeGreaterThan(0);
      expect(page.match(/终\d+止/g)?.length).toBe(starts);
    }
  });

  it('hold a row taller than a page beside short cells', async () => {
    const text = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
    const pages = await printedPages(gridOf(['first', 'third'], [[cell('甲', 'category'), cell(text, 'indicator')]]));
    const printed = pages.join('').replaceAll(/第\d+页共\d+页/g, '');
    expect(pages.length).toBeGreaterThan(1);
    expect([...text].filter((character) => !printed.includes(character))).toEqual([]);
  });
});
