// Reads from a PDF what it was made from, and the declaration that it carries.
import { createHash } from 'node:crypto';
import { readPdfProperties } from '../document-text/pdf-properties.js';
import { type Provenance, readKeywords, toProvenance } from './to-provenance.js';

/** Bytes of a declaration that is looked at: a hundred times the sample, and what rules are run on in any script. */
const largestDeclaration = 1024 * 1024;

export async function readPdfProvenance(bytes: Uint8Array): Promise<Provenance | null> {
  const { info, attachments } = await readPdfProperties(bytes);
  const text = (name: string) => info.get(name) ?? '';
  // Programs that annotate a PDF may leave its info dictionary out, and keep its XMP.
  const properties = new Map([
    ['code', text('Subject') || text('dc:description')],
    ['created', isoDate(text('CreationDate')) || text('xmp:createdate')],
    ...readKeywords(text('pdf:keywords')),
    ...readKeywords(text('Keywords')),
  ]);
  // Others may have attached files of their own since.
  const declarations = attachments
    .filter(({ name, content }) => /\.ya?ml$/i.test(name) && content.length <= largestDeclaration)
    .map(({ content }) => content);
  const source = properties.get('source');
  const own = declarations.find((content) => createHash('sha256').update(content).digest('hex') === source);
  return toProvenance('pdf', properties, own ?? declarations[0] ?? null);
}

/** `D:20250101000000Z` as Office writes it; empty for any other. */
function isoDate(date: string): string {
  const [, year, month, day, hours, minutes, seconds] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/.exec(date) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`;
}
