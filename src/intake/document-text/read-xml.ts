// Reads the XML of an Office package element by element. No document type may stand in it, so that no entity is ever expanded.
import { deepestXml, mostAttributes, mostElements } from './limits.js';
import { Unreadable } from './unreadable.js';

/** An attribute's value by its name without prefix. */
export type Attributes = (name: string) => string | undefined;

/** What is told of an element; its name is without prefix, and empty where it is of no namespace asked for. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Of an attribute of a workbook that says yes or no. */
export function isOn(value: string | undefined): boolean {
  return /^(?:1|true)$/.test(value ?? '');
}

/** Throws what the handler throws, and an Unreadable for what is no XML or is built to exhaust its reader. */
export async function readXml(bytes: Uint8Array, namespaces: readonly string[], handler: XmlHandler): Promise<void> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: true, position: false });
  const nameOf = ({ local, uri }: { readonly local: string; readonly uri: string }) =>
    namespaces.includes(uri) ? local : '';
  let elements = 0;
  let depth = 0;
  let attributes = 0;
  parser.on('error', (error) => {
    throw new Unreadable('damaged', { cause: error });
  });
  parser.on('doctype', () => {
    throw new Unreadable('damaged');
  });
  parser.on('opentagstart', () => {
    elements += 1;
    depth += 1;
    attributes = 0;
    if (elements > mostElements || depth > deepestXml) throw new Unreadable('too-large');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > mostAttributes) throw new Unreadable('too-large');
  });
  parser.on('opentag', (tag) => {
    const prefixed = (name: string) => Object.values(tag.attributes).find(({ local }) => local === name);
    handler.open(nameOf(tag), (name) => (tag.attributes[name] ?? prefixed(name))?.value);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(nameOf(tag));
  });
  if (handler.text) {
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }
  parser.write(decode(bytes)).close();
}

/** UTF-8, or UTF-16 where a byte order mark says so; Office writes no other. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Unreadable('damaged', { cause: error });
  }
}
