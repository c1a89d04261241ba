// There and back by PDF: our own come back to the character, and so do those that LibreOffice and Chromium print of our other documents, as
// far as what is drawn tells.
import { afterAll, describe, test } from 'vitest';
import { parseFont } from '../../../src/render/pdf/font.js';
import { printedPdf } from '../../render/html/chromium.js';
import { missing } from '../../support/programs.js';
import { fontFile } from '../../support/project-goal.js';
import { bytesOf, openRounds, proved, render } from './round.js';
import { savedByLibreOffice } from './saved-by.js';

const rounds = openRounds();
afterAll(() => console.log(rounds.report()));

const font = parseFont(fontFile('NotoSerifSC-Regular') as NonNullable<ReturnType<typeof fontFile>>);

/** What a PDF shows: characters without a shape or without a glyph in its fonts are not there. */
function shown<T>(value: T): T {
  const has = (character: string) => character === '\n' || Boolean(font?.glyph(character.codePointAt(0) as number));
  const text = (one: string) => Array.from(one, (each) => (has(each) && !/\p{DI}/u.test(each) ? each : '字')).join('');
  const each = (one: unknown): unknown => {
    if (typeof one === 'string') return text(one);
    if (Array.isArray(one)) return one.map(each);
    return Object.fromEntries(Object.entries(one as object).map(([key, child]) => [key, each(child)]));
  };
  return each(value) as T;
}

describe('as they are built', () => {
  test.each(proved)('$name', async ({ name, text }) => rounds.proveAsBuilt(await render(name, text, ['pdf'])));

  test.each(['二级项目支出绩效目标申报表', '省级部门预算项目支出绩效目标表'])(
    'any declaration of %s',
    (title) => rounds.proveGenerated(title, ['pdf'], 100, shown),
    240_000,
  );
});

/** What nobody can tell from what other programs draw, by the names of the declarations that it is proved with. */
const untold: Readonly<Record<string, string>> = {
  'hostile texts': 'a text of signs alone ends nowhere plainly',
  'Gansu: hostile texts': 'a text of signs alone ends nowhere plainly',
  'line breaks and empty lines': 'lines that are full to the end look like one text',
  'long unbroken Latin and digits': 'where a word is parted it looks like two',
  'spaces at the ends and doubled': 'spaces are not drawn',
  'rows taller than a page': 'a cell that goes on has its label on another page',
  'Gansu: a row taller than a page': 'a cell that goes on has its label on another page',
};

/** LibreOffice prints no more of a workbook than its cells show: rounded amounts, and rows of 409 points. */
const unprinted = new Set(['the largest amount and the smallest', 'Gansu: amounts of every size', 'Gansu: long texts']);

describe.skipIf(missing('soffice', 'chromium'))('printed by other programs', () => {
  const told = proved.filter(({ name }) => !(name in untold));

  test.each(['xlsx', 'docx'] as const)('LibreOffice, of %s', async (format) => {
    const some = told.filter(({ name }) => format === 'docx' || !unprinted.has(name));
    const documents = (await Promise.all(some.map(({ name, text }) => render(name, text, [format])))).flat();
    const printed = savedByLibreOffice(bytesOf(documents), format, 'pdf');
    await rounds.prove(`${format} printed by LibreOffice`, documents, printed);
  }, 240_000);

  test.each(told)('Chromium, of the page of $name', async ({ name, text }) => {
    const documents = await render(name, text, ['html']);
    const printed = await Promise.all(documents.map(({ bytes }) => printedPdf(new TextDecoder().decode(bytes))));
    await rounds.prove('page printed by Chromium', documents, printed);
  }, 60_000);
});
