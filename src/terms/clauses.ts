// Splits a text at its commas and stops, so that a number is read with the words that it belongs to.
import { findAll } from './scanning.js';

/** `from` is in UTF-16 units of the text. */
export interface Clause {
  readonly from: number;
  readonly text: string;
}

// Not the comma that groups digits: `1,200人次`.
const ends = /[，。；;！!？?\r\n]|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))/g;
const endsAndLists = new RegExp(`${ends.source}|、`, 'g');

/** With `lists`, `、` ends a clause as well. */
export function findClauses(text: string, { lists }: { readonly lists: boolean }): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const { index } of findAll(lists ? endsAndLists : ends, text)) {
    clauses.push({ from, text: text.slice(from, index) });
    from = index + 1;
  }
  clauses.push({ from, text: text.slice(from) });
  return clauses;
}
