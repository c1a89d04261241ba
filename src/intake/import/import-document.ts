// From a document's bytes to the declarations that it holds: all that depends on what a stranger wrote, in one step.
import type { Outcome } from '../../base/finding.js';
import { refused } from '../document-text/document-text.js';
import type { FormMap } from './form-map.js';
import { readForms, readImportSource } from './import-source.js';
import { type ImportedForm, type ImportYear, toDeclaration } from './to-declaration.js';

/** A form with more around it is to be taken out of its document first. */
const mostLeftovers = 10_000;

/**
 * One for each form that the document holds; none where no form is told. With a warning some of its text is lacking. The year that the document
 * says it is of stands before `otherwise`. Plain data, as are the maps. Never throws for what a file holds; to be called where memory is watched.
 */
export async function importDocument(
  bytes: Uint8Array,
  maps: readonly FormMap[],
  { asked, otherwise }: ImportYear,
): Promise<Outcome<readonly ImportedForm[]>> {
  const { value: source, findings } = await readImportSource(bytes);
  if (!source) return { value: null, findings };
  const year = { asked, otherwise: source.year ?? otherwise };
  const forms = readForms(source, maps).map((raw) => toDeclaration(raw, year));
  // Each would become a comment.
  if (forms.some(({ leftovers }) => leftovers.length > mostLeftovers)) return refused('too-large');
  return { value: forms, findings };
}
