// PDFs of many hands: cells told by the lines around them, texts joined where their lines were full, pages put together again.
import { describe, expect, test } from 'vitest';
import { readDocumentText } from '../../../src/intake/document-text/document-text.js';
import { linesOf, namedFontPage, pagesOf, streamOf } from './documents.js';

/** Text at a place, 10 points high, where a letter `x` is 5 points wide. */
const at = (x: number, y: number, text: string) => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
const box = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re S\n`;
const read = (...pages: readonly string[]) => linesOf(pagesOf(pages));

describe('cells', () => {
  test('that stand side by side are a row; other text is a row for each line', async () => {
    const page = [
      at(200, 750, 'Title'),
      box(50, 700, 100, 20) + box(150, 700, 100, 20) + box(50, 680, 200, 20),
      at(155, 705, 'value') + at(55, 705, 'label') + at(55, 685, 'below'),
      at(50, 600, 'note'),
    ];
    expect(await read(page.join(''))).toEqual(['Title', 'label | value', 'below', 'note']);
  });

  test('one beside several rows belongs to the first of them', async () => {
    const lines = box(50, 660, 50, 40) + box(100, 680, 50, 20) + box(100, 660, 50, 20);
    expect(await read(lines + at(55, 677, 'tall') + at(105, 685, 'one') + at(105, 665, 'two'))).toEqual([
      'tall | one',
      'two',
    ]);
  });

  test('are told whether their lines are strokes, thin boxes, or pieces that only nearly meet', async () => {
    const thin = '50 720 100 1 re f 50 700 100 1 re f 50 700 1 20 re f 150 700 0 20 re B 100.2 700 0.5 20 re f\n';
    const pieces =
      '50 680 m 99 680 l S 100 681 m 150 681 l S 50 660 m 150 660 l S 50 660 m 50 681 l S 150 660 m 150 680 l S 100 660 m 100 669 l S 100 670 m 100 680 l S\n';
    const text = at(55, 705, 'a') + at(105, 705, 'b') + at(55, 665, 'c') + at(105, 665, 'd');
    expect(await read(thin + pieces + text)).toEqual(['a | b', 'c | d']);
  });

  test('without lines are told by wide gaps, also within one text', async () => {
    const gaps = 'BT /F 10 Tf 50 700 Td [(one) -3000 (two) -400 (three)] TJ ET\n';
    expect(await read(gaps + at(50, 680, 'a') + at(56, 680, 'b') + at(64, 680, 'c') + at(90, 680, 'd'))).toEqual([
      'one | two three',
      'ab c | d',
    ]);
  });

  test('are found within what is drawn turned, scaled and as a form', async () => {
    const inner = streamOf(
      box(0, 0, 50, 10) + box(50, 0, 50, 10) + at(2, 2, 'in') + at(52, 2, 'form'),
      '/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F 3 0 R>>>>',
    );
    const outer = `q 2 0 0 2 100 300 cm /X Do Q ${at(100, 200, 'after')}`;
    expect(await linesOf(pagesOf([outer], [inner]))).toEqual(['in | form', 'after']);
    const turned = `q 0 1 -1 0 500 100 cm ${box(0, 0, 50, 20)}${box(50, 0, 50, 20)}${at(2, 5, 'on')}${at(52, 5, 'side')} Q`;
    expect(await linesOf(pagesOf([turned], [], '/Rotate 90'))).toEqual(['on | side']);
  });
});

describe('the lines of a cell', () => {
  // 100 points of room: twenty letters.
  const cell = (...lines: readonly string[]) =>
    box(50, 600, 110, 150) + lines.map((line, index) => at(55, 735 - index * 14, line)).join('');
  const word = (letters: number) => 'x'.repeat(letters);

  test('are joined where the next word had no room', async () => {
    expect(await read(cell(`${word(10)} ${word(8)}`, `${word(6)} end`))).toEqual([
      `${word(10)} ${word(8)} ${word(6)} end`,
    ]);
  });

  test('stay apart where it had, and plainly so: half of it was free, or a sentence ended', async () => {
    expect(await read(cell(word(10), `${word(3)} end`))).toEqual([word(10), `${word(3)} end`]);
    expect(await read(cell(`${word(10)} ${word(4)};`, `${word(3)} end`))).toEqual([
      `${word(10)} ${word(4)};`,
      `${word(3)} end`,
    ]);
  });

  test('are joined where the text is open: other programs do not break lines right where we do', async () => {
    expect(await read(cell(`${word(10)} ${word(4)}`, `${word(3)} end`))).toEqual([
      `${word(10)} ${word(4)} ${word(3)} end`,
    ]);
    expect(await read(cell(`${word(6)},`, word(3)))).toEqual([`${word(6)},${word(3)}`]);
    expect(await read(cell(`\\(${word(6)}`, `${word(3)}\\)`))).toEqual([`(${word(6)} ${word(3)})`]);
    expect(await read(cell(word(6), ', end'))).toEqual([`${word(6)}, end`]);
  });

  test('part a word that is longer than the cell is wide', async () => {
    expect(await read(cell(word(20), word(7)))).toEqual([word(27)]);
  });

  test('stay apart where the next item of a list begins', async () => {
    expect(await read(cell(`1.${word(17)}`, `2.${word(17)}`, word(5)))).toEqual([
      `1.${word(17)}`,
      `2.${word(17)} ${word(5)}`,
    ]);
  });

  test('may be centred or aligned to the right, with their room on both sides or before them', async () => {
    const other = box(50, 500, 110, 20) + at(55, 505, 'left');
    const centred = box(50, 600, 110, 150) + at(85, 735, word(8)) + at(90, 721, word(6));
    expect(await read(centred + other)).toEqual([word(8), word(6), 'left']);
    const toTheRight = box(50, 600, 110, 150) + at(115, 735, word(8)) + at(125, 721, word(6));
    expect(await read(toTheRight + other)).toEqual([word(8), word(6), 'left']);
  });

  test('hold once what is drawn twice to look bold', async () => {
    expect(await read(at(50, 700, 'bold') + at(50.3, 700, 'bold'))).toEqual(['bold']);
  });
});

describe('pages', () => {
  const marked = (tag: string, content: string, number = 0) => `/${tag} <</MCID ${number}>> BDC ${content} EMC\n`;
  const first = (end: string) => box(50, 50, 110, 50) + marked('TD', at(55, 70, 'x'.repeat(20)) + at(55, 56, end));

  test('leave out what the PDF itself marks as no part of the text', async () => {
    expect(
      await read(`/Artifact <</Type /Pagination>> BDC ${at(50, 20, '1 of 2')} EMC ${marked('P', at(50, 700, 'text'))}`),
    ).toEqual(['text']);
  });

  test('are put together where a cell of the same kind, width and full last line goes on', async () => {
    const next = (tag: string) => box(50, 700, 110, 50) + marked(tag, at(55, 735, 'y'.repeat(6)));
    expect(await read(first('x'.repeat(18)), next('TD'))).toEqual([`${'x'.repeat(38)} ${'y'.repeat(6)}`]);
    expect(await read(first('x'.repeat(18)), next('TH'))).toEqual(['x'.repeat(38), 'y'.repeat(6)]);
    expect(await read(first('x'.repeat(8)), next('TD'))).toEqual(['x'.repeat(28), 'y'.repeat(6)]);
  });

  test('are put together where a row’s long cells go on without its label, however their lines ended', async () => {
    const row = (y: number, height: number, ...cells: readonly string[]) =>
      [
        [50, 50],
        [100, 110],
        [210, 50],
        [260, 110],
      ]
        .map(([x = 0, width = 0], index) => box(x, y, width, height) + at(x + 5, y + height - 15, cells[index] ?? ''))
        .join('');
    const long = `${'y'.repeat(9)} ${'y'.repeat(10)}`;
    const before = row(50, 40, 'label', `${'x'.repeat(8)}.`, 'other', long);
    expect(await read(before, row(700, 40, '', 'second', '', 'z'.repeat(4)))).toEqual([
      `label | ${'x'.repeat(8)}.`,
      `second | other | ${long} ${'z'.repeat(4)}`,
    ]);
    expect(await read(before, row(700, 40, '', 'second', 'third', 'z'.repeat(4)))).toEqual([
      `label | ${'x'.repeat(8)}. | other | ${long}`,
      `second | third | ${'z'.repeat(4)}`,
    ]);
  });

  test('leave out their numbers, which stand at the foot of a page and in no cell', async () => {
    const page = (number: number) =>
      box(50, 700, 110, 20) + at(55, 705, `text ${number}`) + at(280, 20, `- ${number} -`);
    expect(await read(page(1), page(2))).toEqual(['text 1', 'text 2']);
    expect(await read(at(50, 700, 'text') + at(280, 20, '1/1'))).toEqual(['text']);
    expect(await read(at(50, 700, 'text') + box(270, 10, 110, 20) + at(280, 20, '1/1'))).toEqual(['text', '1/1']);
  });
});

describe('fonts that are only named', () => {
  /** A text in Helvetica, and one in a Chinese font. */
  const chinese = (encoding: string, codes: string, ordering = 'GB1') =>
    namedFontPage(`${at(50, 700, 'Latin')}BT /G 10 Tf 50 600 Td <${codes}> Tj ET`, { encoding, ordering });
  const text = '项目（2025年）：≥9场次，1,234.50元 A—B';
  const utf16 = Buffer.from(text, 'utf16le').swap16().toString('hex');
  /** Written by hand: what the programs of offices write. */
  const gbk = 'cfeec4bfa3a832303235c4eaa3a9a3baa1dd39b3a1b4cea3ac312c3233342e3530d4aa2041a1aa42';

  test.each([
    ['UniGB-UCS2-H', utf16],
    ['UniGB-UTF16-H', utf16],
    ['UniGB-UCS2-V', utf16],
    ['GBK-EUC-H', gbk],
    ['GBKp-EUC-H', gbk],
    ['GBK2K-H', gbk],
    ['GB-EUC-H', gbk],
    ['GBpc-EUC-H', gbk],
  ])('are read in the encoding %s', async (encoding, codes) => {
    expect(await linesOf(chinese(encoding, codes))).toEqual(['Latin', text]);
  });

  test.each([
    ['by numbers of glyphs, which only Adobe’s tables tell', 'Identity-H', '0fa00fa1', 'GB1'],
    ['of other scripts', 'UniJIS-UCS2-H', '9805', 'Japan1'],
    ['by codes that stand for no character', 'GBK-EUC-H', 'aaa1', 'GB1'],
  ])('cannot be read %s, which is told beside what can', async (_, encoding, codes, ordering) => {
    const { value, findings } = await readDocumentText(chinese(encoding, codes, ordering));
    expect(value).toEqual([{ name: null, hidden: false, lines: ['Latin'] }]);
    expect(findings).toMatchObject([
      {
        rule: 'document/partly-unreadable',
        level: 'warning',
        message: { zh: 'PDF 里有的文字读不出来：字体没有嵌入，或者文件有损坏。' },
      },
    ]);
  });
});
