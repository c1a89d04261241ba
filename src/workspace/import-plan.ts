// What an import would do with one form of a document: data only. Nothing is written before a person or a flag has agreed.
import type { Finding, Words } from '../base/finding.js';
import type { ImportedForm } from '../intake/import/to-declaration.js';
import type { DeclarationReview } from '../review/review.js';
import type { DeclarationFile } from './find.js';

export interface Plan {
  readonly imported: ImportedForm;
  /** Why it goes nowhere; null where there is something to write. */
  readonly refusal: Words | null;
  readonly target: DeclarationFile | null;
  readonly bytes: Uint8Array | null;
  /** What changes in a declaration that exists. */
  readonly review: DeclarationReview | null;
  /** What check says of what would stand there. */
  readonly findings: readonly Finding[];
}

/** Where imported declarations go. */
export interface Destination {
  /** The year of the folder, where it is known beforehand. */
  readonly year: string | null;
  /** `document`: what the file is called. `forms`: how many the document holds. */
  plan(imported: ImportedForm, document: string, forms: number): Promise<Plan>;
}

/** Why it goes nowhere. */
export function refused(imported: ImportedForm, refusal: Words, findings: readonly Finding[] = []): Plan {
  return { imported, refusal, target: null, bytes: null, review: null, findings };
}
