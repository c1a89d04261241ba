// Reads of a document what an import needs: its cells, or its lines where it is plain text, and the year that it says it is of.
import type { Outcome } from '../../base/finding.js';
import { readDocumentCells, refused } from '../document-text/document-text.js';
import { kindOf } from '../document-text/kind.js';
import { mostLines, mostPlainText } from '../document-text/limits.js';
import type { PlacedCell, Section } from '../document-text/rows.js';
import { Unreadable } from '../document-text/unreadable.js';
import { isPage } from '../provenance/page.js';
import { readProvenance } from '../provenance/provenance.js';
import { decodeText } from './decode-text.js';
import { toFormCells } from './form-cells.js';
import type { FormMap } from './form-map.js';
import type { TextLine } from './lines-source.js';
import type { RawForm } from './raw-form.js';
import { readCells } from './read-cells.js';
import { readLines } from './read-lines.js';
import { understood } from './understood.js';

export interface ImportSource {
  readonly kind: 'office' | 'pdf' | 'text';
  /** None of a text. */
  readonly sections: readonly Section[];
  /** Of a text alone. */
  readonly lines: readonly TextLine[];
  /** As the document says of itself; null where it does not. */
  readonly year: string | null;
}

/** Never throws for what a file holds. To be called where memory is watched: the file may be anybody's. */
export async function readImportSource(bytes: Uint8Array): Promise<Outcome<ImportSource>> {
  const kind = kindOfImport(bytes);
  if (kind === 'text') return readText(bytes);
  const { value: sections, findings } = await readDocumentCells(bytes);
  if (!sections || kind === null) return { value: null, findings };
  return { value: { kind, sections, lines: [], year: await yearOf(bytes) }, findings };
}

/** One for each form that the document holds; none where no form is told. */
export function readForms({ kind, sections, lines }: ImportSource, maps: readonly FormMap[]): readonly RawForm[] {
  if (kind === 'text') return readLines(lines, maps);
  if (kind === 'office') return readCells(sections, maps);
  const byCells = readCells(sections, maps);
  // A PDF without lines around its cells is read like a text.
  const byLines = readLines(
    sections.flatMap(({ cells }) => linesOf(cells)),
    maps,
  );
  return understood(byLines) > understood(byCells) ? withComments(byLines, sections) : byCells;
}

/** Which field a line is of is no longer known: they stand at the top. */
function withComments(forms: readonly RawForm[], sections: readonly Section[]): readonly RawForm[] {
  const all = toFormCells(sections).comments.map(({ at, author, text }) => ({ text, at, after: null, by: author }));
  return forms.map((form, index) => (index > 0 ? form : { ...form, leftovers: [...form.leftovers, ...all] }));
}

/** Null for what is refused. */
function kindOfImport(bytes: Uint8Array): ImportSource['kind'] | null {
  try {
    return kindOf(bytes) === 'pdf' ? 'pdf' : 'office';
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error.fault === 'unknown' && !isPage(bytes) ? 'text' : null;
  }
}

function readText(bytes: Uint8Array): Outcome<ImportSource> {
  const text = decodeText(bytes);
  if (text === null) return refused('unknown');
  if (text.length > mostPlainText) return refused('too-large');
  if (text.trim() === '') return refused('empty');
  const lines = text
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .map((line, index) => ({ text: line, at: { line: index + 1 } }));
  if (lines.length > mostLines) return refused('too-large');
  return { value: { kind: 'text', sections: [], lines, year: null }, findings: [] };
}

/** What a document says of itself is not worth refusing it for. */
async function yearOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await readProvenance(bytes))?.year ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function linesOf(cells: readonly PlacedCell[]): readonly TextLine[] {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.values()].flatMap((row) => {
    const at = row[0]?.spot;
    const text = row.map((cell) => cell.text).join('  ');
    return at && 'page' in at ? text.split('\n').map((line) => ({ text: line, at })) : [];
  });
}
