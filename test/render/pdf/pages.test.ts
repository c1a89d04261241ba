// Rows over pages: what moves, what is split, what is printed again, and that every text stands in its cell.
import { describe, expect, it } from 'vitest';
import type { Cell, Grid, Row, Table } from '../../../src/compose/grid.js';
import type { Theme } from '../../../src/compose/theme.js';
import { missing } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { nodes, popplerText, type ReadDocument, readPdf, rendered, solid } from './read-back.js';

const titled = (...tables: readonly Table[]): Grid => ({ title: '申报表', titleStyle: 'title', tables });
const row = (...cells: readonly Cell[]): Row => ({ cells });
const label = (text: string) => row(cell(text, 'section', { header: true }));
const one = (...rows: readonly Row[]): Table => ({ columns: ['full'], headRows: 0, rows });
const lines = (count: number, text: string) => Array.from({ length: count }, (_, index) => `${index + 1}.${text}`);

/** The texts of a page, footer apart. */
const textsOf = (document: ReadDocument, page: number) =>
  document.pages[page]?.pieces.slice(0, -1).map((piece) => piece.text) ?? [];

describe('a cell taller than a page', async () => {
  const items = lines(200, '节庆活动（53万）：春节系列活动');
  const grid = titled(one(label('测算依据：'), row(cell(items.join('\n'), 'text')), row(cell('后记', 'text'))));
  const document = await readPdf(await rendered(grid));

  it('goes on over the pages, whole and in order', () => {
    expect(document.pages.length).toBeGreaterThan(4);
    const printed = document.pages.flatMap((_, page) => textsOf(document, page));
    expect(printed).toEqual(['申报表', '测算依据：', ...items, '后记']);
  });

  it('is one TD with a piece on each page', () => {
    const pieces = document.pages.map((page) => nodes(page.tree, 'TD').map((node) => node.text));
    expect(pieces.slice(0, -1).map((texts) => texts.length)).toEqual(pieces.slice(0, -1).map(() => 1));
    expect(pieces.flat().join('')).toBe(`${items.join('')}后记`);
  });

  it('begins right below its label', () =>
    expect(textsOf(document, 0).slice(0, 3)).toContain('1.节庆活动（53万）：春节系列活动'));
});

describe('a table of 60 rows', async () => {
  const head = ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'];
  const table: Table = {
    columns: ['first', 'second', 'third', 'target', 'explanation'],
    headRows: 1,
    rows: [
      row(...head.map((text) => cell(text, 'head', { header: true }))),
      ...lines(60, '指标').map((name) =>
        row(
          ...['产出指标', '数量指标', name, '≥9场次', '考察全年开展活动次数，含区内职工参加的市级比赛与培训'].map(
            (text) => cell(text, 'text'),
          ),
        ),
      ),
    ],
  };
  const document = await readPdf(await rendered(titled(table)));

  it('repeats its head on each page', () => {
    expect(document.pages.length).toBeGreaterThan(2);
    expect(textsOf(document, 0).slice(1, 6)).toEqual(head);
    for (let page = 1; page < document.pages.length; page += 1)
      expect(textsOf(document, page).slice(0, 5)).toEqual(head);
  });

  it('is read once: the heads again are no content', () => {
    const heads = document.pages.flatMap((page) => nodes(page.tree, 'TH').map((node) => node.text));
    expect(heads).toEqual(head);
    const names = document.pages.flatMap((page) => nodes(page.tree, 'TR').map((tr) => tr.children[2]?.text));
    expect(names).toEqual(['三级指标', ...lines(60, '指标')]);
  });

  it('splits no short row', () => {
    for (const page of document.pages) {
      for (const tr of nodes(page.tree, 'TR')) expect(tr.children.filter((each) => each.text !== '')).toHaveLength(5);
    }
  });
});

