// What a review knows of two states: data only. Reports print it; nothing in it depends on how.
import type { Finding, Words } from '../base/finding.js';
import type { Fen } from '../base/money.js';
import type { Reckoning } from '../check/reckoning.js';
import type { Checked, Seen } from '../pipeline.js';
import type { FindingChanges } from './compare-findings.js';
import type { Judged } from './judge.js';

export type Status = 'added' | 'removed' | 'changed' | 'renamed';

export interface Review {
  /** What the two states are called. */
  readonly before: Words;
  readonly after: Words;
  /** Those of which something changed, by file. */
  readonly declarations: readonly DeclarationReview[];
  /** Files written in another way that say the same. */
  readonly rewritten: readonly string[];
  /** What cannot be compared, with the reasons: no review is complete where there is any. */
  readonly unreadable: readonly Unreadable[];
  /** The year's amounts of `declarations` together. */
  readonly totals: Totals;
}

export interface DeclarationReview {
  /** After; of what was removed, before. */
  readonly file: string;
  /** The file before, where it was another one. */
  readonly from: string | null;
  readonly status: Status;
  /** What the project is called; null where nothing says so. */
  readonly name: string | null;
  readonly changes: readonly Judged[];
  /** The year's amount on both sides; null where there is none that can be read. */
  readonly amount: { readonly before: Fen | null; readonly after: Fen | null };
  readonly findings: FindingChanges;
  /** What its items come to on both sides; null where they cannot be added up. */
  readonly reckoning: { readonly before: Reckoning | null; readonly after: Reckoning | null };
  readonly before: Version | null;
  readonly after: Version | null;
  /** Pointers of the items of lists that are on both sides, from before to after. */
  readonly items: ReadonlyMap<string, string>;
}

/** One side of a declaration, for whoever prints it. */
export interface Version {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Where it lies in its state. */
  readonly place: string;
  readonly year: string | null;
  readonly seen: Seen;
  /** Null where its structure has faults, so that it cannot be printed. */
  readonly checked: Checked | null;
}

export interface Unreadable {
  readonly file: string;
  readonly side: 'before' | 'after';
  readonly findings: readonly Finding[];
}

export interface Totals {
  readonly before: Fen;
  readonly after: Fen;
}
