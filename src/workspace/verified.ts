// What a verification says of one document: plain data, for it comes from a thread.
import type { Finding } from '../base/finding.js';
import type { Provenance } from '../intake/provenance/to-provenance.js';
import type { LineChange } from '../review/compare-lines.js';
import type { Judged } from '../review/judge.js';
import type { OtherInput } from './rebuild.js';

export const verdicts = ['unchanged', 'edited', 'other-version', 'foreign', 'unreadable'] as const;
/** `other-version`: from another state of the declaration, by another template or tool. `foreign`: from no declaration that is known here. */
export type Verdict = (typeof verdicts)[number];

/** What speaks for the verdict, in the order in which it is told. */
export type Reason =
  /** It is, byte for byte, what is made of its declaration. */
  | 'same-bytes'
  /** Its text is; a workbook or a Word file is saved by everybody who looks at it. */
  | 'saved-again'
  /** Its text is, by another template or tool. */
  | 'same-text'
  /** Its text is, and yet it is another file, which nobody who only reads it makes of a PDF or a page. */
  | 'not-as-built'
  /** Its fields say something else, or the same; or its text does beside them; or fields could not be told in it. */
  | 'fields-differ'
  | 'fields-agree'
  | 'text-differs'
  | 'not-compared'
  /** The declaration it was made from is known by the copy in it alone, and nothing else speaks for that. */
  | 'own-word'
  /** What it says of itself is not what was written into it. */
  | 'marks-changed'
  | 'attachment-changed'
  | 'attachment-lost'
  /** What became of the declaration since. */
  | 'source-changed'
  | 'source-gone'
  | 'source-unknown'
  /** Nowhere to look for one. */
  | 'no-workspace'
  /** Today its declaration cannot be printed. */
  | 'source-faulty'
  | `other-${OtherInput}`
  | 'no-source'
  | 'no-marks';

export interface Verified {
  /** As it was given. */
  readonly file: string;
  readonly verdict: Verdict;
  /** Proved, rather than likely. */
  readonly certain: boolean;
  readonly reasons: readonly Reason[];
  /** What the document says of itself; null where it says nothing. */
  readonly claims: Omit<Provenance, 'attachment'> | null;
  /** The declaration of today that it belongs to; null where none is known. */
  readonly declaration: string | null;
  /** What it shows otherwise than the declaration it was made from, or, where that is not known, than today's; null where nothing was compared. */
  readonly edits: Differences | null;
  /** What the declaration says today otherwise than when the document was made; null where it is the same or not known. */
  readonly since: Differences | null;
  /** Why it cannot be read, or not wholly. */
  readonly findings: readonly Finding[];
}

export interface Differences {
  readonly changes: readonly Judged[];
  /** The same as text, with what is no field; empty as well where too much differs. */
  readonly lines: readonly LineChange[];
}
