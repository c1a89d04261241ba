// Characters and fonts: what has no glyph is named with its place, and what has one copies out as it was written.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/compose/grid.js';
import type { FontFile, Theme } from '../../../src/compose/theme.js';
import { type PdfFont, parseFont } from '../../../src/render/pdf/font.js';
import { pdf } from '../../../src/render/pdf/pdf.js';
import { cell, sampleTheme } from '../../support/sample-grid.js';
import { meta, readPdf, rendered } from './read-back.js';

const font = parseFont((sampleTheme().fonts.text as Theme['fonts'][string]).file) as PdfFont;

const gridOf = (...cells: readonly Cell[]): Grid => ({
  title: '申报表',
  titleStyle: 'title',
  tables: [{ columns: ['full'], headRows: 0, rows: cells.map((each) => ({ cells: [each] })) }],
});

const printed = async (text: string) => (await readPdf(await rendered(gridOf(cell(text, 'text'))))).pages[0]?.shown[1];

describe('a character without a glyph', () => {
  it('is an error that names it and its field, all of them at once', async () => {
    const { value, findings } = await pdf.render(
      gridOf(
        cell('𠮷祥', 'text', { field: '/项目名称' }),
        cell('𠮷、𠮷、😀', 'text', { field: '/政策依据/0' }),
        cell('标签𠮷', 'section', { header: true }),
      ),
      sampleTheme(),
      meta,
    );
    expect(value).toBeNull();
    expect(findings.map(({ rule, level, pointer, message }) => [rule, level, pointer, message.zh])).toEqual([
      ['render/no-glyph', 'error', '/项目名称', '字符「𠮷」(U+20BB7)在 PDF 所用的字体中没有字形，无法印出'],
      ['render/no-glyph', 'error', '/政策依据/0', '字符「𠮷」(U+20BB7)在 PDF 所用的字体中没有字形，无法印出'],
      ['render/no-glyph', 'error', '/政策依据/0', '字符「😀」(U+1F600)在 PDF 所用的字体中没有字形，无法印出'],
      ['render/no-glyph', 'error', undefined, '字符「𠮷」(U+20BB7)在 PDF 所用的字体中没有字形，无法印出'],
    ]);
    expect(findings[0]?.advice?.zh).toContain('theme.yaml');
  });

  it('is named by its code alone when nothing can be seen of it', async () => {
    const { findings } = await pdf.render(gridOf(cell('a\u0007b', 'text')), sampleTheme(), meta);
    expect(findings.map((finding) => finding.message.zh)).toEqual(['字符U+0007在 PDF 所用的字体中没有字形，无法印出']);
  });
});

describe('what is printed copies out', () => {
  it.each([
    ['rare characters', '𬱖龘𫍽㙦'],
    ['punctuation', '，：；。、！？（）《》“”‘’〔〕【】…—·％'],
    ['two characters of one shape as themselves', '工⼯'],
    ['signs of indicators', '≥≤±≧═×÷%‰℃'],
    ['variation selectors with their character', '葛\ufe00城\u{e0100}市'],
    ['spaces within a line', 'a  b'],
  ])('%s', async (_, text) => expect(await printed(text)).toBe(text));

  it('with more than 256 characters of a font', async () => {
    const text = Array.from({ length: 700 }, (_, at) => String.fromCodePoint(0x5f00 + at)).join('');
    const has = (character: string) => font.glyph(character.codePointAt(0) as number) !== null;
    const known = [...text].filter(has).join('');
    expect(known.length).toBeGreaterThan(513);
    const read = await readPdf(await rendered(gridOf(cell(known, 'text'))));
    expect(read.pages[0]?.shown.slice(1, -1).join('')).toBe(known);
  });

  it('with a tab as the space it is drawn as', async () =>
    expect((await printed('甲\t乙'))?.replace('\t', ' ')).toBe('甲 乙'));

  it('without the shapeless characters that belong to none', async () => {
    expect(await printed('\u200b\ufeff甲\ufeff乙')).toBe('甲乙');
  });

  it('with the space that a line was broken at', async () => {
    const text = `${'word '.repeat(60)}end`;
    const read = await readPdf(await rendered(gridOf(cell(text, 'text'))));
    const lines = read.pages[0]?.shown.slice(1, -1) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(text);
  });
});

describe('a font', () => {
  it('that is no TrueType file is an error that names it', async () => {
    const bytes = new TextEncoder().encode('OTTO is no TrueType');
    const file: FontFile = { digest: createHash('sha256').update(bytes).digest('hex'), bytes: () => bytes };
    const { fonts } = sampleTheme();
    const theme: Theme = {
      ...sampleTheme(),
      fonts: { ...fonts, bold: { ...(fonts.bold as Theme['fonts'][string]), file } },
    };
    const { value, findings } = await pdf.render(gridOf(cell('甲', 'text')), theme, meta);
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ rule: 'render/font', level: 'error' }]);
    expect(findings[0]?.message.zh).toContain('bold');
  });

  it('is read once for all documents', async () => {
    const regular = sampleTheme().fonts.text as Theme['fonts'][string];
    let reads = 0;
    const file: FontFile = {
      digest: 'read once',
      bytes: () => {
        reads += 1;
        return regular.file.bytes();
      },
    };
    const theme: Theme = { ...sampleTheme(), fonts: { text: { ...regular, file }, bold: { ...regular, file } } };
    await rendered(gridOf(cell('甲', 'text')), theme);
    await rendered(gridOf(cell('乙', 'text')), theme);
    expect(reads).toBe(1);
  });
});
