// Turns a document into what it says of itself and what a person reads on it: the two that a verification holds against each other.
import type { Outcome } from '../../base/finding.js';
import { readDocumentText, refused } from '../document-text/document-text.js';
import { Unreadable } from '../document-text/unreadable.js';
import { isPage, pageLines } from './page.js';
import { readProvenance } from './provenance.js';
import type { Provenance } from './to-provenance.js';

export interface Examined {
  /** Null where it says nothing. */
  readonly provenance: Provenance | null;
  /** As `readDocumentText` gives them, those of all sheets. */
  readonly lines: readonly string[];
}

/** Never throws for what a file holds. With a warning some of the text is lacking. To be called where memory is watched. */
export async function examine(bytes: Uint8Array): Promise<Outcome<Examined>> {
  try {
    const { value: lines, findings } = await readLines(bytes);
    if (!lines) return { value: null, findings };
    return { value: { provenance: await readProvenance(bytes), lines }, findings };
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.fault);
    throw error;
  }
}

/** Throws an Unreadable for a page of too much text. */
export async function readLines(bytes: Uint8Array): Promise<Outcome<readonly string[]>> {
  if (isPage(bytes)) return { value: pageLines(bytes), findings: [] };
  const { value, findings } = await readDocumentText(bytes);
  return { value: value?.flatMap(({ lines }) => lines) ?? null, findings };
}
