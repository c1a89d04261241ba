// Reads from an authority's own workbook where the fields of a form stand: it is filled with a declaration of probes, and what comes out is
// read as any other workbook is.
import type { Form } from '../../check/form.js';
import { toView } from '../../compose/view.js';
import type { Meta } from '../../render/renderer.js';
import { fill } from '../../render/xlsx/fill/fill.js';
import type { Workbook } from '../../render/xlsx/fill/open-workbook.js';
import { readDocumentCells } from '../document-text/document-text.js';
import type { PlacedCell, Section } from '../document-text/rows.js';
import { asIsKey, type FormMap } from './form-map.js';
import { type Placed, partsOf } from './map-table.js';
import { probesOf } from './probes.js';

const meta: Meta = { title: '', author: null, code: null, year: null, date: new Date(0), digest: '', origin: null };

/** Null where the workbook cannot be filled, or has no field. */
export async function mapWorkbook(workbook: Workbook, form: Form): Promise<FormMap | null> {
  const { declaration, read } = probesOf(form);
  const filled = fill(workbook, toView(declaration, form, null), meta, false).value;
  const sections = filled && (await readDocumentCells(filled)).value;
  if (!sections) return null;
  const isField = ({ text }: PlacedCell) => read(text).some((piece) => typeof piece !== 'string');
  const own = sections.filter(({ cells }) => cells.some(isField));
  const asIs = new Set<string>();
  for (const section of sections) {
    const texts = own.includes(section)
      ? section.comments
      : [...section.comments, ...section.cells.filter((cell) => !cell.isFormula)];
    for (const { text } of texts) asIs.add(asIsKey(section.name, text));
  }
  const title = own.flatMap(({ cells }) => cells).find(({ text }) => text.includes(form.title));
  const parts = own.flatMap((section) => partsOfSheet(section, title, read));
  return own.length === 0 ? null : { form, title: title ? read(title.text) : [form.title], footer: '', parts, asIs };
}

function partsOfSheet({ cells }: Section, title: PlacedCell | undefined, read: (text: string) => Placed['text']) {
  const placed = cells
    .filter((cell) => cell !== title && !cell.isFormula)
    .map(({ text, row, column, rows, columns }): Placed => {
      return { text: read(text), row: row - 1, column: column - 1, rows, columns };
    });
  const width = Math.max(0, ...placed.map(({ column, columns }) => column + columns));
  // What stands right above the first row of lists.
  const headRow = (first: number) => placed.reduce<number | null>((last, { row }) => (row < first ? row : last), null);
  return partsOf(placed, width, headRow);
}
