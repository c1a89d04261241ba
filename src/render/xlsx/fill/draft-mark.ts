// Marks the filled sheets of a draft: behind the first text of each, as our own forms have it behind their title, and at the head of every
// page. An authority's own file has no other place that nobody looks past.
import type { Edit } from '../../../base/finding.js';
import { escapeXml } from '../../../base/xml.js';
import { draftColour, draftSize, draftWord } from '../../../compose/draft.js';
import { textElement } from '../content.js';
import type { Sheet, SheetCell } from './sheet.js';
import type { StringTable } from './string-table.js';
import { attributeValue, childOf, isOn, prefixOf, textOf, type Xml, type XmlElement } from './xml.js';

/** What the first plain text of a sheet becomes: an item of the shared strings, by the name of its cell. */
export function markedText(
  sheet: Sheet,
  placeholders: ReadonlySet<string>,
  strings: StringTable,
): ReadonlyMap<string, string> {
  const isTitle = ({ name, text }: SheetCell) => text?.trim() && !placeholders.has(name);
  const first = sheet.rows.flatMap(({ cells }) => cells).find(isTitle);
  if (!first) return new Map();
  const item = first.shared === null ? childOf(first.element, 'is') : strings.items[first.shared];
  const xml = first.shared === null ? sheet.xml : strings.xml;
  const runs = item?.children.filter(({ local }) => local === 'r') ?? [];
  const last = runs.at(-1);
  const mark = `（${draftWord}）`;
  // A text of several looks keeps them, and the mark takes the last.
  const marked =
    xml && last
      ? `${runs.map(({ start, end }) => xml.text.slice(start, end)).join('')}${runOf(xml, last, mark)}`
      : textElement(`${first.text}${mark}`);
  return new Map([[first.name, marked]]);
}

function runOf(xml: Xml, like: XmlElement, text: string): string {
  const looks = childOf(like, 'rPr');
  const prefix = prefixOf(like);
  return `<${prefix}r>${looks ? xml.text.slice(looks.start, looks.end) : ''}<${prefix}t>${text}</${prefix}t></${prefix}r>`;
}

/** What comes behind the head and foot of pages, in the order of CT_Worksheet. */
const behind = [
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The word stands in the middle of each page's head, before what the file has there. */
export function headEdits({ xml }: Sheet): readonly Edit[] {
  const { root } = xml;
  const prefix = prefixOf(root);
  const list = childOf(root, 'headerFooter');
  const code = `&${draftSize}&K${draftColour.slice(1)}${draftWord}　`;
  const element = (name: string) => `<${prefix}${name}>${escapeXml(`&C${code}`)}</${prefix}${name}>`;
  if (!list || list.closed === list.opened) {
    const next = root.children.find(({ local }) => behind.includes(local))?.start ?? root.closed;
    const [start, end] = list ? [list.start, list.end] : [next, next];
    return [{ start, end, text: `<${prefix}headerFooter>${element('oddHeader')}</${prefix}headerFooter>` }];
  }
  const is = (name: string) => isOn(attributeValue(xml, list, name));
  const kinds = [
    'oddHeader',
    ...(is('differentOddEven') ? ['evenHeader'] : []),
    ...(is('differentFirst') ? ['firstHeader'] : []),
  ];
  return kinds.map((kind): Edit => {
    const own = childOf(list, kind);
    if (own) return { start: own.opened, end: own.closed, text: escapeXml(withMark(textOf(xml, own), code)) };
    // The order is oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter.
    const order = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
    const next = list.children.find(({ local }) => order.indexOf(local) > order.indexOf(kind));
    const at = next?.start ?? list.closed;
    return { start: at, end: at, text: element(kind) };
  });
}

/** `&L`, `&C` and `&R` begin the parts of a head; what stands before them is in the middle; `&&` is the sign itself. */
function withMark(head: string, code: string): string {
  const pieces: string[] = head.match(/&&|&[LCR]|[^&]+|&/g) ?? [];
  const isPart = (piece: string) => /^&[LCR]$/.test(piece);
  if (pieces[0] !== undefined && !isPart(pieces[0])) return `&C${code}${head}`;
  const middle = pieces.indexOf('&C');
  if (middle >= 0) return pieces.toSpliced(middle + 1, 0, code).join('');
  const right = pieces.indexOf('&R');
  return pieces.toSpliced(right < 0 ? pieces.length : right, 0, `&C${code}`).join('');
}
