import { strFromU8 } from 'fflate';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { unpackZip } from '../../../src/base/zip.js';
import { cellText, type Grid, type Paragraph } from '../../../src/compose/grid.js';
import type { Theme } from '../../../src/compose/theme.js';
import type { Meta } from '../../../src/render/renderer.js';
import { missing } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';
import { type ReadDocument, readDocument } from './read-document.js';
import { column, gridOf, meta, render } from './render-sample.js';

describe.skipIf(missing('python'))('the sample, read by python-docx', () => {
  const grid = sampleGrid();
  let read: ReadDocument;
  beforeAll(async () => {
    read = readDocument(await render(grid));
  });

  it('holds the text of every cell, whole and in order', () => {
    const written = grid.tables.map(({ rows }) => rows.map(({ cells }) => cells.map(cellText)));
    expect(read.tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))).toEqual(written);
  });

  it('begins with the title, a heading in 黑体', () => {
    expect(read.paragraphs[0]).toEqual({
      text: '二级项目支出绩效目标申报表',
      style: {
        name: 'Heading 1',
        fonts: ['黑体', '黑体', '黑体'],
        size: 18,
        align: 'center',
        line: ['504', 'exact'],
        outline: '0',
      },
    });
  });

  it('keeps stacked tables apart by paragraphs of a twentieth of a point', () => {
    expect(read.body).toEqual(['p', 'tbl', 'p', 'tbl', 'p', 'tbl', 'p', 'tbl', 'p', 'sectPr']);
    for (const { text, style } of read.paragraphs.slice(1)) {
      expect([text, style.line, style.size]).toEqual(['', ['1', 'exact'], 1]);
    }
  });

  it('is A4 landscape with margins of 15 mm', () => {
    expect(read.page).toEqual([16838, 11906, 850, 850, 850, 850]);
    expect(read.orientation).toContain('LANDSCAPE');
  });

  it('gives every table fixed columns that add up to the width inside the margins', () => {
    for (const { layout, columns } of read.tables) {
      expect(layout).toBe('fixed');
      expect(columns.reduce((sum, width) => sum + width)).toBe(16838 - 2 * 850);
    }
    expect(read.tables[2]?.columns).toEqual([1665, 2574, 4390, 1816, 4693]);
  });

  it('sets each cell in 宋体 of 10.5 points on lines of 14.7, as its style says', () => {
    const [particulars, texts, indicators] = read.tables;
    const text = { fonts: ['宋体', '宋体', '宋体'], size: 10.5, line: ['294', 'exact'], outline: null };
    expect(particulars?.rows[0]?.cells[1]).toMatchObject({
      fill: 'E7E6E6',
      vertical: 'center',
      style: { ...text, name: '申报 system', align: 'left' },
    });
    expect(texts?.rows[1]?.cells[0]).toMatchObject({ fill: null, vertical: 'top', style: { ...text, align: 'left' } });
    expect(indicators?.rows[1]?.cells[0]?.style).toMatchObject({ ...text, align: 'center' });
  });

  it('draws lines of half a point, shared where tables meet, and none around the remark', () => {
    const half = ['single', '2'];
    const line = ['single', '4'];
    const inner = { left: line, right: line, insideH: line, insideV: line };
    expect(read.tables.map(({ borders }) => borders)).toEqual([
      { ...inner, top: line, bottom: half },
      { ...inner, top: half, bottom: half },
      { ...inner, top: half, bottom: line },
      Object.fromEntries([...Object.keys(inner), 'top', 'bottom'].map((side) => [side, ['nil', null]])),
    ]);
  });

  it('repeats the head of the indicators alone', () => {
    const heads = read.tables.map(({ rows }) => rows.filter(({ head }) => head).length);
    expect(heads).toEqual([0, 0, 1, 0]);
    expect(read.tables[2]?.rows[0]?.head).toBe(true);
  });

  it('keeps heads and labels over the full width with what follows, and nothing else', () => {
    const kept = read.tables.flatMap(({ rows }) => rows).filter(({ cells }) => cells.every(({ keepNext }) => keepNext));
    expect(kept.map(({ cells }) => cells[0]?.text)).toEqual([
      '政策依据：',
      '测算依据：',
      '年度目标：',
      '长期目标（跨度多年的项目需填）：',
      '一级指标',
    ]);
  });

  it('lets the rows split that are taller than a third of a page', () => {
    const splitting = read.tables.flatMap(({ rows }) => rows).filter(({ cantSplit }) => !cantSplit);
    expect(splitting.map(({ cells }) => cells[0]?.text.slice(0, 8))).toEqual(['1.深汕党发〔2', '1.市级三大节（']);
  });

  it('numbers its pages with fields', () => {
    expect(read.footer.fields).toEqual(['PAGE', 'NUMPAGES']);
    expect(read.footer.text).toBe('第  页 共  页');
  });

  it('says what it is, by dates that are given and not by the clock', () => {
    expect(read.core).toEqual({
      title: '二级项目支出绩效目标申报表 区总工会工作经费',
      author: '深圳市深汕特别合作区组织人事局（本级）',
      language: 'zh-CN',
      created: '2025-01-01 00:00:00',
      modified: '2025-01-01 00:00:00',
    });
    expect(read.custom).toEqual({
      code: '440313230031500605004',
      year: '2025',
      digest: 'ab'.repeat(32),
      source: sampleOrigin.digest,
      template: sampleOrigin.template,
      tool: '0.1.0',
    });
  });

  it('keeps 禁则 and adds no space between Chinese and Latin text', () => {
    expect(read.defaults).toEqual(
      expect.arrayContaining(['kinsoku=1', 'autoSpaceDE=0', 'autoSpaceDN=0', 'snapToGrid=0', 'overflowPunct=0']),
    );
  });
});