describe('a row split between pages', async () => {
  const cells = [
    cell('效益指标', 'category'),
    cell(lines(45, '说明').join('\n'), 'indicator'),
    cell(lines(60, '解释').join('\n'), 'text'),
  ];
  const document = await readPdf(
    await rendered(titled({ columns: ['first', 'third', 'explanation'], headRows: 0, rows: [row(...cells)] })),
  );

  it('goes on at the top of the next page in each of its cells', () => {
    const tops = document.pages[1]?.pieces.filter((piece) => /^\d+\.(说明|解释)$/.test(piece.text)) ?? [];
    const first = (kind: string) => tops.find((piece) => piece.text.endsWith(kind))?.y;
    expect(first('说明')).toBeDefined();
    expect(first('说明')).toBe(first('解释'));
  });
});

describe('a cell over many rows', () => {
  const spanned = (text: string, count: number): Table => ({
    columns: ['first', 'third'],
    headRows: 0,
    rows: lines(count, '指标').map((name, index) =>
      index === 0 ? row(cell(text, 'category', { rowspan: count }), cell(name, 'text')) : row(cell(name, 'text')),
    ),
  });

  it('keeps its text when a page ends within it', async () => {
    const document = await readPdf(await rendered(titled(spanned('产出指标', 60))));
    expect(document.pages).toHaveLength(3);
    expect(textsOf(document, 0).filter((text) => text === '产出指标')).toHaveLength(1);
    const names = document.pages.flatMap((_, page) => textsOf(document, page)).filter((text) => text.includes('.'));
    expect(names).toEqual(lines(60, '指标'));
  });

  it('that is longer than its rows goes on over the pages, and the last row grows', async () => {
    const long = lines(80, '说明').join('\n');
    const document = await readPdf(await rendered(titled(spanned(long, 3), one(row(cell('后记', 'text'))))));
    const printed = document.pages.flatMap((_, page) => textsOf(document, page));
    expect(printed.filter((text) => text.endsWith('说明'))).toEqual(lines(80, '说明'));
    expect(printed.filter((text) => text.endsWith('指标'))).toEqual(lines(3, '指标'));
    expect(printed.at(-1)).toBe('后记');
  });
});

describe('the foot of a page', () => {
  /** Rows of one line until the page has room for about `left` more points. */
  const filled = (left: number): readonly Row[] => {
    const { paper, margin, padding, lineHeight } = sampleTheme();
    const height = 10.5 * lineHeight + 2 * padding.y;
    const room = paper.height - margin.top - margin.bottom - 18 * lineHeight - 9;
    return lines(Math.floor((room - left) / height), '填充').map((text) => row(cell(text, 'text')));
  };

  it.each([20, 30, 45, 60])('never holds a lone label (%d points left)', async (left) => {
    const text = lines(40, '依据').join('\n');
    const document = await readPdf(
      await rendered(titled(one(...filled(left), label('政策依据：'), row(cell(text, 'text'))))),
    );
    const page = document.pages.findIndex((_, index) => textsOf(document, index).includes('政策依据：'));
    expect(textsOf(document, page)).toEqual(expect.arrayContaining(['1.依据', '2.依据']));
  });

  it('never holds a lone table head', async () => {
    const table: Table = {
      columns: ['first', 'third'],
      headRows: 1,
      rows: [
        row(cell('一级指标', 'head', { header: true }), cell('三级指标', 'head', { header: true })),
        row(cell('产出指标', 'text'), cell('开展活动数量', 'text')),
      ],
    };
    const document = await readPdf(await rendered(titled(one(...filled(25)), table)));
    expect(textsOf(document, 1)).toEqual(['一级指标', '三级指标', '产出指标', '开展活动数量']);
  });

  it('lets a row shorter than a third of a page move whole', async () => {
    const text = lines(8, '说明').join('\n');
    const document = await readPdf(await rendered(titled(one(...filled(60), row(cell(text, 'text'))))));
    expect(textsOf(document, 1)).toEqual(lines(8, '说明'));
  });

  it('splits a taller row, not leaving a single line behind', async () => {
    for (const count of [24, 25, 26, 27, 28]) {
      const text = lines(count, '说明').join('\n');
      const document = await readPdf(await rendered(titled(one(...filled(140), row(cell(text, 'text'))))));
      const last = textsOf(document, 1).length;
      expect(last, `${count} lines`).toBeGreaterThan(1);
      expect(textsOf(document, 0).filter((each) => each.endsWith('说明')).length).toBe(count - last);
    }
  });
});

