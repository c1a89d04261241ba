// The page, read back by a browser: the fields in their cells, on a wide screen, on a phone and in print.
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { cellText, type Grid } from '../../../src/compose/grid.js';
import type { Theme } from '../../../src/compose/theme.js';
import { html } from '../../../src/render/html/html.js';
import { missing, runProgram } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';
import { loadedDom, measured, printedPdf } from './chromium.js';

const meta = {
  title: '二级项目支出绩效目标申报表　区总工会工作经费',
  author: '深圳市深汕特别合作区组织人事局（本级）',
  code: '440313230031500605004',
  year: '2025',
  date: new Date(Date.UTC(2025, 0, 1)),
  digest: '0123456789abcdef'.repeat(4),
  origin: sampleOrigin,
};

async function pageOf(grid: Grid = sampleGrid(), theme: Theme = sampleTheme()): Promise<string> {
  const { value } = await html.render(grid, theme, meta);
  return new TextDecoder().decode(value as Uint8Array);
}

const sample = await pageOf();
const gridWith = (...texts: readonly string[]): Grid => ({
  title: '申报表',
  titleStyle: 'title',
  tables: [
    {
      columns: ['full'],
      headRows: 0,
      rows: texts.map((text, at) => ({ cells: [cell(text, 'text', { field: `/${at}` })] })),
    },
  ],
});

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

const all = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(all)];
const textOf = (node: Node): string =>
  node.nodeName === 'br' ? '\n' : (node.value ?? '') + (node.childNodes ?? []).map(textOf).join('');
const attribute = (node: Node, name: string) => node.attrs?.find((one) => one.name === name)?.value;
const cellsOf = (markup: string) =>
  all(parseFragment(markup) as Node).filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th');

