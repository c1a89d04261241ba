// Turns a document into the lines that a person reads on it: workbook, Word document or PDF, told by content, whoever saved it.
import type { Finding, Outcome } from '../../base/finding.js';
import { readDocx } from './docx.js';
import { kindOf } from './kind.js';
import { mostComments } from './limits.js';
import { type Fault, faults } from './messages.js';
import { openPackage } from './office-package.js';
import { rowLines, type Section } from './rows.js';
import { Unreadable } from './unreadable.js';
import { readXlsx } from './xlsx.js';

/** A sheet, or the whole of a document without sheets. */
export interface TextSection {
  readonly name: string | null;
  readonly hidden: boolean;
  /** A row of the form each, its cells parted by ` | `; what is empty is left out. */
  readonly lines: readonly string[];
}

interface Read {
  readonly sections: readonly Section[];
  /** What could not be read of it. */
  readonly lacking: Fault | null;
}

/** Never throws for what a file holds. With a warning some of the text is lacking. */
export async function readDocumentText(bytes: Uint8Array): Promise<Outcome<readonly TextSection[]>> {
  return orRefused(async () => {
    const { sections, lacking } = await readSections(bytes);
    const value = sections.map(({ name, hidden, rows }) => ({ name, hidden, lines: rowLines(rows) }));
    if (value.every(({ lines }) => lines.length === 0)) throw new Unreadable(lacking ?? 'no-text');
    return { value, findings: lacking === null ? [] : [findingOf(lacking, 'warning')] };
  });
}

/** The same document as cells in their places, for those who look for a form in it. */
export async function readDocumentCells(bytes: Uint8Array): Promise<Outcome<readonly Section[]>> {
  return orRefused(async () => {
    const { sections, lacking } = await readSections(bytes);
    if (sections.every(({ rows }) => rows.length === 0)) throw new Unreadable(lacking ?? 'no-text');
    if (sections.reduce((sum, { comments }) => sum + comments.length, 0) > mostComments)
      throw new Unreadable('too-large');
    return { value: sections, findings: lacking === null ? [] : [findingOf(lacking, 'warning')] };
  });
}

async function orRefused<T>(read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refused(error.fault);
  }
}

/** What is said of a document that is not read. */
export function refused(fault: Fault): Outcome<never> {
  return { value: null, findings: [findingOf(fault, 'error')] };
}

async function readSections(bytes: Uint8Array): Promise<Read> {
  if (kindOf(bytes) === 'pdf') {
    const { readPdf } = await import('./pdf.js');
    return readPdf(bytes);
  }
  const office = await openPackage(bytes);
  const sections = office.kind === 'workbook' ? await readXlsx(office) : await readDocx(office);
  return { sections, lacking: null };
}

function findingOf(fault: Fault, level: Finding['level']): Finding {
  return { rule: `document/${fault}`, level, ...faults[fault] };
}