describe('every text', () => {
  const extremes: Record<string, Grid> = {
    'of the seed': sampleGrid(),
    'of a 3,000-character goal': titled(
      one(label('年度目标：'), row(cell('深入学习，宣传贯彻。'.repeat(300), 'text'))),
    ),
    'of nothing but marks': titled(one(row(cell('。，（“'.repeat(400), 'text')))),
    'of long Latin and digits': titled({
      columns: ['first', 'third'],
      headRows: 0,
      rows: [row(cell('Aa9'.repeat(100), 'category'), cell('4'.repeat(500), 'target'))],
    }),
  };

  it.each(Object.entries(extremes))('%s is whole and stands between its cell’s borders', async (_, grid) => {
    const theme = sampleTheme();
    const document = await readPdf(await rendered(grid));
    const cells = grid.tables.flatMap((table) => table.rows.flatMap((each) => each.cells));
    const content = document.pages.flatMap((page) => page.pieces.filter((piece) => piece.mark !== null));
    const expected = cells.map((each) => each.paragraphs.map((runs) => runs.map((run) => run.text).join('')).join(''));
    expect(solid(content.map((piece) => piece.text).join(''))).toBe(solid(grid.title + expected.join('')));
    for (const page of document.pages) {
      for (const tr of nodes(page.tree, 'TR')) {
        const edges = edgesOf(theme, grid, tr.children.length);
        for (const piece of page.pieces.slice(0, -1)) {
          expect(piece.y).toBeLessThan(page.height - theme.margin.bottom);
          expect(piece.y).toBeGreaterThan(theme.margin.top);
        }
        tr.children.forEach((child, column) => {
          const [left, right] = [edges[column] as number, edges[column + 1] as number];
          for (const piece of page.pieces.filter((each) => each.mark !== null && child.text.includes(each.text))) {
            if (piece.x < left || piece.x > right) continue;
            expect(piece.x).toBeGreaterThanOrEqual(left + theme.padding.x - 0.01);
            expect(piece.x + piece.width).toBeLessThanOrEqual(right);
          }
        });
      }
    }
  });

  /** The column edges of the grid's table with so many columns. */
  function edgesOf(theme: Theme, grid: Grid, columns: number): readonly number[] {
    const table = grid.tables.find((each) => each.columns.length === columns) as Table;
    const inside = theme.paper.width - theme.margin.left - theme.margin.right;
    const shares = table.columns.map((column) => theme.columns[column] as number);
    const sum = shares.reduce((total, share) => total + share, 0);
    const edges = [theme.margin.left];
    for (const share of shares) edges.push((edges.at(-1) as number) + (share / sum) * inside);
    return edges;
  }

  it.skipIf(missing('pdftotext'))('is inside the margins by poppler’s boxes, footers apart', async () => {
    const { margin, paper } = sampleTheme();
    for (const grid of Object.values(extremes)) {
      const boxes = await popplerText(await rendered(grid), '-bbox');
      const words = [
        ...boxes.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g),
      ];
      expect(words.length).toBeGreaterThan(3);
      for (const [, xMin, yMin, xMax, yMax, text] of words) {
        const footer = Number(yMin) > paper.height - margin.bottom - 5;
        if (footer) expect(text).toMatch(/^(第|共|页|\d+)$/);
        expect(Number(xMin)).toBeGreaterThan(margin.left);
        expect(Number(xMax)).toBeLessThan(paper.width - margin.right);
        expect(Number(yMax)).toBeLessThan(paper.height);
      }
    }
  });
});

describe('paper that holds not even one line', () => {
  it('ends all the same, and nothing is lost', async () => {
    const theme: Theme = { ...sampleTheme(), paper: { ...sampleTheme().paper, height: 100 } };
    const text = lines(5, '说明');
    const document = await readPdf(await rendered(titled(one(row(cell(text.join('\n'), 'text')))), theme));
    const printed = document.pages.flatMap((page) => page.pieces.map((piece) => piece.text));
    expect(printed).toEqual(expect.arrayContaining([...text]));
  });
});
