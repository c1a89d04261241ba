// Writes the part around the one sheet: its name, what of it is printed, and which rows repeat on every page.
import { escapeXml } from '../../base/xml.js';
import { officeDocument, xmlHead } from '../office-properties.js';
import { columnLetters } from './columns.js';
import type { Layout } from './layout.js';
import { mainNamespace } from './parts.js';

const fullWidth: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  ':': '：',
  '*': '＊',
  '?': '？',
  '/': '／',
  '\\': '＼',
  "'": '’',
};

/** A legal name: at most 31 characters, without those that Excel forbids, and not its own word History. */
export function sheetName(title: string): string {
  const legal = title.replace(/[[\]:*?/\\']/g, (character) => fullWidth[character] ?? '').replace(/\s+/g, ' ');
  const name = legal
    .trim()
    .slice(0, 31)
    .replace(/[\ud800-\udbff]$/, '');
  return name === '' || /^history$/i.test(name) ? `${name}表` : name;
}

/** The part xl/workbook.xml. */
export function workbookPart(name: string, { columns, rows, repeated }: Layout): string {
  const sheet = escapeXml(name);
  const defined = (what: string, range: string) =>
    `<definedName name="_xlnm.${what}" localSheetId="0">'${sheet}'!${range}</definedName>`;
  return [
    `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${officeDocument}/relationships">`,
    '<fileVersion appName="xl" lastEdited="5" lowestEdited="5" rupBuild="9303"/>',
    '<workbookPr defaultThemeVersion="164011" filterPrivacy="1"/>',
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000"/></bookViews>',
    `<sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets>`,
    '<definedNames>',
    defined('Print_Area', `$A$1:$${columnLetters(columns.length)}$${rows.length}`),
    repeated ? defined('Print_Titles', `$${repeated.first}:$${repeated.last}`) : '',
    '</definedNames><calcPr calcId="171027"/></workbook>',
  ].join('');
}
