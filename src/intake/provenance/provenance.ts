// Reads what a document says of itself: from which declaration, by which template and tool it was made. All of it can be forged; what is
// true of it shows when the document is made again.
import { kindOf } from '../document-text/kind.js';
import { openPackage } from '../document-text/office-package.js';
import { readOfficeProperties } from './office-properties.js';
import { isPage, readPageProperties } from './page.js';
import { readPdfProvenance } from './pdf.js';
import type { Provenance } from './to-provenance.js';
import { toProvenance } from './to-provenance.js';

/**
 * Null for a document that says nothing of the kind. Throws an Unreadable for what is no document, or is built to exhaust its reader;
 * a PDF may take any memory before that: to be called where memory is watched.
 */
export async function readProvenance(bytes: Uint8Array): Promise<Provenance | null> {
  if (isPage(bytes)) return toProvenance('html', readPageProperties(bytes));
  if (kindOf(bytes) === 'pdf') return readPdfProvenance(bytes);
  const office = await openPackage(bytes);
  return toProvenance(office.kind === 'workbook' ? 'xlsx' : 'docx', await readOfficeProperties(office));
}
