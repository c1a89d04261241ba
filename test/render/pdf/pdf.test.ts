// The seed's form as PDF, read back by poppler and pdf.js.
import { describe, expect, it } from 'vitest';
import { cellText, type Grid } from '../../../src/compose/grid.js';
import { missing } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';
import { meta, nodes, pictures, popplerText, readPdf, rendered, solid } from './read-back.js';

const grid = sampleGrid();
const cells = grid.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));

describe('the seed’s form', async () => {
  const document = await readPdf(await rendered(grid));

  it('shows the title and every cell whole and in order, table heads again on a page they continue on', () => {
    const content = document.pages.flatMap((page) => page.pieces.filter((piece) => piece.mark !== null));
    expect(solid(content.map((piece) => piece.text).join(''))).toBe(
      solid(grid.title + cells.map((each) => cellText(each)).join('')),
    );
    const lastPage = document.pages.at(-1)?.pieces.map((piece) => piece.text) ?? [];
    expect(lastPage.slice(0, 5)).toEqual(['一级指标', '二级指标', '三级指标', '指标值', '指标解释']);
  });

  it('numbers its pages below the text', () => {
    const footers = document.pages.map((page) => page.pieces.at(-1));
    expect(footers.map((footer) => footer?.text)).toEqual(['第 1 页 共 3 页', '第 2 页 共 3 页', '第 3 页 共 3 页']);
    for (const [index, page] of document.pages.entries()) {
      const foot = page.height - sampleTheme().margin.bottom;
      for (const piece of page.pieces.slice(0, -1)) expect(piece.y).toBeLessThan(foot);
      expect(footers[index]?.y).toBeGreaterThan(foot);
    }
  });

  it('is tagged as a title and tables of rows with heads and values', () => {
    expect(document.tagged).toBe(true);
    const [first] = document.pages;
    expect(first?.tree.children.map((child) => child.role)).toEqual(['Document']);
    expect(first?.tree.children[0]?.children.map((child) => child.role)).toEqual(['H1', 'Table', 'Table']);
    const rows = nodes(first?.tree ?? { role: '', text: '', children: [] }, 'TR').map((row) =>
      row.children.map((child) => `${child.role} ${child.text}`),
    );
    expect(rows[0]).toEqual(['TH 项目编码：', 'TD 440313230031500605004', 'TH 项目名称：', 'TD 区总工会工作经费']);
    expect(rows[5]).toEqual(['TH 政策依据：']);
  });

  it('says for each head which way it looks, and how far a cell reaches', async () => {
    const wide: Grid = {
      ...grid,
      tables: [
        {
          columns: ['first', 'second', 'third'],
          headRows: 1,
          rows: [
            { cells: [cell('指标', 'head', { header: true, colspan: 2 }), cell('指标值', 'head', { header: true })] },
            { cells: [cell('产出', 'label', { header: true, rowspan: 2 }), cell('数量', 'text'), cell('9', 'text')] },
            { cells: [cell('质量', 'text'), cell('90%', 'text')] },
          ],
        },
      ],
    };
    const source = Buffer.from(await rendered(wide)).toString('latin1');
    const attributes = [...source.matchAll(/\/O\/Table([^>]*)>>/g)].map((match) => match[1]);
    expect(attributes).toEqual(['/Scope/Column/ColSpan 2', '/Scope/Column', '/Scope/Row/RowSpan 2']);
  });

  it('has an outline of the title, the labels over the whole width and the table head', () => {
    const [title] = document.outline;
    expect(document.outline).toHaveLength(1);
    expect(title?.title).toBe('二级项目支出绩效目标申报表');
    expect(title?.items.map(({ title, page }) => `${page} ${title}`)).toEqual([
      '1 政策依据',
      '1 测算依据',
      '2 年度目标',
      '2 长期目标（跨度多年的项目需填）',
      '2 一级指标、二级指标、三级指标、指标值、指标解释',
    ]);
    for (const item of title?.items ?? []) {
      const label = document.pages[item.page - 1]?.pieces.find((piece) =>
        item.title.startsWith(piece.text.slice(0, 4)),
      );
      expect(item.left).toBe(0);
      expect(item.top).toBeLessThan(label?.y ?? 0);
      expect(item.top).toBeGreaterThan((label?.y ?? 0) - 20);
    }
  });

  it('says what it is', () => {
    expect(document.info).toMatchObject({
      Title: meta.title,
      Author: meta.author,
      Subject: meta.code,
      Keywords: `year=2025&digest=${meta.digest}&source=${sampleOrigin.digest}&template=${sampleOrigin.template}&tool=0.1.0`,
      Language: 'zh-CN',
      CreationDate: 'D:20250101000000Z',
      ModDate: 'D:20250101000000Z',
    });
    expect(document.xmp.get('dc:title')).toBe(meta.title);
    expect(document.xmp.get('pdfaid:part')).toBe('3');
    expect(document.xmp.get('pdfaid:conformance')).toBe('A');
    expect(document.displaysTitle).toBe(true);
  });

  it.skipIf(missing('pdftotext'))('copies out in poppler as in pdf.js', async () => {
    const bytes = await rendered(grid);
    const text = solid(await popplerText(bytes, '-raw'));
    for (const each of cells) expect(text).toContain(solid(cellText(each)).slice(0, 20));
    const layout = await popplerText(bytes, '-layout');
    expect(layout).toMatch(/项目编码：\s+440313230031500605004\s+项目名称：\s+区总工会工作经费/);
    expect(layout).toMatch(/14,531,000\.00\s+本年度项目金额（元）：\s+2,425,500\.00/);
  });
});

