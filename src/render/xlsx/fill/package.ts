// Opens the package of an authority's workbook: its parts, their kinds, and which leads to which.
import { openZip, ZipError } from '../../../base/unzip.js';
import type { ZipEntry } from '../../../base/zip.js';
import { workbookMessages } from './messages.js';
import { Unfillable } from './unfillable.js';
import { attributesOf, attributeValue, readXml, type Xml, type XmlElement } from './xml.js';

export interface Relationship {
  readonly id: string;
  /** The last part of its type, e.g. `worksheet`. */
  readonly type: string;
  /** The part it leads to; null where that is outside. */
  readonly part: string | null;
  readonly element: XmlElement;
}

export interface Package {
  /** In the archive's order. */
  readonly names: readonly string[];
  /** The workbook's own part. */
  readonly main: string;
  packed(part: string): ZipEntry;
  /** Read once. Null where there is no such part. */
  text(part: string): string | null;
  /** Read once, under its own name. Throws an Unfillable where there is no such part. */
  xml(part: string): Xml;
  /** In the order of the file; none where the part has no relationships. */
  relationships(part: string): readonly Relationship[];
  /** What the list of types says of a part; empty where it says nothing. */
  typeOf(part: string): string;
}

export const typesPart = '[Content_Types].xml';
const megabyte = 1024 * 1024;
const largestFile = 50 * megabyte;
const limits = { entries: 5_000, bytes: 100 * megabyte };

const mainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Throws an Unfillable for what is no workbook, or one that must not be changed. */
export function openPackage(content: Uint8Array): Package {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length > largestFile) throw new Unfillable(workbookMessages.tooLarge());
  if (bytes.subarray(0, 4).toString('hex') !== '504b0304') {
    const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new Unfillable(isEncrypted ? workbookMessages.encrypted() : workbookMessages.notWorkbook());
  }
  const archive = inZip(() => openZip(content, limits));
  inZip(() => {
    // What is copied unseen must be whole too.
    const all = openZip(content, limits);
    for (const name of all.names) all.read(name);
  });
  // Names of parts are compared without case.
  const actual = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
  const parsed = new Map<string, Xml>();
  const texts = new Map<string, string>();

  const text = (part: string): string | null => {
    const name = actual.get(part.toLowerCase());
    if (name === undefined) return null;
    const known = texts.get(name) ?? decode(inZip(() => archive.read(name)) ?? new Uint8Array(), part);
    texts.set(name, known);
    return known;
  };
  const xml = (part: string): Xml => {
    const name = actual.get(part.toLowerCase()) ?? part;
    const known = parsed.get(name);
    if (known) return known;
    const found = text(name);
    if (found === null) throw new Unfillable(workbookMessages.damaged());
    const read = readXml(name, found);
    parsed.set(name, read);
    return read;
  };
  const relationships = (part: string): readonly Relationship[] => {
    const path = relationshipsOf(part);
    if (!actual.has(path.toLowerCase())) return [];
    const read = xml(path);
    return read.root.children.map((element) => {
      const target = attributeValue(read, element, 'Target') ?? '';
      const isOutside = attributeValue(read, element, 'TargetMode') === 'External';
      const resolved = resolve(part.slice(0, part.lastIndexOf('/') + 1), target);
      return {
        id: attributeValue(read, element, 'Id') ?? '',
        type: (attributeValue(read, element, 'Type') ?? '').replace(/^.*\//, ''),
        part: isOutside ? null : (actual.get(resolved.toLowerCase()) ?? resolved),
        element,
      };
    });
  };
  if (!actual.has(typesPart.toLowerCase())) throw new Unfillable(workbookMessages.notWorkbook());
  const typeOf = typesIn(xml(typesPart));
  const main = relationships('').find(({ type }) => type === 'officeDocument')?.part;
  if (!main || !/spreadsheetml|ms-excel/.test(typeOf(main))) throw new Unfillable(workbookMessages.notWorkbook());
  const names = attributesOf(xml(main), xml(main).root).map(({ value }) => value);
  const isPlain = typeOf(main) === mainType && names.includes(mainNamespace);
  if (!isPlain) throw new Unfillable(workbookMessages.otherKind());
  const isSigned = archive.names.some((name) => /^_xmlsignatures\//i.test(name));
  if (isSigned || relationships('').some(({ type }) => type === 'origin')) {
    throw new Unfillable(workbookMessages.signed());
  }
  return {
    names: archive.names,
    main,
    text,
    xml,
    relationships,
    typeOf,
    packed(part) {
      const entry = inZip(() => archive.packed(part));
      if (!entry) throw new Unfillable(workbookMessages.damaged());
      return entry;
    },
  };
}

/** `xl/_rels/workbook.xml.rels`; of the package itself `_rels/.rels`. */
export function relationshipsOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

function typesIn(types: Xml): (part: string) => string {
  const own = new Map<string, string>();
  const common = new Map<string, string>();
  for (const element of types.root.children) {
    const type = attributeValue(types, element, 'ContentType') ?? '';
    if (element.local === 'Override') own.set((attributeValue(types, element, 'PartName') ?? '').toLowerCase(), type);
    else common.set((attributeValue(types, element, 'Extension') ?? '').toLowerCase(), type);
  }
  return (part) =>
    own.get(`/${part}`.toLowerCase()) ?? common.get((/[^.]*$/.exec(part)?.[0] ?? '').toLowerCase()) ?? '';
}

/** `xl/` and `../docProps/app.xml`: `docProps/app.xml`; a target from `/` begins at the package. */
function resolve(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** Parts that are looked at are UTF-8, as every program writes them; a byte order mark stays where it is. */
function decode(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Unfillable(workbookMessages.damagedPart(part), null, { cause });
  }
}

function inZip<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const { damaged, encrypted, tooLarge } = workbookMessages;
    const said = { damaged, encrypted, 'too large': tooLarge }[error.fault]();
    throw new Unfillable(said, null, { cause: error });
  }
}