describe.skipIf(missing('python'))('cells', () => {
  it('may span columns and rows', async () => {
    const grid = gridOf(
      ['first', 'second', 'third'],
      [
        [cell('甲', 'text', { rowspan: 3 }), cell('乙', 'text', { colspan: 2 })],
        [cell('丙', 'text'), cell('丁', 'text', { rowspan: 2 })],
        [cell('戊', 'text')],
      ],
    );
    const table = readDocument(await render(grid)).tables[0];
    expect(table?.places).toEqual([
      ['甲', '乙', '乙'],
      ['甲', '丙', '丁'],
      ['甲', '戊', '丁'],
    ]);
    for (const { cells } of table?.rows ?? []) {
      let place = 0;
      for (const { width, span } of cells) {
        const columns = table?.columns.slice(place, place + span) ?? [];
        expect(width).toBe(columns.reduce((sum, each) => sum + each));
        place += span;
      }
      expect(place).toBe(3);
    }
  });

  it('may be empty, and keep empty lines', async () => {
    const table = readDocument(await render(column(['', '一\n\n二']))).tables[0];
    expect(table?.places).toEqual([[''], ['一\n\n二']]);
  });

  it('draw their own borders in a table where not all have them', async () => {
    const grid = gridOf(['first', 'second'], [[cell('有', 'text'), cell('无', 'note')]]);
    const xml = strFromU8(unpackZip(await render(grid))['word/document.xml'] ?? new Uint8Array());
    const cells = xml.split('<w:tc>').slice(1);
    expect(cells.map((each) => each.includes('<w:tcBorders>'))).toEqual([true, false]);
  });

  const hostile = [
    ['the end of a CDATA section', ']]>'],
    ['markup', '&lt;b&gt; &amp; &#65; <w:t>x</w:t>'],
    ['placeholders', '{{x}} {page} {pages} $& $1 %s'],
    ['a formula', '=1+1'],
    ['a placeholder of docx', '甲{default-bullet-numbering-0}乙'],
    ['a field of docx', 'CURRENT'],
    ['spaces', '  前后空格  '],
    ['quotes', '"\'`\\“”‘’'],
    ['characters beyond the basic plane', '𬱖龘𠮷'],
    ['3,000 characters', '中'.repeat(3000)],
    ['a word longer than the line', 'a'.repeat(500)],
  ] as const;
  it.each(hostile)('hold as text what may mean something elsewhere: %s', async (_, text) => {
    const theme = sampleTheme();
    const footer = { ...theme.footer, text: text.replaceAll(/\{pages?\}/g, '') };
    const read = readDocument(
      await render({ ...column([text]), title: text }, { ...theme, footer }, { ...meta, title: text }),
    );
    expect(read.tables[0]?.places).toEqual([[text]]);
    expect(read.paragraphs[0]?.text).toBe(text);
    expect(read.footer).toEqual({ text: footer.text, fields: [] });
    expect(read.core.title).toBe(text);
  });

  it('show � for what XML has no place for', async () => {
    const read = readDocument(await render({ ...column(['甲\u0001\ufffe\ud800乙\u{10ffff}']), title: '\u000b题' }));
    expect(read.tables[0]?.places).toEqual([['甲���乙\u{10ffff}']]);
    expect(read.paragraphs[0]?.text).toBe('�题');
  });

  it('keep a title of two lines one heading', async () => {
    const read = readDocument(await render({ ...column(['一']), title: '上行\n下行' }));
    expect(read.paragraphs[0]?.text).toBe('上行\n下行');
  });

  it('stand first where there is no title', async () => {
    const read = readDocument(await render({ ...column(['一']), title: '' }));
    expect(read.body).toEqual(['tbl', 'p', 'sectPr']);
  });
});

