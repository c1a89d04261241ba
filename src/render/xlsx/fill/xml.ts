// Reads the XML of a part as a tree that knows where everything stands, so that what changes is spliced in and all else stays as it is.
// saxes finds every fault of form; no document type may stand there, so that no entity is ever expanded.
import { SaxesParser } from 'saxes';
import { workbookMessages } from './messages.js';
import { Unfillable } from './unfillable.js';

/** Offsets are UTF-16 units of the part's text. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly start: number;
  /** Behind the start tag. */
  readonly opened: number;
  /** Where the end tag begins; `opened` for `<a/>`. */
  closed: number;
  end: number;
  readonly children: readonly XmlElement[];
}

export interface Xml {
  readonly part: string;
  readonly text: string;
  readonly root: XmlElement;
}

export interface XmlAttribute {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  /** Of the whole, from the space before it. */
  readonly start: number;
  readonly end: number;
  /** Of what stands between the quotes. */
  readonly from: number;
  readonly to: number;
}

/** Of one part; far more than any form has. */
const mostElements = 500_000;
const deepest = 200;

interface Open extends XmlElement {
  readonly children: XmlElement[];
}

/** Throws an Unfillable for what is no XML or is built to exhaust its reader. */
export function readXml(part: string, text: string): Xml {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Open[] = [];
  let root: Open | null = null;
  let elements = 0;
  const damaged = (cause?: Error) => new Unfillable(workbookMessages.damagedPart(part), null, { cause });
  parser.on('error', (error) => {
    throw damaged(error);
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentagstart', () => {
    elements += 1;
    if (elements > mostElements || open.length >= deepest) throw new Unfillable(workbookMessages.tooLarge());
  });
  parser.on('opentag', ({ name, local, isSelfClosing }) => {
    const opened = parser.position;
    // No value of an attribute holds the sign itself.
    const start = text.lastIndexOf('<', opened - 1);
    const element: Open = { name, local, start, opened, closed: opened, end: opened, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    if (!isSelfClosing) open.push(element);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (isSelfClosing) return;
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    element.closed = text.lastIndexOf('<', element.end - 1);
  });
  parser.write(text).close();
  if (!root) throw damaged();
  return { part, text, root };
}

export function attributesOf({ text }: Xml, { start, opened, name }: XmlElement): readonly XmlAttribute[] {
  const head = start + 1 + name.length;
  return [...text.slice(head, opened).matchAll(/\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((found) => {
    const raw = found[2] ?? found[3] ?? '';
    const end = head + found.index + found[0].length;
    return {
      name: found[1] ?? '',
      value: unescapeXml(raw),
      start: head + found.index,
      end,
      from: end - 1 - raw.length,
      to: end - 1,
    };
  });
}

/** By its name, else by its name behind a prefix. */
export function attributeOf(xml: Xml, element: XmlElement, name: string): XmlAttribute | null {
  const all = attributesOf(xml, element);
  return all.find((one) => one.name === name) ?? all.find((one) => one.name.endsWith(`:${name}`)) ?? null;
}

export function attributeValue(xml: Xml, element: XmlElement, name: string): string | null {
  return attributeOf(xml, element, name)?.value ?? null;
}

export function childOf(element: XmlElement | null | undefined, local: string): XmlElement | null {
  return element?.children.find((child) => child.local === local) ?? null;
}

export function childrenOf(element: XmlElement | null | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** What stands in the element itself, decoded. */
export function textOf({ text }: Xml, { opened, closed, children }: XmlElement): string {
  let own = '';
  let at = opened;
  for (const child of children) {
    own += text.slice(at, child.start);
    at = child.end;
  }
  own += text.slice(at, Math.max(at, closed));
  return own
    .split(/(<!\[CDATA\[.*?\]\]>)/s)
    .map((piece) =>
      piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : unescapeXml(piece.replace(/<!--.*?-->|<\?.*?\?>/gs, '')),
    )
    .join('')
    .replace(/\r\n?/g, '\n');
}

/** Of a name as written the part before the local one, with its colon. */
export function prefixOf({ name, local }: XmlElement): string {
  return name.slice(0, name.length - local.length);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** Of an attribute that says yes or no. */
export function isOn(value: string | null | undefined): boolean {
  return /^(?:1|true|on)$/.test(value?.trim() ?? '');
}
