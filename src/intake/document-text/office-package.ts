// Opens an Office package and follows its relationships, by which its parts are found whatever they are called.
import { openZip, type ZipArchive, ZipError, type ZipFault } from '../../base/unzip.js';
import { packageLimits } from './limits.js';
import type { Fault } from './messages.js';
import { readXml } from './read-xml.js';
import { Unreadable } from './unreadable.js';

export interface Relationship {
  readonly id: string;
  /** The last part of its type, e.g. `worksheet`: what stands before differs between editions of the standard. */
  readonly type: string;
  /** The part it leads to. */
  readonly part: string;
}

export interface OfficePackage {
  readonly kind: 'workbook' | 'document';
  /** The part that the package is about. */
  readonly main: string;
  /** Null where there is no such part. */
  read(part: string): Uint8Array | null;
  relationships(part: string): Promise<readonly Relationship[]>;
}

const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const typesNamespace = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** What a main part may be, with macros or without. Parts of binary workbooks are no XML. */
const kinds: readonly (readonly [OfficePackage['kind'], RegExp])[] = [
  ['workbook', /(?:spreadsheetml|ms-excel)\..*\+xml$/],
  ['document', /(?:wordprocessingml|ms-word)\..*\+xml$/],
];

const faultOf: Readonly<Record<ZipFault, Fault>> = {
  damaged: 'damaged',
  encrypted: 'encrypted',
  'too large': 'too-large',
};

/** Throws an Unreadable where it is no archive, or one of another kind. */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  const archive: ZipArchive = inZip(() => openZip(bytes, packageLimits));
  const read = (part: string) => inZip(() => archive.read(part));
  const relationships = (part: string) => readRelationships(part, read);
  const main = (await relationships('')).find(({ type }) => type === 'officeDocument')?.part;
  const types = read('[Content_Types].xml');
  if (main === undefined || !types) throw new Unreadable('other-package');
  const type = await contentType(types, main);
  const kind = kinds.find(([, types]) => types.test(type))?.[0];
  if (!kind) throw new Unreadable('other-package');
  return { kind, main, read, relationships };
}

/** As the list of types says of the part itself, or of all with its extension; empty where it says nothing. */
async function contentType(list: Uint8Array, part: string): Promise<string> {
  const extension = /[^.]*$/.exec(part)?.[0] ?? '';
  let own: string | undefined;
  let common: string | undefined;
  await readXml(list, [typesNamespace], {
    open(_, attributes) {
      const type = attributes('ContentType');
      // Names of parts are compared without case.
      if (attributes('PartName')?.toLowerCase() === `/${part.toLowerCase()}`) own = type;
      if (attributes('Extension')?.toLowerCase() === extension.toLowerCase()) common = type;
    },
  });
  return own ?? common ?? '';
}

async function readRelationships(
  part: string,
  read: (part: string) => Uint8Array | null,
): Promise<readonly Relationship[]> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const bytes = read(`${folder}_rels/${part.slice(cut)}.rels`);
  const found: Relationship[] = [];
  if (!bytes) return found;
  await readXml(bytes, [relationshipsNamespace], {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes('TargetMode') === 'External') return;
      const type = (attributes('Type') ?? '').replace(/^.*\//, '');
      found.push({ id: attributes('Id') ?? '', type, part: resolve(folder, attributes('Target') ?? '') });
    },
  });
  return found;
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

function inZip<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof ZipError) throw new Unreadable(faultOf[error.fault], { cause: error });
    throw error;
  }
}
