// What rules on the whole tree know of one declaration: plain data, small enough to be kept of every file.
import type { Place } from '../base/finding.js';
import type { Fen } from '../base/money.js';
import { fromPointer } from '../base/pointer.js';
import type { Parsed } from '../read/parsed.js';
import { readAmount } from '../terms/amount.js';
import type { Subject } from './subject.js';

export const factRoles = ['code', 'name', 'unit', 'year', 'year-amount'] as const;
export type FactRole = (typeof factRoles)[number];

/** A text of a declaration with its place, which names the file. */
export interface Fact {
  readonly text: string;
  /** Of a field whose kind is `amount`, where it can be read; else null. */
  readonly fen: Fen | null;
  readonly pointer: string;
  readonly place: Place;
}

export interface Facts {
  /** Relative to the workspace. */
  readonly file: string;
  /** The title of its form. */
  readonly form: string;
  /** The year of the folder, or null. */
  readonly folderYear: string | null;
  /** What is written; a field that is absent, empty or of the wrong shape is not there. */
  readonly by: Readonly<Partial<Record<FactRole, Fact>>>;
}

export function toFacts(subject: Subject, parsed: Parsed): Facts {
  const by: Partial<Record<FactRole, Fact>> = {};
  for (const role of factRoles) {
    const found = subject.text(role);
    if (!found) continue;
    const { text, pointer, field } = found;
    const fen = field.kind === 'amount' ? readAmount(text, field.print?.unit).fen : null;
    by[role] = { text, fen, pointer, place: parsed.placeOf(pointer) };
  }
  return { file: subject.path, form: subject.form.title, folderYear: subject.folderYear, by };
}

/** The declaration's own year, else that of its folder; null where neither is one. */
export function yearOf({ by, folderYear }: Facts): string | null {
  return budgetYear(by.year, folderYear);
}

/** The year that is written, else that of the folder; null where neither is one. */
export function budgetYear(
  written: { readonly text: string } | null | undefined,
  folderYear: string | null,
): string | null {
  return written && /^[0-9]{4}$/.test(written.text) ? written.text : folderYear;
}

/** The key that a fact stands behind. */
export function keyOf({ pointer }: Fact): string {
  return fromPointer(pointer).at(-1) ?? '';
}
