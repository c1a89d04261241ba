// Holds a document against the same one made again: byte by byte, else line by line, else field by field.
import type { Finding } from '../base/finding.js';
import { readLines, type ShownLines } from '../intake/provenance/examine.js';
import type { Kit } from '../pipeline.js';
import type { Format } from '../render/renderer.js';
import type { State } from '../review/change.js';
import { compare } from '../review/compare.js';
import { compareLines } from '../review/compare-lines.js';
import { judge } from '../review/judge.js';
import type { ReadFields } from './read-fields.js';
import { isProved, type Rebuilt } from './rebuild.js';
import type { Differences, Reason } from './verified.js';

export interface Shown {
  readonly bytes: Uint8Array;
  readonly format: Format;
}

export interface Held {
  /** `unknown`: its fields could not be compared, and its text need not be the same. */
  readonly state: 'as-built' | 'same-text' | 'edited' | 'unknown' | 'unreadable';
  readonly certain: boolean;
  readonly reasons: readonly Reason[];
  readonly edits: Differences | null;
  /** Why its text cannot be read, or not wholly. */
  readonly findings: readonly Finding[];
}

type Compared = Omit<Held, 'findings'>;

const nothing: Differences = { changes: [], lines: [] };

export async function holdAgainst(rebuilt: Rebuilt, shown: Shown, readFields: ReadFields): Promise<Held> {
  if (rebuilt.bytes && Buffer.compare(rebuilt.bytes, shown.bytes) === 0) {
    return { state: 'as-built', certain: true, reasons: ['same-bytes'], edits: nothing, findings: [] };
  }
  const { value: lines, findings } = await readLines(shown.bytes);
  if (!lines) return { state: 'unreadable', certain: true, reasons: [], edits: null, findings };
  return { ...(await compareShown(rebuilt, shown, lines, readFields)), findings };
}

async function compareShown(
  rebuilt: Rebuilt,
  shown: Shown,
  linesShown: ShownLines,
  readFields: ReadFields,
): Promise<Compared> {
  const { bytes, seen } = rebuilt;
  const linesBuilt = bytes && (await readLines(bytes)).value;
  // An authority's own workbook may have formulas; in ours what looks like one is a text that a program took for it.
  const which = linesBuilt?.written === linesBuilt?.all ? 'all' : 'written';
  const [built, lines] = [linesBuilt?.[which] ?? null, linesShown[which]];
  // Made by the same from the same: whatever differs is what became of the document.
  const comparable = built !== null && isProved(rebuilt);
  if (built && isSame(built, lines)) return sameText(shown.format, comparable);
  const changes = bytes && seen && (await fieldsOf(bytes, shown.bytes, seen.kit, comparable, readFields));
  const edits = { changes: changes ?? [], lines: (built && compareLines(built, lines)) ?? [] };
  if (edits.changes.length > 0) return { state: 'edited', certain: comparable, reasons: ['fields-differ'], edits };
  if (comparable) {
    const reasons = changes ? (['fields-agree', 'text-differs'] as const) : (['text-differs'] as const);
    return { state: 'edited', certain: true, reasons, edits };
  }
  if (changes) return { state: 'same-text', certain: false, reasons: ['fields-agree'], edits: nothing };
  return { state: 'unknown', certain: false, reasons: ['not-compared'], edits };
}

function sameText(format: Format, comparable: boolean): Compared {
  if (!comparable) return { state: 'same-text', certain: false, reasons: ['same-text'], edits: nothing };
  if (format === 'docx' || format === 'xlsx') {
    return { state: 'same-text', certain: false, reasons: ['saved-again'], edits: nothing };
  }
  return { state: 'edited', certain: true, reasons: ['not-as-built'], edits: nothing };
}

/**
 * Both are read back alike, so that nothing is told that only reading loses. Null where either cannot be. Where templates differ, a place that
 * is not found in both says nothing.
 */
async function fieldsOf(
  before: Uint8Array,
  after: Uint8Array,
  kit: Kit,
  comparable: boolean,
  readFields: ReadFields,
): Promise<Differences['changes'] | null> {
  const read = await readFields(kit);
  const [was, is] = [await read(before), await read(after)];
  if (!was || !is) return null;
  const unknown = comparable ? [] : [...was.unknown, ...is.unknown];
  const isKnown = (pointer: string) => !unknown.some((one) => pointer === one || pointer.startsWith(`${one}/`));
  return changesOf(was, is).filter(({ pointer }) => isKnown(pointer));
}

/** From what one declaration says to what the other does. */
export function changesOf(before: State, after: State): Differences['changes'] {
  return compare(before, after).changes.map((change) => judge(change, before, after));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}
