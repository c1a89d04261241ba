// Turns a document into what it says of itself and what a person reads on it: the two that a verification holds against each other.
// Neither throws for what a file holds. Both are to be called where memory is watched.
import type { Outcome } from '../../base/finding.js';
import { readDocumentCells, refused } from '../document-text/document-text.js';
import { rowLines, rowsOf } from '../document-text/rows.js';
import { Unreadable } from '../document-text/unreadable.js';
import { isPage, pageLines } from './page.js';
import { readProvenance } from './provenance.js';
import type { Provenance } from './to-provenance.js';

/** What a person reads, of all sheets. */
export interface ShownLines {
  readonly all: readonly string[];
  /** Without what formulas reckon, which no two programs need to write alike; the same list where there are none. */
  readonly written: readonly string[];
}

/** With a warning some are lacking. */
export function readLines(bytes: Uint8Array): Promise<Outcome<ShownLines>> {
  return orRefused(async () => {
    if (isPage(bytes)) return { value: alike(pageLines(bytes)), findings: [] };
    const { value: sections, findings } = await readDocumentCells(bytes);
    if (!sections) return { value: null, findings };
    const all = sections.flatMap(({ rows }) => rowLines(rows));
    if (!sections.some(({ cells }) => cells.some(({ isFormula }) => isFormula))) return { value: alike(all), findings };
    const written = sections.flatMap(({ cells }) => rowLines(rowsOf(cells.filter(({ isFormula }) => !isFormula))));
    return { value: { all, written }, findings };
  });
}

function alike(lines: readonly string[]): ShownLines {
  return { all: lines, written: lines };
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