describe.skipIf(missing('python'))('paper', () => {
  it('may stand upright, and its lower margin makes room for the footer', async () => {
    const paper = { name: 'A4', landscape: false, width: 595.28, height: 841.89 } as const;
    const margin = { top: 20, right: 30, bottom: 5, left: 40 };
    const read = readDocument(await render(column(['一']), { ...sampleTheme(), paper, margin }));
    expect(read.page).toEqual([11906, 16838, 400, 600, 378, 800]);
    expect(read.orientation).toContain('PORTRAIT');
    expect(read.tables[0]?.columns).toEqual([11906 - 600 - 800]);
  });
});

describe('bytes', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('are the same on another day, in another time zone, from a process that has rendered others before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T10:00:00Z') });
    process.env.TZ = 'Asia/Shanghai';
    const first = await render(sampleGrid());
    await render(column(['别的']));
    vi.setSystemTime(new Date('2031-12-31T23:59:58Z'));
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    process.env.TZ = 'America/Adak';
    expect(await render(sampleGrid())).toEqual(first);
    vi.resetModules();
    const fresh = await import('../../../src/render/docx/docx.js');
    expect((await fresh.docx.render(sampleGrid(), sampleTheme(), meta)).value).toEqual(first);
  });

  it('are those of a document rendered alone, whatever was rendered with its theme before', async () => {
    const theme = sampleTheme();
    const wide = { ...theme, paper: { ...theme.paper, width: 900 }, footer: { ...theme.footer, text: '{page}' } };
    const marked: Paragraph = [
      { text: '旧', mark: 'deleted' },
      { text: '新', mark: 'inserted' },
    ];
    const documents: readonly (readonly [Grid, Theme, Meta])[] = [
      [sampleGrid(), theme, meta],
      [gridOf(['full'], [[cell('', 'text', { paragraphs: [marked, marked] })]]), theme, meta],
      [{ ...column(['别的']), titleStyle: 'head' }, theme, { ...meta, code: null }],
      [column(['又一个']), wide, { ...meta, author: null }],
      [{ ...column(['']), title: '' }, theme, { ...meta, digest: 'cd'.repeat(32) }],
    ];
    const alone: (Uint8Array | null)[] = [];
    for (const [grid, { ...fresh }, about] of documents) {
      vi.resetModules();
      const { docx } = await import('../../../src/render/docx/docx.js');
      alone.push((await docx.render(grid, fresh, about)).value);
    }
    const inTurn = async () => {
      const rendered: Uint8Array[] = [];
      for (const document of documents) rendered.push(await render(...document));
      return rendered;
    };
    expect(await Promise.all(documents.map((document) => render(...document)))).toEqual(alone);
    expect(await inTurn()).toEqual(alone);
    expect(new Set(alone.map((bytes) => Buffer.from(bytes ?? []).toString('base64'))).size).toBe(documents.length);
  });

  it('say neither code nor author where there is none', async () => {
    const files = unpackZip(await render(column(['一']), sampleTheme(), { ...meta, code: null, author: null }));
    expect(strFromU8(files['docProps/custom.xml'] ?? new Uint8Array())).not.toContain('name="code"');
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain('<dc:creator></dc:creator>');
  });
});
