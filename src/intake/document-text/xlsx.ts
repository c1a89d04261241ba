// Reads a workbook as rows of cells, a section a sheet, hidden ones too. Numbers are shown as their cells show them; looks are not.
import { readCellFormats } from './cell-formats.js';
import { mostSheets } from './limits.js';
import { printNumber } from './number-format.js';
import type { OfficePackage } from './office-package.js';
import { isOn, readXml } from './read-xml.js';
import { countText, rowsOf, type Section } from './rows.js';
import { readSharedStrings, spreadsheet } from './shared-strings.js';
import { readSheet } from './sheet.js';
import { readPeople, readSheetComments } from './sheet-comments.js';
import { Unreadable } from './unreadable.js';

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

export async function readXlsx(office: OfficePackage): Promise<readonly Section[]> {
  const { sheets, date1904 } = await readWorkbook(office);
  if (sheets.length > mostSheets) throw new Unreadable('too-large');
  const related = await office.relationships(office.main);
  const partOf = (wanted: string) => related.find(({ type }) => type === wanted)?.part;
  const partNamed = (part: string | undefined) => (part === undefined ? null : office.read(part));
  const strings = await readSharedStrings(partNamed(partOf('sharedStrings')));
  const formatOf = await readCellFormats(partNamed(partOf('styles')));
  const people = await readPeople(partNamed(partOf('person')));
  const context = {
    strings,
    printNumber: (raw: string, style: string | undefined) => printNumber(raw, formatOf(style), date1904),
    count: countText(),
  };
  const sections: Section[] = [];
  for (const { name, hidden, id } of sheets) {
    // A sheet of a chart alone has no cells.
    const part = related.find((one) => one.id === id && one.type === 'worksheet')?.part;
    const bytes = partNamed(part);
    if (part !== undefined && !bytes) throw new Unreadable('damaged');
    const cells = bytes ? await readSheet(bytes, context) : [];
    const comments = bytes && part ? await readSheetComments(office, await office.relationships(part), people) : [];
    for (const { text } of comments) context.count(text);
    sections.push({ name, hidden, rows: rowsOf(cells), cells, comments });
  }
  return sections;
}

async function readWorkbook(office: OfficePackage): Promise<{ sheets: readonly ListedSheet[]; date1904: boolean }> {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  await readXml(office.read(office.main) ?? new Uint8Array(), spreadsheet, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isOn(attributes('date1904'));
      if (name !== 'sheet') return;
      const hidden = (attributes('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributes('name') ?? '', hidden, id: attributes('id') ?? '' });
    },
  });
  return { sheets, date1904 };
}