describe('the page', () => {
  it('is the same bytes each time', async () => {
    expect(await pageOf()).toBe(sample);
  });

  it('stands alone: no script, no address of anything else, and a policy that forbids both', () => {
    expect(sample).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|https?:|javascript:/i);
    expect(sample).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
  });

  it('says what it is', () => {
    expect(sample).toContain('<html lang="zh-CN">');
    expect(sample).toContain(`<title>${meta.title}</title>`);
    expect(sample).toContain(`<meta name="author" content="${meta.author}">`);
    expect(sample).toContain('<meta name="dcterms.date" content="2025-01-01">');
    const said = [...sample.matchAll(/<meta name="shenbao-(.*?)" content="(.*?)">/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(said).toEqual([
      ['code', meta.code],
      ['year', '2025'],
      ['digest', meta.digest],
      ['source', sampleOrigin.digest],
      ['template', sampleOrigin.template],
      ['tool', '0.1.0'],
    ]);
  });

  it('an amount carries its number', () => {
    expect(sample).toContain('data-field="/项目总金额"><data value="14531000.00">14,531,000.00</data></td>');
  });

  it('passages that a review inserted or deleted are marked', async () => {
    const marked = cell('', 'text', {
      paragraphs: [[{ text: '≥' }, { text: '9', mark: 'deleted' }, { text: '8', mark: 'inserted' }]],
    });
    const grid = { ...gridWith(), tables: [{ columns: ['full'], headRows: 0, rows: [{ cells: [marked] }] }] };
    expect(await pageOf(grid)).toContain('≥<del>9</del><ins>8</ins>');
  });

  it('heads name columns, labels name rows', () => {
    expect(sample).toMatch(/<thead>\s*<tr><th class="\w+" scope="col">一级指标<\/th>/);
    expect(sample).toMatch(/<th class="\w+" scope="row">项目编码：<\/th>/);
    expect(sample).toMatch(/<tr><th class="\w+" scope="col">政策依据：<\/th><\/tr>/);
  });

  it('labels of a phone’s cards follow the columns under merged heads and cells', async () => {
    const th = (text: string, more = {}) => cell(text, 'head', { header: true, ...more });
    const td = (text: string, more = {}) => cell(text, 'text', { field: `/${text}`, ...more });
    const page = await pageOf({
      ...gridWith(),
      tables: [
        {
          columns: ['first', 'second', 'third'],
          headRows: 2,
          rows: [
            { cells: [th('甲', { rowspan: 2 }), th('合', { colspan: 2 })] },
            { cells: [th('乙'), th('丙')] },
            { cells: [td('1', { rowspan: 2 }), td('2'), td('3')] },
            { cells: [td('4'), td('5')] },
          ],
        },
      ],
    });
    const labels = cellsOf(page).map((node) => [textOf(node), attribute(node, 'data-label')]);
    expect(labels.filter(([, label]) => label !== undefined)).toEqual([
      ['1', '甲'],
      ['2', '乙'],
      ['3', '丙'],
      ['4', '乙'],
      ['5', '丙'],
    ]);
  });
});

describe.skipIf(missing('chromium'))('in a browser', () => {
  it('shows every cell of the grid in order, each field in its cell', async () => {
    const shown = cellsOf(await loadedDom(sample)).map((node) => [attribute(node, 'data-field') ?? null, textOf(node)]);
    const given = sampleGrid().tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(shown).toEqual(given.map((one) => [one.field, cellText(one)]));
  });

  it('hostile texts stay text', async () => {
    const hostile = [
      '<script>document.title = "x"</script>',
      '"><img src=x onerror=alert(1)>',
      '</td></tr></table></main></body><h1>x</h1>',
      '<!-- x --> <![CDATA[x]]> &lt;b&gt; &amp;',
      `it's {{x}} \${x} \`x\` =1+1`,
      '</style><style>body{display:none}</style>',
      '  空格　保留  ',
      '一\n\n三',
    ];
    const cells = hostile.map((text) => cell(text, 'text', { field: `/${text}` }));
    const rows = cells.map((one) => ({ cells: [one] }));
    const page = await pageOf({ ...gridWith(), tables: [{ columns: ['full'], headRows: 0, rows }] });
    const shown = cellsOf(await loadedDom(page));
    expect(shown.map(textOf)).toEqual(hostile);
    expect(shown.map((node) => attribute(node, 'data-field'))).toEqual(hostile.map((text) => `/${text}`));
  });

  it('a theme’s words stay inside the style sheet', async () => {
    const theme = { ...sampleTheme(), footer: { text: '"}</style><h1>x</h1> \\ {page}', style: 'footer' } };
    const dom = await loadedDom(await pageOf(sampleGrid(), theme));
    expect(dom.match(/<h1/g)).toHaveLength(1);
  });

  it.each([
    [375, 'phone'],
    [768, 'tablet'],
    [1440, 'screen'],
  ])('nothing runs out of a window of %i pixels (%s)', async (width) => {
    const long = gridWith('a'.repeat(500), '1'.repeat(500), '，'.repeat(500));
    for (const page of [sample, await pageOf(long)]) {
      expect(await measured<number>(page, width, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });

  it('a phone shows each indicator as a card: its levels as heading, then labels over values, to the left', async () => {
    const [card, heads, align, label] = await measured<[string, string, string[], string]>(
      sample,
      375,
      `[
        window.getComputedStyle(document.querySelector('.list tbody tr')).display,
        window.getComputedStyle(document.querySelector('thead')).display,
        [...document.querySelectorAll('td')].map((td) => window.getComputedStyle(td).textAlign),
        window.getComputedStyle(document.querySelector('.list td[data-field]'), '::before').content,
      ]`,
    );
    expect([card, heads, label]).toEqual(['flex', 'none', '"三级指标"']);
    expect(new Set(align)).toEqual(new Set(['left']));
    const tops = await measured<number[]>(
      sample,
      375,
      `[...document.querySelector('.list tbody tr').cells].map((td) => Math.round(td.getBoundingClientRect().top))`,
    );
    expect(tops[1]).toBe(tops[0]);
    expect(tops.slice(1)).toEqual([...new Set(tops.slice(1))].sort((a, b) => a - b));
  });

  it('texts on a phone stand out from what is behind them (WCAG AA: 4.5 to 1)', async () => {
    const ratios = await measured<number[]>(
      sample,
      375,
      `(() => {
        const luminance = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map((c) => c / 255)
          .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
          .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
        const behind = (element) => {
          const colour = window.getComputedStyle(element).backgroundColor;
          return colour === 'rgba(0, 0, 0, 0)' && element.parentElement ? behind(element.parentElement) : colour;
        };
        return [...document.querySelectorAll('h1,th,td')].flatMap((element) => [undefined, '::before'].map((part) => {
          const [a, b] = [luminance(window.getComputedStyle(element, part).color), luminance(behind(element))];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }));
      })()`,
    );
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });
});

describe.skipIf(missing('chromium', 'pdftotext', 'pdfinfo'))('in print', () => {
  const pagesOf = async (page: string) => {
    const pdf = await printedPdf(page);
    const text = runProgram('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf);
    return { info: runProgram('pdfinfo', ['-'], pdf), pages: text.split('\f').slice(0, -1) };
  };
  const squeezed = (text: string) => text.replace(/\s/g, '');

  it('is A4 landscape with numbered pages and repeated heads, and keeps the order of the form', async () => {
    const { info, pages } = await pagesOf(sample);
    expect(info).toMatch(/Page size:\s+84[12]\.\d+ x 59[45]\.\d+ pts \(A4\)/);
    expect(pages.length).toBeGreaterThan(1);
    const footers = pages.map((page) => /第\d+页共\d+页/.exec(squeezed(page))?.[0]);
    expect(footers).toEqual(pages.map((_, at) => `第${at + 1}页共${pages.length}页`));

    const head = '一级指标二级指标三级指标指标值指标解释';
    const withRows = pages.map(squeezed).filter((page) => /[^*]效益指标|产出指标/.test(page));
    expect(withRows.every((page) => page.includes(head))).toBe(true);

    const printed = pages.map((page) => squeezed(page).replace(/第\d+页共\d+页/, '')).join('');
    const texts = sampleGrid().tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(cellText)));
    let from = 0;
    for (const text of texts.map(squeezed)) {
      const at = printed.indexOf(text.slice(0, 12), from);
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  it('a row of several cells stays whole, a label stays with its text', async () => {
    const row = (at: number) => ({ cells: [cell(`始${at}`, 'text'), cell(`中\n中\n中\n中\n终${at}`, 'text')] });
    const label = (at: number) => [
      { cells: [cell(`标签${at}`, 'section', { header: true })] },
      { cells: [cell(`正文${at}\n二\n三`, 'text')] },
    ];
    const { pages } = await pagesOf(
      await pageOf({
        ...gridWith(),
        tables: [
          { columns: ['label', 'value'], headRows: 0, rows: Array.from({ length: 30 }, (_, at) => row(at)) },
          { columns: ['full'], headRows: 0, rows: Array.from({ length: 30 }, (_, at) => label(at)).flat() },
        ],
      }),
    );
    const on = (word: string) => pages.findIndex((page) => page.split(/\s/).includes(word));
    for (let at = 0; at < 30; at++) {
      expect([on(`始${at}`), on(`标签${at}`)]).toEqual([on(`终${at}`), on(`正文${at}`)]);
      expect(on(`始${at}`)).toBeGreaterThanOrEqual(0);
      expect(on(`标签${at}`)).toBeGreaterThan(0);
    }
    expect(pages.length).toBeGreaterThan(4);
  });

  it('A3 upright is A3 upright', async () => {
    const paper = { name: 'A3', landscape: false, width: 841.89, height: 1190.55 } as const;
    const { info } = await pagesOf(await pageOf(sampleGrid(), { ...sampleTheme(), paper }));
    expect(info).toMatch(/Page size:\s+84[12]\.\d+ x 119[01](\.\d+)? pts/);
  });
});