describe('a document', () => {
  it('is the same, byte for byte, when made twice', async () => {
    const first = Buffer.from(await rendered(sampleGrid()));
    expect(first.equals(Buffer.from(await rendered(sampleGrid())))).toBe(true);
  });

  it('is the same whatever was made before it', async () => {
    const first = Buffer.from(await rendered(sampleGrid()));
    for (let other = 0; other < 20; other += 1)
      await rendered(oneCell(cell(`标签${other}甲乙丙丁`.slice(other % 3), 'text')));
    expect(first.equals(Buffer.from(await rendered(sampleGrid())))).toBe(true);
  });

  it('has an ID of its own when its content differs and nothing else does', async () => {
    const id = async (digest: string) =>
      /\/ID \[(<[0-9a-f]{32}>)/.exec(
        Buffer.from(await rendered(grid, sampleTheme(), { ...meta, digest })).toString('latin1'),
      )?.[1];
    expect(await id('00')).toMatch(/^<[0-9a-f]{32}>$/);
    expect(await id('00')).not.toBe(await id('01'));
    expect(await id('00')).toBe(await id('00'));
  });

  it('keeps a title that looks like markup, in the information and in XMP', async () => {
    const title = '</rdf:li> <b>&amp; {{项目}} "（一）" \\ ) 𬱖';
    const read = await readPdf(await rendered(grid, sampleTheme(), { ...meta, title, author: null, code: null }));
    expect(read.info.Title).toBe(title);
    expect(read.xmp.get('dc:title')).toBe(title);
    expect(read.info.Author).toBeUndefined();
    expect(read.info.Subject).toBeUndefined();
  });

  it('prints what looks like markup, operators or a template as text', async () => {
    const text = '<script>alert(1)</script> {{#each}} (Tj) ET EMC \\051 =1+1 ../../etc';
    const read = await readPdf(await rendered(oneCell(cell(text, 'text'))));
    expect(read.pages[0]?.pieces.map((piece) => piece.text)).toContain(text);
  });

  it('without a title, footer, border or tables is still a page', async () => {
    const theme = { ...sampleTheme(), footer: { text: '', style: 'footer' }, border: { width: 0, colour: '#000000' } };
    const read = await readPdf(await rendered({ title: '', titleStyle: 'title', tables: [] }, theme));
    expect(read.pages.map((page) => page.pieces)).toEqual([[]]);
    expect(read.outline).toEqual([]);
  });

  it.skipIf(missing('pdftoppm', 'pdfinfo'))('shows in colour what a review inserted and deleted', async () => {
    const marked = cell('', 'text', {
      paragraphs: [
        [{ text: '≥' }, { text: '90%', mark: 'deleted' }, { text: '95%', mark: 'inserted' }, { text: '以上' }],
      ],
    });
    const bytes = await rendered(oneCell(marked));
    const [page] = await pictures(bytes);
    expect(coloured(page as Buffer)).toEqual({ red: true, blue: true });
    const [plain] = await pictures(await rendered(oneCell(cell('≥95%以上', 'text'))));
    expect(coloured(plain as Buffer)).toEqual({ red: false, blue: false });
    const read = await readPdf(bytes);
    expect(read.pages.flatMap((page) => nodes(page.tree, 'TD').map((node) => node.text))).toEqual(['≥90%95%以上']);
  });
});

function oneCell(only: ReturnType<typeof cell>): Grid {
  return {
    title: '标题',
    titleStyle: 'title',
    tables: [{ columns: ['full'], headRows: 0, rows: [{ cells: [only] }] }],
  };
}

function coloured(pixels: Buffer): { readonly red: boolean; readonly blue: boolean } {
  let red = false;
  let blue = false;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [r, b] = [pixels[at] as number, pixels[at + 2] as number];
    if (r - b > 60) red = true;
    if (b - r > 60) blue = true;
  }
  return { red, blue };
}
