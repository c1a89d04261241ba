// Turns a document into what it says of itself and what a person reads on it: the two that a verification holds against each other.
// Neither throws for what a file holds. Both are to be called where memory is watched.
import type { Outcome } from '../../base/finding.js';
import { readDocumentText, refused } from '../document-text/document-text.js';
import { Unreadable } from '../document-text/unreadable.js';
import { isPage, pageLines } from './page.js';
import { readProvenance } from './provenance.js';
import type { Provenance } from './to-provenance.js';

/** As `readDocumentText` gives them, those of all sheets. With a warning some are lacking. */
export function readLines(bytes: Uint8Array): Promise<Outcome<readonly string[]>> {
  return orRefused(async () => {
    if (isPage(bytes)) return { value: pageLines(bytes), findings: [] };
    const { value, findings } = await readDocumentText(bytes);
    return { value: value?.flatMap(({ lines }) => lines) ?? null, findings };
  });
}

/** The provenance is null where a whole document says nothing of it: one that is damaged may have lost it. */
export function readClaims(bytes: Uint8Array): Promise<Outcome<{ readonly provenance: Provenance | null }>> {
  return orRefused(async () => {
    const provenance = await readProvenance(bytes);
    const { value, findings } = provenance ? { value: bytes, findings: [] } : await readLines(bytes);
    return { value: value && { provenance }, findings };
  });
}

async function orRefused<T>(read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.fault);
    throw error;
  }
}
