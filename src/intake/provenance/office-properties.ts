// Reads from an Office package's properties what it was made from: those of users, and for what is lacking there its keywords and subject.
import type { OfficePackage } from '../document-text/office-package.js';
import { readXml } from '../document-text/read-xml.js';
import { type Properties, readKeywords } from './to-provenance.js';

/** In the transitional and the strict edition. */
const custom = {
  relations: ['custom-properties', 'customProperties'],
  namespaces: [
    'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
    'http://purl.oclc.org/ooxml/officeDocument/customProperties',
  ],
};

const core = {
  relations: ['core-properties'],
  namespaces: [
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'http://purl.org/dc/elements/1.1/',
    'http://purl.org/dc/terms/',
  ],
};

/** Longer than any that is ours. */
const longestText = 1000;

export async function readOfficeProperties(office: OfficePackage): Promise<Properties> {
  const ofUsers = await readTexts(office, custom, (attributes) => attributes('name') ?? '');
  const {
    keywords = '',
    subject = '',
    created = '',
  } = Object.fromEntries(await readTexts(office, core, (_, name) => name));
  return new Map([['code', subject], ['created', created], ...readKeywords(keywords), ...ofUsers]);
}

/** The texts of the elements right below the root, by the names that `nameOf` gives them; of two with one name the first. */
async function readTexts(
  office: OfficePackage,
  { relations, namespaces }: typeof custom,
  nameOf: (attributes: (name: string) => string | undefined, element: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const part = (await office.relationships('')).find(({ type }) => relations.includes(type))?.part;
  const bytes = part === undefined ? null : office.read(part);
  if (!bytes) return texts;
  let depth = 0;
  let name = '';
  let text = '';
  await readXml(bytes, namespaces, {
    open(element, attributes) {
      depth += 1;
      if (depth !== 2) return;
      name = nameOf(attributes, element);
      text = '';
    },
    text(more) {
      if (depth >= 2 && text.length <= longestText) text += more;
    },
    close() {
      depth -= 1;
      if (depth === 1 && name !== '' && !texts.has(name)) texts.set(name, text.trim());
    },
  });
  return texts;
}
