// Reads the workbook's own part: its sheets and names.
import { workbookMessages } from './messages.js';
import type { Package } from './package.js';
import { Unfillable } from './unfillable.js';
import { attributeValue, childOf, childrenOf, type Xml, type XmlElement } from './xml.js';

export interface Book {
  readonly xml: Xml;
  /** With cells, in the order of their tabs, hidden ones too. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Of all sheets, those of charts too. */
  readonly order: readonly string[];
  readonly names: readonly { readonly name: string; readonly element: XmlElement }[];
}

const mostSheets = 200;

export function readBook(office: Package): Book {
  const xml = office.xml(office.main);
  const related = office.relationships(office.main);
  const listed = childrenOf(childOf(xml.root, 'sheets'), 'sheet').map((element) => ({
    name: attributeValue(xml, element, 'name') ?? '',
    id: attributeValue(xml, element, 'id') ?? '',
  }));
  if (listed.length > mostSheets) throw new Unfillable(workbookMessages.tooLarge());
  // Of two sheets with one name or one part nobody could tell which is meant.
  const sheets = listed.flatMap(({ name, id }) => {
    const part = related.find((one) => one.id === id && one.type === 'worksheet')?.part;
    return part ? [{ name, part }] : [];
  });
  const [parts, called] = [
    new Set(sheets.map(({ part }) => part)),
    new Set(listed.map(({ name }) => name.toLowerCase())),
  ];
  if (parts.size < sheets.length || called.size < listed.length) throw new Unfillable(workbookMessages.damaged());
  const names = childrenOf(childOf(xml.root, 'definedNames'), 'definedName');
  return {
    xml,
    sheets,
    order: listed.map(({ name }) => name),
    names: names.map((element) => ({ name: attributeValue(xml, element, 'name') ?? '', element })),
  };
}
